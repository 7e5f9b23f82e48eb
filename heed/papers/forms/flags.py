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
        if written.impossible:
            self.add("impossible_date", where, f"“{written.verbatim}” is not a date.")
        if written.repaired:
            self.add("date_repaired", where, f"“{written.verbatim}” was put right.")
        if written.inferred_year:
            self.add("year_inferred", where, f"“{written.verbatim}” has no year.")
        if written.month_first:
            why = f"“{written.verbatim}” is written month first."
            self.add("date_format_us_locale", where, why)
        if written.uncertain or written.candidates:
            self.add("date_uncertain", where, f"“{written.verbatim}” leaves doubt.")

    def to_json(self) -> list[dict[str, str]]:
        """As reading.md has them."""
        return [
            {"name": name, "where": where, "why": why}
            for (name, where), why in self.found.items()
        ]
