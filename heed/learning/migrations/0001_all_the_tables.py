import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("learning", "0001_recommendations_actions_briefings"),
        ("learning", "0001_the_tables"),
        ("learning", "0002_states"),
        ("learning", "0003_why_a_briefing_is_gone"),
    ]
    initial = True

    dependencies = [
        ("cases", "0001_all_the_tables"),
        ("partnership", "0001_all_the_tables"),
        ("vault", "0001_the_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Action",
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
                        ("starts_on", models.DateField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("on_track", "On track"),
                                    ("at_risk", "At risk"),
                                    ("complete", "Complete"),
                                    ("not_progressed", "Not progressed, with reasons"),
                                    ("superseded", "Replaced by another action"),
                                ],
                                default="not_started",
                                max_length=20,
                            ),
                        ),
                        ("planned_at", models.DateTimeField()),
                        ("planned_by", models.CharField(max_length=200)),
                        ("reopened_at", models.DateTimeField(null=True)),
                        ("text", heed.vault.fields.Sealed(seal="action.text")),
                        (
                            "measure",
                            heed.vault.fields.Sealed(null=True, seal="action.measure"),
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
                            "deadline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.deadline",
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
                            "owner",
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
                        (
                            "replaced_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="learning.action",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Briefing",
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
                            "library_id",
                            models.UUIDField(default=uuid.uuid4, editable=False),
                        ),
                        ("slug", models.CharField(blank=True, max_length=120)),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(max_length=200)),
                        ("writers", models.JSONField(default=list)),
                        ("edition", models.PositiveIntegerField(default=0)),
                        ("with_report", models.BooleanField(default=False)),
                        ("published_at", models.DateTimeField(null=True)),
                        ("handed_down_at", models.DateTimeField(null=True)),
                        ("refused_at", models.DateTimeField(null=True)),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        ("withdrawal_confirmed_at", models.DateTimeField(null=True)),
                        (
                            "withdrawal_confirmed_by",
                            models.CharField(blank=True, max_length=200),
                        ),
                        (
                            "gone_because",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("privacy", "It could harm or identify somebody"),
                                    ("legal", "A court, or proceedings, ask for it"),
                                    ("mistake", "Something in it is wrong"),
                                    ("replaced", "Another publication takes its place"),
                                    (
                                        "time",
                                        "It has been public for as long as it had to be",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "content",
                            heed.vault.fields.SealedJSON(seal="briefing.content"),
                        ),
                        (
                            "published_content",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="briefing.published_content"
                            ),
                        ),
                        (
                            "refusal",
                            heed.vault.fields.Sealed(
                                null=True, seal="briefing.refusal"
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
                            "withdrawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingApproval",
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
                        ("content_hash", models.CharField(max_length=64)),
                        ("approved_at", models.DateTimeField()),
                        (
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="learning.briefing",
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
                        "ordering": ["approved_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Ending",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("on_track", "On track"),
                                    ("at_risk", "At risk"),
                                    ("complete", "Complete"),
                                    ("not_progressed", "Not progressed, with reasons"),
                                    ("superseded", "Replaced by another action"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ended_at", models.DateTimeField()),
                        ("ended_by", models.CharField(max_length=200)),
                        ("done_on", models.DateField(null=True)),
                        ("evidence_dated_on", models.DateField(null=True)),
                        ("words", heed.vault.fields.Sealed(seal="action_ending.words")),
                        (
                            "evidence",
                            heed.vault.fields.Sealed(
                                null=True, seal="action_ending.evidence"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="endings",
                                to="learning.action",
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
                    ],
                    options={
                        "ordering": ["-ended_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Impact",
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
                        ("looked_on", models.DateField()),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("audit", "An audit"),
                                    ("dip_sample", "A dip sample of records"),
                                    ("survey", "A survey"),
                                    ("data", "Figures"),
                                    ("voices", "What children and families say"),
                                    ("other", "Another way"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "judgement",
                            models.CharField(
                                choices=[
                                    ("not_yet", "No change yet: to be looked at again"),
                                    ("some", "Some change"),
                                    ("sustained", "A change that lasts"),
                                    ("none", "No change was found"),
                                    ("cannot_tell", "It cannot be told"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(max_length=200)),
                        ("assured_at", models.DateTimeField(null=True)),
                        ("assured_by", models.CharField(blank=True, max_length=200)),
                        ("measure", heed.vault.fields.Sealed(seal="impact.measure")),
                        ("evidence", heed.vault.fields.Sealed(seal="impact.evidence")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="impacts",
                                to="learning.action",
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
                    ],
                    options={
                        "ordering": ["-looked_on", "-recorded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Progress",
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
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(max_length=200)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("not_started", "Not started"),
                                    ("on_track", "On track"),
                                    ("at_risk", "At risk"),
                                    ("complete", "Complete"),
                                    ("not_progressed", "Not progressed, with reasons"),
                                    ("superseded", "Replaced by another action"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="action_progress.words"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="updates",
                                to="learning.action",
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
                    ],
                    options={
                        "ordering": ["-given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Recommendation",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("recommendation", "Recommendation"),
                                    (
                                        "finding",
                                        "Finding with a question for the partnership",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("local", "Local"),
                                    ("regional", "Regional"),
                                    ("national", "National"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "aim",
                            models.CharField(
                                choices=[
                                    ("system", "How the system works"),
                                    ("practice", "Practice"),
                                    ("policy", "Policy and procedure"),
                                    ("training", "Training and development"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("rapid_review", "The rapid review"),
                                    ("review", "The review"),
                                    ("other", "Elsewhere"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("multi_agency", models.BooleanField()),
                        ("themes", models.JSONField(default=list)),
                        ("due_on", models.DateField(null=True)),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(max_length=200)),
                        ("text", heed.vault.fields.Sealed(seal="recommendation.text")),
                        (
                            "intended_change",
                            heed.vault.fields.Sealed(
                                seal="recommendation.intended_change"
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
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Addressee",
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
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("in_part", "Accepted in part"),
                                    ("not_accepted", "Not accepted"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answered_by", models.CharField(blank=True, max_length=200)),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="recommendation_answer.reasons"
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
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="addressees",
                                to="learning.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["organisation__name"],
                    },
                ),
                migrations.AddField(
                    model_name="action",
                    name="recommendation",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="learning.recommendation",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefing",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_briefing_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefing",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("slug", ""), _negated=True),
                        fields=("partnership", "slug"),
                        name="one_briefing_an_address",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recommendation",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_recommendation_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="addressee",
                    constraint=models.UniqueConstraint(
                        fields=("recommendation", "organisation"),
                        name="one_addressee_an_organisation",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="action",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_action_a_number"
                    ),
                ),
            ],
        ),
    ]
