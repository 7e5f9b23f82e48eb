"""Words that a screen, a file or a database may trip over (F30)."""

NUL = "Ann\0Lark"

# Names that people have, and what their telephones put between the letters.
NAMES = {
    "composed": "Siobh\u00e1n N\u00ed Bhriain",
    "decomposed": "Siobha\u0301n Ni\u0301 Bhriain",
    "Hebrew": "\u05d0\u05d1\u05e8\u05d4\u05dd \u05db\u05d4\u05df",
    "Arabic": "\u0645\u062d\u0645\u062f \u0639\u0628\u062f \u0627\u0644\u0644\u0647",
    "Vietnamese": "Nguy\u1ec5n Th\u1ecb \u00c1nh",
    "Cyrillic look-alikes": "\u0410nn\u0430 L\u0430rk",
    "joined emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 Lark",
    "zero width": "Ann\u200b\u200cLark",
    "byte order mark": "Ann\ufeffLark",
    "200 marks": "A" + "\u0301\u0323" * 100 + "nn",
    "override": "Ann \u202eLark\u202c",
    "isolates": "\u2066Ann\u2069 \u2068Lark",
    "embeddings": "\u202aAnn\u202c \u202bLark",
    "apostrophe": "O'Brien van der Lark",
    "a word of computers": "Null True =Ann",
}
TURNING = [NAMES[each] for each in ("Hebrew", "Arabic", "override", "isolates")]
