"""A briefing may go out with the report; what the library refuses is told."""

from django.db import migrations, models

import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("learning", "0001_the_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="briefing",
            name="refusal",
            field=heed.vault.fields.Sealed(null=True, seal="briefing.refusal"),
        ),
        migrations.AddField(
            model_name="briefing",
            name="refused_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="briefing",
            name="with_report",
            field=models.BooleanField(default=False),
        ),
    ]
