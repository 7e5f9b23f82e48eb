"""What people type may name somebody: it is sealed like all words of a case."""

from django.db import migrations

from heed.vault.fields import Sealed
from heed.vault.moving import sealed_instead


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_conflicts_decided")]

    operations = [
        *sealed_instead("cases", "child", "sex", Sealed(seal="child.sex", null=True)),
        *sealed_instead(
            "cases", "familymember", "relationship", Sealed(seal="family.relationship")
        ),
        *sealed_instead(
            "cases",
            "safetyaction",
            "owner_organisation",
            Sealed(seal="safety_action.owner_organisation"),
        ),
        *sealed_instead("cases", "openitem", "label", Sealed(seal="open_item.label")),
    ]
