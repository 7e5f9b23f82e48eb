"""Q-26-011 to Q-26-014, and a draft: concerns, each at another point of its way."""

from io import BytesIO
from zipfile import ZipFile

from heed.cases.models import Case, Child
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.stations import ON_THE_CASE
from heed.demo.quillshire.walking import (
    are_put_on_the_list,
    at,
    next_reference_is,
    sent_by_the_form,
)
from heed.incidents.actions import (
    decide_on_notification,
    give_view_on_notification,
    settle_awareness,
    weigh_notification,
)
from heed.papers.blocks import document, heading, paragraph
from heed.papers.write_docx import write_docx
from heed.referrals.actions import (
    begin_draft,
    decide_as_lead,
    draft_for_lead,
    escalate_refusal,
    join_to_case,
    note_reading,
    open_case,
    save_answers,
)
from heed.referrals.models import Channel
from heed.referrals.queries import possible_matches
from heed.rulebook.outcomes import LeadDecision

A_FALL = {
    "safety.at_risk": "no",
    "referrer.name": "Matron of the children's ward",
    "referrer.capacity": "staff",
    "referrer.email": "ward@hospitals.quillshire.example",
    "referrer.organisation": "Quillshire Hospitals NHS Trust",
    "lead.endorsement": "decided",
    "child.1.given": "Isolde",
    "child.1.family": "Penhaligon-Wray",
    "child.1.status": "alive",
    "child.1.dob": "2 November 2022",
    "incident.date": "16 February 2026",
    "incident.what": "She fell from a garden wall while her father stood beside her.",
    "incident.harm": "A broken thigh.",
    "criteria.abuse_or_neglect": "unknown",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "We were not sure, and asked.",
}
PIPIT = {
    "safety.at_risk": "no",
    "referrer.name": "Tamsin Ollerenshaw",
    "referrer.capacity": "staff",
    "referrer.role": "School nurse",
    "referrer.organisation": "Quillshire Community Health",
    "lead.endorsement": "none",
    "child.1.given": "Tobiah",
    "child.1.family": "Marchwinter",
    "child.1.status": "alive",
    "child.1.dob": "14 May 2010",
    "incident.date": "6 March 2026",
    "incident.what": "He told me that he was burned at home, more than once.",
    "incident.harm": "Burns that were weeks old.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "Nobody had asked how the burns came about.",
}
NOT_NOW = (
    "He is seen at the burns clinic on Thursday, and his social worker knows. That is "
    "where this belongs. I would wait for what they find before it is referred."
)
ALL_THE_SAME = (
    "I agree that he is looked after today. What I ask is why four of us saw burns "
    "since the autumn and none of us asked. No clinic answers that."
)
# Another draft of hers, which still waits.
OPHELIE = {
    "safety.at_risk": "no",
    "referrer.name": "Tamsin Ollerenshaw",
    "referrer.capacity": "staff",
    "referrer.role": "School nurse",
    "referrer.organisation": "Quillshire Community Health",
    "lead.endorsement": "none",
    "child.1.given": "Ophelie",
    "child.1.family": "Tarrowby",
    "child.1.status": "alive",
    "child.1.age_text": "11",
    "incident.date": "January 2026",
    "incident.what": "She was in hospital for a fortnight with an infection for which "
    "she was not brought to four appointments.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "unknown",
}
# Jory Thistlemere again, as the custody desk wrote him down.
SISKIN_AGAIN = {
    "safety.at_risk": "no",
    "referrer.name": "Duty sergeant, Marrowby",
    "referrer.capacity": "staff",
    "referrer.role": "Police sergeant",
    "referrer.organisation": "Quillshire Constabulary",
    "lead.endorsement": "decided",
    "referrer.email": "custody@constabulary.quillshire.example",
    "child.1.given": "Jorey",
    "child.1.family": "Thistelmere",
    "child.1.status": "alive",
    "child.1.dob": "4 August 2009",
    "incident.date": "18 February 2026",
    "incident.what": "A boy was found stabbed at Saltern Quay. Older boys had sent him "
    "there to collect a debt.",
    "incident.harm": "Stab wounds to the chest.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "Criminal exploitation is suspected.",
}
A_NEIGHBOUR = {
    "safety.at_risk": "not_known",
    "safety.who": "the litle girl next door, she is about 6",
    "referrer.name": "A neighbour",
    "referrer.capacity": "public",
    "referrer.withhold": "yes",
    "referrer.email": "neighbour@post.example",
    "child.1.given": "Marny",
    "child.1.status": "unknown",
    "child.1.age_text": "about 6",
    "incident.what": "she was taken away in a ambulence on sunday and I herd shouting "
    "for weeks befor",
    "incident.date": "8/3/26",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "unknown",
    "criteria.reasons": "somebody shoud look at it",
}
# It is called a PDF and is none: kept as it was sent, and not opened.
A_WEB_PAGE = b"<!doctype html><html><body>Save your letter as a PDF</body></html>"


