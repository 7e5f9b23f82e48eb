"""What is shown of a local review."""

from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases.models import Case
from heed.incidents.queries import SEATS
from heed.partnership.queries import people_with
from heed.reviews.models import (
    Appointment,
    Change,
    ChildPortrait,
    Event,
    MonitoringNote,
    ReportVersion,
    Review,
    Terms,
)
from heed.rulebook.language import Role


def review_of(case: Case) -> Review | None:
    """The local review of a case, once it is started."""
    return Review.objects.filter(case=case).first()


def appointments_of(case: Case) -> list[Appointment]:
    """Who was proposed, appointed or ended as lead reviewer."""
    return list(Appointment.objects.filter(case=case).select_related("person"))


def possible_reviewers(case: Case, *, at) -> list:
    """People who hold the role of a lead reviewer in the partnership today."""
    today = clock.london_date(at)
    return list(people_with(case.partnership, [Role.LEAD_REVIEWER], on=today))


def current_terms(case: Case) -> Terms | None:
    """The terms of reference as agreed last."""
    return Terms.objects.filter(case=case).last()


def events_of(case: Case) -> list[Event]:
    """The practitioner events of a case, each with its invitations."""
    return list(Event.objects.filter(case=case).prefetch_related("invitations"))


def monitoring_of(case: Case) -> list[MonitoringNote]:
    """How the review stood each time that somebody looked, the latest first."""
    return list(MonitoringNote.objects.filter(case=case).order_by("-noted_at"))


def versions_of(case: Case) -> list[ReportVersion]:
    """The versions of the report, the latest first, unopened."""
    found = ReportVersion.objects.filter(case=case).select_related("lodged_by")
    return list(found.defer("blocks", "hidden").order_by("-number"))


def latest_report(case: Case) -> ReportVersion | None:
    """The report at its latest version."""
    return ReportVersion.objects.filter(case=case).last()


def latest_report_or_404(case: Case) -> ReportVersion:
    """The report at its latest version; Http404 before there is one."""
    found = ReportVersion.objects.filter(case=case).order_by("-number")[:1]
    return get_object_or_404(ReportVersion, pk__in=found.values("pk"))


def changes_of(case: Case) -> list[Change]:
    """The changes proposed to the reviewer's final draft, in order."""
    return list(Change.objects.filter(case=case).select_related("report"))


def waiting_changes(case: Case) -> list[Change]:
    """The changes that wait for the reviewer's answer."""
    return [each for each in changes_of(case) if each.answer == Change.Answer.WAITING]


def signatures_of(report: ReportVersion | None) -> list[dict]:
    """Each of the three seats with its signature under this version, or none yet."""
    given = {}
    if report:
        given = {each.seat: each for each in report.signatures.select_related("person")}
    return [
        {"seat": seat, "label": label, "given": given.get(seat)}
        for seat, label in SEATS.items()
    ]


def portrait_of(case: Case) -> ChildPortrait | None:
    """Who the child was, in the words written last."""
    return ChildPortrait.objects.filter(case=case).last()
