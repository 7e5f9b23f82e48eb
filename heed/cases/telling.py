"""Who is told what happened in a case: by an email that something waits, and nothing
of the case.

The table of the process says whom a step tells. Of them, those who stand on the list of
the case get one neutral letter; nobody else learns that there is a case. The letter
waits a quarter of an hour before it leaves, and while it waits, what else happens in
the case adds no second one: it says that something happened, and the case says what.
Where a step has a letter of its own for somebody, that one goes instead."""

from collections.abc import Mapping
from datetime import timedelta

from heed import clock
from heed.cases.access import able_on_the_list
from heed.correspondence.actions import post_to_each
from heed.correspondence.queries import waiting_in_the_outbox
from heed.partnership.letters import on_the_desk
from heed.rulebook import process
from heed.rulebook.language import Role, Step
from heed.rulebook.roles import CASE_ROLES, READS_THE_CASE

PLEASE_LOOK = "please_look"
# For what somebody is to have at once: which kind of step it was, it does not tell.
SOMETHING_TO_SEE = "something_to_see"
TOGETHER = timedelta(minutes=15)
# To whom a case is closed hears so, without a word of the case.
SAYS_THAT_IT_IS_CLOSED = frozenset({"interest_stays_out"})

# The steps whose action writes a letter of its own to people on the list, and to whom.
OWN_LETTERS: Mapping[Step, Mapping[Role, str]] = {
    process.OPEN_CASE: {
        Role.DELEGATED_PARTNER: "case_opened",
        Role.LOCAL_AUTHORITY_NOTIFIER: "case_opened",
    },
    process.ADD_INFORMATION: {Role.COORDINATOR: "information_added"},
    process.WITHDRAW_REFERRAL: {Role.COORDINATOR: "information_added"},
    process.TELL_PARTNERS: {Role.DELEGATED_PARTNER: "partners_told"},
    process.RECORD_NOTIFICATION: {Role.DELEGATED_PARTNER: SOMETHING_TO_SEE},
    process.LOG_OUTSIDE_NOTIFICATION: {Role.DELEGATED_PARTNER: SOMETHING_TO_SEE},
    process.PASS_ON_COPY: {Role.DELEGATED_PARTNER: SOMETHING_TO_SEE},
    process.GIVE_VIEW_ON_NOTIFICATION: {Role.SCRUTINEER: "partners_disagree"},
    process.DECIDE_ON_NOTIFICATION: {Role.SCRUTINEER: "partners_disagree"},
    process.PROPOSE_REVIEWER: {Role.LEAD_REVIEWER: "reviewer_proposed"},
    process.APPOINT_REVIEWER: {Role.LEAD_REVIEWER: "reviewer_appointed"},
    process.REQUEST_FROM_REVIEWER: {Role.LEAD_REVIEWER: "reviewer_asked"},
    process.RAISE_SAFETY_ACTION: dict.fromkeys(
        process.RAISE_SAFETY_ACTION.tells, "safety_action"
    ),
    process.DECLARE_INTEREST: {Role.MANAGER: "interest_declared"},
    process.ASK_FOR_PROTECTED_ADDRESS: {Role.MANAGER: "address_asked"},
    process.ANSWER_ADDRESS_REQUEST: {Role.COORDINATOR: "address_answered"},
    process.COMMENT_AS_SCRUTINEER: dict.fromkeys(
        process.COMMENT_AS_SCRUTINEER.tells, "scrutineer_commented"
    ),
    process.TRANSFER_CASE: dict.fromkeys(process.TRANSFER_CASE.tells, "lead_elsewhere"),
    process.ESCALATE_AGENCY: {Role.DELEGATED_PARTNER: "agency_silent"},
    process.PUBLISH: dict.fromkeys(process.PUBLISH.tells, "report_published"),
    process.PUBLISH_ELSEWHERE: dict.fromkeys(
        process.PUBLISH_ELSEWHERE.tells, "report_published"
    ),
    process.PUBLISH_IMPROVEMENTS: dict.fromkeys(
        process.PUBLISH_IMPROVEMENTS.tells, "report_published"
    ),
    process.RELEASE_PUBLICATION: dict.fromkeys(
        process.RELEASE_PUBLICATION.tells, "report_published"
    ),
    process.LAPSE_RELEASE: dict.fromkeys(process.LAPSE_RELEASE.tells, "did_not_go_out"),
    process.WITHDRAW_PUBLISHED: dict.fromkeys(
        process.WITHDRAW_PUBLISHED.tells, "page_withdrawn"
    ),
}


def told_by_letter(step: Step) -> frozenset[Role]:
    """The roles on a case's list whom this step tells by the neutral letter. Roles that
    stand on no list, such as the Panel's, are told outside Heed or by the step itself.
    """
    return (CASE_ROLES & frozenset(step.tells)) - OWN_LETTERS.get(step, {}).keys()


def tell_of_step(step: Step, case, *, by, at) -> None:
    """Tell those on the list whom the table names for this step, but for whoever took
    it, inside the step."""
    if roles := told_by_letter(step):
        please_look(roles, case, by=by, at=at)


def please_look(roles, case, *, by, at) -> None:
    """Write to those on the list in these roles that something waits for them. Whoever
    reads the family record alone is led to it."""
    people = able_on_the_list(case, roles & READS_THE_CASE, at=at)
    family = able_on_the_list(case, roles - READS_THE_CASE, at=at)
    pages = dict.fromkeys(family, "family") | dict.fromkeys(people, "case")
    waiting = waiting_in_the_outbox(f"{PLEASE_LOOK}:{case.pk}:", at=at) if pages else ()
    left_out = {*waiting, str(getattr(by, "pk", ""))}
    for page in ("case", "family"):
        told = [p for p in pages if pages[p] == page and str(p.pk) not in left_out]
        tell(PLEASE_LOOK, told, case, page=page, wait=TOGETHER, by=by, at=at)


def tell(
    letter: str,
    people,
    case,
    *,
    by,
    at,
    page: str = "case",
    wait: timedelta = timedelta(0),
    once: str = "",
    more: Mapping[str, str] | None = None,
) -> None:
    """Put one letter a person into the outbox, inside a step that is being carried
    out, with the case's reference and a link that only opens for who may see it."""
    to = {
        f"{letter}:{case.pk}:{person.pk}:{once or at.isoformat()}": person.email
        for person in people
    }
    if not to:
        return
    post_to_each(
        letter,
        to=to,
        partnership=case.partnership,
        fields={
            "reference": case.reference,
            "link": on_the_desk(page, case.public_id),
            "day": f"{clock.london_date(at):%-d %B %Y}",
            **(more or {}),
        },
        about_case=None if letter in SAYS_THAT_IT_IS_CLOSED else case.pk,
        wait=wait,
        by=by,
        at=at,
    )
