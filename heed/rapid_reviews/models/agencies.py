"""What agencies are asked."""

from datetime import date

from django.db import models
from django.db.models import Q

from heed.cases.models import CaseRows
from heed.cases.models.beside_the_list import (
    OpenToSome,
    answers_for_an_agency,
    leads,
    of_led_organisations,
    organisations_worked_in,
)
from heed.cases.models.links import OpenedByLink
from heed.rulebook.language import Role
from heed.rulebook.process.stages import FINISHED
from heed.vault.fields import Sealed, SealedDate

# Like the link: over once it is taken back or declined, or its answer is accepted.
STILL_TAKEN = Q(closed_at=None, accepted_at=None)


class AgencyRequests(OpenToSome):
    """Requests are seen by who may open the case. Each is open by name to the
    safeguarding leads of the organisation that was asked, and no more than that one;
    and, while an answer is taken, to the account of whom it was sent to."""

    visible_to = CaseRows.visible_to

    def condition(self, person, *, at):
        led = of_led_organisations(person, at=at)
        if not answers_for_an_agency(person, at=at):
            return led
        worked_in = organisations_worked_in(person, at=at)
        asked = Q(contact=person, organisation__in=worked_in) & STILL_TAKEN
        return asked if led is None else asked | led


class AgencyRequest(OpenedByLink):
    """A question to one organisation, answered by a link and a second secret. Its
    safeguarding lead signs the answer off; the partners may require one in writing."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked"
        OPENED = "opened", "Opened"
        PARTIAL = "partial", "Answered in part"
        RETURNED = "returned", "Answered"
        NIL = "nil", "Not known to them"
        REFUSED = "refused", "Declined"
        REVOKED = "revoked", "Taken back"

    WAITING = frozenset({State.ASKED, State.OPENED, State.PARTIAL})
    ONE_BROWSER = True

    organisation = models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    # Whom it was sent to, where that person has an account in that organisation.
    contact = models.ForeignKey(
        "partnership.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(max_length=20, choices=State, default=State.ASKED)
    sent_at = models.DateTimeField()
    due_on = models.DateField()
    # The day that was named first, once another was; until then it is `due_on`.
    first_due_on = models.DateField(null=True)
    # From which day to which they are asked to look.
    scope_from = SealedDate(seal="agency_request.scope_from", null=True)
    scope_to = SealedDate(seal="agency_request.scope_to", null=True)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    required_at = models.DateTimeField(null=True)
    required_by = models.CharField(max_length=200, blank=True)
    # That what was answered suffices; the link is over from then on.
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    # The parts of the summary (`heed/rulebook/agency_summary.py`) that are asked anew.
    wanted = models.JSONField(default=list)
    wanted_since = models.DateTimeField(null=True)
    to_name = Sealed(seal="agency_request.to_name", null=True)
    to_address = Sealed(seal="agency_request.to_address")
    asked_for = Sealed(seal="agency_request.asked_for")
    code_to_read_out = Sealed(seal="agency_request.code_to_read_out", null=True)
    refusal = Sealed(seal="agency_request.refusal", null=True)
    requirement = Sealed(seal="agency_request.requirement", null=True)
    why_wanted = Sealed(seal="agency_request.why_wanted", null=True)

    objects = AgencyRequests.as_manager()

    class Meta:
        ordering = ["organisation__name"]

    def opens_on(self, day) -> bool:
        """Until what was answered is accepted, and its time is over."""
        has_code = self.takes_an_answer and bool(self.code_hash)
        return has_code and self.case.stage not in FINISHED and day <= self.expires_on

    @property
    def takes_an_answer(self) -> bool:
        """Whether a first answer is waited for, or a better one would be taken: until
        what was answered is accepted."""
        over = self.closed_at or self.accepted_at
        return not over and (self.is_open or self.has_answered)

    @property
    def was_due_on(self) -> date:
        """The day that was named first: whether an answer is late is told by it."""
        return self.first_due_on or self.due_on

    @property
    def declined_at(self):
        """When it was answered, where no answer is kept: it was declined. None once it
        is asked for anew."""
        return None if self.is_open else self.answered_at

    @property
    def later_day(self) -> date | None:
        """The day that was named since, where it is another than the first."""
        return None if self.due_on == self.was_due_on else self.due_on

    def is_due_anew(self, day: date) -> None:
        """Name another day. The first is kept beside it, however often that happens."""
        self.first_due_on, self.due_on = self.was_due_on, day

    @property
    def reference(self) -> str:
        """What a request is called by telephone and in letters: it is no case's, and
        tells nothing."""
        number = self.public_id[:8].upper()
        return f"R-{number[:4]}-{number[4:]}"

    def open_to(self, person, *, at) -> set[Role]:
        """The safeguarding lead of the organisation answers for it, and whom it was
        sent to, from an account instead of the link."""
        ours = leads(person, self.organisation_id, at=at)
        roles = {Role.SAFEGUARDING_LEAD} if ours else set()
        return roles | (
            {Role.AGENCY_CONTRIBUTOR} if self.is_sent_to(person, at=at) else set()
        )

    def is_sent_to(self, person, *, at) -> bool:
        """Whether somebody answers this from an account: it was sent to them, they work
        there still, and an answer is taken."""
        if person.pk != self.contact_id or self.closed_at or self.accepted_at:
            return False
        worked_in = organisations_worked_in(person, at=at)
        return worked_in.filter(organisation_id=self.organisation_id).exists()

    @property
    def asked_last_at(self):
        """When it was asked last: at first, for missing parts, or in writing."""
        asked = (self.sent_at, self.wanted_since, self.required_at)
        return max(each for each in asked if each)

    @property
    def is_open(self) -> bool:
        return self.state in self.WAITING

    @property
    def has_answered(self) -> bool:
        return self.state in {self.State.RETURNED, self.State.NIL}
