"""What went ahead of a text: which copies count for it as it stands now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from heed.cases.kept import rows_of
from heed.partnership.one_look import asked_once
from heed.publications.facts import TWO
from heed.publications.models import AdvanceCopy, NotMaterial, Publication
from heed.rulebook.language import Seat
from heed.rulebook.roles import SEATS


@dataclass(frozen=True)
class Ahead:
    """To whom a text has gone ahead, and who says that what changed since is not
    material."""

    sent: Mapping[str, date]
    changed_since: bool
    not_material_by: Sequence[str]


@asked_once
def ahead_of(publication: Publication, kind: str, content_hash: str) -> Ahead:
    """The day on which each body had exactly this text. Where partners of two bodies
    have recorded that what changed since is not material, the copy that a body had
    last counts for it."""
    copies = _copies_of(publication, kind)
    sent = _days(each for each in copies if each.content_hash == content_hash)
    last = {each.body: each.content_hash for each in copies if each.body not in sent}
    recorded = recorded_since(publication, kind, content_hash) if last else []
    if len(recorded) >= TWO:
        sent |= _days(
            each for each in copies if last.get(each.body) == each.content_hash
        )
    return Ahead(
        sent=sent,
        changed_since=bool(last),
        not_material_by=[f"the {SEATS[Seat(each.seat)].lower()}" for each in recorded],
    )


def the_same_as(
    publication: Publication, kind: str, content_hash: str
) -> frozenset[str]:
    """A text, and those that went ahead from which it differs in nothing material, as
    partners of two bodies recorded."""
    copies = _copies_of(publication, kind)
    if len(recorded_since(publication, kind, content_hash)) < TWO:
        return frozenset({content_hash})
    last = {each.body: each.content_hash for each in copies}
    return frozenset({content_hash, *last.values()})


def recorded_since(
    publication: Publication, kind: str, content_hash: str
) -> list[NotMaterial]:
    """Who has recorded, since the last copy went, that what changed until this text is
    not material: one of each body."""
    copies = _copies_of(publication, kind)
    found = [
        each
        for each in not_material_of(publication)
        if (each.kind, each.content_hash) == (kind, content_hash)
        and not (copies and each.recorded_at < copies[-1].recorded_at)
    ]
    return list({each.seat: each for each in found}.values())


@asked_once
def copies_kept(publication: Publication) -> list[AdvanceCopy]:
    """Every copy that went ahead, in the order in which they were recorded."""
    copies = rows_of(AdvanceCopy, publication.case).filter(publication=publication)
    return list(copies.order_by("recorded_at"))


def _copies_of(publication: Publication, kind: str) -> list[AdvanceCopy]:
    return [each for each in copies_kept(publication) if each.kind == kind]


@asked_once
def not_material_of(publication: Publication) -> list[NotMaterial]:
    """Who has recorded that a change after the copies is not material."""
    found = rows_of(NotMaterial, publication.case).filter(publication=publication)
    return list(found.select_related("person"))


def _days(copies) -> dict[str, date]:
    """The first day of each body."""
    days: dict[str, date] = {}
    for copy in copies:
        days[copy.body] = min(copy.sent_on, days.get(copy.body, copy.sent_on))
    return days
