"""What the library keeps: publishers, publications and the version of the site.

No relation leaves this application, and nothing here names a case.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from heed import clock
from heed.library.dates import PublicDate
from heed.library.sections import minutes
from heed.library.states import GONE, RENDERINGS, Kind, State
from heed.papers.injuries import tells_of_injury
from heed.rulebook.gone import PUBLIC_SENTENCES, GoneBecause

CHOICES = [(each.value, each.value) for each in GoneBecause]


class SiteVersion(models.Model):
    """One row. It changes with every change to anything that the public can see."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    # Two libraries may reach the same number; the mark tells them apart.
    mark = models.CharField(max_length=16)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="library_one_site_version")
        ]


class Publisher(models.Model):
    """A partnership as the public sees it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    slug = models.SlugField(max_length=80, unique=True)
    version = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=200)
    strapline = models.CharField(max_length=300, blank=True)
    colour = models.CharField(max_length=7, default="#17444f")
    tint = models.CharField(max_length=7, default="#e6eff1")
    contact = models.JSONField(default=list)
    support = models.JSONField(default=list)
    referral_link = models.URLField(blank=True, max_length=500)

    class Meta:
        ordering = ("name",)


class Page(models.Model):
    """A page that a publisher has put in place of the one that ships with Heed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    publisher = models.ForeignKey(
        Publisher, on_delete=models.CASCADE, related_name="pages"
    )
    slug = models.SlugField(max_length=60)
    document = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "slug"], name="library_one_page_of_a_name"
            )
        ]


class PublicationQuerySet(models.QuerySet):
    """The ways in which publications are asked for."""

    @staticmethod
    def is_live(at=""):
        """The condition that the public may read it now; `at` leads to it."""
        return Q(**{f"{at}version__gt": F(f"{at}withdrawn_version")})

    def live(self):
        """Those that the public may read now."""
        return self.filter(self.is_live())

    def of(self, publisher):
        """Those that this publisher published, alone or jointly."""
        return self.filter(Q(publisher=publisher) | Q(joint_with=publisher)).distinct()


class Publication(models.Model):
    """A report, a briefing or another paper; or the place where one has been.

    `version` is the newest hand-over received, `withdrawn_version` the newest
    withdrawal. It can be read while the former is the greater.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    imported_id = models.CharField(max_length=200, unique=True, null=True)
    publisher = models.ForeignKey(
        Publisher,
        on_delete=models.PROTECT,
        related_name="publications",
        null=True,
    )
    joint_with = models.ManyToManyField(Publisher, related_name="jointly_published")
    slug = models.SlugField(max_length=120, null=True)

    version = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    withdrawn_version = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True)
    gone_because = models.CharField(max_length=30, choices=CHOICES, blank=True)
    changed_at = models.DateTimeField(null=True)

    kind = models.CharField(max_length=30, choices=Kind, default=Kind.OTHER)
    state = models.CharField(max_length=30, choices=State, default=State.WITHDRAWN)
    title = models.CharField(max_length=400, blank=True)
    former_titles = models.JSONField(default=list)
    type_as_published = models.CharField(max_length=200, blank=True)
    pseudonyms = models.JSONField(default=list)
    summary = models.TextField(blank=True)
    lead_reviewers = models.JSONField(default=list)
    facts = models.JSONField(default=list)
    review_id = models.UUIDField(null=True)
    link = models.URLField(blank=True, max_length=1000)
    link_is_dead = models.BooleanField(default=False)
    image_only = models.BooleanField(default=False)

    year = models.PositiveSmallIntegerField(null=True)
    published_on = models.DateField(null=True)
    dates = models.JSONField(default=dict)
    stays_until = models.DateField(null=True)

    document = models.JSONField(null=True)
    words = models.PositiveIntegerField(default=0)
    child_anchor = models.CharField(max_length=80, blank=True)
    content_notice = models.TextField(blank=True)
    distressing = models.JSONField(default=list)
    points = models.JSONField(default=list)
    support = models.JSONField(default=list)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = (F("published_on").desc(nulls_last=True), "-year", "title", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "slug"], name="library_one_publication_an_address"
            ),
            models.CheckConstraint(
                condition=Q(version__gt=F("withdrawn_version"))
                | Q(state__in=GONE, document__isnull=True, title=""),
                name="library_gone_means_emptied",
            ),
        ]
        indexes = [
            models.Index(fields=["review_id"], name="library_review"),
            models.Index(fields=["year"], name="library_year"),
        ]

    @property
    def is_gone(self):
        return self.version <= self.withdrawn_version

    @property
    def shown_date(self):
        return PublicDate.from_json(self.dates.get("published")).shown

    @property
    def changed_on(self):
        """The day on which its page last changed, "" before it was ever kept."""
        return str(clock.london_date(self.changed_at)) if self.changed_at else ""

    @property
    def minutes(self):
        return minutes(self.words)

    @property
    def teaser(self):
        """The summary for lists, feeds, cards and descriptions: "" where it tells how
        somebody was hurt. A reader who opens the page has read the notice first."""
        return "" if tells_of_injury(self.summary) else self.summary

    @property
    def why_gone(self):
        """Why it is gone, in words that point at nobody; "" where none are said."""
        return PUBLIC_SENTENCES.get(self.gone_because, "")

    @property
    def rendering(self):
        return RENDERINGS[State(self.state)]


class Theme(models.Model):
    """A theme that a person has confirmed for a publication."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="themes"
    )
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=3, blank=True)
    shown_by = models.JSONField(default=list)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "slug"], name="library_theme_once"
            )
        ]


class Aspect(models.Model):
    """Something by which a publication is found: an age that it tells of, or readers
    for whom it was written."""

    class Of(models.TextChoices):
        AGE = "age", "Age of the child"
        READER = "for", "Who it is for"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="aspects"
    )
    of = models.CharField(max_length=10, choices=Of)
    value = models.SlugField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "of", "value"], name="library_aspect_once"
            )
        ]


class Section(models.Model):
    """The words under one heading, as the search reads them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="sections"
    )
    position = models.PositiveIntegerField()
    anchor = models.CharField(max_length=80)
    heading = models.TextField(blank=True)
    text = models.TextField()
    distressing = models.BooleanField(default=False)

    class Meta:
        ordering = ("position",)


class Download(models.Model):
    """The same publication in another form."""

    class Form(models.TextChoices):
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"
        TEXT = "txt", "Plain text"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="downloads"
    )
    form = models.CharField(max_length=10, choices=Form)
    content = models.BinaryField()
    size = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "form"], name="library_one_download_of_a_form"
            )
        ]