def load_an_accident(quillshire, people) -> None:
    """Q-26-011: considered, and the criteria were not met."""
    moment = at("2026-02-18", "09:20")
    next_reference_is(quillshire, 2026, 11, moment)
    referral = sent_by_the_form(quillshire, A_FALL, moment)
    note_reading(referral, by=people["coordinator"], at=at("2026-02-18", "10:40"))
    case = open_case(referral, by=people["coordinator"], at=at("2026-02-18", "11:00"))
    everybody_declares(case, people, at("2026-02-18", "11:30"), ON_THE_CASE)
    are_put_on_the_list(case, people, at("2026-02-18", "11:40"), ("scrutineer",))
    everybody_declares(case, people, at("2026-02-18", "11:50"), ("scrutineer",))
    settle_awareness(
        case,
        aware_at=at("2026-02-17", "16:00"),
        basis="The ward telephoned the front door.",
        by=people["council"],
        at=at("2026-02-18", "12:00"),
    )
    _weighed(case, people)


def _weighed(case, people) -> None:
    weigh_notification(
        Child.objects.get(case=case),
        answers={
            "is_child": {"answer": "yes", "why": "She is three."},
            "abuse_or_neglect": {
                "answer": "no",
                "why": "Two accounts agree, and the injury fits the fall.",
            },
            "died": {"answer": "no", "why": ""},
            "seriously_harmed": {"answer": "yes", "why": "A broken thigh."},
            "place": {"answer": "this_area", "why": ""},
            "looked_after": {"answer": "no", "why": ""},
            "care_leaver": {"answer": "no", "why": ""},
        },
        by=people["coordinator"],
        at=at("2026-02-19", "10:00"),
    )
    for slug, view in (
        ("council", "do_not_notify"),
        ("icb", "do_not_notify"),
        ("police", "notify"),
    ):
        give_view_on_notification(
            case,
            view=view,
            reasons="An accident, seen by two people."
            if view == "do_not_notify"
            else "I would rather notify once too often.",
            by=people[slug],
            at=at("2026-02-19", "14:00"),
        )
    decide_on_notification(
        case,
        outcome="do_not_notify",
        reasons="Abuse or neglect is neither known nor suspected.",
        by=people["council"],
        at=at("2026-02-20", "09:30"),
    )


def load_pipit(quillshire, people) -> None:
    """Q-26-013: a school nurse's draft. Her safeguarding lead declines it with reasons,
    and she asks the business unit to look at it all the same."""
    nurse = people["school-nurse"]
    draft = _waits_for_lead(quillshire, nurse, PIPIT, at("2026-03-09", "15:40"))
    decide_as_lead(
        draft,
        outcome=LeadDecision.DO_NOT_REFER,
        reasons=NOT_NOW,
        by=people["community-lead"],
        at=at("2026-03-10", "09:15"),
    )
    moment = at("2026-03-10", "12:30")
    next_reference_is(quillshire, 2026, 13, moment)
    escalate_refusal(draft, reasons=ALL_THE_SAME, by=nurse, at=moment)


def load_a_draft_that_waits(quillshire, people) -> None:
    """No reference yet: another draft of the school nurse waits for her lead. That it
    does, the business unit sees; what it says, it does not."""
    nurse = people["school-nurse"]
    _waits_for_lead(quillshire, nurse, OPHELIE, at("2026-03-10", "15:40"))


def _waits_for_lead(quillshire, writer, answers, moment):
    draft = begin_draft(
        partnership=quillshire,
        channel=Channel.ORGANISATION,
        organisation=writer.organisation,
        by=writer,
        at=moment,
    )
    save_answers(draft, keys=list(answers), answers=answers, by=writer, at=moment)
    draft.refresh_from_db()
    return draft_for_lead(draft, by=writer, at=moment)


def load_siskin_again(quillshire, people) -> None:
    """Q-26-012: the police refer Siskin too, with his name spelt another way and day
    and month of his birthday swapped. It is found, compared and joined."""
    moment = at("2026-03-09", "08:30")
    next_reference_is(quillshire, 2026, 12, moment)
    referral = sent_by_the_form(quillshire, SISKIN_AGAIN, moment)
    note_reading(referral, by=people["coordinator"], at=moment)
    case = Case.objects.get(partnership=quillshire, reference="Q-26-007")
    found = possible_matches(referral, people["coordinator"], at=moment)
    if case.reference not in found.references:
        raise LookupError("Q-26-012 is not found to be like Q-26-007.")
    join_to_case(
        referral,
        case,
        reasons="The same boy and the same evening: the hospital spelt his name as his "
        "mother does, and custody wrote the American date of a passport.",
        by=people["coordinator"],
        at=at("2026-03-09", "10:05"),
    )


def load_a_neighbour(quillshire, people) -> None:
    """Q-26-014: through the public form, unread, with mistakes and much unknown."""
    moment = at("2026-03-11", "07:55")
    next_reference_is(quillshire, 2026, 14, moment)
    papers = (("what I heard.docx", _her_notes()), ("photo of letter.pdf", A_WEB_PAGE))
    sent_by_the_form(quillshire, A_NEIGHBOUR, moment, papers=papers)


def _her_notes() -> bytes:
    """Her notes, in a Word file whose properties say who wrote it."""
    notes = write_docx(
        document(
            heading(1, "what I heard"),
            paragraph("3 march: shouting till late. 6 march: again, and crying"),
            title="what I heard",
        )
    )
    signed = BytesIO()
    with ZipFile(BytesIO(notes)) as kept, ZipFile(signed, "w") as out:
        for name in kept.namelist():
            author = b"<dc:creator>Rosalind Tewkes</dc:creator></cp:coreProperties>"
            part = kept.read(name).replace(b"</cp:coreProperties>", author)
            out.writestr(name, part)
    return signed.getvalue()
