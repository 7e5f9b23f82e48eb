"""The dates of one paper, each read in the light of the others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from heed.papers.dates import (
    Known,
    Order,
    Precision,
    WrittenDate,
    dates_in,
    due_by_gestation,
    order_of,
    read_date,
    read_relative,
    read_time,
)
from heed.papers.dates.london import from_universal, never_was
from heed.papers.forms.answers import Answers
from heed.papers.forms.flags import Flags
from heed.papers.patterns import later

_MONTH = len("2026-03")
_BOTH = 2
_UNIVERSAL = later(
    r"[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(?:Z|UTC|\+00:?00)$"
)


_NOT_THEN = later(
    r"\b(?:not|no|never|before|after|since|until|till|or|between|from|by|than|to|"
    r"last|previous|next|week|weekend|w/e|month|day|days|later|earlier|unknown)\b",
    re.IGNORECASE,
)
"""What beside a date says that another one is meant."""
_FOUND = later(
    r"(?:found|called|reported|rang|999 call|discovered|seen|happened|call(?:ed)?)\b"
    r"[\s:]*(?:at|about|approx\.?|around)?\s*(?P<said>\d.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PaperDates:
    """Reads dates; raises the flags that they deserve."""

    near: date | None
    order: Order
    flags: Flags

    @classmethod
    def of(
        cls, answers: Answers, flags: Flags, texts: Iterable[str], near: date | None
    ) -> "PaperDates":
        """`near` is when the paper came, for one that has no date of its own."""
        order = order_of(texts)
        said = read_date(answers.text("declaration.date"), near=near, order=order)
        return cls(said.day or near, order, flags)

    def read(self, words: str, where: str) -> WrittenDate | None:
        """A date, flagged as it deserves; None when nothing was written."""
        if not words.strip():
            return None
        written = read_date(words, near=self.near, order=self.order)
        bare = re.sub(r"\s*\([^)]*\)\s*", " ", words).strip()
        if (
            not written.iso
            and not written.candidates
            and bare
            and bare != words.strip()
        ):
            # "27/05/2026 (overnight 27-28 May)": what stands in brackets is by the way.
            plain = read_date(bare, near=self.near, order=self.order)
            written = replace(plain, verbatim=words) if plain.iso else written
        written = self._one_of_words(written, words)
        universal = _UNIVERSAL.search(words.strip())
        if universal and written.day:
            day, _ = from_universal(written.day, universal["clock"])
            if day != written.day:
                why = f"“{words}” is universal time: in England it was the next day."
                self.flags.add("late_evening_submission_timezone", where, why)
                written = replace(written, iso=day.isoformat())
        if written.until:
            # One day of a span is meant; the paper does not say which.
            vague = Precision.APPROX
            written = replace(written, uncertain=True, precision=vague)
        self.flags.of_date(written, where)
        return written

    def _one_of_words(self, written: WrittenDate, words: str) -> WrittenDate:
        """The one date that stands among other words, where these say nothing against
        it; it stays in doubt.
        """
        found = [match[0] for match in dates_in(words)]
        whole = all(
            not re.search(r"\d\W{0,2}$", words[: m.start()]) for m in dates_in(words)
        )
        told = written.iso or written.candidates or written.impossible
        if told or not whole or len(found) != 1 or _NOT_THEN.search(words):
            return written
        day = read_date(found[0], near=self.near, order=self.order)
        return replace(day, verbatim=words, uncertain=True)

    def due(self, words: str, where: str) -> dict[str, Any] | None:
        """When a baby is due; weeks of pregnancy tell about when."""
        written = due_by_gestation(words, self.near) if self.near else None
        if written is None or read_date(words).iso:
            return self.json(words, where)
        why = f"“{words}” is worked out from the date of the paper."
        self.flags.add("relative_dates_inferred", where, why)
        return written.to_json()

    def told(
        self, words: str, where: str, children: list[dict[str, Any]]
    ) -> WrittenDate | None:
        """A date that may be told by a birthday of the one child whose day is known."""
        days = {child["dob"]["iso"] for child in children if child["dob"]}
        born = [date.fromisoformat(day) for day in days if day and len(day) > _MONTH]
        if len(born) == 1 and not read_date(words).iso:
            relative = read_relative(words, Known(born=born[0]))
            if relative:
                why = f"“{words}” is worked out from a date of birth."
                self.flags.add("relative_dates_inferred", where, why)
                return relative
        return self.read(words, where)

    def born(self, words: str, where: str) -> dict[str, Any] | None:
        """A day of birth. Where two are typed for one person, both are candidates."""
        found = dict.fromkeys(match[0] for match in dates_in(words))
        days = [read_date(each, near=self.near, order=self.order) for each in found]
        isos = [day.iso for day in days if day.iso and day.day]
        if len(days) != _BOTH or len(set(isos)) != _BOTH:
            return self.json(words, where)
        why = f"“{words}” gives two days of birth."
        swapped = isos[0].split("-")[1:] == isos[1].split("-")[:0:-1]
        name = "dob_conflict_day_month_swap" if swapped else "dob_conflict"
        self.flags.add("dob_conflict", where, why)
        self.flags.add(name, where, why)
        made = {"iso": None, "precision": str(Precision.DAY), "verbatim": words}
        return made | {"uncertain": True, "candidates": isos}

    def json(self, words: str, where: str) -> dict[str, Any] | None:
        """The DATE of reading.md, or None when nothing was written."""
        written = self.read(words, where)
        return written.to_json() if written else None

    def time(self, words: str, when: WrittenDate | None, where: str) -> dict[str, Any]:
        """A time of day as `time`, with the words as typed; flagged as it deserves."""
        if not words.strip():
            return {}
        written = read_time(words)
        clock = _FOUND.match(words.strip())
        if written.time is None and written.problem and clock:
            written = read_time(clock["said"])
        if written.time is None and not written.problem:
            return {}
        made: dict[str, Any] = {"time": written.time or words}
        if written.time != words.strip():
            made["time_verbatim"] = words
        if written.spans_midnight:
            why = f"“{words}” ends on the day after."
            self.flags.add("spans_midnight", where, why)
        day = when.day if when else None
        if day and written.time:
            self._flag_clock(day, written.time, written.zone, where)
        return made

    def _flag_clock(self, day: date, clock: str, zone: str, where: str) -> None:
        if not zone and never_was(day, clock):
            why = f"The clocks went forward: there was no {clock} on that day."
            self.flags.add("nonexistent_local_time", where, why)
        if zone == "utc" and from_universal(day, clock)[0] != day:
            why = f"{clock} in universal time was already the next day in England."
            self.flags.add("late_evening_submission_timezone", where, why)
