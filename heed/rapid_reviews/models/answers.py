"""What agencies answer."""

from django.db import models

from heed.cases.models import CaseRow
from heed.rapid_reviews.models.agencies import AgencyRequest
from heed.rulebook.agency_summary import Involvement
from heed.vault.fields import Sealed, SealedJSON


class AgencyAnswer(CaseRow):
    """What an organisation answered. A later answer is a new one; none is lost."""

    class Kind(models.TextChoices):
        NOT_KNOWN = "not_known", "Not known to us"
        ADULT_ONLY = "adult_only", "An adult is known to us, the child is not"
        SUMMARY = "summary", "What we know"
        FULL = "full", "A full summary"
        CHRONOLOGY = "chronology", "A chronology"

    class Way(models.TextChoices):
        LINK = "link", "By their link"
        ACCOUNT = "account", "From an account of theirs"
        TELEPHONE = "telephone", "By telephone"
        MEETING = "meeting", "At the meeting"
        POST = "post", "By post"
        EMAIL = "email", "By email"

    BY_ITSELF = (Way.LINK, Way.ACCOUNT)  # an organisation; not the business unit for it
    IN_SHORT = (Kind.NOT_KNOWN, Kind.ADULT_ONLY, Kind.SUMMARY)

    class CameAfter(models.TextChoices):
        DECISION = "decision", "After the three partners had decided"
        SENDING = "sending", "After it was sent to the Panel"

    request = models.ForeignKey(
        AgencyRequest, on_delete=models.PROTECT, related_name="answers"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    number = models.PositiveSmallIntegerField()
    answered_at = models.DateTimeField()
    came_by = models.CharField(max_length=20, default="link")  # a Way
    # After the three had decided, or after it went to the Panel; empty before both.
    came_after = models.CharField(max_length=20, choices=CameAfter, blank=True)
    signed_off_at = models.DateTimeField(null=True)
    signed_off_by = models.CharField(max_length=200, blank=True)
    children_searched = models.BooleanField(default=False)
    adults_searched = models.BooleanField(default=False)
    records_secured = models.BooleanField(default=False)
    author_independent = models.BooleanField(default=False)
    author = Sealed(seal="agency_answer.author")
    # Whose account it was given by, where it was: they do not sign it off.
    answered_by = models.UUIDField(null=True)
    # The filled-in form that the business unit read it from, where it did.
    read_from = models.UUIDField(null=True)
    checked_by = Sealed(seal="agency_answer.checked_by", null=True)
    systems_searched = Sealed(seal="agency_answer.systems_searched", null=True)
    period = Sealed(seal="agency_answer.period", null=True)
    summary = Sealed(seal="agency_answer.summary", null=True)
    worked_well = Sealed(seal="agency_answer.worked_well", null=True)
    learning = Sealed(seal="agency_answer.learning", null=True)
    immediate_actions = Sealed(seal="agency_answer.immediate_actions", null=True)
    other_agencies = Sealed(seal="agency_answer.other_agencies", null=True)
    # A full summary by the names of its questions, and what of a paper was not
    # understood (`heed/rulebook/agency_summary.py`).
    facts = SealedJSON(seal="agency_answer.facts", null=True)

    class Meta:
        ordering = ["answered_at", "number"]

    @property
    def is_its_own(self) -> bool:
        """Whether the organisation gave it itself; else the business unit wrote down
        what it heard or was sent."""
        return self.came_by in self.BY_ITSELF

    @property
    def came(self) -> str:
        """The way by which it came, in words."""
        return dict(self.Way.choices).get(self.came_by, self.came_by)

    @property
    def checked_on(self) -> str:
        """When somebody else read it before it was sent, as it was written."""
        return (self.facts or {}).get("checked.on", "")

    @property
    def searched(self) -> bool:
        """Whether an answer in short says for whom, or in which systems, they
        searched; one in full says it among its parts."""
        whom = self.children_searched or self.adults_searched
        return self.kind in self.IN_SHORT and (whom or bool(self.systems_searched))

    @property
    def knew_an_adult_alone(self) -> bool:
        """Whether the child was not known, and an adult was."""
        said = (self.facts or {}).get("known.involvement")
        return self.kind == self.Kind.ADULT_ONLY or said == Involvement.ADULT_ONLY


class AnswerDraft(CaseRow):
    """What an agency has typed and not sent yet: one for each request. It is emptied
    when the answer is sent, and opens with the link alone."""

    request = models.OneToOneField(
        AgencyRequest, on_delete=models.PROTECT, related_name="draft"
    )
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    answers = SealedJSON(seal="answer_draft.answers")
