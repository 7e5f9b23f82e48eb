"""What is shown of emails."""

from django.shortcuts import get_object_or_404

from heed.correspondence.models import (
    KEPT_BACK,
    IncomingEmail,
    IncomingState,
    MailboxRead,
    OutgoingEmail,
)
from heed.partnership.known_words import known
from heed.partnership.queries import ids_of_units, units_of


def mailboxes_of(person, *, at):
    """Whose emails this person may read at the desk they look at: their partnership's,
    while they work in its business unit and cases are not closed to the account."""
    return units_of(person, at=at).filter(pk=person.partnership_id)


def waiting_emails(partnerships) -> list[IncomingEmail]:
    """Emails that nobody could place, waiting for a person of these partnerships, the
    oldest first."""
    return list(_waiting(partnerships).order_by("arrived_at"))


def count_of_waiting_emails(partnerships) -> int:
    """How many they are."""
    waiting = _waiting(partnerships)
    return waiting.count() if waiting.exists() else 0


def _waiting(partnerships):
    return known(IncomingEmail).filter(
        partnership__in=partnerships, state=IncomingState.WAITING
    )


def unplaced_email_at(partnerships, public_id: str) -> IncomingEmail:
    """An incoming email of these partnerships that belongs to no referral; what belongs
    to one is shown there, to those who may see it. Else Http404."""
    found = IncomingEmail.objects.filter(partnership__in=partnerships, owner_id=None)
    return get_object_or_404(
        found.exclude(state=IncomingState.DUPLICATE), public_id=public_id
    )


def emails_dealt_with(partnerships, most: int = 50) -> list[IncomingEmail]:
    """Emails that belong to no referral and that a person has dealt with, the latest
    first."""
    found = IncomingEmail.objects.filter(
        partnership__in=partnerships, state=IncomingState.ANSWERED
    )
    return list(found.order_by("-dealt_with_at")[:most])


def states_of_mailboxes(partnerships) -> list[MailboxRead]:
    """When the mailboxes of these partnerships were last read, and which cannot be."""
    found = known(MailboxRead).filter(partnership__in=partnerships)
    return list(found.select_related("partnership").order_by("partnership__name"))


def mailboxes_out_of_reach(partnerships) -> list[MailboxRead]:
    """The mailboxes of these partnerships that cannot be read now."""
    found = states_of_mailboxes(partnerships)
    return [each for each in found if each.failing_since]


def own_mailbox_out_of_reach(person, *, at) -> list[MailboxRead]:
    """The mailbox that somebody reads, if it cannot be read now."""
    own = person.partnership_id
    units = ids_of_units(person, at=at)
    return mailboxes_out_of_reach([own]) if own in units else []


def email_as_delivered(partnership, mark: str) -> IncomingEmail | None:
    """The email that was delivered under this mark, whichever way it came."""
    found = IncomingEmail.objects.filter(partnership=partnership, delivery_mark=mark)
    return found.first()


def waiting_in_the_outbox(beginning: str, *, at) -> set[str]:
    """Of the emails that have not left yet and whose `once` begins so: to whom each
    goes, the part that comes next."""
    waiting = OutgoingEmail.objects.filter(
        sent_at=None, given_up_at=None, next_try_at__gt=at, once__startswith=beginning
    )
    found = waiting.values_list("once", flat=True)
    return {once.removeprefix(beginning).partition(":")[0] for once in found}


def emails_that_fail(partnerships) -> list[OutgoingEmail]:
    """Emails that have not left although they were tried. What was kept back from who
    it must not reach did not fail: that stands in no list."""
    tried = OutgoingEmail.objects.filter(
        partnership__in=partnerships, sent_at=None, tries__gt=0
    )
    return list(tried.exclude(failure=KEPT_BACK))
