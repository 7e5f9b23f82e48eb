"""Q-26-007, Siskin: day 11 of 15. Six of eight agencies have answered; the surgery and
the landlord have not; one action for a child's safety is open."""

from datetime import date, timedelta

from heed.cases.actions import (
    add_child,
    choose_pseudonym,
    name_family_contact,
    name_family_member,
    raise_safety_action,
    record_family_contact,
)
from heed.cases.models import Case
from heed.cases.queries import family_record_of
from heed.demo.quillshire import stations
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.siskin_meeting import prepare_the_meeting
from heed.demo.quillshire.walking import are_put_on_the_list, at, next_reference_is
from heed.incidents.actions import (
    begin_with_outside_notification,
    give_view_on_notification,
    settle_awareness,
    weigh_notification,
)
from heed.rapid_reviews.actions import hold_meeting, write_part
from heed.rapid_reviews.queries import rapid_review_of

SENT = at("2026-02-24", "15:30")
OPENED = at("2026-02-25", "09:10")
# Two answer in full; their records have him born on two days, and spell him otherwise.
IN_FULL = {
    "QCO": {
        "author.name": "Edda Mossgrave",
        "author.role": "Review officer",
        "author.independence": "yes",
        "known.involvement": "yes",
        "known.period_from": "October 2025",
        "known.systems": "Missing persons, intelligence and custody, by name and birth",
        "person.1.name": "Jory Thistlemere",
        "person.1.dob": "8 April 2009",
        "person.1.relationship": "Child",
        "person.1.seen_on": "9 February 2026",
        "person.1.seen_by": "Two officers, at the bus station",
        "involved.summary": "Three reports of going missing; last seen by officers on "
        "9 February.",
        "statement.1.words": "He said that he was paid to carry parcels.",
        "statement.1.source": "Officer's notebook, 9 February",
        "statement.1.weight": "primary",
        "practice.good_practice": "An officer asked what he was afraid of.",
        "practice.learning": "The three reports were each read alone.",
        "done.immediate_actions": "All three reports are read together.",
        "done.other_agencies": "The bus company",
        "records.secured": "yes",
        "checked.by": "Ruan Tolcarne",
        "checked.role": "Detective superintendent",
        "checked.on": "5 March 2026",
    },
    "QHT": {
        "author.name": "Ishbel Fennimore",
        "author.role": "Named nurse",
        "author.independence": "yes",
        "known.involvement": "yes",
        "known.period_from": "November 2025",
        "known.systems": "The patient system, by name, birth and NHS number",
        "person.1.name": "Jorey Thistlemere",
        "person.1.dob": "4 August 2009",
        "person.1.relationship": "Child",
        "person.1.seen_on": "17 January 2026",
        "person.1.seen_by": "Doctor in the emergency department, alone",
        "involved.summary": "Two attendances in the emergency department, both at "
        "night.",
        "practice.good_practice": "He was seen without the adult who came with him.",
        "practice.learning": "Nobody asked who that adult was.",
        "around.context": ["workload", "vacancies"],
        "done.immediate_actions": "Staff ask who comes with a child at night.",
        "done.other_agencies": "The ambulance service",
        "records.secured": "yes",
        "checked.by": "Corin Ashdown",
        "checked.role": "Deputy chief nurse",
        "checked.on": "6 March 2026",
    },
}
ANSWERS = {
    "QCC": "Open to children's social care since October; two strategy discussions.",
    "QCO": IN_FULL["QCO"],
    "QHT": IN_FULL["QHT"],
    "QCH": None,
    "QMH": "Referred in November; the first appointment was on 3 March.",
    "EDU": "On a part-time timetable since September; 41 % attendance.",
}
SILENT = ("GPF", "HSG")
ACCEPTED = ("QCC", "QCO", "QHT", "QCH", "QMH")
BESIDE_THEM = ("scrutineer", "notifier", "group-member", "family")


def load_siskin(quillshire, people) -> None:
    """Walk Siskin's case to the eleventh working day of its rapid review."""
    next_reference_is(quillshire, 2026, 7, SENT)
    notification = begin_with_outside_notification(
        quillshire,
        sent_at=SENT,
        national_reference="SIN-QCC-2026-02",
        happened_on=date(2026, 2, 18),
        copied_on=date(2026, 2, 24),
        by=people["coordinator"],
        at=OPENED,
    )
    case = Case.objects.get(pk=notification.case_id)
    everybody_declares(case, people, OPENED, stations.ON_THE_CASE)
    # The designated doctor has not declared yet: her first page asks her to.
    are_put_on_the_list(case, people, OPENED, (*BESIDE_THEM, "doctor"))
    everybody_declares(case, people, OPENED, BESIDE_THEM)
    _who_they_are(case, people)
    _what_the_partners_say(case, people)
    review = rapid_review_of(case)
    stations.agencies_are_asked(
        case,
        ANSWERS,
        SILENT,
        people,
        asked=OPENED + timedelta(minutes=30),
        answered=at("2026-03-06", "14:15"),
        due_on=date(2026, 3, 9),
    )
    stations.answers_are_accepted(case, ACCEPTED, people, at("2026-03-09", "10:00"))
    stations.the_silent_are_reminded(
        *(at(f"2026-03-{day}", "08:30") for day in ("05", "09", "10", "11"))
    )
    _the_work_so_far(case, review, people)


