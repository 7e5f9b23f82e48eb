"""What is shown of considering an incident and of notifying."""

from datetime import date, datetime

from django.http import Http404

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case, Child, DecisionSheet, StepTaken
from heed.cases.queries import children_of
from heed.cases.sheets import last_sheet
from heed.documents.models import Document
from heed.incidents.models import (
    AS_KNOWN,
    Awareness,
    Enquiry,
    Notification,
    NotificationDecision,
    PartnerView,
)
from heed.partnership.one_look import asked_once
from heed.rulebook.criteria.notifiable import (
    Conclusion,
    NotificationAnswers,
    conclude_incident,
)
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.language import Stage
from heed.rulebook.outcomes import NotificationDecision as Outcome
from heed.rulebook.process import REOPEN
from heed.rulebook.process.stages import CONSIDERING
from heed.rulebook.roles import SEATS


@asked_once
def awareness_of(case: Case) -> Awareness | None:
    """When the local authority became aware, as confirmed last."""
    return rows_of(Awareness, case).last()


@asked_once
def views_on_notification(case: Case) -> list[dict]:
    """Each of the three seats with its latest view, or none yet."""
    latest = {
        view.seat: view for view in rows_of(PartnerView, case).select_related("person")
    }
    return [
        {"seat": seat, "label": label, "view": latest.get(seat)}
        for seat, label in SEATS.items()
    ]


def dissent_from(case: Case, outcome: str) -> list[str]:
    """The seats whose latest view differs from what the local authority decides."""
    return [
        row["seat"].value
        for row in views_on_notification(case)
        if row["view"] and disagrees_with(outcome, row["view"].view)
    ]


def disagrees_with(outcome: str, view: str) -> bool:
    """Whether a view is against what was decided, or done, about notifying."""
    notifies = outcome not in {Outcome.DO_NOT_NOTIFY, Outcome.OTHER_LEARNING}
    against = PartnerView.View.DO_NOT_NOTIFY if notifies else PartnerView.View.NOTIFY
    return view == against


def what_stands_on_notifying(case: Case) -> str:
    """What the local authority did, or decided last; nothing while that is considered,
    and once the notification was withdrawn."""
    if case.stage in {Stage.UNDER_CONSIDERATION, Stage.NOTIFICATION_WITHDRAWN}:
        return ""
    if notification_that_counts(case):
        return Outcome.NOTIFY
    decided = last_decision(case)
    return decided.outcome if decided else ""


def who_disagrees(case: Case) -> list[str]:
    """The seats that disagreed when it was decided, and those that have said so since,
    or of a notification that was made without a decision here."""
    decided, stands = last_decision(case), what_stands_on_notifying(case)
    since = dissent_from(case, stands) if stands else []
    known = {*(decided.dissenting if decided else ()), *since}
    return [seat.value for seat in SEATS if seat.value in known]


@asked_once
def no_review_follows_since(case: Case) -> datetime | None:
    """Since when it stands that no review follows: that the local authority decided not
    to notify, or withdrew its notification. None where neither stands."""
    if case.stage == Stage.NOTIFICATION_WITHDRAWN:
        withdrawn = rows_of(Notification, case).exclude(withdrawn_at=None)
        last = withdrawn.order_by("withdrawn_at").last()
        return last.withdrawn_at if last else None
    decided = last_decision(case) if case.stage == Stage.NOT_PURSUED else None
    return decided.decided_at if decided else None


def answers_for(case: Case, child: Child) -> NotificationAnswers | None:
    """What the working sheet of a child says, as the truth table takes it."""
    sheet = last_sheet(case, DR_1, child=child)
    if sheet is None:
        return None
    return NotificationAnswers.from_record(
        {slug: said["answer"] for slug, said in sheet.answers.items()}
    )


def conclusion_for(case: Case) -> Conclusion | None:
    """What the working sheets of all children come to, and how many children have none
    yet; None before any is filled in."""
    found = [answers_for(case, child) for child in children_of(case)]
    answers = [each for each in found if each]
    if not answers:
        return None
    return conclude_incident(
        answers,
        not_tested=len(found) - len(answers),
        harm_in_care=case.partnership.notifies_harm_in_care,
    )


def not_weighed(case: Case) -> list[Child]:
    """The children of a case without a working sheet on whether to notify."""
    weighed = DecisionSheet.objects.filter(case=case, record=DR_1.slug)
    children = Child.objects.filter(case=case)
    return list(children.exclude(pk__in=weighed.values("child")))


@asked_once
def last_decision(case: Case) -> NotificationDecision | None:
    """What the local authority decided last about notifying."""
    return rows_of(NotificationDecision, case).last()


@asked_once
def notifications_of(case: Case) -> list[Notification]:
    """The notifications of a case in the order of their sending."""
    return list(rows_of(Notification, case))


def known_beside_the_copy(kept: Notification) -> Document | None:
    """What was known here when a notification was recorded, where its copy from outside
    was added later and stands in the first place now."""
    known = Document.objects.filter(owner_id=kept.case_id, purpose=AS_KNOWN)
    then = known.filter(received_at=kept.recorded_at)
    return then.exclude(pk=kept.copy_id).first() if kept.copy_id else then.first()


def enquiries_of(case: Case) -> list[Enquiry]:
    """What the Panel and Ofsted asked about a case, in the order of their asking."""
    return list(rows_of(Enquiry, case))


def case_begun_by(once: str) -> Case:
    """The case that began when this very page was sent, however often it was sent."""
    return Case.objects.get(steptakens__once=once)


def page_to_go_on(case: Case, person, *, at) -> str:
    """Where this person goes on with a case: its page, the page to declare an interest,
    or nowhere, for who does not stand on its list."""
    if Case.objects.visible_to(person, at=at).filter(pk=case.pk).exists():
        return "case"
    listed = Case.objects.listed_for(person, at=at).filter(pk=case.pk)
    return "declaration" if listed.exists() else ""


def standing_notification(case: Case) -> Notification | None:
    """The serious incident notification that stands, if one does."""
    standing = [
        each
        for each in notifications_of(case)
        if each.withdrawn_at is None and each.kind == Notification.Kind.SERIOUS_INCIDENT
    ]
    return max(standing, key=lambda each: each.sent_at, default=None)


@asked_once
def notification_that_counts(
    case: Case, *, aware_on: date | None = None
) -> Notification | None:
    """The standing notification of what the partners consider now. One sent before a
    case was taken up again does not count for what is newly known, unless it was sent
    after the local authority became aware of that."""
    standing = standing_notification(case)
    if standing is None or case.stage not in CONSIDERING:
        return standing
    reopened = StepTaken.objects.filter(spine_id=case.pk, step=REOPEN.slug).last()
    if reopened is None:
        return standing
    anew = Awareness.objects.filter(case=case, confirmed_at__gte=reopened.at).last()
    if anew and aware_on is None:
        aware_on = clock.london_date(anew.aware_at)
    since = min(reopened.effective_on, aware_on or reopened.effective_on)
    return standing if clock.london_date(standing.sent_at) >= since else None


def standing_notification_or_404(case: Case) -> Notification:
    """The notification that stands; Http404 where none does."""
    standing = standing_notification(case)
    if standing is None:
        raise Http404
    return standing
