import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.rulebook.language
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("rapid_reviews", "0001_requests_answers_and_decisions"),
        ("rapid_reviews", "0002_proofs_views_and_scrutiny"),
        ("rapid_reviews", "0003_seal_what_people_type"),
        ("rapid_reviews", "0004_the_view_on_a_national_review"),
        ("rapid_reviews", "0005_told_why_not_in_full"),
        ("rapid_reviews", "0006_the_day_they_decided"),
        ("rapid_reviews", "0007_asked_reminded_and_accepted"),
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
                    name="AgencyLadder",
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
                        ("days", models.JSONField()),
                        ("changed_at", models.DateTimeField()),
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
                    },
                ),
                migrations.CreateModel(
                    name="AgencyRequest",
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
                        ("expires_on", models.DateField()),
                        ("link_hash", models.CharField(max_length=64, unique=True)),
                        ("code_hash", models.CharField(max_length=200)),
                        ("code_tries", models.PositiveSmallIntegerField(default=0)),
                        ("bound_to", models.CharField(blank=True, max_length=64)),
                        ("opened_at", models.DateTimeField(null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("opened", "Opened"),
                                    ("partial", "Answered in part"),
                                    ("returned", "Answered"),
                                    ("nil", "Not known to them"),
                                    ("refused", "Declined"),
                                    ("revoked", "Taken back"),
                                ],
                                default="asked",
                                max_length=20,
                            ),
                        ),
                        ("sent_at", models.DateTimeField()),
                        ("due_on", models.DateField()),
                        (
                            "scope_from",
                            heed.vault.fields.SealedDate(
                                null=True, seal="agency_request.scope_from"
                            ),
                        ),
                        (
                            "scope_to",
                            heed.vault.fields.SealedDate(
                                null=True, seal="agency_request.scope_to"
                            ),
                        ),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("required_at", models.DateTimeField(null=True)),
                        ("required_by", models.CharField(blank=True, max_length=200)),
                        ("accepted_at", models.DateTimeField(null=True)),
                        ("accepted_by", models.CharField(blank=True, max_length=200)),
                        ("wanted", models.JSONField(default=list)),
                        ("wanted_since", models.DateTimeField(null=True)),
                        (
                            "to_name",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_request.to_name"
                            ),
                        ),
                        (
                            "to_address",
                            heed.vault.fields.Sealed(seal="agency_request.to_address"),
                        ),
                        (
                            "asked_for",
                            heed.vault.fields.Sealed(seal="agency_request.asked_for"),
                        ),
                        (
                            "code_to_read_out",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_request.code_to_read_out"
                            ),
                        ),
                        (
                            "refusal",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_request.refusal"
                            ),
                        ),
                        (
                            "requirement",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_request.requirement"
                            ),
                        ),
                        (
                            "why_wanted",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_request.why_wanted"
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
                    ],
                    options={
                        "ordering": ["organisation__name"],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyAnswer",
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
                                    ("not_known", "Not known to us"),
                                    ("summary", "What we know"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("answered_at", models.DateTimeField()),
                        ("came_by", models.CharField(default="link", max_length=20)),
                        (
                            "came_after",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "decision",
                                        "After the three partners had decided",
                                    ),
                                    ("sending", "After it was sent to the Panel"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("signed_off_at", models.DateTimeField(null=True)),
                        ("signed_off_by", models.CharField(blank=True, max_length=200)),
                        ("children_searched", models.BooleanField(default=False)),
                        ("adults_searched", models.BooleanField(default=False)),
                        ("records_secured", models.BooleanField(default=False)),
                        ("author_independent", models.BooleanField(default=False)),
                        (
                            "author",
                            heed.vault.fields.Sealed(seal="agency_answer.author"),
                        ),
                        (
                            "checked_by",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.checked_by"
                            ),
                        ),
                        (
                            "systems_searched",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.systems_searched"
                            ),
                        ),
                        (
                            "period",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.period"
                            ),
                        ),
                        (
                            "summary",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.summary"
                            ),
                        ),
                        (
                            "worked_well",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.worked_well"
                            ),
                        ),
                        (
                            "learning",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.learning"
                            ),
                        ),
                        (
                            "immediate_actions",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.immediate_actions"
                            ),
                        ),
                        (
                            "other_agencies",
                            heed.vault.fields.Sealed(
                                null=True, seal="agency_answer.other_agencies"
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
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="rapid_reviews.agencyrequest",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["answered_at", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
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
                        ("held_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "attended",
                            heed.vault.fields.SealedJSON(seal="meeting.attended"),
                        ),
                        (
                            "apologies",
                            heed.vault.fields.Sealed(
                                null=True, seal="meeting.apologies"
                            ),
                        ),
                        (
                            "interests",
                            heed.vault.fields.Sealed(
                                null=True, seal="meeting.interests"
                            ),
                        ),
                        (
                            "minutes",
                            heed.vault.fields.Sealed(null=True, seal="meeting.minutes"),
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
                        "ordering": ["held_on"],
                    },
                ),
                migrations.CreateModel(
                    name="PanelLetter",
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
                        ("answer", models.CharField(max_length=40)),
                        ("dated_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "words",
                            heed.vault.fields.Sealed(
                                null=True, seal="panel_letter.words"
                            ),
                        ),
                        (
                            "reply",
                            heed.vault.fields.Sealed(
                                null=True, seal="panel_letter.reply"
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
                            "letter_file",
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
                    ],
                    options={
                        "ordering": ["dated_on", "recorded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="RapidReview",
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
                        ("opened_at", models.DateTimeField()),
                        ("without_statute", models.BooleanField(default=False)),
                        (
                            "proposed_outcome",
                            models.CharField(blank=True, max_length=40),
                        ),
                        ("proposed_decided_on", models.DateField(null=True)),
                        (
                            "national_view",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Yes"),
                                    ("no", "No"),
                                    ("not_known", "We cannot say"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("round", models.PositiveSmallIntegerField(default=1)),
                        (
                            "decided_outcome",
                            models.CharField(blank=True, max_length=40),
                        ),
                        ("decided_on", models.DateField(null=True)),
                        ("decision_recorded_on", models.DateField(null=True)),
                        (
                            "parts",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="rapid_review.parts"
                            ),
                        ),
                        (
                            "proposed_reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="rapid_review.proposed_reasons"
                            ),
                        ),
                        (
                            "national_reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="rapid_review.national_reasons"
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
                ),
                migrations.CreateModel(
                    name="Confirmation",
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
                                    ("agrees", "I confirm this decision"),
                                    ("dissents", "I dissent"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("outcome", models.CharField(max_length=40)),
                        ("confirmed_at", models.DateTimeField()),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="confirmation.reasons"
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
                            "rapid_review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="confirmations",
                                to="rapid_reviews.rapidreview",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["confirmed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ScrutinyComment",
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
                                    ("comment", "A comment"),
                                    ("challenge", "A challenge, to be answered"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("notification", "Whether to notify"),
                                    ("decision", "The decision of the rapid review"),
                                    ("timeliness", "Dates and delay"),
                                    ("family", "How the family is involved"),
                                    ("review", "The review and its report"),
                                    ("publication", "Publication"),
                                    ("learning", "Actions and their impact"),
                                    ("other", "Something else"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(max_length=200)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answered_by", models.CharField(blank=True, max_length=200)),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="scrutiny_comment.words"),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="scrutiny_comment.answer"
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
                        "ordering": ["given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Submission",
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
                        ("sent_at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField()),
                        ("route", heed.vault.fields.Sealed(seal="submission.route")),
                        ("missing", models.JSONField(default=list)),
                        (
                            "late_reason",
                            heed.vault.fields.Sealed(
                                null=True, seal="submission.late_reason"
                            ),
                        ),
                        (
                            "proof",
                            heed.vault.fields.Sealed(
                                null=True, seal="submission.proof"
                            ),
                        ),
                        (
                            "as_sent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
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
                            "proof_file",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Told",
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
                                    ("dfe", "The Department for Education"),
                                    ("ofsted", "Ofsted"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                choices=[
                                    ("local_review", "That a local review is held"),
                                    ("reviewer", "The name of the lead reviewer"),
                                    ("rapid_review", "The rapid review"),
                                    (
                                        "not_in_full",
                                        "Why a report is not published in full or at once",
                                    ),
                                    ("other", "Something else"),
                                ],
                                max_length=60,
                            ),
                        ),
                        ("told_on", models.DateField()),
                        ("told_at", models.DateTimeField(null=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("route", heed.vault.fields.Sealed(seal="told.route")),
                        ("answered_on", models.DateField(null=True)),
                        (
                            "proof",
                            heed.vault.fields.Sealed(null=True, seal="told.proof"),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(null=True, seal="told.answer"),
                        ),
                        (
                            "answer_file",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
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
                            "proof_file",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["told_on"],
                    },
                ),
                migrations.CreateModel(
                    name="ViewOnReview",
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
                            "view",
                            models.CharField(
                                choices=[
                                    ("local_review", "Hold a local review"),
                                    (
                                        "thematic_local_review",
                                        "Hold one local review of several cases",
                                    ),
                                    ("other_learning", "Learn from it in another way"),
                                    ("no_further_review", "No further review"),
                                    (
                                        "recommend_national",
                                        "Recommend a national review",
                                    ),
                                    ("not_sure", "Not sure yet"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("given_at", models.DateTimeField()),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="view_on_review.reasons"
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
                    ],
                    options={
                        "ordering": ["given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Chase",
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
                        ("rung", models.CharField(max_length=20)),
                        ("due_on", models.DateField()),
                        ("chased_at", models.DateTimeField()),
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
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="chases",
                                to="rapid_reviews.agencyrequest",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["chased_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("request", "rung", "due_on"),
                                name="each_rung_once",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="rapidreview",
                    constraint=models.UniqueConstraint(
                        fields=("case",), name="one_rapid_review_a_case"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="confirmation",
                    constraint=models.UniqueConstraint(
                        fields=("rapid_review", "round", "seat"),
                        name="one_confirmation_a_seat",
                    ),
                ),
            ]
        )
    ]
