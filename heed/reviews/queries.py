"""What is shown of a local review."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases.access import standings_of
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.queries import row_for
from heed.partnership.one_look import asked_once
from heed.partnership.queries import people_with
from heed.rapid_reviews.models import Told
from heed.rapid_reviews.queries import told_in
from heed.reviews.models import (
    AccountRequest,
    Appointment,
    Change,
    ChildPortrait,
    Event,
    Invitation,
    MonitoringNote,
    ReportVersion,
    Review,
    Signature,
    Terms,
    WrittenRequest,
)
from heed.rulebook import process
from heed.rulebook.deciding import is_carried
from heed.rulebook.language import Role
from heed.rulebook.roles import SEATS
from heed.vault.codes import hashed_link


@asked_once
def review_of(case: Case) -> Review | None:
    """The local review of a case, once it is started."""
    return rows_of(Review, case).first()


@asked_once
def appointments_of(case: Case) -> list[Appointment]:
    """Who was proposed, appointed or ended as lead reviewer."""
    found = rows_of(Appointment, case)
    return list(found.select_related("person__organisation"))


@asked_once
def standing_appointment(case: Case) -> Appointment | None:
    """The lead reviewer who is appointed now, if somebody is."""
    standing = [each for each in appointments_of(case) if each.stands]
    return standing[-1] if standing else None


def proposal_for(person, public_id: str, *, at) -> Appointment:
    """A proposal of this very person as lead reviewer, before anybody is appointed;
    else Http404."""
    found = Appointment.objects.open_to(person, at=at).select_related("partnership")
    return get_object_or_404(found, public_id=public_id)


def declarations_owed(person, *, at) -> list[Appointment]:
    """Where somebody is proposed as lead reviewer, and has not declared yet."""
    found = Appointment.objects.open_to(person, at=at).filter(
        declared_at=None, case__stage__in=process.DECLARE_INDEPENDENCE.at
    )
    return list(found.select_related("partnership"))


def told_of_reviewer(case: Case) -> list[dict]:
    """Each national body, and when it was told the name of the reviewer who is
    appointed now; None while it was not."""
    standing, told = standing_appointment(case), {}
    if standing:
        told = {
            each.body: each
            for each in told_in(case)
            if each.what == Told.What.REVIEWER
            and each.recorded_at >= standing.appointed_at
        }
    return [
        {"body": body, "label": label, "told": told.get(body)}
        for body, label in Told.Body.choices
    ]


def possible_reviewers(case: Case, *, at) -> list:
    """People who hold the role of a lead reviewer in the partnership today."""
    today = clock.london_date(at)
    return list(people_with(case.partnership, [Role.LEAD_REVIEWER], on=today))


def current_terms(case: Case) -> Terms | None:
    """The terms of reference as agreed last."""
    return rows_of(Terms, case).last()


def events_of(case: Case) -> list[Event]:
    """The practitioner events of a case, each with its invitations."""
    return list(rows_of(Event, case).prefetch_related("invitations"))


def practitioners_came(case: Case) -> bool:
    """Whether any practitioner who was invited to an event came."""
    return rows_of(Invitation, case).filter(attended=True).exists()


def event_for(person, public_id: str, *, at) -> Event:
    """A practitioner event, for those who hear practitioners; else Http404."""
    event = row_for(Event, person, public_id, at=at)
    _must_hear(person, event.case, at=at)
    return event


def invitation_for(person, public_id: str, *, at) -> Invitation:
    """An invitation to an event, for those who hear practitioners; else Http404."""
    invitation = row_for(Invitation, person, public_id, at=at)
    _must_hear(person, invitation.case, at=at)
    return invitation


def _must_hear(person, case: Case, *, at) -> None:
    if not hears_practitioners(person, case, at=at):
        raise Http404


def hears_practitioners(person, case: Case, *, at) -> bool:
    """Whether somebody reads what practitioners said, and who they are: the lead
    reviewer and the business unit. Practitioners speak freely to few."""
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    return bool(roles & process.RECORD_ATTENDANCE.by)


def heard_at(event: Event) -> list[dict]:
    """Each invitation to an event, with what was asked and given of their own account
    since."""
    invitations = event.invitations.prefetch_related("account_requests__accounts")
    return [
        {
            "invitation": each,
            "asked": next(
                (r for r in each.account_requests.all() if r.closed_at is None), None
            ),
            "accounts": [
                account
                for request in each.account_requests.all()
                for account in request.accounts.all()
            ],
        }
        for each in invitations
    ]


def account_request_for(person, public_id: str, *, at) -> AccountRequest:
    """A request for an account, for those who hear practitioners; else Http404."""
    asked = row_for(AccountRequest, person, public_id, at=at)
    _must_hear(person, asked.case, at=at)
    return asked


def account_request_by_link(token: str) -> AccountRequest:
    """The request for an account behind a link. Raises Http404, as for any address
    that leads nowhere, when it was closed or never was."""
    found = AccountRequest._base_manager.filter(
        link_hash=hashed_link(token), closed_at=None
    )
    return get_object_or_404(found.select_related("partnership", "invitation__event"))


def written_requests_of(case: Case) -> list[WrittenRequest]:
    """What the partners asked the reviewer for in writing."""
    return list(rows_of(WrittenRequest, case))


def is_signed_off(report: ReportVersion) -> bool:
    """Whether all three bodies have answered to exactly this version, and two sign."""
    answers = [each.answer for each in signatures_under(report)]
    signs = answers.count(Signature.Answer.SIGNS)
    return is_carried(answered=len(answers), agreeing=signs)


def was_signed_before(report: ReportVersion) -> bool:
    """Whether an earlier version of a report was signed by somebody."""
    signed = rows_of(Signature, report.case)
    return signed.filter(report__number__lt=report.number).exists()


def waits_for_signatures(case: Case) -> bool:
    """Whether the latest version of the report has not been signed off: a new draft or
    an accepted change makes every signature under an earlier one void."""
    report = latest_report(case)
    return report is not None and not is_signed_off(report)


def monitoring_of(case: Case) -> list[MonitoringNote]:
    """How the review stood each time that somebody looked, the latest first."""
    return list(rows_of(MonitoringNote, case).order_by("-noted_at"))


def versions_of(case: Case) -> list[ReportVersion]:
    """The versions of the report, the latest first, unopened."""
    found = rows_of(ReportVersion, case).select_related("lodged_by")
    return list(found.defer("blocks", "hidden").order_by("-number"))


@asked_once
def latest_report(case: Case) -> ReportVersion | None:
    """The report at its latest version."""
    return rows_of(ReportVersion, case).last()


def latest_report_or_404(case: Case) -> ReportVersion:
    """The report at its latest version; Http404 before there is one."""
    found = rows_of(ReportVersion, case).order_by("-number")[:1]
    return get_object_or_404(ReportVersion, pk__in=found.values("pk"))


@asked_once
def changes_of(case: Case) -> list[Change]:
    """The changes proposed to the reviewer's final draft, in order."""
    return list(rows_of(Change, case).select_related("report"))


def waiting_changes(case: Case) -> list[Change]:
    """The changes that wait for the reviewer's answer."""
    return [each for each in changes_of(case) if each.answer == Change.Answer.WAITING]


@asked_once
def signatures_under(report: ReportVersion) -> list[Signature]:
    """The signatures under exactly this version."""
    signed = rows_of(Signature, report.case).filter(report=report)
    return list(signed.select_related("person"))


def signatures_of(report: ReportVersion | None) -> list[dict]:
    """Each of the three seats with its signature under this version, or none yet."""
    given = {each.seat: each for each in signatures_under(report)} if report else {}
    return [
        {"seat": seat, "label": label, "given": given.get(seat)}
        for seat, label in SEATS.items()
    ]


@asked_once
def portrait_of(case: Case) -> ChildPortrait | None:
    """Who the child was, in the words written last."""
    return rows_of(ChildPortrait, case).last()
