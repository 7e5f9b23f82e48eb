"""What the pages of referrals share."""

from django.shortcuts import redirect, render

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.answering import attempt
from heed.cases.history import history_of_spine
from heed.documents.queries import documents_of
from heed.papers.questions import key
from heed.papers.questions import section as section_called
from heed.referrals import actions, queries, rendition, splitting
from heed.referrals.checking import in_groups, label_of, said_of, tells_where
from heed.referrals.desk_forms import SplitForm
from heed.referrals.forms import in_words
from heed.referrals.models import Channel, Referral
from heed.referrals.paging import numbers_in, sections_asked
from heed.referrals.showing import has_words, is_picture
from heed.referrals.splitting import Offered
from heed.referrals.understanding import guidance_on
from heed.rulebook import process
from heed.rulebook.process import STAGES
from heed.ui.templatetags.days import moment

SECTIONS_APART = frozenset({"papers"})


def step(request, form, action, subject, *, to, heading, **shown):
    """A page with one form that takes one step, and then leads on. `to` is an address;
    `shown` may say explanation, sends_to, button and back."""
    if form.is_valid() and attempt(
        form, action, subject, by=request.person, at=request.at
    ):
        return redirect(to)
    context = {"form": form, "heading": heading, "back": to, **shown}
    context["referral"] = subject if isinstance(subject, Referral) else None
    if now := form.stale_against:
        context["now"] = {
            "stage": STAGES[now.stage],
            "last": history_of_spine(now, request.person, at=request.at)[-1:],
        }
    return render(request, "referrals/step.html", context)


def answered_sections(answers: dict) -> list[dict]:
    """The answers under their sections, in the words of the form; only what was
    answered, and each child, adult, organisation and date by itself."""
    found = []
    for section in sections_asked():
        if section.slug in SECTIONS_APART:
            continue
        numbers = numbers_in(answers, section.slug) if section.each else [1]
        for place, number in enumerate(numbers, 1):
            said = {
                key(section, question, number): (question.label, words)
                for question in section.questions
                if (words := _said(section, question, number, answers))
            }
            title = f"{section.title} ({place})" if len(numbers) > 1 else section.title
            if said:
                found.append(
                    {
                        "title": title,
                        "rows": [*said.values()],
                        "keys": [*said],
                        "section": section.slug,
                    }
                )
    return found


def _said(section, question, number, answers) -> str:
    return in_words(question, answers.get(key(section, question, number)))


def read_referral(request, referral) -> dict:
    """A referral for one reader, its reading recorded: whole, or what happened alone,
    where names are off or the reader does not read who the people are."""
    whole = rendition.reads_whole(request.person, referral, at=request.at)
    if referral.case is None:
        actions.note_reading(referral, by=request.person, at=request.at)
        return of_referral(request, referral)
    case_pages.note_read(request, referral.case, "read_referral", referral)
    actions.begin_considering(referral, by=request.person, at=request.at)
    names_on = case_pages.names_are_on(request, referral.case)
    more = {"names_on": names_on, "may_read_names": whole}
    if not whole or not names_on:
        return of_referral(request, referral) | _what_happened(referral) | more
    case_pages.note_identity_read(request, referral.case)
    return of_referral(request, referral) | more


def _what_happened(referral) -> dict:
    change = rendition.without_anybody(referral)
    typed = answered_sections(rendition.what_alone(referral.answers))
    for section in typed:
        section["rows"] = [(label, change(words)) for label, words in section["rows"]]
    added = queries.added_to(referral)
    for one in added:
        one.added_by, one.words = change(one.added_by), change(one.words or "")
    reading = rendition.nobody_named(queries.reading_of(referral), change)
    shown = {"hides_where": False, "is_unit": False, "typed": bool(typed)}
    said = {
        "put_right": [],
        "typed": typed,
        "understood": in_groups(reading, named=False, **shown),
        "added": added,
        "flags": [],
    }
    return said | {"nobody_named": True}


