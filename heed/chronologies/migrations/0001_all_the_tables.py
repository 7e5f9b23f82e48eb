import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("chronologies", "0001_the_tables"),
        ("chronologies", "0002_services_days_columns"),
        ("chronologies", "0003_key_of_names"),
        ("chronologies", "0004_tellings"),
        ("chronologies", "0005_marks"),
        ("chronologies", "0006_what_ended_a_telling"),
    ]
    initial = True

    dependencies = [
        ("cases", "0001_all_the_tables"),
        ("documents", "0001_the_tables"),
        ("partnership", "0001_all_the_tables"),
        ("vault", "0001_the_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Chronology",
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
                        ("service", models.CharField(blank=True, max_length=120)),
                        ("begun_at", models.DateTimeField()),
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.organisation",
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
                        "ordering": ["begun_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Answered",
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
                        ("kind", models.CharField(max_length=30)),
                        ("count", models.PositiveIntegerField()),
                        ("answered_at", models.DateTimeField()),
                        ("answered_by", models.CharField(max_length=200)),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        (
                            "before",
                            heed.vault.fields.SealedJSON(seal="chronology.before"),
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
                            "chronology",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="chronologies.chronology",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["answered_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Collation",
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
                        ("collated_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(max_length=200)),
                        ("services", models.PositiveSmallIntegerField()),
                        ("rows_in", models.PositiveIntegerField()),
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.organisation",
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
                        "ordering": ["recorded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Coming",
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
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("file", "From a file"),
                                    ("pasted", "From a table that was pasted"),
                                    ("answer", "With what the agency answered"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("came_at", models.DateTimeField()),
                        ("came_by", models.CharField(max_length=200)),
                        ("rows_in", models.PositiveIntegerField(default=0)),
                        ("is_of_another_case", models.BooleanField(default=False)),
                        (
                            "columns",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="chronology.columns"
                            ),
                        ),
                        (
                            "problem",
                            heed.vault.fields.Sealed(
                                null=True, seal="chronology.problem"
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
                            "chronology",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comings",
                                to="chronologies.chronology",
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
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
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
                        "ordering": ["came_at", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="GapDays",
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
                        ("changed_at", models.DateTimeField()),
                        ("chosen", models.JSONField()),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "ordering": ["changed_at"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="KeyEpisode",
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
                        ("first_day", models.DateField(null=True)),
                        ("last_day", models.DateField(null=True)),
                        ("marked_at", models.DateTimeField()),
                        ("marked_by", models.CharField(max_length=200)),
                        ("taken_out_at", models.DateTimeField(null=True)),
                        ("name", heed.vault.fields.Sealed(seal="key_episode.name")),
                        ("why", heed.vault.fields.Sealed(seal="key_episode.why")),
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
                        "ordering": ["marked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="KnownColumns",
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
                        ("kept_at", models.DateTimeField()),
                        (
                            "meanings",
                            heed.vault.fields.SealedJSON(seal="known_columns.meanings"),
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
                            "organisation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.organisation",
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
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NameKey",
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
                        ("begun_at", models.DateTimeField()),
                        ("begun_by", models.CharField(max_length=200)),
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
                        "ordering": ["begun_at"],
                    },
                ),
                migrations.CreateModel(
                    name="InKey",
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
                        ("role", models.CharField(max_length=60)),
                        ("number", models.PositiveSmallIntegerField()),
                        ("put_in_at", models.DateTimeField()),
                        ("put_in_by", models.CharField(max_length=200)),
                        ("taken_out_at", models.DateTimeField(null=True)),
                        ("names", heed.vault.fields.SealedJSON(seal="in_key.names")),
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
                            "key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="chronologies.namekey",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["role", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="RestrictedReader",
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
                                    ("sub_judice", "Before a court"),
                                    ("third_party", "About somebody else"),
                                    ("safe_address", "Where somebody is safe"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(max_length=200)),
                        ("ended_at", models.DateTimeField(null=True)),
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Row",
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
                            "number",
                            models.DecimalField(decimal_places=8, max_digits=20),
                        ),
                        ("place", models.PositiveIntegerField()),
                        ("written_at", models.DateTimeField()),
                        ("amended_at", models.DateTimeField(null=True)),
                        ("amended_by", models.CharField(blank=True, max_length=200)),
                        ("earliest", models.DateField(null=True)),
                        ("latest", models.DateField(null=True)),
                        ("stands_on", models.DateField(null=True)),
                        (
                            "breadth",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "A day, or some days"),
                                    (1, "A month"),
                                    (2, "A year"),
                                    (3, "Not known"),
                                ]
                            ),
                        ),
                        ("time", models.TimeField(null=True)),
                        ("sequence", models.FloatField(default=0)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("event", "Event"),
                                    ("contact", "Contact"),
                                    ("decision", "Decision"),
                                    ("gap", "No contact"),
                                    ("context", "Context"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "child_seen",
                            models.CharField(default="not_recorded", max_length=20),
                        ),
                        (
                            "seen_alone",
                            models.CharField(default="not_recorded", max_length=20),
                        ),
                        ("doubt", models.CharField(blank=True, max_length=30)),
                        ("without_source", models.BooleanField(default=False)),
                        (
                            "restricted",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("sub_judice", "Before a court"),
                                    ("third_party", "About somebody else"),
                                    ("safe_address", "Where somebody is safe"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "words",
                            heed.vault.fields.SealedJSON(seal="chronology_row.words"),
                        ),
                        (
                            "typed",
                            heed.vault.fields.SealedJSON(seal="chronology_row.typed"),
                        ),
                        (
                            "earlier",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="chronology_row.earlier"
                            ),
                        ),
                        (
                            "answered_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="chronologies.answered",
                            ),
                        ),
                        (
                            "came_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="chronologies.coming",
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
                            "chronology",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="chronologies.chronology",
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
                            "first_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought",
                                to="chronologies.coming",
                            ),
                        ),
                        (
                            "gone_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gone",
                                to="chronologies.coming",
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
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="ChronologyNote",
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
                            "where",
                            models.CharField(
                                choices=[
                                    ("row", "On a row"),
                                    ("after", "Between rows: after a row"),
                                    ("day", "At a day"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("day", models.DateField(null=True)),
                        ("is_shared", models.BooleanField(default=False)),
                        ("written_at", models.DateTimeField()),
                        ("taken_out_at", models.DateTimeField(null=True)),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="chronology_note.words"),
                        ),
                        (
                            "said",
                            heed.vault.fields.Sealed(
                                null=True, seal="chronology_note.said"
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="chronologies.row",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-written_at"],
                    },
                ),
                migrations.CreateModel(
                    name="RowInEpisode",
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
                        ("put_in_at", models.DateTimeField()),
                        ("put_in_by", models.CharField(max_length=200)),
                        ("taken_out_at", models.DateTimeField(null=True)),
                        ("said", heed.vault.fields.Sealed(seal="row_in_episode.said")),
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
                            "episode",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="chronologies.keyepisode",
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
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="in_episodes",
                                to="chronologies.row",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["put_in_at"],
                    },
                ),
                migrations.CreateModel(
                    name="RowOfFinding",
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
                        ("kind", models.CharField(max_length=30)),
                        ("finding", models.CharField(max_length=60)),
                        ("linked_at", models.DateTimeField()),
                        ("linked_by", models.CharField(max_length=200)),
                        ("taken_out_at", models.DateTimeField(null=True)),
                        ("said", heed.vault.fields.Sealed(seal="row_of_finding.said")),
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
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="chronologies.row",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["kind", "finding"],
                    },
                ),
                migrations.CreateModel(
                    name="RowTheme",
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
                        ("theme", models.CharField(max_length=10)),
                        ("was_suggested", models.BooleanField(default=False)),
                        ("confirmed_at", models.DateTimeField()),
                        ("confirmed_by", models.CharField(max_length=200)),
                        ("taken_out_at", models.DateTimeField(null=True)),
                        ("said", heed.vault.fields.Sealed(seal="row_theme.said")),
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
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes",
                                to="chronologies.row",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["theme"],
                    },
                ),
                migrations.CreateModel(
                    name="Telling",
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
                                    ("event", "One event, told by several"),
                                    ("twice", "One row that is there twice"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("belongs", models.BooleanField()),
                        ("said_at", models.DateTimeField()),
                        ("said_by", models.CharField(max_length=200)),
                        (
                            "agreed",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agreed", "The agencies agree"),
                                    ("disputed", "Disputed"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "agreed_said",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="telling.agreed_said"
                            ),
                        ),
                        ("over_at", models.DateTimeField(null=True)),
                        ("over_by", models.CharField(blank=True, max_length=200)),
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
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ended",
                                to="chronologies.telling",
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
                        "ordering": ["said_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Account",
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
                        ("side", models.PositiveSmallIntegerField(default=0)),
                        ("by_hand", models.BooleanField(default=False)),
                        ("why", heed.vault.fields.Sealed(seal="account.why")),
                        ("said", heed.vault.fields.Sealed(seal="account.said")),
                        ("put_at", models.DateTimeField()),
                        ("put_by", models.CharField(max_length=200)),
                        ("left_at", models.DateTimeField(null=True)),
                        ("left_by", models.CharField(blank=True, max_length=200)),
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
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accounts",
                                to="chronologies.row",
                            ),
                        ),
                        (
                            "telling",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accounts",
                                to="chronologies.telling",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["put_at"],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateColumns",
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
                        ("changed_at", models.DateTimeField()),
                        ("columns", models.JSONField()),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "ordering": ["changed_at"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TypedRows",
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
                        ("saved_at", models.DateTimeField()),
                        (
                            "cells",
                            heed.vault.fields.SealedJSON(seal="typed_rows.cells"),
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["saved_at"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="chronology",
                    constraint=models.UniqueConstraint(
                        fields=("case", "organisation", "service"),
                        name="one_chronology_a_service",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="coming",
                    constraint=models.UniqueConstraint(
                        fields=("chronology", "number"), name="comings_are_numbered"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="namekey",
                    constraint=models.UniqueConstraint(
                        fields=("case",), name="one_key_of_names_a_case"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="inkey",
                    constraint=models.UniqueConstraint(
                        fields=("key", "role", "number"),
                        name="one_number_a_role_in_a_key",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="restrictedreader",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("case", "person", "kind"),
                        name="one_clearance_a_kind",
                    ),
                ),
                migrations.AddIndex(
                    model_name="row",
                    index=models.Index(
                        fields=[
                            "case",
                            "stands_on",
                            "breadth",
                            "time",
                            "sequence",
                            "number",
                        ],
                        name="chronologie_case_id_87c433_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="row",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_row_a_citation_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rowinepisode",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("taken_out_at", None)),
                        fields=("episode", "row"),
                        name="a_row_once_in_an_episode",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rowoffinding",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("taken_out_at", None)),
                        fields=("kind", "finding", "row"),
                        name="a_row_once_under_a_finding",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rowtheme",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("taken_out_at", None)),
                        fields=("row", "theme"),
                        name="a_theme_once_on_a_row",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="account",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("left_at", None)),
                        fields=("telling", "row"),
                        name="an_account_stands_once_in_an_event",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="typedrows",
                    constraint=models.UniqueConstraint(
                        fields=("case", "person"), name="one_grid_a_person"
                    ),
                ),
            ],
        ),
    ]
