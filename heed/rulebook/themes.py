"""The themes under which learning is found again: what happened to children, their
families, practice and the system.

Codes are frozen: what carries one keeps it when its label is worded anew."""

from collections.abc import Iterable, Mapping

THEMES: Mapping[str, str] = {
    "C01": "The child’s voice and daily life",
    "C02": "Curiosity, and asking once more",
    "C03": "Sharing information",
    "C04": "Weighing risk and history",
    "C05": "Thresholds and early help",
    "C06": "Strategy discussions and child protection",
    "C07": "Challenge between organisations",
    "C08": "Supervision and oversight",
    "C09": "Recording",
    "C10": "Plans that drift",
    "C11": "Adult services that see children",
    "C12": "Race, ethnicity, culture and religion",
    "C13": "Adultification and language",
    "C14": "Bias and class",
    "C15": "Relationships and trauma",
    "C16": "Written agreements and safety plans",
    "C17": "Medical opinion",
    "C18": "Moments when a child can be reached",
    "D01": "Moves between areas",
    "D02": "Becoming an adult",
    "D03": "Children in care and their placements",
    "D04": "Children not in school",
    "D05": "Places and peers outside the family",
    "D06": "Capacity and turnover",
    "D07": "Leadership and culture",
    "D08": "Records systems and flags",
    "D10": "Gaps in what is commissioned",
    "D11": "Police protection, bail and offender management",
    "D12": "Allegations against staff and institutions",
    "A06": "A child who was not brought",
    "B01": "Domestic abuse and coercive control",
    "B05": "Fathers, partners and men not seen",
    "B07": "Pregnancy and before birth",
    "B11": "Poverty and housing",
}
"""Those that a recommendation and a row of a chronology are placed under."""

ALL_THEMES: Mapping[str, str] = {
    "A01": "Under-ones",
    "A02": "Bruising in babies who cannot move",
    "A03": "Inflicted injury",
    "A04": "Safer sleep and sudden infant death",
    "A05": "Neglect",
    "A06": THEMES["A06"],
    "A07": "Sexual abuse in the family",
    "A08": "Sexual exploitation",
    "A09": "Criminal exploitation and county lines",
    "A10": "Serious youth violence",
    "A11": "Harmful sexual behaviour by children",
    "A12": "Suicide and self-harm",
    "A13": "Children’s mental health",
    "A14": "Harm online",
    "A15": "Perplexing presentations and induced illness",
    "A16": "Disabled children",
    "A17": "Emotional abuse",
    "A18": "Abuse linked to faith or honour",
    "A19": "Children missing, trafficked or unaccompanied",
    "A20": "Young carers",
    "A21": "Accidents, poisoning and other mechanisms",
    "B01": THEMES["B01"],
    "B02": "Parents’ mental health",
    "B03": "Parents’ use of alcohol and drugs",
    "B04": "Parents with a learning disability",
    "B05": THEMES["B05"],
    "B06": "Parents’ own childhoods, and young parents",
    "B07": THEMES["B07"],
    "B08": "Previous children removed",
    "B09": "Separation and contact",
    "B10": "Kinship and special guardianship",
    "B11": THEMES["B11"],
    "B12": "Families who keep services at a distance",
    "B13": "Adults who are hostile",
    "B14": "Wider family and neighbours",
    **{code: label for code, label in THEMES.items() if code.startswith("C")},
    **{
        code: label
        for code, label in THEMES.items()
        if code.startswith("D") and code < "D09"
    },
    "D09": "The pandemic, and contact from afar",
    **{code: label for code, label in THEMES.items() if code > "D09"},
    "D13": "Good practice",
}
"""Every theme that a published text may be found under."""

SAY_WHAT_GOT_IN_THE_WAY = frozenset({"B12", "C02"})
"""Labels that blame when they stand alone: whoever uses one says what got in the
way."""

FEWEST_COUNTED = 3
"""A number of reviews below this is not told: it could point at one family."""


def theme_names(codes: Iterable[str]) -> tuple[str, ...]:
    """The labels of these themes, in the order of the list."""
    wanted = set(codes)
    return tuple(
        ALL_THEMES[code] for code in {**THEMES, **ALL_THEMES} if code in wanted
    )


def theme_of(name: str) -> str:
    """The code of the theme with this label, "" for a theme of somebody's own."""
    return next((code for code, label in ALL_THEMES.items() if label == name), "")
