"""What people type may name somebody: it is sealed like all words of a case."""

from django.db import migrations

from heed.vault.fields import Sealed
from heed.vault.moving import sealed_instead


class Migration(migrations.Migration):
    dependencies = [("reviews", "0002_own_accounts_and_written_requests")]

    operations = [
        *sealed_instead("reviews", "event", "title", Sealed(seal="event.title")),
    ]
