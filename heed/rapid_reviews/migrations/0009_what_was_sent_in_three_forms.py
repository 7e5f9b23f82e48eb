"""How people are called in the paper for the Panel, and its PDF and JSON as sent."""

import django.db.models.deletion
from django.db import migrations, models

import heed.vault.fields


def _paper():
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="documents.document",
    )


class Migration(migrations.Migration):
    dependencies = [("rapid_reviews", "0008_full_summaries_and_drafts")]

    operations = [
        migrations.AddField(
            model_name="rapidreview",
            name="named",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="rapidreview",
            name="names_left",
            field=heed.vault.fields.SealedJSON(
                editable=False, null=True, seal="rapid_review.names_left"
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="named",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(model_name="submission", name="as_pdf", field=_paper()),
        migrations.AddField(model_name="submission", name="as_json", field=_paper()),
    ]
