import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.rulebook.duties
import heed.rulebook.language
import heed.rulebook.outcomes
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("publications", "0001_what_becomes_public"),
        ("publications", "0002_seal_what_people_type"),
        ("publications", "0003_everybody_who_wrote_a_text"),
        ("publications", "0004_earlier_reviews_by_two_people"),
        ("publications", "0005_copies_of_exactly_a_text"),
        ("publications", "0006_the_three_decide_and_family_agrees"),
        ("publications", "0007_earlier_withdrawals"),
        ("publications", "0001_the_tables"),
        ("publications", "0002_decisions"),
        ("publications", "0003_scans_looked_at"),
        ("publications", "0004_states"),
        ("publications", "0005_gate"),
        ("publications", "0006_as_decided"),
        ("publications", "0007_kept_for_another"),
        ("publications", "0008_duty_of_a_version"),
        ("publications", "0009_attempts_beside"),
        ("publications", "0010_earlier_on_its_way"),
        ("publications", "0011_taken_back"),
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
                    name="Approval",
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
                    name="EarlierReview",
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
                        ("proposed_at", models.DateTimeField()),
                        ("content_hash", models.CharField(max_length=64)),
                        ("entered_at", models.DateTimeField(null=True)),
                        ("set_aside_at", models.DateTimeField(null=True)),
                        ("is_on_its_way", models.BooleanField(default=False)),
                        ("first_checked", models.JSONField(default=list)),
                        ("second_checked", models.JSONField(default=list)),
                        (
                            "entry",
                            heed.vault.fields.SealedJSON(seal="earlier_review.entry"),
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
                            "entered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["proposed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="EarlierWithdrawal",
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
                                editable=False,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("library_id", models.UUIDField()),
                        ("number", models.PositiveIntegerField(default=0)),
                        ("is_on_its_way", models.BooleanField(default=False)),
                        ("withdrawn_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        ("confirmed_by", models.CharField(blank=True, max_length=200)),
                        (
                            "title",
                            heed.vault.fields.Sealed(seal="earlier_withdrawal.title"),
                        ),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="earlier_withdrawal.reasons"
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["withdrawn_at"],
                    },
                ),
                migrations.CreateModel(
                    name="GateAsApproved",
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
                        ("kept_at", models.DateTimeField()),
                        (
                            "items",
                            heed.vault.fields.SealedJSON(seal="gate_as_approved.items"),
                        ),
                        (
                            "read_back",
                            heed.vault.fields.SealedJSON(
                                seal="gate_as_approved.read_back"
                            ),
                        ),
                        (
                            "register_mark",
                            heed.vault.fields.Sealed(
                                seal="gate_as_approved.register_mark"
                            ),
                        ),
                        (
                            "approval",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gate",
                                to="publications.approval",
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
                        "ordering": ["kept_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Paper",
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
                                    ("report", "The report"),
                                    ("improvements", "The improvements"),
                                    ("summary", "The summary and the lessons"),
                                    (
                                        "recommendations",
                                        "The recommendations and what came of them",
                                    ),
                                    ("response", "The partnership’s response"),
                                    ("statement", "The statement"),
                                    ("easy_read", "The easy-read version"),
                                    ("addendum", "The addendum"),
                                    ("follow_up", "The follow-up"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "library_id",
                            models.UUIDField(default=uuid.uuid4, editable=False),
                        ),
                        ("slug", models.CharField(blank=True, max_length=120)),
                        ("written_at", models.DateTimeField()),
                        ("writers", models.JSONField(default=list)),
                        ("published_hash", models.CharField(blank=True, max_length=64)),
                        ("published_on", models.DateField(null=True)),
                        ("days_away", models.PositiveIntegerField(default=0)),
                        ("corrected_on", models.JSONField(default=list)),
                        ("words", heed.vault.fields.SealedJSON(seal="paper.words")),
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
                            "document",
                            models.ForeignKey(
                                null=True,
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
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["kind"],
                    },
                ),
                migrations.CreateModel(
                    name="KeptWord",
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
                            "reason",
                            models.CharField(
                                choices=[
                                    (
                                        "everyday_word",
                                        "It is an everyday word here, and names nobody",
                                    ),
                                    (
                                        "family_wish",
                                        "The family wishes the real name to be used",
                                    ),
                                    (
                                        "already_public",
                                        "The real name is already public",
                                    ),
                                    (
                                        "another",
                                        "It means somebody or something else here",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("proposed_at", models.DateTimeField()),
                        ("form", heed.vault.fields.Sealed(seal="kept_word.form")),
                        ("place", heed.vault.fields.Sealed(seal="kept_word.place")),
                        (
                            "sentence",
                            heed.vault.fields.Sealed(
                                null=True, seal="kept_word.sentence"
                            ),
                        ),
                        ("why", heed.vault.fields.Sealed(seal="kept_word.why")),
                        (
                            "legal_advice",
                            heed.vault.fields.Sealed(
                                null=True, seal="kept_word.legal_advice"
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
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kept",
                                to="publications.paper",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["proposed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="DutyPointedOut",
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
                            "duty",
                            models.CharField(
                                choices=[
                                    (
                                        heed.rulebook.duties.Duty["IMPROVEMENTS"],
                                        heed.rulebook.duties.Duty["IMPROVEMENTS"],
                                    ),
                                    (
                                        heed.rulebook.duties.Duty["REASONS_WHY"],
                                        heed.rulebook.duties.Duty["REASONS_WHY"],
                                    ),
                                    (
                                        heed.rulebook.duties.Duty["REVIEWER"],
                                        heed.rulebook.duties.Duty["REVIEWER"],
                                    ),
                                    (
                                        heed.rulebook.duties.Duty["BY_WHEN"],
                                        heed.rulebook.duties.Duty["BY_WHEN"],
                                    ),
                                    (
                                        heed.rulebook.duties.Duty["CHILD"],
                                        heed.rulebook.duties.Duty["CHILD"],
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("content_hash", models.CharField(blank=True, max_length=64)),
                        ("pointed_at", models.DateTimeField()),
                        (
                            "where",
                            heed.vault.fields.Sealed(seal="duty_pointed_out.where"),
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
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duties_pointed_out",
                                to="publications.paper",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pointed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="CheckedWord",
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
                            "reason",
                            models.CharField(
                                choices=[
                                    (
                                        "role",
                                        "It is a role, a public body or a public place",
                                    ),
                                    ("everyday_word", "It is an everyday word here"),
                                    (
                                        "needed",
                                        "The report needs it, and it leads to nobody",
                                    ),
                                    (
                                        "already_public",
                                        "It is public already, and adds nothing",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        ("class_of", models.CharField(max_length=30)),
                        ("form", heed.vault.fields.Sealed(seal="checked_word.form")),
                        ("place", heed.vault.fields.Sealed(seal="checked_word.place")),
                        (
                            "sentence",
                            heed.vault.fields.Sealed(seal="checked_word.sentence"),
                        ),
                        ("words", heed.vault.fields.Sealed(seal="checked_word.words")),
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
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checked",
                                to="publications.paper",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["answered_at"],
                    },
                ),
                migrations.AddField(
                    model_name="approval",
                    name="paper",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="publications.paper",
                    ),
                ),
                migrations.CreateModel(
                    name="Publication",
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
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH"
                                        ],
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
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "BRIEFING_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "BRIEFING_ONLY"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "SUMMARY_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "SUMMARY_ONLY"
                                        ],
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
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "IMPROVEMENTS_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "IMPROVEMENTS_ONLY"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_NOTHING"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_NOTHING"
                                        ],
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("decided_by", models.CharField(blank=True, max_length=200)),
                        ("expected_on", models.DateField(null=True)),
                        ("look_again_on", models.DateField(null=True)),
                        (
                            "proposed_decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH"
                                        ],
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
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "BRIEFING_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "BRIEFING_ONLY"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "SUMMARY_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "SUMMARY_ONLY"
                                        ],
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
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "IMPROVEMENTS_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "IMPROVEMENTS_ONLY"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_NOTHING"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_NOTHING"
                                        ],
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(null=True)),
                        ("proposed_by", models.CharField(blank=True, max_length=200)),
                        ("proposed_expected_on", models.DateField(null=True)),
                        ("proposed_look_again_on", models.DateField(null=True)),
                        ("round", models.PositiveSmallIntegerField(default=0)),
                        ("planned_on", models.DateField(null=True)),
                        ("planned_for", models.DateTimeField(null=True)),
                        ("planned_at", models.DateTimeField(null=True)),
                        ("published_on", models.DateField(null=True)),
                        ("published_at", models.DateTimeField(null=True)),
                        ("days_short", models.PositiveSmallIntegerField(null=True)),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("library", "In the library"),
                                    ("own_site", "On the partnership’s own site"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("own_address", models.URLField(blank=True, max_length=500)),
                        (
                            "own_published_by",
                            models.CharField(blank=True, max_length=200),
                        ),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        ("withdrawal_confirmed_at", models.DateTimeField(null=True)),
                        (
                            "withdrawal_confirmed_by",
                            models.CharField(blank=True, max_length=200),
                        ),
                        ("removed_at", models.DateTimeField(null=True)),
                        ("deposited_on", models.DateField(null=True)),
                        (
                            "review_id",
                            models.UUIDField(default=uuid.uuid4, editable=False),
                        ),
                        (
                            "deposit",
                            heed.vault.fields.Sealed(
                                null=True, seal="publication.deposit"
                            ),
                        ),
                        (
                            "proposed_reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="publication.proposed_reasons"
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
                            "removal_agreed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                ),
                migrations.AddField(
                    model_name="paper",
                    name="publication",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="publications.publication",
                    ),
                ),
                migrations.CreateModel(
                    name="OwnSiteCheck",
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
                        ("checked_on", models.DateField()),
                        ("checked_by", models.CharField(max_length=200)),
                        ("stands", models.BooleanField()),
                        (
                            "note",
                            heed.vault.fields.Sealed(
                                null=True, seal="own_site_check.note"
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
                                related_name="checks",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["checked_on"],
                    },
                ),
                migrations.CreateModel(
                    name="NotMaterial",
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
                                    ("report", "The report"),
                                    ("improvements", "The improvements"),
                                    ("summary", "The summary and the lessons"),
                                    (
                                        "recommendations",
                                        "The recommendations and what came of them",
                                    ),
                                    ("response", "The partnership’s response"),
                                    ("statement", "The statement"),
                                    ("easy_read", "The easy-read version"),
                                    ("addendum", "The addendum"),
                                    ("follow_up", "The follow-up"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("content_hash", models.CharField(max_length=64)),
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
                        ("recorded_at", models.DateTimeField()),
                        ("words", heed.vault.fields.Sealed(seal="not_material.words")),
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
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="not_material",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["recorded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="KnownInPublic",
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
                            "source",
                            models.CharField(
                                choices=[
                                    (
                                        "media",
                                        "Newspapers, broadcasters and their sites",
                                    ),
                                    ("court", "A court, its lists and its judgments"),
                                    ("inquest", "An inquest"),
                                    ("social_media", "Social media and neighbours"),
                                    ("other", "Elsewhere"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("nothing_found", models.BooleanField()),
                        ("looked_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "where",
                            heed.vault.fields.Sealed(seal="known_in_public.where"),
                        ),
                        (
                            "what",
                            heed.vault.fields.Sealed(
                                null=True, seal="known_in_public.what"
                            ),
                        ),
                        (
                            "together",
                            heed.vault.fields.Sealed(
                                null=True, seal="known_in_public.together"
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
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="known_in_public",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["source", "looked_on", "recorded_at"],
                    },
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
                            "share",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.caseshare",
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
                    ],
                    options={
                        "ordering": ["proposed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyNotTold",
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
                            "about",
                            models.CharField(
                                choices=[
                                    ("draft", "They were not offered the draft"),
                                    (
                                        "day",
                                        "They were not told the day of publication",
                                    ),
                                    (
                                        "words",
                                        "They were not asked about the words on who the child is",
                                    ),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("accepted_at", models.DateTimeField()),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(seal="family_not_told.reasons"),
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
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="family_not_told",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["accepted_at"],
                    },
                ),
                migrations.CreateModel(
                    name="EarlyException",
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
                            "reason",
                            models.CharField(
                                choices=[
                                    (
                                        heed.rulebook.outcomes.EarlyReason[
                                            "COURT_ORDER"
                                        ],
                                        heed.rulebook.outcomes.EarlyReason[
                                            "COURT_ORDER"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.EarlyReason[
                                            "PANEL_AND_MINISTER_AGREE"
                                        ],
                                        heed.rulebook.outcomes.EarlyReason[
                                            "PANEL_AND_MINISTER_AGREE"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.EarlyReason[
                                            "UNAUTHORISED_DISCLOSURE"
                                        ],
                                        heed.rulebook.outcomes.EarlyReason[
                                            "UNAUTHORISED_DISCLOSURE"
                                        ],
                                    ),
                                ],
                                max_length=50,
                            ),
                        ),
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
                        ("recorded_at", models.DateTimeField()),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="early_exception.words"),
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
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="early",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["recorded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Comment",
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
                            "body",
                            models.CharField(
                                choices=[
                                    ("panel", "The Panel"),
                                    ("secretary_of_state", "The Secretary of State"),
                                    ("ofsted", "Ofsted"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("received_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        ("replied_at", models.DateTimeField(null=True)),
                        ("replied_by", models.CharField(blank=True, max_length=200)),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="publication_comment.words"),
                        ),
                        (
                            "reply",
                            heed.vault.fields.Sealed(
                                null=True, seal="publication_comment.reply"
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
                                related_name="comments",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["received_on", "recorded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Clearance",
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
                        ("role", models.CharField(max_length=40)),
                        ("cleared_at", models.DateTimeField()),
                        ("looked_at", models.JSONField(default=list)),
                        ("words", heed.vault.fields.Sealed(seal="clearance.words")),
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
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clearances",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["cleared_at"],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerOnPublication",
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
                        ("round", models.PositiveSmallIntegerField()),
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
                                choices=[
                                    ("agrees", "I agree"),
                                    ("dissents", "I dissent"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                seal="answer_on_publication.reasons"
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
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["answered_at"],
                    },
                ),
                migrations.CreateModel(
                    name="AdvanceCopy",
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
                                    ("report", "The report"),
                                    ("improvements", "The improvements"),
                                    ("summary", "The summary and the lessons"),
                                    (
                                        "recommendations",
                                        "The recommendations and what came of them",
                                    ),
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
                        (
                            "body",
                            models.CharField(
                                choices=[
                                    ("panel", "The Panel"),
                                    ("secretary_of_state", "The Secretary of State"),
                                    ("ofsted", "Ofsted"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("sent_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        ("content_hash", models.CharField(max_length=64)),
                        ("route", heed.vault.fields.Sealed(seal="advance_copy.route")),
                        (
                            "proof",
                            heed.vault.fields.Sealed(
                                null=True, seal="advance_copy.proof"
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
                                related_name="copies",
                                to="publications.publication",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["sent_on", "body"],
                    },
                ),
                migrations.CreateModel(
                    name="PublisherHandedDown",
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
                        ("number", models.PositiveIntegerField(default=0)),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        ("handed_at", models.DateTimeField(null=True)),
                        (
                            "partnership",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
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
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH"
                                        ],
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
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "BRIEFING_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "BRIEFING_ONLY"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "SUMMARY_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "SUMMARY_ONLY"
                                        ],
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
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "IMPROVEMENTS_ONLY"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "IMPROVEMENTS_ONLY"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_NOTHING"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_NOTHING"
                                        ],
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
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
                            heed.vault.fields.Sealed(
                                null=True, seal="release.barred_by"
                            ),
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
                migrations.CreateModel(
                    name="Scan",
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
                        ("scanner", models.CharField(blank=True, max_length=16)),
                        ("scanned_at", models.DateTimeField()),
                        ("scanned_by", models.CharField(max_length=200)),
                        (
                            "findings",
                            heed.vault.fields.SealedJSON(seal="scan.findings"),
                        ),
                        (
                            "left_behind",
                            heed.vault.fields.SealedJSON(seal="scan.left_behind"),
                        ),
                        (
                            "register_mark",
                            heed.vault.fields.Sealed(seal="scan.register_mark"),
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
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scans",
                                to="publications.paper",
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
                        "ordering": ["scanned_at"],
                    },
                ),
                migrations.CreateModel(
                    name="LeftBehind",
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
                        ("acknowledged_at", models.DateTimeField()),
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
                            "scan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acknowledged",
                                to="publications.scan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SentBack",
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
                        ("sent_at", models.DateTimeField()),
                        ("content_hash", models.CharField(max_length=64)),
                        (
                            "places",
                            heed.vault.fields.SealedJSON(seal="sent_back.places"),
                        ),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        ("words", heed.vault.fields.Sealed(seal="sent_back.words")),
                        (
                            "taken_back_because",
                            heed.vault.fields.Sealed(
                                null=True, seal="sent_back.taken_back_because"
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
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sent_back",
                                to="publications.paper",
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
                        "ordering": ["sent_at"],
                    },
                ),
                migrations.CreateModel(
                    name="HandOver",
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
                        ("library_id", models.UUIDField(db_index=True)),
                        ("number", models.PositiveIntegerField()),
                        (
                            "what",
                            models.CharField(
                                choices=[
                                    ("receive", "To be shown"),
                                    ("withdraw", "Withdrawn at once"),
                                    ("remove", "Taken down in the ordinary way"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("done_at", models.DateTimeField(null=True)),
                        ("outcome", models.CharField(blank=True, max_length=20)),
                        ("tries", models.PositiveIntegerField(default=0)),
                        ("failure", models.CharField(blank=True, max_length=60)),
                        ("refused_at", models.DateTimeField(null=True)),
                        (
                            "bundle",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="hand_over.bundle"
                            ),
                        ),
                        (
                            "pdf",
                            heed.vault.fields.SealedBytes(
                                null=True, seal="hand_over.pdf"
                            ),
                        ),
                        (
                            "refusal",
                            heed.vault.fields.Sealed(
                                null=True, seal="hand_over.refusal"
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
                        "ordering": ["asked_at", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("library_id", "number"),
                                name="one_hand_over_a_number",
                            )
                        ],
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
                                choices=[
                                    ("agrees", "I agree"),
                                    ("dissents", "I dissent"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(seal="joining_answer.reasons"),
                        ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("joining", "area", "seat"),
                                name="one_answer_a_body",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeptWordSignature",
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
                        ("signed_at", models.DateTimeField()),
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
                            "kept_word",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="publications.keptword",
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
                        "ordering": ["signed_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kept_word", "person"),
                                name="one_name_under_an_exception",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttemptToIdentify",
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
                        ("library_id", models.UUIDField(null=True)),
                        ("content_hash", models.CharField(max_length=64)),
                        ("attempted_at", models.DateTimeField()),
                        ("minutes", models.PositiveSmallIntegerField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("nobody", "No: I could not tell who it is about"),
                                    (
                                        "somebody",
                                        "Yes, or perhaps: I came to somebody or to a place",
                                    ),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("pictures_seen", models.BooleanField()),
                        ("answered_at", models.DateTimeField(null=True)),
                        (
                            "how",
                            heed.vault.fields.Sealed(seal="attempt_to_identify.how"),
                        ),
                        (
                            "found",
                            heed.vault.fields.Sealed(
                                null=True, seal="attempt_to_identify.found"
                            ),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="attempt_to_identify.answer"
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attempts",
                                to="publications.paper",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["attempted_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("paper", None),
                                    ("library_id", None),
                                    _connector="OR",
                                ),
                                name="an_attempt_is_of_one_text",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="publication",
                    constraint=models.UniqueConstraint(
                        fields=("case",), name="one_publication_a_case"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paper",
                    constraint=models.UniqueConstraint(
                        fields=("publication", "kind"), name="one_paper_a_kind"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paper",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("slug", ""), _negated=True),
                        fields=("partnership", "slug"),
                        name="one_paper_an_address",
                    ),
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
                    model_name="answeronpublication",
                    constraint=models.UniqueConstraint(
                        fields=("publication", "round", "seat"),
                        name="one_answer_a_seat",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="release",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("lapsed_at", None),
                            ("released_at", None),
                            ("taken_back_at", None),
                        ),
                        fields=("publication",),
                        name="one_release_waits",
                    ),
                ),
            ],
        ),
    ]
