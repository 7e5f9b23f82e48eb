"""What is said to run beside a case and does not stand in the register yet: by what
the case began with, or noted by hand before there was a register. Nothing of it is
entered by itself: it fills in the page on which somebody notes it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from heed.cases.holds import processes_of
from heed.cases.models import Case
from heed.rulebook.circumstances import LABELS, Circumstance
from heed.rulebook.parallel import KINDS, Kind

# Only one of several kinds may be meant by some words; then a person says which.
_OF: dict[Circumstance, list[Kind]] = {}
for _kind, _words in KINDS.items():
    if _words.circumstance:
        _OF.setdefault(_words.circumstance, []).append(_kind)


@dataclass(frozen=True)
class SaidBeside:
    """Something that is said to run: what may be meant, and its reference as given."""

    kinds: tuple[Kind, ...]
    what: str
    reference: str = ""
    turn: int = 0
    """How many before it are called the same, and differ in their reference."""

    @property
    def kind(self) -> Kind | None:
        """What it is, where only one thing can be meant."""
        return self.kinds[0] if len(self.kinds) == 1 else None

    @property
    def key(self) -> str:
        """By which a link names it, whatever else is noted meanwhile; no word of it
        stands in an address."""
        said = repr((self.kinds, self.what, self.turn))
        return sha256(said.encode()).hexdigest()[:16]

    @property
    def initial(self) -> dict:
        """With what the page that notes it begins."""
        return {"kind": self.kind, "reference": self.reference}


SAYS: list[Callable[[Case], Iterable[SaidBeside]]] = []


def says_what_runs_beside(found: Callable[[Case], Iterable[SaidBeside]]) -> None:
    """Let what a case began with say what runs beside it."""
    if found not in SAYS:
        SAYS.append(found)


def said_beside(case: Case) -> list[SaidBeside]:
    """What is said to run beside a case and nobody has noted: an entry of its kind,
    running or over, stands for it. The same is said once, and a circumstance that was
    noted by hand only where nothing says it better."""
    noted = {Kind(one.kind) for one in processes_of(case)}
    found = [each for says in SAYS for each in says(case)]
    meant = noted | {kind for each in found for kind in each.kinds}
    by_hand = [
        SaidBeside(tuple(kinds), f"{LABELS[circumstance]}, noted by hand")
        for circumstance, kinds in _OF.items()
        if case.has_flag(circumstance) and not meant & set(kinds)
    ]
    open_ = [each for each in [*found, *by_hand] if not noted & set(each.kinds)]
    called: Counter[tuple] = Counter()
    told = []
    for each in dict.fromkeys(open_):
        name = (each.kinds, each.what)
        told.append(replace(each, turn=called[name]))
        called[name] += 1
    return told
