"""What is found in a PDF, as it is found."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from heed.papers.hidden import Beside, Found

_MOST = 2_000_000


class TooMuch(Exception):
    """There is more than can be walked."""


@dataclass
class InPdf:
    """What was found, as it is found."""

    hidden_text: list[Found] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def say(self, kind: str, text: str, *, label: bool = False) -> None:
        """Keep these words, of which no more are kept than can be searched."""
        if len(text) > _MOST:
            self.unread.append(f"{kind}: more words than can be searched")
        elif text.strip():
            self.beside.append(Beside(kind, text, label))

    @contextmanager
    def reading(self, part: str) -> Iterator[None]:
        """A part being read: where that goes wrong, it is unread."""
        try:
            yield
        except TooMuch:
            self.unread.append(f"{part}: there is too much of it")
        except Exception:  # noqa: BLE001 a hostile file leads a reader to anything
            self.unread.append(part)
