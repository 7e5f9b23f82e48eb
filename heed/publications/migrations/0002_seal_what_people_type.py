"""What people type may name somebody: it is sealed like all words of a case."""

from django.db import migrations

from heed.vault.fields import Sealed
from heed.vault.moving import sealed_instead


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_what_becomes_public")]

    operations = [
        *sealed_instead(
            "publications", "advancecopy", "route", Sealed(seal="advance_copy.route")
        ),
    ]
