"""What a person must settle: named, with the place and the reason."""

from dataclasses import dataclass, field

from heed.papers.dates import WrittenDate


@dataclass
class Flags:
    """Fills up while a paper is understood. The same flag at one place is one flag."""

    found: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, name: str, where: str, why: str) -> None:
        """Raise a flag of reading.md's list."""
        self.found.setdefault((name, where), why)

    def of_date(self, written: WrittenDate, where: str) -> None:
        """Raise what a date itself leaves open."""
        for name, why in flags_of(written):
            self.add(name, where, why)

    def to_json(self) -> list[dict[str, str]]:
        """As reading.md has them."""
        return [
            {"name": name, "where": where, "why": why}
            for (name, where), why in self.found.items()
        ]


def flags_of(written: WrittenDate) -> tuple[tuple[str, str], ...]:
    """What a date itself leaves open: each flag with its reason."""
    said = f"“{written.verbatim}”"
    found = (
        ("impossible_date", written.impossible, "is not a date."),
        ("date_repaired", written.repaired, "was put right."),
        ("year_inferred", written.inferred_year, "has no year."),
        ("date_format_us_locale", written.month_first, "is written month first."),
        (
            "date_uncertain",
            bool(written.uncertain or written.candidates),
            "leaves doubt.",
        ),
    )
    return tuple((name, f"{said} {why}") for name, so, why in found if so)
