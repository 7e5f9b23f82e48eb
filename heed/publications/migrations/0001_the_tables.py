import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
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
    ]
    initial = True

    dependencies = [
        ("cases", "0001_the_tables"),
        ("documents", "0001_the_tables"),
        ("partnership", "0001_the_tables"),
        ("vault", "0001_the_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MadeTogether(
            [
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
                                    ("response", "The partnership’s response"),
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
                                ],
                                max_length=20,
                            ),
                        ),
                        ("proposed_at", models.DateTimeField()),
                        ("form", heed.vault.fields.Sealed(seal="kept_word.form")),
                        ("place", heed.vault.fields.Sealed(seal="kept_word.place")),
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
                        (
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="publications.paper",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["approved_at"],
                    },
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
                                            "PUBLISH_LATER"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
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
                                            "PUBLISH_LATER"
                                        ],
                                        heed.rulebook.outcomes.PublicationDecision[
                                            "PUBLISH_LATER"
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
                        ("removed_on", models.DateField(null=True)),
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
                                    ("response", "The partnership’s response"),
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
                                    ("response", "The partnership’s response"),
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
                    model_name="answeronpublication",
                    constraint=models.UniqueConstraint(
                        fields=("publication", "round", "seat"),
                        name="one_answer_a_seat",
                    ),
                ),
            ]
        )
    ]
