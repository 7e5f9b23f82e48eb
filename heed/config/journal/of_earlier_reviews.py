"""Reviews that were published before: what was withdrawn stays out of the library."""

from datetime import datetime
from uuid import UUID

from django.utils.dateparse import parse_datetime

from heed.library import actions as library
from heed.library.models import Publication
from heed.partnership.models import Partnership, Person
from heed.publications.actions.earlier import earlier_key
from heed.publications.models import EarlierWithdrawal

LOST = "Title lost with the database that was replaced"


def earlier_review(pk: str) -> dict:
    """Which earlier review was withdrawn, up to which version, for whom and by whom."""
    kept = EarlierWithdrawal.objects.get(pk=pk)
    return {
        "library_id": str(kept.library_id),
        "number": kept.number or _version_gone(kept),
        "partnership": str(kept.partnership_id),
        "withdrawn_at": kept.withdrawn_at.isoformat(),
        "withdrawn_by": str(kept.withdrawn_by_id),
    }


def _version_gone(kept: EarlierWithdrawal) -> int:
    """Of a withdrawal from before its number was kept."""
    return Publication.objects.get(pk=kept.library_id).withdrawn_version


def earlier_review_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """Withdraw it from the library again, at once, and put the withdrawal before a
    second person again: who confirmed it is lost with the database."""
    held = Publication.objects.filter(pk=facts["library_id"]).first()
    title = held.title if held else ""
    library.withdraw(facts["library_id"], facts["number"], by=by, at=at)
    _kept_again(pk, facts, title or LOST, by=by, at=at)
    return True


def _kept_again(pk: str, facts: dict, title: str, *, by, at: datetime) -> None:
    """The words of why it was withdrawn are not in the journal, and so are lost."""
    partnership = Partnership.objects.filter(pk=facts["partnership"]).first()
    person = Person.objects.filter(pk=facts["withdrawn_by"]).first()
    known = EarlierWithdrawal.objects.filter(pk=pk).exists()
    if known or partnership is None or person is None:
        return
    kept = EarlierWithdrawal(
        pk=UUID(pk),
        data_key=earlier_key(partnership, by=by, at=at),
        partnership=partnership,
        library_id=facts["library_id"],
        number=facts["number"],
        withdrawn_at=parse_datetime(facts["withdrawn_at"]),
        withdrawn_by=person,
        title=title,
    )
    kept.save(force_insert=True)
