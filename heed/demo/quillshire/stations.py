"""The parts of the way that several cases of Quillshire walk, each in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heed.audit.actors import LinkHolder, SystemActor
from heed.cases.actions import (
    give_reason_for_lateness,
    name_family_contact,
    name_family_member,
    record_family_contact,
)
from heed.cases.deadlines import running_deadline
from heed.cases.queries import family_record_of
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.walking import at
from heed.papers.blocks import document, heading, paragraph
from heed.papers.write_docx import write_docx
from heed.partnership.models import Organisation
from heed.rapid_reviews.actions import (
    accept_answer,
    answer_request,
    ask_agency,
    climb_the_ladder,
    confirm_decision,
    propose_decision,
    record_answer_of_body,
    record_panel_answer,
    record_panel_feedback,
    save_answers,
    send_summary,
    send_to_panel,
)
from heed.reviews.actions import (
    agree_terms,
    appoint_reviewer,
    confirm_report,
    declare_independence,
    lodge_draft,
    note_monitoring,
    propose_reviewer,
    quality_assure,
    start_local_review,
    tell_of_reviewer,
    write_portrait,
)
from heed.reviews.queries import latest_report
from heed.rulebook.clocks import MONITORING

ON_THE_CASE = ("manager", "coordinator", "council", "icb", "police")
PARTNERS = ("council", "icb", "police")


@dataclass(frozen=True)
class Look:
    """What somebody saw who looked at the time and the quality of a review."""

    day: str
    note: str
    time: str = "well"
    quality: str = "well"
    why_late: str = ""


@dataclass(frozen=True)
class Story:
    """What is particular to a case on its way through review and publication."""

    title: str
    portrait: str
    report: tuple[tuple[str, tuple[str, ...]], ...]
    response: str
    summary: str
    notice: str
    themes: tuple[str, ...]
    why_a_review: str
    agreed: Mapping[str, str]  # partner -> why they agree to hold the review
    panel_says: str
    panel_judges: Mapping[str, str]  # matter of its letters -> how well it was done
    questions: tuple[str, ...]
    scope: str
    covers: tuple[date, date]
    looks: tuple[Look, ...]
    assured: str
    signed: Mapping[str, str]  # partner -> why they sign the report
    told: Mapping[str, tuple[str, str]]  # about -> (day, words)
    bodies_answer: Mapping[str, tuple[str, str]]  # body -> (day, words)
    why_publish: str
    before_publishing: Mapping[str, tuple[str, str]]  # question -> (answer, why)
    days: Mapping[str, str]  # station -> the day on which it was reached

    def on(self, station: str, time: str = "10:00"):
        """The moment of a station."""
        return at(self.days[station], time)

    def day(self, station: str) -> date:
        """Its day."""
        return date.fromisoformat(self.days[station])

    def as_word(self) -> bytes:
        """The reviewer's report as a Word file."""
        blocks = [heading(1, self.title)]
        for title, sentences in self.report:
            blocks.append(heading(2, title))
            blocks += [paragraph(sentence) for sentence in sentences]
        return write_docx(document(*blocks, title=self.title))


def the_family_is_named(case, family, people, *, moment, who_counts: str | None = None):
    """Who belongs to the family, as they come: a name, what they are to the child,
    whether they take part, and what they wish. Then who keeps in touch with them."""
    by = {"by": people["coordinator"], "at": moment}
    members = [
        name_family_member(
            case,
            name=name,
            relationship=relationship,
            taking_part=taking_part,
            wishes=wishes,
            **by,
        )
        for name, relationship, taking_part, wishes in family
    ]
    of = {"person": people["family"], "who_counts": who_counts}
    name_family_contact(family_record_of(case), **of, **by)
    return members


def is_told(case, member, told: Mapping[str, tuple[str, str]], people) -> None:
    """What a member of the family was told, and when."""
    for about, (day, words) in told.items():
        record_family_contact(
            case,
            member=member,
            happened_on=date.fromisoformat(day),
            how="visit",
            about=about,
            what_was_said=words,
            by=people["family"],
            at=at(day, "16:00"),
        )


def agencies_are_asked(case, answers, silent, people, *, asked, answered, due_on):
    """Agencies are asked; some know something, some know nothing, some are silent."""
    for code in (*answers, *silent):
        organisation = Organisation.objects.get(partnership=case.partnership, code=code)
        request = ask_agency(
            case,
            organisation=organisation,
            to_address=organisation.contact_address,
            asked_for="Please tell us what your organisation knew and did, what worked "
            "well, and what can be learned.",
            due_on=due_on,
            by=people["coordinator"],
            at=asked,
        )
        if code in answers:
            _answer(request, answers[code], answered)


def answers_are_accepted(case, codes, people, moment) -> None:
    """What suffices of the answers is accepted."""
    asked = case.agencyrequests.filter(organisation__code__in=codes)
    for request in asked:
        accept_answer(request, by=people["coordinator"], at=moment)


def the_silent_are_reminded(*moments) -> None:
    """Heed reminds whoever has not answered, and then their leads."""
    for moment in moments:
        climb_the_ladder(by=SystemActor("ladder_of_agencies"), at=moment)


