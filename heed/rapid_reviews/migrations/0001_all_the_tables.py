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
        ("rapid_reviews", "0001_the_tables"),
        ("rapid_reviews", "0008_full_summaries_and_drafts"),
        ("rapid_reviews", "0009_what_was_sent_in_three_forms"),
        ("rapid_reviews", "0010_what_was_sealed_and_confirmed"),
        ("rapid_reviews", "0011_views_given_sealed"),
        ("rapid_reviews", "0012_how_many_were_told"),
        ("rapid_reviews", "0013_the_thread_with_the_panel"),
        ("rapid_reviews", "0014_the_meeting"),
        ("rapid_reviews", "0015_told_joined_and_worded"),
        ("rapid_reviews", "0016_whose_account_answered"),
        ("rapid_reviews", "0017_replies_are_rows"),
        ("rapid_reviews", "0018_confirmed_again"),
        ("rapid_reviews", "0019_questions_about_rows"),
        ("rapid_reviews", "0020_annex_rows"),
        ("rapid_reviews", "0021_marked_episode"),
        ("rapid_reviews", "0022_form_read_from"),
    ]
    initial = True

    dependencies = [
        ("cases", "0001_all_the_tables"),
        ("chronologies", "0001_all_the_tables"),
        ("documents", "0001_the_tables"),
        ("partnership", "0001_all_the_tables"),
        ("referrals", "0001_the_tables"),
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
                                    (
                                        "adult_only",
                                        "An adult is known to us, the child is not",
                                    ),
                                    ("summary", "What we know"),
                                    ("full", "A full summary"),
                                    ("chronology", "A chronology"),
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
                        ("answered_by", models.UUIDField(null=True)),
                        ("read_from", models.UUIDField(null=True)),
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
                            "facts",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="agency_answer.facts"
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
                    name="AnswerDraft",
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
                        ("saved_at", models.DateTimeField()),
                        (
                            "answers",
                            heed.vault.fields.SealedJSON(seal="answer_draft.answers"),
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="draft",
                                to="rapid_reviews.agencyrequest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Episode",
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
                        ("place", models.PositiveSmallIntegerField()),
                        ("written_at", models.DateTimeField()),
                        ("set_aside_at", models.DateTimeField(null=True)),
                        ("happened", heed.vault.fields.Sealed(seal="episode.happened")),
                        (
                            "involved",
                            heed.vault.fields.Sealed(
                                null=True, seal="episode.involved"
                            ),
                        ),
                        ("what", heed.vault.fields.Sealed(seal="episode.what")),
                        (
                            "analysis",
                            heed.vault.fields.Sealed(
                                null=True, seal="episode.analysis"
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
                            "marked",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                    ],
                    options={
                        "ordering": ["place", "written_at"],
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
                            "agreed",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="meeting.agreed"
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
                        ("agreed_on", models.DateField(null=True)),
                        ("feedback", models.JSONField(default=dict)),
                        (
                            "words",
                            heed.vault.fields.Sealed(
                                null=True, seal="panel_letter.words"
                            ),
                        ),
                        (
                            "feedback_words",
                            heed.vault.fields.Sealed(
                                null=True, seal="panel_letter.feedback_words"
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
                        ("named", models.BooleanField(default=False)),
                        ("annex_rows", models.CharField(blank=True, max_length=1000)),
                        ("themes", models.JSONField(default=list)),
                        (
                            "parts",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="rapid_review.parts"
                            ),
                        ),
                        (
                            "names_left",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="rapid_review.names_left"
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
                        ("again", models.PositiveSmallIntegerField(default=0)),
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
                            "confirmed",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="confirmation.confirmed"
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
                    name="ReplyToPanel",
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
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(max_length=200)),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="reply_to_panel.words"),
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
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="rapid_reviews.panelletter",
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
                        "ordering": ["written_at"],
                    },
                ),
                migrations.CreateModel(
                    name="RowQuestion",
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
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(max_length=200)),
                        ("due_on", models.DateField()),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("asked", heed.vault.fields.Sealed(seal="row_question.asked")),
                        (
                            "to_address",
                            heed.vault.fields.Sealed(seal="row_question.to_address"),
                        ),
                        (
                            "code_to_read_out",
                            heed.vault.fields.Sealed(
                                null=True, seal="row_question.code_to_read_out"
                            ),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="row_question.answer"
                            ),
                        ),
                        (
                            "answered_by",
                            heed.vault.fields.Sealed(
                                null=True, seal="row_question.answered_by"
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
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="chronologies.row",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["asked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="RuleWording",
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
                        ("place", models.CharField(max_length=80)),
                        ("words", models.TextField(blank=True)),
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
                        ("named", models.BooleanField(default=False)),
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
                            "as_json",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                            ),
                        ),
                        (
                            "as_pdf",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
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
                    name="AskedByPanel",
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
                            "words",
                            heed.vault.fields.Sealed(seal="asked_by_panel.words"),
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
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asks",
                                to="rapid_reviews.panelletter",
                            ),
                        ),
                        (
                            "answered_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="rapid_reviews.submission",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [
                            "letter__dated_on",
                            "letter__recorded_at",
                            "number",
                        ],
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
                    name="ToldReasons",
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
                        ("told_at", models.DateTimeField()),
                        ("told_by", models.CharField(max_length=200)),
                        ("words", heed.vault.fields.Sealed(seal="told_reasons.words")),
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["told_at"],
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
                        ("given_sealed", models.BooleanField(default=False)),
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
                    name="ViewsOpened",
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
                        ("opened_by", models.CharField(max_length=200)),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="views_opened.reasons"
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
                            "meeting",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="rapid_reviews.meeting",
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
                        "ordering": ["opened_at"],
                    },
                ),
                migrations.CreateModel(
                    name="WorkingNote",
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
                        ("written_at", models.DateTimeField()),
                        ("words", heed.vault.fields.Sealed(seal="working_note.words")),
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
                        "ordering": ["-written_at"],
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
                        ("told", models.PositiveSmallIntegerField(default=1)),
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
                migrations.CreateModel(
                    name="JoinedReview",
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
                        ("joined_at", models.DateTimeField()),
                        ("joined_by", models.CharField(max_length=200)),
                        ("left_at", models.DateTimeField(null=True)),
                        ("why", heed.vault.fields.Sealed(seal="joined_review.why")),
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
                            "leads",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="joined_reviews",
                                to="cases.case",
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
                        "ordering": ["joined_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("left_at", None)),
                                fields=("case",),
                                name="in_one_joined_review_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlannedDay",
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
                        ("milestone", models.CharField(max_length=40)),
                        ("planned_on", models.DateField()),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(max_length=200)),
                        (
                            "why",
                            heed.vault.fields.Sealed(null=True, seal="planned_day.why"),
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
                        "ordering": ["planned_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "milestone"),
                                name="one_planned_day_a_milestone",
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
                        fields=("rapid_review", "round", "seat", "again"),
                        name="one_confirmation_a_seat",
                    ),
                ),
                migrations.AddIndex(
                    model_name="rulewording",
                    index=models.Index(
                        fields=["partnership", "place"],
                        name="rapid_revie_partner_c837a6_idx",
                    ),
                ),
            ],
        ),
    ]
