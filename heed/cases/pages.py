"""What the pages of a case share: the banner, the switch of names, the step page."""

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.audit.actions import record
from heed.cases import actions, addresses, forms, queries, readings
from heed.cases import interests as judging
from heed.cases.access import why_not
from heed.cases.answering import ReasonForm, attempt, posted
from heed.cases.date_strip import date_strip, read_nationally
from heed.cases.deadlines import clock_of
from heed.cases.describing import parts_of_child
from heed.cases.kinfolk import family_drawn
from heed.cases.models import Child
from heed.cases.offers import panels_for
from heed.cases.steps import Refused
from heed.cases.subjects import by_subject
from heed.rulebook import process
from heed.rulebook.circumstances import LABELS, Circumstance
from heed.rulebook.process import NAME_CHILD, STAGES
from heed.rulebook.words import in_words

NAMES_ON = "names_on"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAMES_OF_CHILD = [field.name for field in Child._meta.fields]
DUE_FIRST = 3  # clocks that a case page shows in full; the others are a click away


def banner(request, case) -> dict:
    """What stands at the top of every page of a case. Whoever reads the family record
    alone sees the reference and the children's chosen names, and no more."""
    if not queries.reads_the_case(request.person, case, at=request.at):
        return {
            "case": case,
            "children": queries.children_of(case),
            "names_on": names_are_on(request, case),
            "family_alone": True,
        }
    return {
        "case": case,
        "children": queries.children_of(case),
        "stage": STAGES[case.stage],
        "next_deadline": queries.next_deadline(case, at=request.at),
        "dates": date_strip(case, at=request.at),
        "read_nationally": read_nationally(case),
        "safety_actions": queries.open_safety_actions(case),
        "names_on": names_are_on(request, case),
    }


def of_case(request, case) -> dict:
    """Everything that the case page shows."""
    can = queries.what_can_be_done(case, request.person, at=request.at)
    clocks = queries.deadlines_of(case, at=request.at)
    running = [each for each in clocks if each.is_running]
    return banner(request, case) | {
        "due_first": running[:DUE_FIRST],
        "due_later": running[DUE_FIRST:],
        "over": [each for each in clocks if not each.is_running],
        "to_do": _not_taken_yet_first(
            case, [each for each in can if case.stage in each[0].first_at]
        ),
        "also_to_do": by_subject(
            [each for each in can if case.stage not in each[0].first_at]
        ),
        "panels": panels_for(case, request.person, at=request.at),
        "open_items": queries.open_items_of(case),
        "family_to_do": queries.family_work_to_do(case),
        "may_read_record": queries.reads_who_did_what(
            request.person, case, at=request.at
        ),
        "may_read_family": queries.reads_the_family_record(
            request.person, case, at=request.at
        ),
    }


def _not_taken_yet_first(case, offered: list) -> list:
    taken = queries.steps_taken_in(case)
    return sorted(offered, key=lambda each: each[0].step.slug in taken)


def of_children(request, case) -> dict:
    """The page of the children: each with what is known, part by part."""
    top = banner(request, case)
    may = why_not(NAME_CHILD, case, request.person, at=request.at) is None
    shown = [
        (child, parts_of_child(child, names_on=top["names_on"]))
        for child in top["children"]
    ]
    return top | {"described": shown, "may_describe": may}


def about_child(request, public_id, form_class):
    """One of the short pages that ask about a child. Opening it is a reading."""
    kept = queries.row_for(Child, request.person, public_id, at=request.at)
    note_identity_read(request, kept.case)
    known = {name: getattr(kept, name) for name in NAMES_OF_CHILD}
    form = posted(request, form_class, initial=known, shown=kept)
    page = request.resolver_match.url_name
    parts = parts_of_child(kept, names_on=False)
    heading = next(part.heading for part in parts if part.page == page)
    how = {"heading": f"{kept.shown_as}: {heading.lower()}", "to": "children"}
    return step(request, form, actions.amend_child, kept, **how)


def of_family(request, case) -> dict:
    """The family page: the banner, and all of the family record."""
    top = banner(request, case)
    alone = "family_alone" in top
    return top | {
        "family": queries.family_of(case),
        **family_drawn(case, names_on=top["names_on"], alone=alone),
        "record": queries.family_record_of(case),
        "contacts": queries.family_contacts_of(case),
        "missing": queries.family_work_to_do(case),
        "can": queries.steps_open_to(request.person, case, at=request.at),
        "protected_addresses": [] if alone else queries.protected_addresses_of(case),
    }


