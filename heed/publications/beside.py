"""What was made from a report and is public beside it: it goes when the report goes,
and may come when the report comes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from heed.cases.models import Case
from heed.publications.models import Publication
from heed.rulebook.outcomes import PublicationDecision
from heed.rulebook.process.stages import PUBLISHING, REVIEWING


class LookedAt(Protocol):
    """What was made and read back, with what was found in it."""

    @property
    def problems(self) -> tuple[str, ...]:
        """Why it cannot go out, each in a sentence; none when all is well."""


@dataclass(frozen=True, kw_only=True)
class BesideText:
    """The words of something beside a report: who wrote any of them, where they are
    read, and whether they go out by the decision on the report."""

    library_id: UUID
    title: str
    content_hash: str
    writers: frozenset[str]
    address: str
    with_report: bool


@dataclass(frozen=True)
class Beside:
    """One kind of what is public beside a report: what of it is public now, by its
    title; what goes out with the report, each title with what it still lacks; what of
    that was made and read back, by the hash of its words, before the step; what
    releases it, withdraws it and confirms that, inside the step of the report; and the
    words of it all."""

    titles: Callable[[Case], list[str]]
    withdraw: Callable[..., None]
    confirm: Callable[..., None]
    with_report: Callable[..., list[tuple[str, str]]]
    made: Callable[..., Mapping[str, LookedAt]]
    release: Callable[..., None]
    texts: Callable[[Case], list[BesideText]]


BESIDE: list[Beside] = []


def goes_with_the_report(beside: Beside) -> None:
    """Let something of an upper application go when the report goes."""
    if beside not in BESIDE:
        BESIDE.append(beside)


def public_beside(case: Case) -> list[str]:
    """The titles of all that is public beside a report."""
    return [title for beside in BESIDE for title in beside.titles(case)]


def going_out_with(case: Case, *, at) -> list[tuple[str, str]]:
    """The titles of all that goes out with the report, each with what it lacks."""
    return [each for beside in BESIDE for each in beside.with_report(case, at=at)]


def texts_beside(case: Case) -> list[BesideText]:
    """The words of all that is, or may be, public beside a report."""
    return [each for beside in BESIDE for each in beside.texts(case)]


def all_there_is(case: Case, publication: Publication | None) -> list[BesideText]:
    """What is public of a case without a report: by the decision of the partners, or
    because no report is on its way or stands there."""
    if publication and publication.decision == PublicationDecision.BRIEFING_ONLY:
        return texts_beside(case)
    on_its_way = case.stage in REVIEWING | PUBLISHING
    is_public = publication is not None and publication.is_public
    return [] if on_its_way or is_public else texts_beside(case)
