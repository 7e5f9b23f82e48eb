"""A publication has its states: when it goes out by itself, under whose names, what
stands beside it; and whatever happened, happened at a moment."""

import uuid
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.rulebook.language
import heed.rulebook.outcomes
import heed.vault.fields

LONDON = ZoneInfo("Europe/London")


def say_the_moment(apps, schema_editor):
    """A day becomes a moment: planned for its beginning, taken down by its end."""
    publications = apps.get_model("publications", "Publication").objects
    papers = apps.get_model("publications", "Paper").objects
    for pk, planned, removed, published in publications.values_list(
        "pk", "planned_on", "removed_on", "published_on"
    ):
        end = removed and removed + timedelta(days=1)
        publications.filter(pk=pk).update(
            planned_for=_begins(planned), removed_at=_begins(end)
        )
        public = papers.filter(publication=pk).exclude(published_hash="")
        public.update(published_on=published)


def _begins(day):
    return day and datetime.combine(day, time(0), tzinfo=LONDON)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0017_when_proceedings_changed"),
        ("partnership", "0002_harm_in_care"),
        ("publications", "0003_scans_looked_at"),
        ("vault", "0001_the_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="handover",
            name="refusal",
            field=heed.vault.fields.Sealed(null=True, seal="hand_over.refusal"),
        ),
        migrations.AddField(
            model_name="handover",
            name="refused_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="paper",
            name="corrected_on",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="paper",
            name="published_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="publication",
            name="planned_for",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="publication",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="advancecopy",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report", "The report"),
                    ("improvements", "The improvements"),
                    ("summary", "The summary and the lessons"),
                    ("recommendations", "The recommendations and what came of them"),
                    ("response", "The partnership’s response"),
                    ("statement", "The statement"),
                    ("easy_read", "The easy-read version"),
                    ("addendum", "The addendum"),
                    ("follow_up", "The follow-up"),
                ],
                default="report",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="notmaterial",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report", "The report"),
                    ("improvements", "The improvements"),
                    ("summary", "The summary and the lessons"),
                    ("recommendations", "The recommendations and what came of them"),
                    ("response", "The partnership’s response"),
                    ("statement", "The statement"),
                    ("easy_read", "The easy-read version"),
                    ("addendum", "The addendum"),
                    ("follow_up", "The follow-up"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="paper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report", "The report"),
                    ("improvements", "The improvements"),
                    ("summary", "The summary and the lessons"),
                    ("recommendations", "The recommendations and what came of them"),
                    ("response", "The partnership’s response"),
                    ("statement", "The statement"),
                    ("easy_read", "The easy-read version"),
                    ("addendum", "The addendum"),
                    ("follow_up", "The follow-up"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="publication",
            name="decision",
            field=models.CharField(
                blank=True,
                choices=[
                    (
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH"],
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision[
                            "PUBLISH_ANONYMOUSLY"
                        ],
                        heed.rulebook.outcomes.PublicationDecision[
                            "PUBLISH_ANONYMOUSLY"
                        ],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_LATER"],
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_LATER"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["BRIEFING_ONLY"],
                        heed.rulebook.outcomes.PublicationDecision["BRIEFING_ONLY"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["SUMMARY_ONLY"],
                        heed.rulebook.outcomes.PublicationDecision["SUMMARY_ONLY"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision[
                            "RECOMMENDATIONS_ONLY"
                        ],
                        heed.rulebook.outcomes.PublicationDecision[
                            "RECOMMENDATIONS_ONLY"
                        ],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["IMPROVEMENTS_ONLY"],
                        heed.rulebook.outcomes.PublicationDecision["IMPROVEMENTS_ONLY"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_NOTHING"],
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_NOTHING"],
                    ),
                ],
                max_length=30,
            ),
        ),
        migrations.AlterField(
            model_name="publication",
            name="proposed_decision",
            field=models.CharField(
                blank=True,
                choices=[
                    (
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH"],
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision[
                            "PUBLISH_ANONYMOUSLY"
                        ],
                        heed.rulebook.outcomes.PublicationDecision[
                            "PUBLISH_ANONYMOUSLY"
                        ],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_LATER"],
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_LATER"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["BRIEFING_ONLY"],
                        heed.rulebook.outcomes.PublicationDecision["BRIEFING_ONLY"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["SUMMARY_ONLY"],
                        heed.rulebook.outcomes.PublicationDecision["SUMMARY_ONLY"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision[
                            "RECOMMENDATIONS_ONLY"
                        ],
                        heed.rulebook.outcomes.PublicationDecision[
                            "RECOMMENDATIONS_ONLY"
                        ],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["IMPROVEMENTS_ONLY"],
                        heed.rulebook.outcomes.PublicationDecision["IMPROVEMENTS_ONLY"],
                    ),
                    (
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_NOTHING"],
                        heed.rulebook.outcomes.PublicationDecision["PUBLISH_NOTHING"],
                    ),
                ],
                max_length=30,
            ),
        ),
        migrations.CreateModel(
            name="Joining",
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
                ("proposed_at", models.DateTimeField()),
                ("proposed_by", models.CharField(max_length=200)),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("reasons", heed.vault.fields.Sealed(seal="joining.reasons")),
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
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joinings",
                        to="publications.publication",
                    ),
                ),
                (
                    "share",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.caseshare",
                    ),
                ),
            ],
            options={
                "ordering": ["proposed_at"],
            },
        ),
        migrations.CreateModel(
            name="JoiningAnswer",
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
                    "seat",
                    models.CharField(
                        choices=[
                            (
                                heed.rulebook.language.Seat["LOCAL_AUTHORITY"],
                                heed.rulebook.language.Seat["LOCAL_AUTHORITY"],
                            ),
                            (
                                heed.rulebook.language.Seat["ICB"],
                                heed.rulebook.language.Seat["ICB"],
                            ),
                            (
                                heed.rulebook.language.Seat["POLICE"],
                                heed.rulebook.language.Seat["POLICE"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("agrees", "I agree"), ("dissents", "I dissent")],
                        max_length=20,
                    ),
                ),
                ("answered_at", models.DateTimeField()),
                ("reasons", heed.vault.fields.Sealed(seal="joining_answer.reasons")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.partnership",
                    ),
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
                    "joining",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="publications.joining",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["answered_at"],
            },
        ),
        migrations.CreateModel(
            name="Release",
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
                ("release_at", models.DateTimeField()),
                ("arranged_at", models.DateTimeField()),
                ("released_at", models.DateTimeField(null=True)),
                ("lapsed_at", models.DateTimeField(null=True)),
                ("taken_back_at", models.DateTimeField(null=True)),
                (
                    "reasons",
                    heed.vault.fields.Sealed(null=True, seal="release.reasons"),
                ),
                (
                    "barred_by",
                    heed.vault.fields.Sealed(null=True, seal="release.barred_by"),
                ),
                (
                    "arranged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="publications.publication",
                    ),
                ),
            ],
            options={
                "ordering": ["arranged_at"],
            },
        ),
        migrations.AddConstraint(
            model_name="joining",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_back_at", None)),
                fields=("publication", "share"),
                name="one_joining_an_area",
            ),
        ),
        migrations.AddConstraint(
            model_name="joininganswer",
            constraint=models.UniqueConstraint(
                fields=("joining", "area", "seat"), name="one_answer_a_body"
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("lapsed_at", None), ("released_at", None), ("taken_back_at", None)
                ),
                fields=("publication",),
                name="one_release_waits",
            ),
        ),
        migrations.RunPython(say_the_moment, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="publication",
            name="removed_on",
        ),
    ]