def family_letter(request, form, member):
    """Ask what a letter is about; the answer is the letter itself, as Word."""
    if form.is_valid():
        try:
            letter = actions.write_family_letter(
                member, by=request.person, at=request.at, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return _word_file(letter, f"letter-{member.public_id[:8]}.docx")
    context = banner(request, member.case) | {"form": form, "member": member}
    return render(request, "cases/family_letter.html", context)


def _word_file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def of_deadline(request, deadline) -> dict:
    """How a deadline was worked out, day by day."""
    shown = queries.shown(deadline, at=request.at)
    return {
        "deadline": shown,
        "worked_out": shown.worked_out,
        "plan": queries.page_of_plan(deadline) if shown.is_running else "",
        "extensions": list(deadline.extensions.all()),
        "before": queries.starts_before(deadline),
        "other_readings": readings.other_readings(deadline),
        "can": queries.steps_open_to(request.person, deadline.case, at=request.at),
    }


def start_until_now(deadline) -> str:
    """What a page that corrects the start of a clock says of it."""
    rule, on = clock_of(deadline), deadline.counted_from_on
    return (
        f"“{rule.name}” is counted from {rule.counted_from}: {in_words(on)}. That day "
        "and what was worked out from it stay in the history, beside the new one."
    )


def circumstances_now(case) -> str:
    """What is noted beside a case already, as a sentence."""
    noted = [LABELS[Circumstance(flag)] for flag in case.flags]
    return f"Noted already: {'; '.join(noted)}." if noted else "Nothing is noted yet."


def step(
    request,
    form,
    action,
    subject,
    *,
    heading,
    to="case",
    pressing="",
    explanation="",
    template="cases/step.html",
    context=None,
):
    """A page with one form that takes one step, and then leads on."""
    case = subject.case
    if form.is_valid() and attempt(
        form, action, subject, by=request.person, at=request.at
    ):
        return redirect(to, case.public_id)
    shown = banner(request, case) | {
        "form": form,
        "heading": heading,
        "pressing": pressing,
        "explanation": explanation,
    }
    return render(request, template, shown | (context or {}))


def interests(request, case):
    """What was declared in a case and what was decided, for those who may decide."""
    if not judging.may_judge_interests(case, request.person, at=request.at):
        raise Http404
    note_read(request, case, "read_interests", case)
    at = request.at
    context = banner(request, case) | {
        "declarations": [
            (each, judging.first_word_about(each, at=at))
            for each in judging.declarations_of(case)
        ],
        "exclusions": [
            (each, judging.first_word_on(each, at=at))
            for each in judging.exclusions_of(case)
        ],
        "possible_conflicts": queries.possible_conflicts(case, at=request.at),
    }
    return render(request, "cases/interests.html", context)


def about_interest(declaration, first) -> dict:
    """What a page that decides on an interest says of it, and of what the `first` of
    two has said."""
    name = declaration.person.name
    return {
        "heading": f"May {name} work on this case?",
        "template": "cases/interest.html",
        "context": {"declaration": declaration, "first": first, "button": "Decide"},
        "pressing": _of_two(name, first, told="what was decided"),
        "to": "case_interests",
    }


def about_lifting(exclusion, first) -> dict:
    """What a page that lets somebody back in says of it."""
    name = exclusion.person.name
    by = exclusion.excluded_by.name if exclusion.excluded_by else "somebody"
    return {
        "heading": f"May {name} come back into this case?",
        "explanation": f"{by} decided that {name} stays out. To let somebody back in "
        "takes two.",
        "template": "cases/interest.html",
        "context": {"first": first, "button": "Decide"},
        "pressing": _of_two(name, first, told="if they may work on it"),
        "to": "case_interests",
    }


def _of_two(name: str, first, *, told: str) -> str:
    if first:
        return f"tells {name} by email {told}, without your reasons"
    return (
        "asks a second person by email if you would let them in. Otherwise it takes "
        f"effect at once. {name} is told by email {told}, without your reasons"
    )


def names_are_on(request, case) -> bool:
    """Whether this person has switched names on for this case in this session."""
    return str(case.pk) in request.session.get(NAMES_ON, [])


def switch_names(request, case) -> None:
    """Switch names on or off for one case, as the button said, however old its page.
    Switching on is a reading, and recorded."""
    on, are_on = set(request.session.get(NAMES_ON, [])), names_are_on(request, case)
    if request.POST.get("names") == ("on" if are_on else "off"):
        return  # it is so already
    if not are_on:
        note_identity_read(request, case)
    request.session[NAMES_ON] = sorted(on ^ {str(case.pk)})


def note_identity_read(request, case) -> None:
    """Record that somebody reads who is who in a case; without it nobody is shown."""
    note_read(request, case, "read_identities", case)


def note_read(request, case, what: str, subject, *, reason_code: str = "") -> None:
    """Record that somebody reads something of a case; without the entry, no reading."""
    with transaction.atomic():
        record(
            what=what,
            by=request.person,
            at=request.at,
            subject_kind=subject._meta.label,
            subject_id=subject.pk,
            case_id=case.pk,
            partnership_id=case.partnership_id,
            reason_code=reason_code,
        )


BACK = {
    *("case", "children", "family", "case_history", "meeting_screen"),
    *("national_form", "returns_that_differ"),
}


def back(request, case):
    """The page of the case from which the switch was pressed."""
    name, first = request.POST.get("from"), first_page(request, case)
    return reverse(
        name if name in BACK and first == "case" else first, args=[case.public_id]
    )


def first_page(request, case) -> str:
    """Where somebody begins who may read something of a case: at the case, or, reading
    the family record alone, there."""
    reads = queries.reads_the_case(request.person, case, at=request.at)
    return "case" if reads else "family"


def protected_address(request, kept):
    """An address apart, closed: for a manager with the question why, for a coordinator
    with what was asked and how it stands."""
    manager = process.OPEN_PROTECTED_ADDRESS
    if addresses.may(manager, kept, request.person, at=request.at):
        return _read_with_a_reason(request, kept)
    form = posted(request, forms.AddressRequestForm)
    if form.is_valid() and attempt(
        form,
        actions.ask_for_protected_address,
        kept,
        by=request.person,
        at=request.at,
    ):
        return redirect("protected_address", kept.public_id)
    return _address_page(request, kept, ask=form)


def _read_with_a_reason(request, kept):
    """Ask why; show the address on this one answer only."""
    form, shown = posted(request, ReasonForm), ""
    if form.is_valid():
        try:
            shown = actions.open_protected_address(
                kept, by=request.person, at=request.at, **form.answers
            )
        except Refused as refused:
            form.add_error(None, str(refused))
    return _address_page(request, kept, form=form, address=shown)


def agreed_address(request, kept):
    """Show an address once, as a manager agreed, on this one answer only."""
    coordinator = process.OPEN_AGREED_ADDRESS
    if not addresses.may(coordinator, kept, request.person, at=request.at):
        return redirect("protected_address", kept.public_id)
    try:
        shown = actions.open_agreed_address(kept, by=request.person, at=request.at)
    except Refused as refused:
        ask = forms.AddressRequestForm()
        return _address_page(request, kept, refused=str(refused), ask=ask)
    return _address_page(request, kept, address=shown)


def _address_page(request, kept, **shown):
    person, at = request.person, request.at
    if not shown.get("address"):  # beside the address nothing else is shown
        note_read(request, kept.case, "read_address_requests", kept)
    context = banner(request, kept.case) | {
        "kept": kept,
        "of": kept.of_child or kept.of_member,
        "requests": addresses.requests_shown(kept.requests.all(), person, at=at),
        "waiting": addresses.waiting_request(kept, person),
        "usable": addresses.usable_request(kept, person, at=at),
        "managers": addresses.who_can_answer(kept.case, person, at=at),
    }
    return render(request, "cases/protected_address.html", context | shown)


def address_requests(request, case):
    """Who asked for a protected address of a case, and how each request stands."""
    note_read(request, case, "read_address_requests", case)
    found = addresses.requests_of(case)
    shown = addresses.requests_shown(found, request.person, at=request.at)
    context = banner(request, case) | {
        "requests": shown,
        "protected_addresses": queries.protected_addresses_of(case),
    }
    return render(request, "cases/address_requests.html", context)


def about_address_request(asked) -> dict:
    """What a page says on which a coordinator's request is answered."""
    name = asked.asked_by.name
    return {
        "heading": f"May {name} read this address?",
        "template": "cases/address_request.html",
        "context": {"asked": asked, "button": "Answer"},
        "pressing": f"tells {name} by email that you have answered, and nothing more. "
        "If you agree, the address may be opened once, until the end of the next "
        "working day",
        "to": "address_requests",
    }
