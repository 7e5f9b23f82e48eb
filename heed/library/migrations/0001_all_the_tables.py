import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("library", "0001_published"),
        ("library", "0002_aspects"),
        ("library", "0003_what_was_learned"),
        ("library", "0004_dead_links"),
    ]
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Publisher",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("version", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=200)),
                ("strapline", models.CharField(blank=True, max_length=300)),
                ("colour", models.CharField(default="#17444f", max_length=7)),
                ("tint", models.CharField(default="#e6eff1", max_length=7)),
                ("contact", models.JSONField(default=list)),
                ("support", models.JSONField(default=list)),
                ("referral_link", models.URLField(blank=True, max_length=500)),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                (
                    "imported_id",
                    models.CharField(max_length=200, null=True, unique=True),
                ),
                ("slug", models.SlugField(max_length=120, null=True)),
                ("version", models.PositiveIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("withdrawn_version", models.PositiveIntegerField(default=0)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "gone_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("privacy", "privacy"),
                            ("legal", "legal"),
                            ("mistake", "mistake"),
                            ("replaced", "replaced"),
                            ("time", "time"),
                        ],
                        max_length=30,
                    ),
                ),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("report", "Review report"),
                            ("national_report", "National review report"),
                            ("briefing", "Seven-minute briefing"),
                            ("response", "Partnership response"),
                            ("statement", "Statement"),
                            ("improvements", "Improvements made"),
                            ("learning_summary", "Learning summary"),
                            ("easy_read", "Easy-read version"),
                            ("serious_case_review", "Serious Case Review"),
                            ("other", "Other publication"),
                        ],
                        default="other",
                        max_length=30,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("published", "Published in full"),
                            ("report_delayed", "Learning first, report later"),
                            ("briefing_only", "Briefing only"),
                            (
                                "recommendations_only",
                                "Recommendations and progress",
                            ),
                            ("improvements_only", "Improvements only"),
                            ("summary_only", "Summary only"),
                            (
                                "area_withheld",
                                "Published without naming the area",
                            ),
                            ("joint", "Published jointly"),
                            (
                                "released_later",
                                "Released later, with parts removed",
                            ),
                            (
                                "after_rapid_review",
                                "Learning from a rapid review",
                            ),
                            ("removed", "No longer published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="withdrawn",
                        max_length=30,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=400)),
                ("former_titles", models.JSONField(default=list)),
                (
                    "type_as_published",
                    models.CharField(blank=True, max_length=200),
                ),
                ("pseudonyms", models.JSONField(default=list)),
                ("summary", models.TextField(blank=True)),
                ("lead_reviewers", models.JSONField(default=list)),
                ("facts", models.JSONField(default=list)),
                ("review_id", models.UUIDField(null=True)),
                ("link", models.URLField(blank=True, max_length=1000)),
                ("link_is_dead", models.BooleanField(default=False)),
                ("image_only", models.BooleanField(default=False)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("published_on", models.DateField(null=True)),
                ("dates", models.JSONField(default=dict)),
                ("stays_until", models.DateField(null=True)),
                ("document", models.JSONField(null=True)),
                ("words", models.PositiveIntegerField(default=0)),
                ("child_anchor", models.CharField(blank=True, max_length=80)),
                ("content_notice", models.TextField(blank=True)),
                ("distressing", models.JSONField(default=list)),
                ("points", models.JSONField(default=list)),
                ("support", models.JSONField(default=list)),
                (
                    "joint_with",
                    models.ManyToManyField(
                        related_name="jointly_published", to="library.publisher"
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="library.publisher",
                    ),
                ),
            ],
            options={
                "ordering": (
                    models.OrderBy(
                        models.F("published_on"),
                        descending=True,
                        nulls_last=True,
                    ),
                    "-year",
                    "title",
                    "id",
                ),
            },
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("document", models.JSONField()),
                (
                    "publisher",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pages",
                        to="library.publisher",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("anchor", models.CharField(max_length=80)),
                ("heading", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("distressing", models.BooleanField(default=False)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="library.publication",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.CreateModel(
            name="SiteVersion",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("mark", models.CharField(max_length=16)),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)),
                        name="library_one_site_version",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.SlugField(max_length=80)),
                ("name", models.CharField(max_length=120)),
                ("code", models.CharField(blank=True, max_length=3)),
                ("shown_by", models.JSONField(default=list)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="themes",
                        to="library.publication",
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Download",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word"),
                            ("txt", "Plain text"),
                        ],
                        max_length=10,
                    ),
                ),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="downloads",
                        to="library.publication",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "form"),
                        name="library_one_download_of_a_form",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Aspect",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                (
                    "of",
                    models.CharField(
                        choices=[
                            ("age", "Age of the child"),
                            ("for", "Who it is for"),
                        ],
                        max_length=10,
                    ),
                ),
                ("value", models.SlugField(max_length=40)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aspects",
                        to="library.publication",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "of", "value"),
                        name="library_aspect_once",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["review_id"], name="library_review"),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["year"], name="library_year"),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                fields=("publisher", "slug"),
                name="library_one_publication_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("version__gt", models.F("withdrawn_version")),
                    models.Q(
                        ("document__isnull", True),
                        ("state__in", ("removed", "withdrawn")),
                        ("title", ""),
                    ),
                    _connector="OR",
                ),
                name="library_gone_means_emptied",
            ),
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.UniqueConstraint(
                fields=("publisher", "slug"), name="library_one_page_of_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="theme",
            constraint=models.UniqueConstraint(
                fields=("publication", "slug"), name="library_theme_once"
            ),
        ),
    ]
