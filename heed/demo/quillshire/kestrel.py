"""Q-25-018, Kestrel: a local review has begun, and five agencies have sent what they
know of him, each in its own way. What is in doubt waits for an answer; two of four
events that two agencies tell are confirmed."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from heed.cases.actions import (
    add_child,
    choose_pseudonym,
)
from heed.cases.models import Case
from heed.chronologies.actions import bring_in
from heed.chronologies.actions.episodes import mark_episode
from heed.chronologies.actions.key import begin_key
from heed.chronologies.actions.tellings import confirm_telling
from heed.chronologies.models import Telling
from heed.chronologies.queries.tellings import suggestions_in
from heed.demo.chronologies import FOLDER
from heed.demo.quillshire import stations
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.kestrel_story import (
    DR_1,
    DR_2,
    DR_3,
    PARTS,
    SAID,
    SENT,
    STORY,
    VIEWS,
)
from heed.demo.quillshire.walking import are_put_on_the_list, at, next_reference_is
from heed.demo.quillshire.weighing import (
    answers_are_signed_off,
    criteria_are_weighed,
    parts_are_written,
)
from heed.incidents.actions import (
    begin_with_outside_notification,
    give_view_on_notification,
    settle_awareness,
    weigh_notification,
)
from heed.partnership.models import Organisation
from heed.rapid_reviews.queries import rapid_review_of

NOTIFIED, OPENED = at("2025-11-21", "15:10"), at("2025-11-24", "09:20")
BESIDE_THEM = ("scrutineer", "family")
# name, who they are to him, whether they take part, what they wish
FAMILY = (
    ("Tamar Brackenholt", "mother", "later", "She expects a child in the spring."),
    ("Joss Pellowick-Thorne", "father", "asked", "He lives in another county."),
    (
        "Maren Brackenholt",
        "grandmother",
        "takes_part",
        "She rang, and wants that said.",
    ),
)


def load_kestrel(quillshire, people) -> None:
    """Walk Kestrel's case to the chronologies of its local review."""
    case = _notified(quillshire, people)
    _who_they_are(case, people)
    _the_rapid_review(case, people)
    stations.the_review_begins(case, STORY, people)
    stations.the_reviewer_is_appointed(case, STORY, people)
    stations.the_terms_are_agreed(case, STORY, people)
    stations.the_review_is_looked_at(case, STORY, people, after="terms", until="read")
    _chronologies_come_in(case, people)
    _two_events_are_confirmed(case, people)
    _what_matters_is_marked(case, people)


def _notified(quillshire, people) -> Case:
    next_reference_is(quillshire, 2025, 18, OPENED)
    notification = begin_with_outside_notification(
        quillshire,
        sent_at=NOTIFIED,
        national_reference="SIN-QCC-2025-09",
        happened_on=date(2025, 11, 20),
        copied_on=date(2025, 11, 21),
        by=people["coordinator"],
        at=OPENED,
    )
    case = Case.objects.get(pk=notification.case_id)
    everybody_declares(case, people, OPENED, stations.ON_THE_CASE)
    are_put_on_the_list(case, people, OPENED, BESIDE_THEM)
    everybody_declares(case, people, OPENED, BESIDE_THEM)
    return case


def _who_they_are(case, people) -> None:
    by = {"by": people["coordinator"], "at": at("2025-11-24", "10:00")}
    child = add_child(
        case,
        given_name="Orrin",
        family_name="Brackenholt-Pellowick",
        born_on=date(2024, 1, 10),
        sex="male",
        status="died",
        age_band="1-2",
        ethnicity="WBRI",
        harm="physical_abuse",
        **by,
    )
    choose_pseudonym(child, pseudonym="Kestrel", **by)
    stations.the_family_is_named(
        case,
        FAMILY,
        people,
        moment=by["at"],
        who_counts="His mother, his father, and his mother's mother.",
    )
    weigh_notification(child, answers=DR_1, **by)


def _the_rapid_review(case, people) -> None:
    settle_awareness(
        case,
        aware_at=at("2025-11-20", "09:40"),
        basis="The hospital telephoned the front door.",
        by=people["council"],
        at=at("2025-11-24", "11:00"),
    )
    for slug in stations.PARTNERS:
        give_view_on_notification(
            case,
            view="notify",
            reasons="He died, and abuse is suspected.",
            by=people[slug],
            at=at("2025-11-24", "12:00"),
        )
    stations.agencies_are_asked(
        case,
        SAID,
        (),
        people,
        asked=at("2025-11-24", "14:00"),
        answered=at("2025-12-01", "15:00"),
        due_on=date(2025, 12, 1),
    )
    answers_are_signed_off(case, people, at("2025-12-02", "09:00"))
    review = rapid_review_of(case)
    parts_are_written(review, PARTS, people, day="2025-12-04")
    criteria_are_weighed(case, DR_2, DR_3, VIEWS, people, day="2025-12-05")
    stations.the_partners_decide(review, STORY, people)


def _chronologies_come_in(case, people) -> None:
    for number, (code, name) in enumerate(SENT.items()):
        organisation = Organisation.objects.get(partnership=case.partnership, code=code)
        bring_in(
            case,
            organisation=organisation,
            file=SimpleUploadedFile(name, (FOLDER / name).read_bytes()),
            by=people["coordinator"],
            at=at("2026-02-20", f"10:{number * 5:02}"),
        )


def _two_events_are_confirmed(case, people) -> None:
    """The evening of the bruise and the joint visit are one event each; the other two
    that may be wait for somebody to say so."""
    may_be = [
        each
        for each in suggestions_in(case, cleared=frozenset())
        if each.kind == Telling.Kind.EVENT
    ]
    for number, each in enumerate((may_be[0], may_be[2])):
        confirm_telling(
            case,
            kind=each.kind,
            rows=each.rows,
            why=each.rule,
            by=people["coordinator"],
            at=at("2026-02-23", f"11:0{number}"),
        )


def _what_matters_is_marked(case, people) -> None:
    """With names off rows are read by roles from now on; one episode is marked."""
    begin_key(case, by=people["manager"], at=at("2026-02-24", "09:00"))
    mark_episode(
        case,
        rows="9.1-11.2",
        name="The bruise of June",
        why="Three agencies saw him in four days. Nobody asked who else lived there.",
        first_day=date(2025, 6, 14),
        last_day=date(2025, 6, 18),
        by=people["reviewer"],
        at=at("2026-02-25", "14:00"),
    )