def of_referral(request, referral) -> dict:
    """Everything that the page of a referral shows."""
    person, at = request.person, request.at
    unit = queries.is_business_unit(person, referral.partnership, at=at)
    hides_where = rendition.keeps_where(referral)
    said = referral.answers
    shown = {
        "referral": referral,
        "hides_where": hides_where,
        "stage": STAGES[referral.stage],
        "is_unit": unit,
        "unit_with_names": rendition.unit_with_names(request, referral),
        "at_risk": queries.at_risk_of(referral),
        "typed": answered_sections(
            rendition.without_where(said) if hides_where else said
        ),
        **_understood(referral, is_unit=unit, hides_where=hides_where),
        "flags": flags_of(referral),
        "guidance": guidance_on(referral.answers),
        "papers": [
            {
                "file": each,
                "has_words": has_words(each),
                "is_picture": is_picture(each),
            }
            for each in queries.papers_of(referral, with_emails=unit)
        ],
        "added": queries.added_to(referral),
        "emails": queries.emails_of_referral(referral) if unit else [],
        "referrer": queries.referrer_of(referral),
        "matches": queries.possible_matches(referral, person, at=at) if unit else None,
        "open_items": queries.open_items_of_referral(referral),
        "deadlines": queries.deadlines_of_referral(referral, at=at),
        "history": history_of_spine(referral, person, at=at),
        "to_do": what_can_be_done(referral, person, at=at),
        "joined": queries.joined_to(referral) if unit else [],
        "splits": queries.splits_of(referral, person, at=at) if unit else [],
    }
    return shown if unit else rendition.without_sender(shown, referral)


def _understood(referral, *, is_unit: bool, hides_where: bool) -> dict:
    """What was understood, and what people put right in it."""
    groups = in_groups(
        queries.reading_of(referral),
        hides_where=hides_where,
        is_unit=is_unit,
        typed=bool(referral.answers),
    )
    right = [
        {
            "kept": each,
            "label": label_of(each.item),
            "said": said_of(each) or "",
            "read": each.read or "",
        }
        for each in queries.put_right(referral)
        if not (hides_where and tells_where(each.item))
    ]
    return {"understood": groups, "put_right": right}


def of_risk(referral) -> dict:
    """What was said about a risk, and nothing else of what is being written."""
    said = {k: v for k, v in referral.answers.items() if k.startswith("safety.")}
    return {"referral": referral, "typed": answered_sections(said)}


def flags_of(referral) -> list[dict]:
    """What a person must look at, without what always is so of a form on a screen."""
    silent = queries.flags_unsaid(referral)
    flags = (referral.reading or {}).get("flags", [])
    return [flag for flag in flags if flag["name"] not in silent]


OFFERED = (
    (process.CHECK_UNDERSTOOD, "check_understood"),
    (process.OPEN_CASE, "open_case"),
    (process.RETURN_FOR_INFORMATION, "return_referral"),
    (process.ACKNOWLEDGE_REFERRAL, "acknowledge_referral"),
    (process.SAY_WHERE_IT_CAME_FROM, "came_from"),
    (process.MERGE_CASE, "join_referral"),
    (process.STEP_BACK_FROM_REFERRAL, "step_back"),
    (process.SEPARATE_REFERRAL, "separate_referral"),
    (process.SPLIT_REFERRAL, "split_referral"),
    (process.SET_ASIDE_REFERRAL, "set_aside_referral"),
    (process.ASK_TO_LOOK_AGAIN, "look_again"),
    (process.ADD_INFORMATION, "add_to_referral"),
    (process.WITHDRAW_REFERRAL, "withdraw_referral"),
)
ONLY_WITHOUT_A_CASE = frozenset(
    {
        "open_case",
        "join_referral",
        "step_back",
        "check_understood",
        "look_again",
        "split_referral",
    }
)
IN_OUR_WORDS = {"join_referral": "Join it to a referral or a case about the same child"}


def what_can_be_done(referral, person, *, at) -> list[tuple[str, str]]:
    """The steps that this person may take with a referral now: words and page names."""
    return [
        (IN_OUR_WORDS.get(name, step.name), name)
        for step, name in OFFERED
        if why_not(step, referral, person, at=at) is None
        and not (referral.case_id and name in ONLY_WITHOUT_A_CASE)
        and not (name == "acknowledge_referral" and not queries.unanswered(referral))
        and not (name == "came_from" and referral.organisation_id)
    ]


def sender_asked(referral, *, at) -> dict | None:
    """What is asked of where a referral came from; None where an account says it."""
    if referral.organisation_id:
        return None
    choices = queries.may_have_sent(referral, on=clock.london_date(at))
    return {"known": queries.chosen_as(referral), "choices": choices}


