"""Who asked for a protected address, and how that stands: for the business unit."""

from dataclasses import dataclass

from django.http import Http404

from heed import clock
from heed.cases.access import able_on_the_list, why_not
from heed.cases.kept import rows_of
from heed.cases.models import AddressRequest, Case, ProtectedAddress
from heed.cases.queries import case_for, row_for
from heed.cases.seen import seen_by
from heed.rulebook import process
from heed.rulebook.language import Role, Step
from heed.rulebook.outcomes import AddressAnswer
from heed.rulebook.words import in_words


@dataclass(frozen=True)
class ShownRequest:
    """A request for a protected address as a page shows it to one reader."""

    kept: AddressRequest
    stands: str
    may_answer: bool


def waiting_request(kept: ProtectedAddress, person) -> AddressRequest | None:
    """What this person asked about an address and nobody has answered yet."""
    asked = AddressRequest.objects.filter(kept=kept, asked_by=person)
    return asked.filter(answered_at=None).first()


def usable_request(kept: ProtectedAddress, person, *, at) -> AddressRequest | None:
    """The agreement by which this person may open an address today, not yet used."""
    return AddressRequest.objects.filter(
        kept=kept,
        asked_by=person,
        outcome=AddressAnswer.MAY_READ_ONCE,
        used_at=None,
        open_until__gte=clock.london_date(at),
    ).first()


def may(step: Step, kept, person, *, at) -> bool:
    """Whether this person may take a step about an address or a case now."""
    return why_not(step, kept, person, at=at) is None


def requests_shown(found, person, *, at) -> list[ShownRequest]:
    """Requests as this person sees them: what waits first, then the latest first."""
    answers = process.ANSWER_ADDRESS_REQUEST
    rows = found.select_related(
        "case", "asked_by", "answered_by", "kept__of_child", "kept__of_member"
    ).defer("kept__address")
    shown = [
        ShownRequest(
            kept=each,
            stands=how_it_stands(each, at=at),
            may_answer=each.answered_at is None
            and each.asked_by_id != person.pk
            and may(answers, each, person, at=at),
        )
        for each in rows
    ]
    return sorted(shown, key=lambda each: each.kept.answered_at is not None)


def how_it_stands(request: AddressRequest, *, at) -> str:
    """Where a request stands today, as a sentence."""
    if request.answered_at is None:
        return "Waits for a manager."
    who, on = request.answered_by.name, clock.london_date(request.answered_at)
    if request.outcome == AddressAnswer.MAY_NOT_READ:
        return f"{who} declined on {in_words(on)}."
    agreed = f"{who} agreed on {in_words(on)}."
    if request.used_at:
        used_on = in_words(clock.london_date(request.used_at))
        return f"{agreed} The address was opened on {used_on}."
    until = in_words(request.open_until)
    if request.open_until < clock.london_date(at):
        return f"{agreed} It ran out at the end of {until}, unused."
    return f"{agreed} It may be opened once, until the end of {until}."


def requests_of(case: Case):
    """Every request for a protected address of a case."""
    return rows_of(AddressRequest, case)


def has_waiting_requests(case: Case) -> bool:
    """Whether a coordinator waits for an answer in a case."""
    return requests_of(case).filter(answered_at=None).exists()


def business_unit_case_for(person, public_id: str, *, at) -> Case:
    """A case in whose business unit this person works; else Http404."""
    case = case_for(person, public_id, at=at)
    asks, answers = process.ASK_FOR_PROTECTED_ADDRESS, process.ANSWER_ADDRESS_REQUEST
    if not any(may(step, case, person, at=at) for step in (asks, answers)):
        raise Http404
    return case


def request_to_answer(person, public_id: str, *, at) -> AddressRequest:
    """A request that this person may answer; nobody's own, none that is answered; else
    Http404."""
    found = row_for(AddressRequest, person, public_id, at=at)
    if found.answered_at or found.asked_by_id == person.pk:
        raise Http404
    if not may(process.ANSWER_ADDRESS_REQUEST, found, person, at=at):
        raise Http404
    return found


def requests_to_answer(person, *, at) -> list[AddressRequest]:
    """The requests for a protected address that wait for this person's answer."""
    waiting = seen_by(AddressRequest, person, at=at).filter(answered_at=None)
    step = process.ANSWER_ADDRESS_REQUEST
    return [
        each
        for each in waiting.exclude(asked_by=person).select_related("case")
        if may(step, each, person, at=at)
    ]


def who_can_answer(case: Case, person, *, at) -> list:
    """The managers who can answer what this person asks."""
    managers = able_on_the_list(case, {Role.MANAGER}, at=at)
    return [each for each in managers if each.pk != person.pk]
