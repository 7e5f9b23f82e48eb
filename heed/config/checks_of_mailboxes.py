"""Whether every referral mailbox belongs to a partnership that there is. One of a
misspelt name would be read by nobody, and look like a quiet week."""

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

NO_SUCH = (
    "A mailbox is said to be that of {slug!r}, and no partnership has this short "
    "address name. There are: {known}. See HEED_MAILBOXES or HEED_IMAP_PARTNERSHIP."
)
WHOSE = (
    "There are several partnerships ({known}), and it is not said whose the referral "
    "mailbox is. Set HEED_IMAP_PARTNERSHIP, or name a mailbox for each in "
    "HEED_MAILBOXES."
)


def mailboxes_must_have_their_partnerships() -> None:
    """Raise CommandError for the first mailbox of which nobody can tell whose it is.
    Before there is any partnership, none can be."""
    if settings.ON_PUBLIC_DOOR:  # which has neither
        return
    from heed.correspondence.mailbox import mailboxes
    from heed.partnership.models import Partnership
    from heed.partnership.queries import partnership_for_intake

    if not (read := mailboxes()):
        return
    made = Partnership._meta.db_table in connection.introspection.table_names()
    slugs = Partnership.objects.values_list("slug", flat=True) if made else []
    known = sorted(slugs)
    for each in read if known else []:
        said = {"slug": each["partnership"], "known": ", ".join(known)}
        try:
            partnership_for_intake(each["partnership"])
        except Partnership.DoesNotExist:
            raise CommandError(NO_SUCH.format(**said)) from None
        except Partnership.MultipleObjectsReturned:
            raise CommandError(WHOSE.format(**said)) from None
