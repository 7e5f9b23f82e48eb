"""The dates of one paper, each read in the light of the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from heed.papers.dates import Order, WrittenDate, order_of, read_date
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
