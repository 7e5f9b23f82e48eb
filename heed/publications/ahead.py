"""What went ahead of a text: which copies count for it as it stands now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from heed.partnership.one_look import asked_once
from heed.publications.facts import TWO
from heed.publications.models import NotMaterial, Publication
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
    copies = list(publication.copies.filter(kind=kind).order_by("recorded_at"))
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


def recorded_since(
    publication: Publication, kind: str, content_hash: str
) -> list[NotMaterial]:
    """Who has recorded, since the last copy went, that what changed until this text is
    not material: one of each body."""
    found = publication.not_material.filter(kind=kind, content_hash=content_hash)
    last = publication.copies.filter(kind=kind).order_by("recorded_at").last()
    if last is not None:
        found = found.filter(recorded_at__gte=last.recorded_at)
    return list({each.seat: each for each in found}.values())


def _days(copies) -> dict[str, date]:
    """The first day of each body."""
    days: dict[str, date] = {}
    for copy in copies:
        days[copy.body] = min(copy.sent_on, days.get(copy.body, copy.sent_on))
    return days