def _answer(request, said, moment) -> None:
    """In full where the answers stand under their questions; else in short, or that
    nobody is known."""
    by = LinkHolder(str(request.pk), request.organisation.name)
    if isinstance(said, dict):
        save_answers(request, keys=said.keys(), answers=said, by=by, at=moment)
        send_summary(request, by=by, at=moment)
        return
    words = {"summary": said} if said else {}
    answer_request(
        request,
        kind="summary" if said else "not_known",
        author=f"Named professional, {request.organisation.name}",
        children_searched=True,
        adults_searched=True,
        systems_searched="The main record system",
        records_secured=True,
        author_independent=True,
        by=by,
        at=moment,
        **words,
    )


def the_partners_decide(review, story: Story, people) -> None:
    """The three decide on a local review; it goes to the Panel, who agree."""
    propose_decision(
        review,
        outcome="local_review",
        reasons=story.why_a_review,
        national_view="no",
        national_reasons="The learning is local.",
        by=people["manager"],
        at=story.on("proposed"),
    )
    for slug in PARTNERS:
        confirm_decision(
            review,
            answer="agrees",
            reasons=story.agreed[slug],
            by=people[slug],
            at=story.on("decided"),
        )
    send_to_panel(
        review,
        sent_at=story.on("decided", "15:00"),
        route="the Panel's secure mailbox",
        proof="Receipt on file",
        late_reason="",
        by=people["coordinator"],
        at=story.on("decided", "15:10"),
    )
    letter = record_panel_answer(
        review.case,
        answer="agrees",
        dated_on=story.day("panel"),
        words=story.panel_says,
        by=people["coordinator"],
        at=story.on("panel"),
    )
    record_panel_feedback(
        letter,
        feedback=story.panel_judges,
        words="",
        by=people["coordinator"],
        at=story.on("panel"),
    )


def the_review_begins(case, story: Story, people) -> None:
    """The local review is started."""
    start_local_review(
        case,
        reason="As the partners decided.",
        by=people["manager"],
        at=story.on("started"),
    )


def the_reviewer_is_appointed(case, story: Story, people) -> None:
    """She declares her independence, is appointed, and the Panel is told."""
    appointment = propose_reviewer(
        case,
        person=people["reviewer"],
        qualities="Health visiting, systems reviews, and plain words.",
        by=people["manager"],
        at=story.on("started", "14:00"),
    )
    declare_independence(
        appointment,
        worked_in_area=False,
        knows_people=False,
        declaration="I have no tie to Quillshire.",
        by=people["reviewer"],
        at=story.on("appointed", "09:00"),
    )
    appoint_reviewer(
        appointment,
        why_chosen="Independent, and known for clear reports.",
        by=people["council"],
        at=story.on("appointed"),
    )
    everybody_declares(case, people, story.on("appointed", "11:00"), ("reviewer",))
    for body, (day, words) in story.bodies_answer.items():
        told = tell_of_reviewer(
            case,
            body=body,
            told_at=story.on("appointed", "12:00"),
            route="by email",
            proof="Receipt on file",
            by=people["coordinator"],
            at=story.on("appointed", "12:00"),
        )
        record_answer_of_body(
            told,
            answered_on=date.fromisoformat(day),
            answer=words,
            by=people["coordinator"],
            at=at(day, "15:00"),
        )


def the_terms_are_agreed(case, story: Story, people) -> None:
    """The questions, the period and the method."""
    covers_from, covers_to = story.covers
    agree_terms(
        case,
        questions=list(story.questions),
        method="systems",
        scope=story.scope,
        covers_from=covers_from,
        covers_to=covers_to,
        by=people["manager"],
        at=story.on("terms"),
    )


def the_review_is_looked_at(case, story: Story, people, *, after, until) -> None:
    """Somebody looks at time and quality, from one station to another."""
    for look in story.looks:
        if story.days[after] < look.day <= story.days[until]:
            due = running_deadline(case, MONITORING)
            note_monitoring(
                case,
                time=look.time,
                quality=look.quality,
                note=look.note,
                by=people["manager"],
                at=at(look.day),
            )
            _say_why_late(due, look, people)


def _say_why_late(due, look: Look, people) -> None:
    if look.why_late:
        give_reason_for_lateness(
            due,
            reason=look.why_late,
            by=people["manager"],
            at=at(look.day, "10:20"),
        )


def the_final_draft_is_lodged(case, story: Story, people) -> None:
    """The reviewer lodges her final draft, and writes who the child is."""
    lodge_draft(
        case,
        data=story.as_word(),
        name="final draft.docx",
        is_final_draft=True,
        by=people["reviewer"],
        at=story.on("drafted"),
    )
    write_portrait(
        case,
        words=story.portrait,
        family_agreed=True,
        by=people["reviewer"],
        at=story.on("drafted", "11:00"),
    )


def the_report_is_signed(case, story: Story, people) -> None:
    """The report is assured, and signed by the three partners as it stands."""
    quality_assure(
        case,
        reason=story.assured,
        by=people["manager"],
        at=story.on("assured"),
    )
    report = latest_report(case)
    for slug in PARTNERS:
        confirm_report(
            report,
            answer="signs",
            reasons=story.signed[slug],
            by=people[slug],
            at=story.on("signed"),
        )
