import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.record
import heed.cases.models.spine
import heed.rulebook.language
import heed.rulebook.outcomes
import heed.rulebook.parallel
import heed.rulebook.sharing
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("cases", "0001_the_spine"),
        ("cases", "0002_what_the_family_calls_the_child"),
        ("cases", "0003_conflicts_decided"),
        ("cases", "0004_seal_what_people_type"),
        ("cases", "0005_two_to_let_in"),
        ("cases", "0006_when_it_happened"),
        ("cases", "0007_how_a_child_is_described"),
        ("cases", "0008_look_again_on"),
        ("cases", "0009_running_by_day"),
        ("cases", "0001_the_tables"),
        ("cases", "0010_what_the_family_hears_of_a_decision"),
        ("cases", "0011_what_runs_beside"),
        ("cases", "0012_how_people_are_related"),
        ("cases", "0013_shared_with_another_area"),
        ("cases", "0014_steps_in_the_order_written"),
        ("cases", "0015_an_area_outside"),
        ("cases", "0016_history_in_order"),
        ("cases", "0017_when_proceedings_changed"),
        ("cases", "0018_former_names"),
    ]
    initial = True

    dependencies = [
        ("partnership", "0001_all_the_tables"),
        ("vault", "0001_the_tables"),
        # For the order alone: theirs alter tables one by one, and draw everything anew
        # that is there by then and related to a person (ADR 30).
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("usersessions", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Case",
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
                        ("opened_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("began_with", models.CharField(max_length=40)),
                        ("working_together", models.CharField(max_length=40)),
                        ("panel_guidance", models.CharField(max_length=40)),
                        ("flags", models.JSONField(default=list)),
                        (
                            "happened_on",
                            heed.vault.fields.SealedDate(
                                null=True, seal="case.happened_on"
                            ),
                        ),
                        (
                            "happened_until",
                            heed.vault.fields.SealedDate(
                                null=True, seal="case.happened_until"
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
                            "merged_into",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
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
                ),
                migrations.CreateModel(
                    name="AccessGrant",
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
                            "role",
                            models.CharField(
                                choices=[
                                    (
                                        heed.rulebook.language.Role["PUBLIC"],
                                        heed.rulebook.language.Role["PUBLIC"],
                                    ),
                                    (
                                        heed.rulebook.language.Role["REFERRER"],
                                        heed.rulebook.language.Role["REFERRER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "AGENCY_CONTRIBUTOR"
                                        ],
                                        heed.rulebook.language.Role[
                                            "AGENCY_CONTRIBUTOR"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role["PRACTITIONER"],
                                        heed.rulebook.language.Role["PRACTITIONER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "SAFEGUARDING_LEAD"
                                        ],
                                        heed.rulebook.language.Role[
                                            "SAFEGUARDING_LEAD"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role["COORDINATOR"],
                                        heed.rulebook.language.Role["COORDINATOR"],
                                    ),
                                    (
                                        heed.rulebook.language.Role["MANAGER"],
                                        heed.rulebook.language.Role["MANAGER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "DELEGATED_PARTNER"
                                        ],
                                        heed.rulebook.language.Role[
                                            "DELEGATED_PARTNER"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role["LEAD_PARTNER"],
                                        heed.rulebook.language.Role["LEAD_PARTNER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "LOCAL_AUTHORITY_NOTIFIER"
                                        ],
                                        heed.rulebook.language.Role[
                                            "LOCAL_AUTHORITY_NOTIFIER"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "RAPID_REVIEW_MEMBER"
                                        ],
                                        heed.rulebook.language.Role[
                                            "RAPID_REVIEW_MEMBER"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "DESIGNATED_PROFESSIONAL"
                                        ],
                                        heed.rulebook.language.Role[
                                            "DESIGNATED_PROFESSIONAL"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role["LEAD_REVIEWER"],
                                        heed.rulebook.language.Role["LEAD_REVIEWER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role["FAMILY_CONTACT"],
                                        heed.rulebook.language.Role["FAMILY_CONTACT"],
                                    ),
                                    (
                                        heed.rulebook.language.Role["LEGAL_ADVISER"],
                                        heed.rulebook.language.Role["LEGAL_ADVISER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role["SCRUTINEER"],
                                        heed.rulebook.language.Role["SCRUTINEER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "PANEL_SECRETARIAT"
                                        ],
                                        heed.rulebook.language.Role[
                                            "PANEL_SECRETARIAT"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role["PANEL_MEMBER"],
                                        heed.rulebook.language.Role["PANEL_MEMBER"],
                                    ),
                                    (
                                        heed.rulebook.language.Role["AUDITOR"],
                                        heed.rulebook.language.Role["AUDITOR"],
                                    ),
                                    (
                                        heed.rulebook.language.Role[
                                            "SYSTEM_ADMINISTRATOR"
                                        ],
                                        heed.rulebook.language.Role[
                                            "SYSTEM_ADMINISTRATOR"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.language.Role["SYSTEM"],
                                        heed.rulebook.language.Role["SYSTEM"],
                                    ),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "seat",
                            models.CharField(
                                blank=True,
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
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(null=True)),
                        ("granted_at", models.DateTimeField()),
                        ("granted_by", models.CharField(max_length=80)),
                        ("revoked_at", models.DateTimeField(null=True)),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="cases.case",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseReferences",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField()),
                        ("last", models.PositiveIntegerField(default=0)),
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
                    name="CaseShare",
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
                        ("outside_name", models.CharField(blank=True, max_length=200)),
                        (
                            "leads",
                            models.CharField(
                                choices=[
                                    (
                                        heed.rulebook.sharing.Leads["THIS_AREA"],
                                        "This area leads: it happened here",
                                    ),
                                    (
                                        heed.rulebook.sharing.Leads["OTHER_AREA"],
                                        "The other area leads",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("parts", models.JSONField(default=list)),
                        ("agreed_on", models.DateField()),
                        ("shared_at", models.DateTimeField()),
                        ("shared_by", models.CharField(max_length=200)),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_by", models.CharField(blank=True, max_length=200)),
                        ("words", heed.vault.fields.Sealed(seal="case_share.words")),
                        (
                            "contact",
                            heed.vault.fields.Sealed(
                                null=True, seal="case_share.contact"
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
                            "other_area",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
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
                        "ordering": ["shared_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Child",
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
                        ("pseudonym", models.CharField(blank=True, max_length=60)),
                        (
                            "pseudonym_chosen_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("family", "The family"),
                                    ("young_person", "The child or young person"),
                                    ("us", "We did, for the partnership"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("role", models.CharField(default="subject", max_length=20)),
                        ("status", models.CharField(default="unknown", max_length=20)),
                        ("age_band", models.CharField(blank=True, max_length=20)),
                        ("sex", heed.vault.fields.Sealed(null=True, seal="child.sex")),
                        ("ethnicity", models.CharField(blank=True, max_length=10)),
                        ("harm", models.CharField(blank=True, max_length=40)),
                        ("legal_status", models.CharField(blank=True, max_length=40)),
                        (
                            "given_name",
                            heed.vault.fields.Sealed(
                                null=True, seal="child.given_name"
                            ),
                        ),
                        (
                            "family_name",
                            heed.vault.fields.Sealed(
                                null=True, seal="child.family_name"
                            ),
                        ),
                        (
                            "also_known_as",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="child.also_known_as"
                            ),
                        ),
                        (
                            "former_names",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="child.former_names"
                            ),
                        ),
                        (
                            "born_on",
                            heed.vault.fields.SealedDate(
                                null=True, seal="child.born_on"
                            ),
                        ),
                        (
                            "born_as_typed",
                            heed.vault.fields.Sealed(
                                null=True, seal="child.born_as_typed"
                            ),
                        ),
                        (
                            "due_on",
                            heed.vault.fields.SealedDate(
                                null=True, seal="child.due_on"
                            ),
                        ),
                        (
                            "died_on",
                            heed.vault.fields.SealedDate(
                                null=True, seal="child.died_on"
                            ),
                        ),
                        (
                            "address",
                            heed.vault.fields.Sealed(null=True, seal="child.address"),
                        ),
                        (
                            "identifiers",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="child.identifiers"
                            ),
                        ),
                        (
                            "religion",
                            heed.vault.fields.Sealed(null=True, seal="child.religion"),
                        ),
                        (
                            "language",
                            heed.vault.fields.Sealed(null=True, seal="child.language"),
                        ),
                        (
                            "disabled",
                            heed.vault.fields.Sealed(null=True, seal="child.disabled"),
                        ),
                        (
                            "needs",
                            heed.vault.fields.Sealed(null=True, seal="child.needs"),
                        ),
                        (
                            "plans",
                            heed.vault.fields.SealedJSON(null=True, seal="child.plans"),
                        ),
                        (
                            "plan_words",
                            heed.vault.fields.Sealed(
                                null=True, seal="child.plan_words"
                            ),
                        ),
                        (
                            "education",
                            heed.vault.fields.Sealed(null=True, seal="child.education"),
                        ),
                        (
                            "school",
                            heed.vault.fields.Sealed(null=True, seal="child.school"),
                        ),
                        (
                            "notes",
                            heed.vault.fields.Sealed(null=True, seal="child.notes"),
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
                        "ordering": ["case", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Deadline",
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
                        ("spine_id", models.UUIDField(db_index=True)),
                        ("clock", models.CharField(max_length=20)),
                        ("counted_from_on", models.DateField()),
                        ("due_on", models.DateField(null=True)),
                        ("last_working_day", models.DateField(null=True)),
                        ("provisional", models.BooleanField(default=False)),
                        ("started_at", models.DateTimeField()),
                        ("met_on", models.DateField(null=True)),
                        ("ended_because", models.CharField(blank=True, max_length=40)),
                        ("superseded_at", models.DateTimeField(null=True)),
                        ("about", models.CharField(blank=True, max_length=60)),
                        (
                            "late_reason",
                            heed.vault.fields.Sealed(
                                null=True, seal="deadline.late_reason"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
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
                        "ordering": ["due_on", "started_at"],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineExtension",
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
                        ("spine_id", models.UUIDField(db_index=True)),
                        ("new_target_on", models.DateField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "reason",
                            heed.vault.fields.Sealed(seal="deadline_extension.reason"),
                        ),
                        (
                            "told",
                            heed.vault.fields.Sealed(
                                null=True, seal="deadline_extension.told"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
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
                                related_name="extensions",
                                to="cases.deadline",
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
                        "ordering": ["made_at"],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionSheet",
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
                        ("record", models.CharField(max_length=40)),
                        ("filled_in_at", models.DateTimeField()),
                        ("filled_in_by", models.CharField(max_length=200)),
                        ("edition", models.CharField(max_length=40)),
                        ("look_again_on", models.DateField(null=True)),
                        (
                            "answers",
                            heed.vault.fields.SealedJSON(seal="decision_sheet.answers"),
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
                            "child",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="cases.child",
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
                        "ordering": ["filled_in_at"],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyMember",
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
                            "relationship",
                            heed.vault.fields.Sealed(seal="family.relationship"),
                        ),
                        ("pseudonym", models.CharField(blank=True, max_length=60)),
                        (
                            "taking_part",
                            models.CharField(
                                choices=[
                                    ("not_asked", "Not asked yet"),
                                    ("asked", "Asked, and thinks about it"),
                                    ("takes_part", "Wishes to take part"),
                                    ("later", "Wishes to be asked again later"),
                                    ("declines", "Does not wish to take part"),
                                ],
                                default="not_asked",
                                max_length=20,
                            ),
                        ),
                        ("must_not_be_contacted", models.BooleanField(default=False)),
                        (
                            "must_not_be_told_address",
                            models.BooleanField(default=False),
                        ),
                        ("needs_interpreter", models.BooleanField(default=False)),
                        (
                            "name",
                            heed.vault.fields.Sealed(null=True, seal="family.name"),
                        ),
                        (
                            "also_known_as",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="family.also_known_as"
                            ),
                        ),
                        (
                            "former_names",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="family.former_names"
                            ),
                        ),
                        (
                            "born_on",
                            heed.vault.fields.SealedDate(
                                null=True, seal="family.born_on"
                            ),
                        ),
                        (
                            "contact",
                            heed.vault.fields.Sealed(null=True, seal="family.contact"),
                        ),
                        (
                            "language",
                            heed.vault.fields.Sealed(null=True, seal="family.language"),
                        ),
                        (
                            "advocate",
                            heed.vault.fields.Sealed(null=True, seal="family.advocate"),
                        ),
                        (
                            "wishes",
                            heed.vault.fields.Sealed(null=True, seal="family.wishes"),
                        ),
                        (
                            "dates_to_avoid",
                            heed.vault.fields.Sealed(
                                null=True, seal="family.dates_to_avoid"
                            ),
                        ),
                        (
                            "name_chosen",
                            heed.vault.fields.Sealed(
                                null=True, seal="family.name_chosen"
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
                        "ordering": ["case", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyContact",
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
                        ("happened_on", models.DateField()),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("visit", "Visit"),
                                    ("telephone", "Telephone"),
                                    ("letter", "Letter"),
                                    ("email", "Email"),
                                    ("through_somebody", "Through somebody they trust"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "review_begins",
                                        "That a review takes place, and what it is",
                                    ),
                                    ("taking_part", "How they may take part"),
                                    ("decision", "What was decided, and why"),
                                    (
                                        "draft_offered",
                                        "They were offered the draft report",
                                    ),
                                    ("draft_read", "They read the draft report"),
                                    (
                                        "publication_date",
                                        "They were told the day of publication",
                                    ),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "what_was_said",
                            heed.vault.fields.Sealed(
                                seal="family_contact.what_was_said"
                            ),
                        ),
                        (
                            "by",
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
                            "member",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="cases.familymember",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-happened_on", "-recorded_at"],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyRecord",
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
                        ("contact_named_at", models.DateTimeField(null=True)),
                        (
                            "who_counts",
                            heed.vault.fields.Sealed(
                                null=True, seal="family_record.who_counts"
                            ),
                        ),
                        (
                            "child_called",
                            heed.vault.fields.Sealed(
                                null=True, seal="family_record.child_called"
                            ),
                        ),
                        (
                            "not_told_because",
                            heed.vault.fields.Sealed(
                                null=True, seal="family_record.not_told_because"
                            ),
                        ),
                        ("decision_held_back", models.BooleanField(default=False)),
                        (
                            "decision_told_as",
                            heed.vault.fields.Sealed(
                                null=True, seal="family_record.decision_told_as"
                            ),
                        ),
                        (
                            "decision_untold_because",
                            heed.vault.fields.Sealed(
                                null=True, seal="family_record.decision_untold_because"
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
                            "contact_person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    name="Household",
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
                        ("recorded_at", models.DateTimeField()),
                        ("set_aside_at", models.DateTimeField(null=True)),
                        (
                            "people",
                            heed.vault.fields.SealedJSON(seal="household.people"),
                        ),
                        (
                            "since",
                            heed.vault.fields.Sealed(null=True, seal="household.since"),
                        ),
                        (
                            "until",
                            heed.vault.fields.Sealed(null=True, seal="household.until"),
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
                        "ordering": ["case", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="InterestDeclaration",
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
                        ("declared_at", models.DateTimeField()),
                        ("answer", models.CharField(max_length=20)),
                        ("clear", models.BooleanField()),
                        (
                            "details",
                            heed.vault.fields.Sealed(
                                null=True, seal="declaration.details"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        heed.rulebook.outcomes.InterestDecision[
                                            "MAY_WORK_ON_IT"
                                        ],
                                        heed.rulebook.outcomes.InterestDecision[
                                            "MAY_WORK_ON_IT"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.InterestDecision[
                                            "STAYS_OUT"
                                        ],
                                        heed.rulebook.outcomes.InterestDecision[
                                            "STAYS_OUT"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.InterestDecision[
                                            "IS_REPLACED"
                                        ],
                                        heed.rulebook.outcomes.InterestDecision[
                                            "IS_REPLACED"
                                        ],
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
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
                            "decided_by",
                            models.ForeignKey(
                                null=True,
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Exclusion",
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
                        ("excluded_at", models.DateTimeField()),
                        ("proposed_at", models.DateTimeField(null=True)),
                        (
                            "proposed_seat",
                            models.CharField(
                                blank=True,
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
                        ("lifted_at", models.DateTimeField(null=True)),
                        (
                            "reason",
                            heed.vault.fields.Sealed(
                                null=True, seal="exclusion.reason"
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
                            "excluded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                null=True,
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "declaration",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exclusions",
                                to="cases.interestdeclaration",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="OpenItem",
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
                        ("spine_id", models.UUIDField(db_index=True)),
                        ("kind", models.CharField(max_length=60)),
                        ("label", heed.vault.fields.Sealed(seal="open_item.label")),
                        ("raised_at", models.DateTimeField()),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("answered_by", models.CharField(blank=True, max_length=200)),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="open_item.answer"
                            ),
                        ),
                        ("not_known", models.BooleanField(default=False)),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
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
                        "ordering": ["raised_at"],
                    },
                ),
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
                                        heed.rulebook.parallel.Kind[
                                            "CHILD_DEATH_REVIEW"
                                        ],
                                        "Child death review",
                                    ),
                                    (
                                        heed.rulebook.parallel.Kind[
                                            "DOMESTIC_ABUSE_DEATH"
                                        ],
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
                                    (
                                        heed.rulebook.parallel.Kind["OTHER"],
                                        "Something else",
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("began_on", models.DateField(null=True)),
                        ("next_on", models.DateField(null=True)),
                        ("ended_on", models.DateField(null=True)),
                        ("noted_at", models.DateTimeField()),
                        ("noted_by", models.CharField(max_length=200)),
                        ("changed_at", models.DateTimeField(null=True)),
                        (
                            "body",
                            heed.vault.fields.Sealed(
                                null=True, seal="parallel_process.body"
                            ),
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
                            heed.vault.fields.Sealed(
                                null=True, seal="parallel_process.words"
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
                            heed.vault.fields.Sealed(
                                null=True, seal="hold.lifted_because"
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
                migrations.CreateModel(
                    name="ProtectedAddress",
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
                        ("recorded_at", models.DateTimeField()),
                        (
                            "address",
                            heed.vault.fields.Sealed(seal="protected_address.address"),
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
                            "of_child",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="protected_addresses",
                                to="cases.child",
                            ),
                        ),
                        (
                            "of_member",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="protected_addresses",
                                to="cases.familymember",
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
                    name="AddressRequest",
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
                        ("asked_at", models.DateTimeField()),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        heed.rulebook.outcomes.AddressAnswer[
                                            "MAY_READ_ONCE"
                                        ],
                                        heed.rulebook.outcomes.AddressAnswer[
                                            "MAY_READ_ONCE"
                                        ],
                                    ),
                                    (
                                        heed.rulebook.outcomes.AddressAnswer[
                                            "MAY_NOT_READ"
                                        ],
                                        heed.rulebook.outcomes.AddressAnswer[
                                            "MAY_NOT_READ"
                                        ],
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("open_until", models.DateField(null=True)),
                        ("used_at", models.DateTimeField(null=True)),
                        (
                            "reason",
                            heed.vault.fields.Sealed(seal="address_request.reason"),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="address_request.answer"
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
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="cases.case",
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="cases.protectedaddress",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Relation",
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
                            "kin",
                            models.CharField(
                                choices=[
                                    ("mother", "mother"),
                                    ("father", "father"),
                                    ("parent", "parent"),
                                    ("adoptive_parent", "adoptive_parent"),
                                    ("step_parent", "step_parent"),
                                    ("foster_carer", "foster_carer"),
                                    ("guardian", "guardian"),
                                    ("grandmother", "grandmother"),
                                    ("grandfather", "grandfather"),
                                    ("grandparent", "grandparent"),
                                    ("aunt_or_uncle", "aunt_or_uncle"),
                                    ("married", "married"),
                                    ("partners", "partners"),
                                    ("siblings", "siblings"),
                                    ("half_siblings", "half_siblings"),
                                    ("step_siblings", "step_siblings"),
                                    ("cousins", "cousins"),
                                    ("matters", "matters"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("recorded_at", models.DateTimeField()),
                        ("set_aside_at", models.DateTimeField(null=True)),
                        (
                            "since",
                            heed.vault.fields.Sealed(null=True, seal="relation.since"),
                        ),
                        (
                            "until",
                            heed.vault.fields.Sealed(null=True, seal="relation.until"),
                        ),
                        (
                            "words",
                            heed.vault.fields.Sealed(null=True, seal="relation.words"),
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
                            "one_child",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.child",
                            ),
                        ),
                        (
                            "one_member",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.familymember",
                            ),
                        ),
                        (
                            "other_child",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.child",
                            ),
                        ),
                        (
                            "other_member",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.familymember",
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
                        "ordering": ["case", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyAction",
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
                        ("raised_at", models.DateTimeField()),
                        ("raised_by", models.CharField(max_length=200)),
                        (
                            "owner_organisation",
                            heed.vault.fields.Sealed(
                                seal="safety_action.owner_organisation"
                            ),
                        ),
                        ("due_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        ("confirmed_by", models.CharField(blank=True, max_length=200)),
                        ("what", heed.vault.fields.Sealed(seal="safety_action.what")),
                        (
                            "owner",
                            heed.vault.fields.Sealed(
                                null=True, seal="safety_action.owner"
                            ),
                        ),
                        (
                            "outcome",
                            heed.vault.fields.Sealed(
                                null=True, seal="safety_action.outcome"
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
                        "ordering": ["confirmed_at", "due_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ShareDeclaration",
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
                                choices=[
                                    ("none", "No. I have no interest in this case"),
                                    ("has", "Yes, or I am not sure"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("declared_at", models.DateTimeField()),
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
                            "share",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="declarations",
                                to="cases.caseshare",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["declared_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ShareNote",
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
                        ("written_by", models.CharField(max_length=200)),
                        ("written_for", models.CharField(max_length=200)),
                        ("written_at", models.DateTimeField()),
                        ("words", heed.vault.fields.Sealed(seal="share_note.words")),
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
                                related_name="notes",
                                to="cases.caseshare",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["written_at"],
                    },
                ),
                migrations.CreateModel(
                    name="SpineOfCase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("spine_id", models.UUIDField(unique=True)),
                        ("since", models.DateTimeField()),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="spines",
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
                ),
                migrations.CreateModel(
                    name="StepTaken",
                    fields=[
                        ("spine_id", models.UUIDField(db_index=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=heed.cases.models.record.an_id_in_order,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("step", models.CharField(max_length=60)),
                        ("outcome", models.CharField(blank=True, max_length=60)),
                        ("subject_kind", models.CharField(max_length=60)),
                        ("subject_id", models.UUIDField()),
                        ("by_kind", models.CharField(max_length=30)),
                        ("by_id", models.CharField(max_length=80)),
                        ("by_name", models.CharField(max_length=200)),
                        ("role", models.CharField(blank=True, max_length=40)),
                        ("seat", models.CharField(blank=True, max_length=20)),
                        ("at", models.DateTimeField()),
                        ("effective_on", models.DateField()),
                        (
                            "stage_before",
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
                        (
                            "stage_after",
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
                        ("edition", models.CharField(max_length=40)),
                        (
                            "once",
                            models.CharField(max_length=64, null=True, unique=True),
                        ),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="step_taken.reasons"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
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
                        "ordering": ["at", "id"],
                    },
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(
                        fields=["partnership", "-opened_at", "id"],
                        name="cases_case_partner_54136f_idx",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="case",
                    constraint=models.UniqueConstraint(
                        fields=("partnership", "reference"), name="one_case_a_reference"
                    ),
                ),
                migrations.AddIndex(
                    model_name="accessgrant",
                    index=models.Index(
                        fields=["person", "case"], name="cases_acces_person__8dbf1c_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accessgrant",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("case", "person", "role", "seat"),
                        name="one_current_grant_a_role",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="casereferences",
                    constraint=models.UniqueConstraint(
                        fields=("partnership", "year"), name="one_counter_a_year"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="caseshare",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("other_area", None), ("outside_name", ""), _connector="XOR"
                        ),
                        name="shared_with_one_area_here_or_outside",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="child",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_child_a_number"
                    ),
                ),
                migrations.AddIndex(
                    model_name="deadline",
                    index=models.Index(
                        fields=["partnership", "due_on"],
                        name="cases_deadl_partner_482b14_idx",
                    ),
                ),
                migrations.AddIndex(
                    model_name="deadline",
                    index=models.Index(
                        condition=models.Q(("met_on", None), ("superseded_at", None)),
                        fields=["due_on", "id"],
                        name="running_by_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="familyrecord",
                    constraint=models.UniqueConstraint(
                        fields=("case",), name="one_family_record_a_case"
                    ),
                ),
                migrations.AddIndex(
                    model_name="interestdeclaration",
                    index=models.Index(
                        fields=["person", "case"], name="cases_inter_person__abfcbe_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="exclusion",
                    index=models.Index(
                        fields=["person", "case"], name="cases_exclu_person__659f3a_idx"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="openitem",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("spine_id", "kind"),
                        name="one_open_item_a_kind",
                    ),
                ),
                migrations.AddIndex(
                    model_name="steptaken",
                    index=models.Index(
                        fields=["spine_id", "at"], name="cases_stept_spine_i_9d9f20_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="steptaken",
                    index=models.Index(
                        fields=["case", "at", "id"],
                        name="cases_stept_case_id_2fa313_idx",
                    ),
                ),
            ],
        ),
    ]
