"""The words of rich text files that are known here, and what each is for."""

import re

CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
SYMBOL_FONT = 2
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "~": "\u00a0",
    "_": "-", "{": "{", "}": "}", "\\": "\\", "emspace": " ", "enspace": " ",
    "zwj": "\u200d", "zwnj": "\u200c", "softline": "\n",
}  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNSEEN = _words(
    "colortbl filetbl listtable listoverridetable rsidtbl pict generator themedata "
    "datastore latentstyles objdata shppict xmlnstbl mmathPr bkmkstart bkmkend pntext "
    "listtext listpicture userprops atrfstart atrfend atnref atnid atndate atnicn "
    "atntime atnparent ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pnseclvl xe tc sn "
    "sv shpinst do ffname ffdeftext ffl ffentrymcr ffexitmcr ffhelptext ffstattext "
    "ffformat password falt"
)
GONE_FOR_GOOD = _words("shprslt nonshppict nonesttables")
"""What only repeats, for older programs, what stands beside it."""
ABOUT = _words(
    "title subject author company operator manager category keywords doccomm"
)
ABOUT_NAMES = {
    "author": "creator",
    "operator": "lastModifiedBy",
    "doccomm": "description",
}
MARGINS = _words("header headerl headerr headerf footer footerl footerr footerf")
BOXES = _words("shptxt dptxbxtext")
OPENS = {
    "info": "info",
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "revtbl": "revisers",
    "fldinst": "instruction",
    "formfield": "form field",
    "annotation": "comment",
    "atnauthor": "comment author",
    "template": "template",
    "objclass": "object",
}
ON_OR_OFF = {
    "b": "bold",
    "i": "italic",
    "strike": "struck",
    "striked": "struck",
    "v": "hidden",
    "deleted": "deleted",
    "revised": "inserted",
}
NUMBERS = {
    "uc": "skip",
    "revauth": "author",
    "revauthdel": "author",
    "revdttm": "revised",
    "revdttmdel": "revised",
    "itap": "depth",
    "s": "style",
}
LINK = re.compile(r'^\s*HYPERLINK\s+"?([^"\s]+)', re.IGNORECASE)
HEADING = re.compile(r"heading ?(\d)", re.IGNORECASE)

_BOXES_OF_SYMBOLS = {
    0x6F: "☐", 0xA8: "☐", 0xB7: "•", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)
_PRINTABLE = range(32, 127)


def symbol(code: int) -> str:
    """A sign of a symbol font, where it is a box, a tick or a dot."""
    return _BOXES_OF_SYMBOLS.get(code, chr(code) if code in _PRINTABLE else "")


def letter(code: int) -> str:
    """A letter given as Unicode. Halves of a pair are put together later."""
    return symbol(code - 0xF000) if code in _PRIVATE else chr(code)


def whole(text: str) -> str:
    """Pairs of halves made one letter; a half without its other is shown as unknown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_story(name: str) -> bool:
    """Whether what goes there is text with lines of its own."""
    return name in {"body", "margins"} or name.startswith(("note ", "box "))