def leads_asked(referral, *, at) -> dict:
    """Through whom somebody is told more, when a referral is set aside: through their
    own lead, where they have an account, else through one who is chosen."""
    leads = queries.leads_to_tell(referral, on=clock.london_date(at))
    outside = queries.outside_their_domains(leads)
    named = [(held.pk, _named_lead(held, is_outside=held in outside)) for held in leads]
    return {"leads": named, "has_own": bool(referral.organisation_id)}


def _named_lead(held, *, is_outside: bool) -> str:
    words = ". Their address lies outside its domains: ring first" if is_outside else ""
    return f"{held.person.name}, {held.organisation.name}{words}"


def offered_to_split(referral) -> list[Offered]:
    """All of which is asked where it belongs, when a referral is split."""
    parts = splitting.parts_of(queries.said_in(referral))
    return [
        *(Offered("parts", each.name, each.label) for each in parts),
        *(_came(paper) for paper in documents_of(referral)),
        *(_came_later(one) for one in queries.added_to(referral)),
    ]


def offered_to_move(referral, other) -> list[Offered]:
    """What came with one part of a split referral and does not stand in the other."""
    there = {(d.received_at, d.name) for d in documents_of(other)}
    added = {(a.added_at, a.added_by, a.email_id) for a in queries.added_to(other)}
    return [
        *(
            _came(paper)
            for paper in documents_of(referral)
            if (paper.received_at, paper.name) not in there
        ),
        *(
            _came_later(one)
            for one in queries.added_to(referral)
            if (one.added_at, one.added_by, one.email_id) not in added
        ),
    ]


def _came(paper) -> Offered:
    return Offered("papers", paper.public_id, f"File: {paper.name}")


def _came_later(one) -> Offered:
    way = ", by email" if one.email else ""
    label = f"Added by {one.added_by}, {moment(one.added_at)}{way}"
    return Offered("added", one.public_id, label)


def asked_anew(form, now: Referral) -> SplitForm:
    """The page of a split after somebody changed the referral: nothing is chosen, since
    its parts may be called otherwise now; the reasons stay."""
    offered, said = offered_to_split(now), {"reasons": form.cleaned_data["reasons"]}
    fresh = SplitForm(offered=offered, shown=now, initial=said)
    fresh.changed = True
    return fresh


def before_split(split) -> dict:
    """What a referral said before it was split, without where anybody lives who must
    not be found."""
    both = (split.referral, split.taken)
    said, hide = split.before, any(map(rendition.keeps_where, both))
    answers = rendition.without_where(said["answers"]) if hide else said["answers"]
    shown = {"hides_where": hide, "is_unit": True, "typed": bool(answers)}
    return {
        "typed": answered_sections(answers),
        "understood": in_groups(said["reading"], **shown),
    }


def panel(case, person, at) -> dict | None:
    """How a case began, for its page: not from whom, since the page does not know who
    has names turned on."""
    referrals = queries.referrals_of_case(case)
    if not referrals:
        return None
    return {
        "referrals": [
            {
                "referral": referral,
                "added": referral.additions,
                "how": Channel(referral.channel).label,
            }
            for referral in referrals
        ]
    }


IDENTITY = {
    "name": "Name",
    "capacity": "Who they are in this",
    "role": "Job, or how they know the child",
    "organisation": "Organisation",
    "email": "Email address",
    "phone": "Phone number",
    "address": "Postal address",
    "contact_note": "Ways and times not to contact them",
    "signed": "Signed",
    "declaration.signed": "Signed",
}


def identity_in_words(identity: dict) -> list[tuple[str, str]]:
    """Who referred, row by row; of an email, also the sender as it says."""
    rows = [
        (words, _chosen(name, identity[name]))
        for name, words in IDENTITY.items()
        if identity.get(name)
    ]
    message = identity.get("message") or {}
    if message.get("from"):
        rows.append(("Sender of the email", message["from"]))
    hidden = identity.get("hidden") or {}
    for name, value in (hidden.get("metadata") or {}).items():
        rows.append((f"Hidden in the file: {name}", value))
    return rows


def _chosen(name: str, answer: str) -> str:
    """An answer that was chosen, in the words of the form."""
    questions = section_called("referrer").questions
    asked = {question.slug: question for question in questions}
    return in_words(asked[name], answer) if name in asked else answer
