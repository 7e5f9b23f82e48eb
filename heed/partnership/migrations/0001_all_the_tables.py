import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.partnership.addresses
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("partnership", "0001_people_and_partnerships"),
        ("partnership", "0002_leads_who_are_away"),
        ("partnership", "0003_verified_domains"),
        ("partnership", "0001_the_tables"),
        ("partnership", "0002_harm_in_care"),
        ("partnership", "0003_own_pages"),
        ("partnership", "0004_two_for_own_pages"),
    ]
    initial = True

    dependencies = [
        ("vault", "0001_the_tables"),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Organisation",
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
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("code", models.CharField(max_length=12)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
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
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    ("local_authority", "Local authority"),
                                    ("icb", "Integrated care board"),
                                    ("police", "Police"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("active_from", models.DateField()),
                        ("active_to", models.DateField(null=True)),
                        ("mail_domains", models.JSONField(default=list)),
                        ("contact_name", models.CharField(blank=True, max_length=200)),
                        (
                            "contact_address",
                            heed.partnership.addresses.AddressField(
                                blank=True, max_length=254
                            ),
                        ),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                    ],
                    options={
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="Partnership",
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
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("slug", models.SlugField(unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("short_name", models.CharField(max_length=60)),
                        (
                            "reference_prefix",
                            models.CharField(default="C", max_length=8),
                        ),
                        ("created_at", models.DateTimeField()),
                        (
                            "referral_address",
                            heed.partnership.addresses.AddressField(
                                blank=True, max_length=254
                            ),
                        ),
                        (
                            "business_unit_telephone",
                            models.CharField(blank=True, max_length=40),
                        ),
                        (
                            "front_door_telephone",
                            models.CharField(blank=True, max_length=40),
                        ),
                        (
                            "out_of_hours_telephone",
                            models.CharField(blank=True, max_length=40),
                        ),
                        (
                            "hours_watched",
                            models.CharField(
                                default="Monday to Friday, 9am to 5pm, not on bank holidays",
                                max_length=200,
                            ),
                        ),
                        (
                            "rr_day_counting",
                            models.CharField(
                                choices=[
                                    (
                                        "exclude_trigger",
                                        "The day itself is not counted",
                                    ),
                                    ("include_trigger", "The day itself is day one"),
                                ],
                                default="exclude_trigger",
                                max_length=20,
                            ),
                        ),
                        (
                            "rr_trigger",
                            models.CharField(
                                choices=[
                                    (
                                        "sin_sent",
                                        "the serious incident notification being sent",
                                    ),
                                    ("la_aware", "the local authority becoming aware"),
                                    ("partners_aware", "the partners becoming aware"),
                                ],
                                default="sin_sent",
                                max_length=20,
                            ),
                        ),
                        (
                            "lead_requirement",
                            models.CharField(
                                choices=[
                                    (
                                        "none",
                                        "The safeguarding lead need not be involved",
                                    ),
                                    ("consulted", "The safeguarding lead is consulted"),
                                    (
                                        "named",
                                        "The safeguarding lead is named on the form",
                                    ),
                                    ("signed", "The safeguarding lead signs the form"),
                                    (
                                        "decided",
                                        "The safeguarding lead decides whether to refer",
                                    ),
                                ],
                                default="decided",
                                max_length=20,
                            ),
                        ),
                        (
                            "draft_to_deputy_after",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="Working days that a draft waits for the safeguarding lead",
                            ),
                        ),
                        (
                            "independent_first_views",
                            models.BooleanField(
                                default=False,
                                help_text="Partners' first views are sealed until all are in",
                            ),
                        ),
                        (
                            "notifies_harm_in_care",
                            models.BooleanField(
                                default=False,
                                help_text="Serious harm to a child in care is notified whatever the cause",
                            ),
                        ),
                        ("colour", models.CharField(default="#1d4f7c", max_length=7)),
                        (
                            "naming",
                            models.CharField(
                                choices=[
                                    ("birds", "Birds"),
                                    ("trees", "Trees"),
                                    ("flowers", "Flowers"),
                                    ("stones", "Gemstones"),
                                    ("letters", "Letters"),
                                    ("chosen", "A name chosen with the family"),
                                ],
                                default="chosen",
                                max_length=20,
                            ),
                        ),
                        (
                            "site",
                            models.CharField(
                                choices=[
                                    ("library", "Reports are published here"),
                                    (
                                        "own_site",
                                        "Reports are published on our own website",
                                    ),
                                ],
                                default="library",
                                max_length=20,
                            ),
                        ),
                        ("own_site_address", models.URLField(blank=True)),
                    ],
                    options={
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "password",
                            models.CharField(max_length=128, verbose_name="password"),
                        ),
                        (
                            "last_login",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="last login"
                            ),
                        ),
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
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "email",
                            heed.partnership.addresses.AddressField(
                                max_length=254, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("job_title", models.CharField(blank=True, max_length=200)),
                        ("is_active", models.BooleanField(default=True)),
                        ("created_at", models.DateTimeField()),
                        (
                            "session_round",
                            models.PositiveIntegerField(
                                default=0,
                                help_text="Raised to end every session of this person",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="partnership.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                help_text="The partnership whose desk this person looks at",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "people",
                        "ordering": ("name",),
                    },
                ),
                migrations.AddField(
                    model_name="organisation",
                    name="partnership",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisations",
                        to="partnership.partnership",
                    ),
                ),
                migrations.CreateModel(
                    name="BankHolidayChange",
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
                        ("day", models.DateField()),
                        ("is_holiday", models.BooleanField()),
                        ("reason", models.CharField(max_length=200)),
                        ("changed_at", models.DateTimeField()),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bank_holiday_changes",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("day", "changed_at"),
                    },
                ),
                migrations.CreateModel(
                    name="AreaCovered",
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
                        ("name", models.CharField(max_length=100)),
                        ("gss_code", models.CharField(max_length=9)),
                        ("dfe_number", models.CharField(blank=True, max_length=3)),
                        ("active_from", models.DateField(null=True)),
                        ("active_to", models.DateField(null=True)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="areas",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="RoleHeld",
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
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("public", "Member of the public"),
                                    ("referrer", "Referrer"),
                                    ("agency_contributor", "Agency contributor"),
                                    ("practitioner", "Practitioner"),
                                    ("safeguarding_lead", "Safeguarding lead"),
                                    ("coordinator", "Coordinator"),
                                    ("manager", "Business unit manager"),
                                    (
                                        "delegated_partner",
                                        "Delegated safeguarding partner",
                                    ),
                                    ("lead_partner", "Lead safeguarding partner"),
                                    (
                                        "local_authority_notifier",
                                        "Local authority notifier",
                                    ),
                                    ("rapid_review_member", "Rapid review member"),
                                    (
                                        "designated_professional",
                                        "Designated doctor or nurse",
                                    ),
                                    ("lead_reviewer", "Lead reviewer"),
                                    ("family_contact", "Family contact"),
                                    (
                                        "legal_adviser",
                                        "Legal or communications adviser",
                                    ),
                                    ("scrutineer", "Independent scrutineer"),
                                    ("panel_secretariat", "Panel secretariat"),
                                    ("panel_member", "Panel member"),
                                    ("auditor", "Auditor"),
                                    ("system_administrator", "System administrator"),
                                    ("system", "Heed itself"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    ("local_authority", "Local authority"),
                                    ("icb", "Integrated care board"),
                                    ("police", "Police"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(null=True)),
                        ("back_on", models.DateField(null=True)),
                        ("granted_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "alternate_for",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="alternates",
                                to="partnership.roleheld",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "granted_by",
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
                                related_name="roles_held",
                                to="partnership.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="roles_held",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="roles",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("starts_on", "role"),
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "email",
                            heed.partnership.addresses.AddressField(max_length=254),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("job_title", models.CharField(blank=True, max_length=200)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("public", "Member of the public"),
                                    ("referrer", "Referrer"),
                                    ("agency_contributor", "Agency contributor"),
                                    ("practitioner", "Practitioner"),
                                    ("safeguarding_lead", "Safeguarding lead"),
                                    ("coordinator", "Coordinator"),
                                    ("manager", "Business unit manager"),
                                    (
                                        "delegated_partner",
                                        "Delegated safeguarding partner",
                                    ),
                                    ("lead_partner", "Lead safeguarding partner"),
                                    (
                                        "local_authority_notifier",
                                        "Local authority notifier",
                                    ),
                                    ("rapid_review_member", "Rapid review member"),
                                    (
                                        "designated_professional",
                                        "Designated doctor or nurse",
                                    ),
                                    ("lead_reviewer", "Lead reviewer"),
                                    ("family_contact", "Family contact"),
                                    (
                                        "legal_adviser",
                                        "Legal or communications adviser",
                                    ),
                                    ("scrutineer", "Independent scrutineer"),
                                    ("panel_secretariat", "Panel secretariat"),
                                    ("panel_member", "Panel member"),
                                    ("auditor", "Auditor"),
                                    ("system_administrator", "System administrator"),
                                    ("system", "Heed itself"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    ("local_authority", "Local authority"),
                                    ("icb", "Integrated care board"),
                                    ("police", "Police"),
                                ],
                                max_length=20,
                                null=True,
                            ),
                        ),
                        ("ends_on", models.DateField(null=True)),
                        ("token_hash", models.CharField(max_length=64, unique=True)),
                        ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                        ("invited_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("accepted_at", models.DateTimeField(null=True)),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "invited_by",
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
                        (
                            "organisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="partnership.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "alternate_for",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.roleheld",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("-invited_at",),
                    },
                ),
                migrations.CreateModel(
                    name="SecondFactorReset",
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
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("reset_at", models.DateTimeField()),
                        ("reason", models.CharField(max_length=200)),
                        ("locked_until", models.DateTimeField()),
                        ("lifted_at", models.DateTimeField(null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="second_factor_resets",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reset_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("-reset_at",),
                    },
                ),
                migrations.CreateModel(
                    name="ProofInPerson",
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
                        ("seen_at", models.DateTimeField()),
                        (
                            "seen_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reset",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proofs",
                                to="partnership.secondfactorreset",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("seen_at",),
                    },
                ),
                migrations.CreateModel(
                    name="StandingInterest",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("family_name", "A family name"),
                                    ("employer", "Somebody I work or worked for"),
                                    (
                                        "place",
                                        "A school, nursery or club that I have to do with",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="standing_interest.words"),
                        ),
                        ("declared_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(null=True)),
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
                                related_name="standing_interests",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("declared_at",),
                    },
                ),
                migrations.CreateModel(
                    name="VerifiedDomain",
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
                        ("domain", models.CharField(max_length=253)),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    (
                                        "rang",
                                        "I rang them on a number that I already had",
                                    ),
                                    (
                                        "listed",
                                        "It stands in a public list, as of schools or the NHS",
                                    ),
                                    (
                                        "agreed",
                                        "It stands in a letter or agreement that we have",
                                    ),
                                    (
                                        "met",
                                        "Somebody of theirs, whom I know, told me in person",
                                    ),
                                    ("not_theirs", "It is not theirs, or not any more"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("verified_at", models.DateTimeField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verified_domains",
                                to="partnership.organisation",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("verified_at",),
                    },
                ),
                migrations.CreateModel(
                    name="WaitingPage",
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
                            "slug",
                            models.CharField(
                                choices=[
                                    ("what-is-a-review", "What is a review?"),
                                    ("who-can-refer", "Who can refer"),
                                    ("how-to-refer", "How to refer"),
                                    ("support", "Find support"),
                                    ("accessibility", "Accessibility"),
                                    ("privacy", "Privacy"),
                                ],
                                max_length=60,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="waiting_pages",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("slug",),
                    },
                ),
                migrations.CreateModel(
                    name="OwnPage",
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
                            "slug",
                            models.CharField(
                                choices=[
                                    ("what-is-a-review", "What is a review?"),
                                    ("who-can-refer", "Who can refer"),
                                    ("how-to-refer", "How to refer"),
                                    ("support", "Find support"),
                                    ("accessibility", "Accessibility"),
                                    ("privacy", "Privacy"),
                                ],
                                max_length=60,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(max_length=200)),
                        ("agreed_at", models.DateTimeField(null=True)),
                        ("agreed_by", models.CharField(blank=True, max_length=200)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_pages",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("slug",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "slug"),
                                name="one_own_page_of_a_name",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.UniqueConstraint(
                        fields=("partnership", "code"),
                        name="organisation_code_in_partnership",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("seat__isnull", True),
                            ("seat", models.F("kind")),
                            _connector="OR",
                        ),
                        name="organisation_seat_fits_its_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("active_to__isnull", True),
                            ("active_to__gte", models.F("active_from")),
                            _connector="OR",
                        ),
                        name="organisation_ends_after_it_begins",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="areacovered",
                    constraint=models.UniqueConstraint(
                        fields=("partnership", "gss_code"),
                        name="area_once_in_a_partnership",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="roleheld",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("role__in", ["delegated_partner", "lead_partner"]),
                                ("seat__isnull", False),
                            ),
                            models.Q(
                                ("role", "local_authority_notifier"),
                                ("seat", "local_authority"),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "role__in",
                                        [
                                            "delegated_partner",
                                            "lead_partner",
                                            "local_authority_notifier",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                ("seat__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="role_held_has_its_seat",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="roleheld",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="role_held_ends_after_it_begins",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="roleheld",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", True), ("ended_by__isnull", True)
                            ),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                ("ends_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="role_held_ended_by_whom_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="roleheld",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("granted_by__isnull", True),
                            models.Q(("granted_by", models.F("person")), _negated=True),
                            _connector="OR",
                        ),
                        name="role_held_not_granted_to_oneself",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("role__in", ["delegated_partner", "lead_partner"]),
                                ("seat__isnull", False),
                            ),
                            models.Q(
                                ("role", "local_authority_notifier"),
                                ("seat", "local_authority"),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "role__in",
                                        [
                                            "delegated_partner",
                                            "lead_partner",
                                            "local_authority_notifier",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                ("seat__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_has_its_seat",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("accepted_at__isnull", True),
                                ("accepted_by__isnull", True),
                            ),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("accepted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_accepted_by_whom_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", True),
                                ("withdrawn_by__isnull", True),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_withdrawn_by_whom_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="secondfactorreset",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("person", models.F("reset_by")), _negated=True
                        ),
                        name="second_factor_reset_by_another",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="secondfactorreset",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("locked_until__gt", models.F("reset_at"))),
                        name="second_factor_lock_lasts",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="proofinperson",
                    constraint=models.UniqueConstraint(
                        fields=("reset", "seen_by"),
                        name="one_proof_from_each_colleague",
                    ),
                ),
                migrations.AddIndex(
                    model_name="standinginterest",
                    index=models.Index(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=["partnership", "person"],
                        name="standing_interests",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="waitingpage",
                    constraint=models.UniqueConstraint(
                        fields=("partnership", "slug"),
                        name="one_waiting_page_of_a_name",
                    ),
                ),
            ],
        ),
    ]