def _who_they_are(case, people) -> None:
    moment = OPENED + timedelta(minutes=10)
    child = add_child(
        case,
        given_name="Jory",
        family_name="Thistlemere",
        born_on=date(2009, 4, 8),
        sex="male",
        status="alive",
        age_band="16-17",
        ethnicity="WBRI",
        harm="criminal_exploitation",
        school="Marrowby Academy",
        by=people["coordinator"],
        at=moment,
    )
    choose_pseudonym(child, pseudonym="Siskin", by=people["coordinator"], at=moment)
    _his_family(case, people, moment)
    _the_working_sheet(child, people, moment)


def _his_family(case, people, moment) -> None:
    mother = name_family_member(
        case,
        name="Wenna Thistlemere",
        relationship="mother",
        contact="By telephone, after 4pm",
        wishes="She wants to be told everything, by one person.",
        by=people["coordinator"],
        at=moment,
    )
    name_family_member(
        case,
        name="Calder Broadmire",
        relationship="father",
        must_not_be_told_address=True,
        by=people["coordinator"],
        at=moment,
    )
    name_family_contact(
        family_record_of(case),
        person=people["family"],
        who_counts="His mother, and his grandmother in Ostlebridge.",
        by=people["coordinator"],
        at=moment,
    )
    record_family_contact(
        case,
        member=mother,
        happened_on=date(2026, 2, 27),
        how="visit",
        about="review_begins",
        what_was_said="What a rapid review is, and that it blames nobody.",
        by=people["family"],
        at=at("2026-02-27", "16:40"),
    )


def _the_working_sheet(child, people, moment) -> None:
    weigh_notification(
        child,
        answers={
            "is_child": {"answer": "yes", "why": "He is 16."},
            "abuse_or_neglect": {
                "answer": "suspected",
                "why": "Criminal exploitation.",
            },
            "died": {"answer": "no", "why": ""},
            "seriously_harmed": {"answer": "yes", "why": "Stab wounds to the chest."},
            "place": {"answer": "this_area", "why": "Saltern Quay."},
        },
        by=people["coordinator"],
        at=moment,
    )


def _what_the_partners_say(case, people) -> None:
    moment = at("2026-02-25", "11:00")
    for seat in ("council", "icb", "police"):
        give_view_on_notification(
            case,
            view="notify",
            reasons="Exploitation is suspected; his injuries threatened his life.",
            by=people[seat],
            at=moment,
        )
    settle_awareness(
        case,
        aware_at=at("2026-02-18", "23:50"),
        basis="The out-of-hours team was told by the hospital.",
        by=people["council"],
        at=moment,
    )


def _the_work_so_far(case, review, people) -> None:
    raise_safety_action(
        case,
        what="Find a placement away from Saltern Quay before he leaves hospital.",
        owner="Duty team manager",
        owner_organisation="Quillshire Council Children's Services",
        due_at=at("2026-03-12", "17:00"),
        by=people["police"],
        at=at("2026-03-09", "09:30"),
    )
    hold_meeting(
        case,
        held_on=date(2026, 3, 10),
        attended=[
            "Mabry Pellowick, business unit",
            "Named nurse, Quillshire Hospitals NHS Trust",
            "Detective inspector, Quillshire Constabulary",
        ],
        apologies="Tinderwick Surgery",
        interests="None declared",
        minutes="Housing and the surgery have not answered. They are telephoned today.",
        agreed=[
            {
                "what": "Telephone the surgery and the landlord",
                "owner": "Mabry Pellowick, business unit",
                "by_when": "11 March 2026",
            }
        ],
        by=people["coordinator"],
        at=at("2026-03-10", "16:00"),
    )
    write_part(
        review,
        part="facts",
        words="A boy of 16 was stabbed at Saltern Quay on the evening of 18 February. "
        "He had been missing for two days.",
        by=people["coordinator"],
        at=at("2026-03-10", "16:30"),
    )
    prepare_the_meeting(case, review, people)
