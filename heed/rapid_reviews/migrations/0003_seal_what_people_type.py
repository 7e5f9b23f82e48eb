"""What people type may name somebody: it is sealed like all words of a case."""

from django.db import migrations

from heed.vault.fields import Sealed
from heed.vault.moving import sealed_instead


class Migration(migrations.Migration):
    dependencies = [("rapid_reviews", "0002_proofs_views_and_scrutiny")]

    operations = [
        *sealed_instead(
            "rapid_reviews", "submission", "route", Sealed(seal="submission.route")
        ),
        *sealed_instead("rapid_reviews", "told", "route", Sealed(seal="told.route")),
    ]
