"""What runs beside a case in the hands of others, and what must wait meanwhile."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.cases.models.spine
import heed.rulebook.language
import heed.rulebook.parallel
import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_what_the_family_hears_of_a_decision"),
        ("partnership", "0001_the_tables"),
        ("vault", "0001_the_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="ParallelProcess",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=heed.cases.models.spine.a_public_id,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            (
                                heed.rulebook.parallel.Kind["POLICE"],
                                "Police investigation",
                            ),
                            (
                                heed.rulebook.parallel.Kind["PROSECUTION"],
                                "Prosecution (Crown Prosecution Service)",
                            ),
                            (heed.rulebook.parallel.Kind["INQUEST"], "Inquest"),
                            (
                                heed.rulebook.parallel.Kind["FAMILY_COURT"],
                                "Family court",
                            ),
                            (
                                heed.rulebook.parallel.Kind["CHILD_DEATH_REVIEW"],
                                "Child death review",
                            ),
                            (
                                heed.rulebook.parallel.Kind["DOMESTIC_ABUSE_DEATH"],
                                "Domestic abuse related death review",
                            ),
                            (
                                heed.rulebook.parallel.Kind["ADULT_REVIEW"],
                                "Safeguarding adult review",
                            ),
                            (
                                heed.rulebook.parallel.Kind["MAPPA"],
                                "MAPPA serious case review",
                            ),
                            (
                                heed.rulebook.parallel.Kind["PATIENT_SAFETY"],
                                "Patient safety investigation",
                            ),
                            (
                                heed.rulebook.parallel.Kind["EMPLOYMENT"],
                                "Employment or professional conduct",
                            ),
                            (
                                heed.rulebook.parallel.Kind["OTHER_NATION"],
                                "Review in Wales, Scotland or Northern Ireland",
                            ),
                            (heed.rulebook.parallel.Kind["OTHER"], "Something else"),
                        ],
                        max_length=30,
                    ),
                ),
                ("began_on", models.DateField(null=True)),
                ("next_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.CharField(max_length=200)),
                (
                    "body",
                    heed.vault.fields.Sealed(null=True, seal="parallel_process.body"),
                ),
                (
                    "reference",
                    heed.vault.fields.Sealed(
                        null=True, seal="parallel_process.reference"
                    ),
                ),
                (
                    "contact",
                    heed.vault.fields.Sealed(
                        null=True, seal="parallel_process.contact"
                    ),
                ),
                (
                    "next_step",
                    heed.vault.fields.Sealed(
                        null=True, seal="parallel_process.next_step"
                    ),
                ),
                (
                    "words",
                    heed.vault.fields.Sealed(null=True, seal="parallel_process.words"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="cases.case",
                    ),
                ),
                (
                    "data_key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.datakey",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["noted_at"],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=heed.cases.models.spine.a_public_id,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "blocks",
                    models.CharField(
                        choices=[
                            (
                                heed.rulebook.language.Blocks["DISCLOSURE"],
                                "Giving papers and drafts to others",
                            ),
                            (
                                heed.rulebook.language.Blocks["INTERVIEWS"],
                                "Meeting practitioners and others to hear what they say",
                            ),
                            (
                                heed.rulebook.language.Blocks["PUBLICATION"],
                                "Publishing anything of the case",
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("review_on", models.DateField()),
                ("set_at", models.DateTimeField()),
                ("set_by", models.CharField(max_length=200)),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_by", models.CharField(blank=True, max_length=200)),
                ("reason", heed.vault.fields.Sealed(seal="hold.reason")),
                (
                    "lifted_because",
                    heed.vault.fields.Sealed(null=True, seal="hold.lifted_because"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="cases.case",
                    ),
                ),
                (
                    "data_key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.datakey",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.partnership",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="cases.parallelprocess",
                    ),
                ),
            ],
            options={
                "ordering": ["set_at"],
            },
        ),
    ]
