"""What is shown of emails."""

from django.shortcuts import get_object_or_404

from heed.correspondence.models import IncomingEmail, IncomingState, OutgoingEmail


def waiting_emails(partnerships) -> list[IncomingEmail]:
    """Emails that nobody could place, waiting for a person of these partnerships."""
    return list(
        IncomingEmail.objects.filter(
            partnership__in=partnerships, state=IncomingState.WAITING
        )
    )


def incoming_email_at(partnerships, public_id: str) -> IncomingEmail:
    """The incoming email at this address in these partnerships; else Http404."""
    found = IncomingEmail.objects.filter(partnership__in=partnerships)
    return get_object_or_404(found, public_id=public_id)


def emails_that_fail(partnerships) -> list[OutgoingEmail]:
    """Emails that have not left although they were tried."""
    return list(
        OutgoingEmail.objects.filter(
            partnership__in=partnerships, sent_at=None, tries__gt=0
        )
    )


def sent_emails(partnerships, most: int = 200) -> list[OutgoingEmail]:
    """The emails that these partnerships sent or will send, the latest first."""
    found = OutgoingEmail.objects.filter(partnership__in=partnerships)
    return list(found.order_by("-created_at")[:most])
