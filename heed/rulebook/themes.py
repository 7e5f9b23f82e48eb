"""The themes of practice and system under which learning is found again.

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


def theme_names(codes: Iterable[str]) -> tuple[str, ...]:
    """The labels of these themes, in the order of the list."""
    wanted = set(codes)
    return tuple(label for code, label in THEMES.items() if code in wanted)
