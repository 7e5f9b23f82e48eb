"""The dates of one paper, each read in the light of the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from heed.papers.dates import Order, WrittenDate, order_of, read_date, read_time
from heed.papers.dates.london import from_universal, never_was
from heed.papers.forms.answers import Answers
from heed.papers.forms.flags import Flags


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
        self.flags.of_date(written, where)
        return written

    def json(self, words: str, where: str) -> dict[str, Any] | None:
        """The DATE of reading.md, or None when nothing was written."""
        written = self.read(words, where)
        return written.to_json() if written else None

    def time(self, words: str, when: WrittenDate | None, where: str) -> dict[str, Any]:
        """A time of day as `time`, with the words as typed; flagged as it deserves."""
        if not words.strip():
            return {}
        written = read_time(words)
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
