import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.referrals.models.beside
import heed.rulebook.language
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("referrals", "0001_referrals_and_what_came_with_them"),
        ("referrals", "0002_referrals_joined_to_referrals"),
        ("referrals", "0003_interests_before_a_case"),
        ("referrals", "0004_forms_with_a_reference"),
        ("referrals", "0005_words_of_the_form"),
        ("referrals", "0006_checked_and_set_aside"),
        ("referrals", "0007_more_channels"),
        ("referrals", "0008_split_off"),
        ("referrals", "0009_earliest_day_of_a_split"),
        ("referrals", "0010_considered_and_asked"),
        ("referrals", "0011_where_it_came_from"),
        ("referrals", "0012_reasons_to_a_lead"),
        ("referrals", "0013_as_the_record_says"),
    ]
    initial = True

    dependencies = [
        ("cases", "0001_all_the_tables"),
        ("correspondence", "0001_the_tables"),
        ("partnership", "0001_all_the_tables"),
        ("vault", "0001_the_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Referral",
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
                        ("reference", models.CharField(max_length=40)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    (
                                        heed.rulebook.language.Stage["CONCERN"],
                                        heed.rulebook.language.Stage["CONCERN"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "REFERRAL_RECEIVED"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "REFERRAL_RECEIVED"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "RETURNED_FOR_INFORMATION"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "RETURNED_FOR_INFORMATION"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "UNDER_CONSIDERATION"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "UNDER_CONSIDERATION"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["NOT_PURSUED"],
                                        heed.rulebook.language.Stage["NOT_PURSUED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["OTHER_LEARNING"],
                                        heed.rulebook.language.Stage["OTHER_LEARNING"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "NOTIFICATION_DECIDED"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "NOTIFICATION_DECIDED"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["NOTIFIED"],
                                        heed.rulebook.language.Stage["NOTIFIED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "NOTIFIED_WITHOUT_REVIEW"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "NOTIFIED_WITHOUT_REVIEW"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "NOTIFICATION_WITHDRAWN"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "NOTIFICATION_WITHDRAWN"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["RAPID_REVIEW"],
                                        heed.rulebook.language.Stage["RAPID_REVIEW"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "RAPID_REVIEW_SIGNED_OFF"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "RAPID_REVIEW_SIGNED_OFF"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["WITH_THE_PANEL"],
                                        heed.rulebook.language.Stage["WITH_THE_PANEL"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["PANEL_RESPONDED"],
                                        heed.rulebook.language.Stage["PANEL_RESPONDED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["RECONSIDERED"],
                                        heed.rulebook.language.Stage["RECONSIDERED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "NO_FURTHER_REVIEW"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "NO_FURTHER_REVIEW"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "LOCAL_REVIEW_STARTED"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "LOCAL_REVIEW_STARTED"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["COMMISSIONING"],
                                        heed.rulebook.language.Stage["COMMISSIONING"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["IN_REVIEW"],
                                        heed.rulebook.language.Stage["IN_REVIEW"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["NATIONAL_REVIEW"],
                                        heed.rulebook.language.Stage["NATIONAL_REVIEW"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["DRAFT_REPORT"],
                                        heed.rulebook.language.Stage["DRAFT_REPORT"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["QUALITY_ASSURED"],
                                        heed.rulebook.language.Stage["QUALITY_ASSURED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["SIGNED_OFF"],
                                        heed.rulebook.language.Stage["SIGNED_OFF"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "BEFORE_PUBLICATION"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "BEFORE_PUBLICATION"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["PUBLISHED"],
                                        heed.rulebook.language.Stage["PUBLISHED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "IMPROVEMENTS_PUBLISHED"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "IMPROVEMENTS_PUBLISHED"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage[
                                            "PUBLICATION_DEFERRED"
                                        ],
                                        heed.rulebook.language.Stage[
                                            "PUBLICATION_DEFERRED"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["ACTIONS_OPEN"],
                                        heed.rulebook.language.Stage["ACTIONS_OPEN"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["IMPACT_ASSURED"],
                                        heed.rulebook.language.Stage["IMPACT_ASSURED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["CLOSED"],
                                        heed.rulebook.language.Stage["CLOSED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["ARCHIVED"],
                                        heed.rulebook.language.Stage["ARCHIVED"],
                                    ),
                                    (
                                        heed.rulebook.language.Stage["MERGED"],
                                        heed.rulebook.language.Stage["MERGED"],
                                    ),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("portal", "Form on this website"),
                                    ("organisation", "Drafted in an organisation"),
                                    ("email", "Email with a form"),
                                    ("word_form", "Word form, handed over"),
                                    ("telephone", "Telephone"),
                                    ("post", "Post"),
                                    ("notification_copy", "Copy of a notification"),
                                    (
                                        "briefing_copy",
                                        "Copy of a “need to know” briefing",
                                    ),
                                    ("portal_copy", "Copy from another portal"),
                                    ("other", "Another way"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("begun_at", models.DateTimeField()),
                        ("received_at", models.DateTimeField(null=True)),
                        ("stated_on", models.DateField(null=True)),
                        ("considered_at", models.DateTimeField(null=True)),
                        ("asked_at", models.DateTimeField(null=True)),
                        (
                            "risk_now",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "A child is at risk now"),
                                    ("no", "No child is at risk now"),
                                    (
                                        "not_known",
                                        "Not known whether a child is at risk now",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("handed_over_at", models.DateTimeField(null=True)),
                        ("waits_for_lead_since", models.DateTimeField(null=True)),
                        ("to_deputy_at", models.DateTimeField(null=True)),
                        ("lead_decision", models.CharField(blank=True, max_length=20)),
                        (
                            "agency_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("public", "Member of the public"),
                                    ("elected", "Councillor or member of parliament"),
                                    ("coroner", "Coroner"),
                                    ("local_authority", "Local authority"),
                                    ("icb", "Integrated care board"),
                                    ("police", "Police"),
                                    ("business_unit", "Partnership business unit"),
                                    ("acute", "Hospital trust"),
                                    ("community", "Community health"),
                                    ("mental_health", "Mental health"),
                                    ("gp", "General practice"),
                                    ("ambulance", "Ambulance service"),
                                    ("education", "Education service"),
                                    ("school", "School or college"),
                                    ("early_years", "Early years provider"),
                                    ("probation", "Probation"),
                                    ("youth_justice", "Youth justice"),
                                    ("housing", "Housing"),
                                    ("voluntary", "Voluntary organisation"),
                                    ("national", "National body"),
                                    ("elsewhere", "Local authority elsewhere"),
                                    ("independent", "Independent reviewer or adviser"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("agency_settled_at", models.DateTimeField(null=True)),
                        (
                            "session_hash",
                            models.CharField(blank=True, db_index=True, max_length=64),
                        ),
                        ("form_reference", models.CharField(blank=True, max_length=12)),
                        ("resume_hash", models.CharField(blank=True, max_length=200)),
                        ("receipt_hash", models.CharField(blank=True, max_length=200)),
                        (
                            "answers",
                            heed.vault.fields.SealedJSON(seal="referral.answers"),
                        ),
                        (
                            "reading",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="referral.reading"
                            ),
                        ),
                        (
                            "withheld",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="referral.withheld"
                            ),
                        ),
                        (
                            "receipt_to_show",
                            heed.vault.fields.Sealed(
                                null=True, seal="referral.receipt_to_show"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.organisation",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
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
                            "drafted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "email",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="correspondence.incomingemail",
                            ),
                        ),
                        (
                            "joined_to",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="joined",
                                to="referrals.referral",
                            ),
                        ),
                        (
                            "lead",
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
                                null=True,
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
                        "ordering": ["received_at", "begun_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ChildAtRisk",
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
                                default=heed.referrals.models.beside.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("raised_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        ("confirmed_by", models.CharField(blank=True, max_length=200)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "No")],
                                max_length=20,
                            ),
                        ),
                        ("told_at", models.DateTimeField(null=True)),
                        (
                            "told",
                            heed.vault.fields.Sealed(
                                null=True, seal="child_at_risk.told"
                            ),
                        ),
                        (
                            "outcome",
                            heed.vault.fields.Sealed(
                                null=True, seal="child_at_risk.outcome"
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
                            "referral",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="at_risk",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["raised_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Checked",
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
                                default=heed.referrals.models.beside.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("item", models.CharField(max_length=80)),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("right", "Right"),
                                    ("corrected", "Put right"),
                                    ("left_open", "Left open"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("said_at", models.DateTimeField()),
                        ("said_by", models.CharField(max_length=200)),
                        (
                            "read",
                            heed.vault.fields.Sealed(null=True, seal="checked.read"),
                        ),
                        (
                            "said",
                            heed.vault.fields.Sealed(null=True, seal="checked.said"),
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checked",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["said_at"],
                    },
                ),
                migrations.CreateModel(
                    name="AddedInformation",
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
                                default=heed.referrals.models.beside.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(max_length=200)),
                        (
                            "words",
                            heed.vault.fields.Sealed(
                                null=True, seal="added_information.words"
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
                            "email",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="correspondence.incomingemail",
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
                                related_name="added",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["added_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralInterest",
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
                                default=heed.referrals.models.beside.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("declared_at", models.DateTimeField()),
                        (
                            "details",
                            heed.vault.fields.Sealed(
                                null=True, seal="referral_interest.details"
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="interests",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["declared_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Referrer",
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
                                default=heed.referrals.models.beside.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("withheld", models.BooleanField(default=False)),
                        ("may_be_written_to", models.BooleanField(default=False)),
                        (
                            "identity",
                            heed.vault.fields.SealedJSON(seal="referrer.identity"),
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
                            "referral",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrer",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SetAside",
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
                                default=heed.referrals.models.beside.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("decided_at", models.DateTimeField()),
                        ("children", models.JSONField(default=list)),
                        ("challenged_at", models.DateTimeField(null=True)),
                        ("challenged_by", models.CharField(blank=True, max_length=200)),
                        (
                            "for_lead",
                            heed.vault.fields.Sealed(
                                null=True, seal="set_aside.for_lead"
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
                            "decided_by",
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="set_asides",
                                to="referrals.referral",
                            ),
                        ),
                        (
                            "told",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["decided_at"],
                    },
                ),
                migrations.CreateModel(
                    name="SplitOff",
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
                                default=heed.referrals.models.beside.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("split_at", models.DateTimeField()),
                        ("split_by", models.CharField(max_length=200)),
                        ("back_at", models.DateTimeField(null=True)),
                        ("earliest_on", models.DateField(null=True)),
                        (
                            "before",
                            heed.vault.fields.SealedJSON(seal="split_off.before"),
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
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="splits",
                                to="referrals.referral",
                            ),
                        ),
                        (
                            "taken",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="taken_out_of",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["split_at"],
                    },
                ),
                migrations.CreateModel(
                    name="FormWording",
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
                        "indexes": [
                            models.Index(
                                fields=["partnership", "place"],
                                name="referrals_f_partner_21a0cc_idx",
                            )
                        ],
                    },
                ),
                migrations.AddIndex(
                    model_name="referral",
                    index=models.Index(
                        fields=["partnership", "stage"],
                        name="referrals_r_partner_8c4ccb_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("reference", ""), _negated=True),
                        fields=("partnership", "reference"),
                        name="one_referral_a_reference",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("form_reference", ""), _negated=True),
                        fields=("form_reference",),
                        name="one_draft_a_form_reference",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referral",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("received_at", None), ("reference", "")),
                            models.Q(
                                ("received_at__isnull", False),
                                models.Q(("reference", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="received_referral_has_a_reference",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="referralinterest",
                    constraint=models.UniqueConstraint(
                        fields=("referral", "person"), name="one_interest_a_person"
                    ),
                ),
            ]
        )
    ]
