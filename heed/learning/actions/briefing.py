"""A briefing is drafted, written, searched, approved by two, and handed down."""

import logging
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.learning.briefings import (
    bundle_of,
    drafted,
    paper_of,
    to_be_published,
    unwritten,
    words_of,
)
from heed.learning.made import Made, made_of, made_with_report, must_be_clear
from heed.learning.models import Briefing, BriefingApproval
from heed.learning.queries import (
    SIGNATURES,
    approvals_of,
    briefings_with_report,
    public_briefings,
)
from heed.library import actions as library
from heed.library.bundles import NotReceivable
from heed.library.states import State
from heed.partnership.models import Partnership
from heed.publications.actions import (
    into_the_library,
    tell_of_refusal,
    tell_of_withdrawal,
)
from heed.publications.anonymous import letters_for
from heed.publications.barring import must_be_tried, what_bars_beside
from heed.publications.bodies import body_of
from heed.publications.queries import publication_of
from heed.rulebook import process
from heed.rulebook.gone import GoneBecause
from heed.rulebook.process.stages import PUBLISHING, REVIEWING

logger = logging.getLogger("heed.learning")


def make_briefing(case: Case, *, by, at, seen: Seen | None = None) -> Briefing:
    """Begin a seven-minute briefing: in the report's own words where there is a report,
    with each box that is still to be written marked."""
    with carrying_out(process.MAKE_BRIEFING, case, by=by, at=at, seen=seen) as it:
        return Briefing.objects.create(
            **belonging_to(it),
            number=Briefing.objects.filter(case=it).count() + 1,
            made_at=at,
            made_by=by.actor_name,
            writers=[by.actor_id],
            content=drafted(it),
        )


def write_briefing(
    briefing: Briefing, *, content: dict, by, at, seen: Seen | None = None
) -> Briefing:
    """Write the words of a briefing. Approvals of other words no longer count."""
    with carrying_out(process.MAKE_BRIEFING, briefing, by=by, at=at, seen=seen) as it:
        try:
            paper_of(content)
        except ValueError as wrong:
            raise Refused(str(wrong)) from wrong
        it.content = content
        it.writers = sorted({*it.writers, by.actor_id})
        it.save(update_fields=["content", "writers"])
    return it


def send_with_report(
    briefing: Briefing, *, with_report: bool, by, at, seen: Seen | None = None
) -> Briefing:
    """Let a briefing go out by the same decision as the report, or by its own, as when
    no report comes any more. Who approved it for the one has not for the other."""
    with carrying_out(process.MAKE_BRIEFING, briefing, by=by, at=at, seen=seen) as it:
        on_its_way = it.case.stage in REVIEWING | PUBLISHING
        if it.edition or (with_report and not on_its_way):
            raise Refused("No report of this case is on its way.")
        it.with_report = with_report
        it.save(update_fields=["with_report"])
    return it


def approve_briefing(
    briefing: Briefing, *, by, at, seen: Seen | None = None
) -> BriefingApproval:
    """Approve exactly these words. The second approval, by somebody of another body,
    publishes them, unless they go out with the report; neither approver wrote a word
    of it. It is searched, and its files are read back, before anybody waits."""
    made = made_of(briefing, at=at)
    with carrying_out(
        process.PUBLISH_BRIEFING, briefing, by=by, at=at, seen=seen
    ) as it:
        body = body_of(by, it, at=at)
        _may_approve(it, by, body)
        _may_be_published(it, made, at=at)
        given = BriefingApproval.objects.create(
            **belonging_to(it.case),
            briefing=it,
            content_hash=words_of(it),
            person=by,
            organisation=body,
            approved_at=at,
        )
        if len(approvals_of(it)) == SIGNATURES and not it.goes_with_report:
            _publish(it, by=by, at=at)
    return given


def _may_be_published(briefing: Briefing, made: Made, *, at) -> None:
    barred = what_bars_beside(briefing.case, at=at)
    if barred and not briefing.goes_with_report:
        raise Refused(" ".join(barred))
    if missing := unwritten(briefing.content):
        raise Refused(f"Still to be written: {', '.join(missing)}.")
    must_be_clear(briefing, made)
    if not briefing.goes_with_report:
        last = len(approvals_of(briefing)) + 1 == SIGNATURES
        words = (briefing.library_id, words_of(briefing))
        must_be_tried(briefing.case, *words, goes_out=last)


def _may_approve(briefing: Briefing, by, body) -> None:
    given = approvals_of(briefing)
    if len(given) >= SIGNATURES:
        raise Refused("Two people have approved these words already.")
    if by.actor_id in briefing.writers:
        raise Refused("You wrote words of this briefing. Somebody else approves it.")
    if by.pk in {each.person_id for each in given}:
        raise Refused("You have approved these words already.")
    if body.pk in {each.organisation_id for each in given}:
        raise Refused(
            "Your organisation has approved these words already. The second approver "
            "is of another."
        )


def _publish(briefing: Briefing, *, by, at) -> None:
    briefing.slug = briefing.slug or _free_address(briefing, at)
    briefing.edition += 1
    briefing.published_at, briefing.handed_down_at = at, None
    briefing.withdrawn_at = briefing.withdrawn_by = None
    briefing.refused_at = briefing.refusal = None
    briefing.published_content = to_be_published(briefing, on=clock.london_date(at))
    names = ("slug", "edition", "published_at", "handed_down_at", "published_content")
    refused = ("refused_at", "refusal")
    briefing.save(update_fields=[*names, "withdrawn_at", "withdrawn_by", *refused])
    _hand_down_after_commit(by=by, at=at)


def _free_address(briefing: Briefing, at) -> str:
    """A public address made from the pseudonym and the year, and from letters where the
    area is withheld; never taken twice."""
    words = paper_of(briefing.content).pseudonym or "what we learned"
    first = slugify(f"{words} {clock.london_date(at).year} briefing")[:100]
    first += letters_for(publication_of(briefing.case), briefing.library_id)
    taken = set(
        Briefing.objects.filter(
            partnership_id=briefing.partnership_id, slug__startswith=first
        ).values_list("slug", flat=True)
    )
    numbered = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (first, *numbered) if each not in taken)


def withdraw_briefing(
    briefing: Briefing, *, reason: str, by, at, seen: Seen | None = None
) -> Briefing:
    """Withdraw a public briefing at once; a second person confirms it within one
    working day."""
    with carrying_out(
        process.WITHDRAW_PUBLISHED, briefing, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        if not it.is_public:
            raise Refused("This briefing is not public now.")
        _withdraw(it, by=by, at=at)
        tell_of_withdrawal(it.case, by=by, at=at)
    return it


def release_with_report(case: Case, *, by, at, printed: Mapping | None = None) -> None:
    """Publish the briefings that go out with the report, inside its step, as they were
    read back before it. What one of them lacks keeps the report back too."""
    made = made_with_report(case, at=at) if printed is None else printed
    for briefing in briefings_with_report(case):
        if len(approvals_of(briefing)) < SIGNATURES:
            raise Refused("A briefing that goes out with it is not approved.")
        must_be_clear(briefing, made.get(words_of(briefing)))
        _publish(briefing, by=by, at=at)


def withdraw_with_report(case: Case, *, because: str, by, at) -> None:
    """Take all public briefings of a case off, inside the step that takes its report
    off and for the same reason: they were drafted in its words."""
    for briefing in public_briefings(case):
        _withdraw(briefing, because=because, by=by, at=at)


def confirm_with_report(case: Case, *, since, by, at) -> None:
    """Confirm, with the report, the briefings that were withdrawn with it."""
    waiting = {"withdrawn_at": since, "withdrawal_confirmed_at": None}
    for briefing in Briefing.objects.filter(case=case, **waiting):
        _confirm(briefing, by=by, at=at)


def _withdraw(it: Briefing, *, because: str = GoneBecause.PRIVACY, by, at) -> None:
    it.withdrawn_at, it.withdrawn_by, it.handed_down_at = at, by, None
    it.gone_because = because
    it.refused_at = it.refusal = None  # what was refused is withdrawn like all of it
    it.withdrawal_confirmed_at, it.withdrawal_confirmed_by = None, ""
    names = ("withdrawn_at", "withdrawn_by", "handed_down_at", "gone_because")
    confirmed = ("withdrawal_confirmed_at", "withdrawal_confirmed_by")
    it.save(update_fields=[*names, *confirmed, "refused_at", "refusal"])
    _hand_down_after_commit(by=by, at=at)


def _confirm(it: Briefing, *, by, at) -> None:
    it.withdrawal_confirmed_at, it.withdrawal_confirmed_by = at, by.actor_name
    it.save(update_fields=["withdrawal_confirmed_at", "withdrawal_confirmed_by"])


def confirm_briefing_withdrawn(
    briefing: Briefing, *, by, at, seen: Seen | None = None
) -> Briefing:
    """Confirm, as the second person, that a briefing was rightly withdrawn."""
    with carrying_out(
        process.CONFIRM_WITHDRAWAL, briefing, by=by, at=at, seen=seen
    ) as it:
        if it.withdrawn_at is None or it.withdrawal_confirmed_at:
            raise Refused("No withdrawal waits to be confirmed.")
        if it.withdrawn_by_id == by.pk:
            raise Refused("A second person confirms what you have withdrawn.")
        _confirm(it, by=by, at=at)
    return it


def _hand_down_after_commit(*, by, at) -> None:
    # What fails now is tried again by the tick: nobody's step fails for it.
    transaction.on_commit(lambda: hand_down_what_is_due(by=by, at=at))


def hand_down_what_is_due(*, by, at) -> int:
    """Tell the library of every briefing published or withdrawn that it does not know
    of yet; how many it took. A partnership with a site of its own downloads its own."""
    goes = Q(refused_at=None) | Q(withdrawn_at__isnull=False)
    waiting = Briefing.objects.filter(goes, handed_down_at=None)
    waiting = waiting.exclude(published_at=None)
    here = waiting.exclude(partnership__site=Partnership.Site.OWN_SITE)
    return sum(
        _hand_down(each, by=by, at=at)
        for each in here.select_related("partnership", "case").order_by("published_at")
    )


def _hand_down(briefing: Briefing, *, by, at) -> bool:
    try:
        _to_the_library(briefing, by=by, at=at)
    except NotReceivable as wrong:
        _refused(briefing, str(wrong), by=by, at=at)
        return False
    except Exception as wrong:  # noqa: BLE001 - it is tried again; its words stay here
        logger.error("A briefing did not go down: %s", type(wrong).__name__)  # noqa: TRY400 - a message may hold words of a case
        return False
    briefing.handed_down_at = at
    briefing.save(update_fields=["handed_down_at"])
    return True


def _refused(briefing: Briefing, sentence: str, *, by, at) -> None:
    """Keep why the library cannot take it, and say so: trying does not mend it."""
    with transaction.atomic():
        briefing.refused_at, briefing.refusal = at, sentence
        briefing.save(update_fields=["refused_at", "refusal"])
        tell_of_refusal(briefing.case, by=by, at=at)


def _to_the_library(briefing: Briefing, *, by, at) -> None:
    if briefing.withdrawn_at:
        because = briefing.gone_because or GoneBecause.PRIVACY
        time = because == GoneBecause.TIME
        library.withdraw(
            briefing.library_id,
            briefing.edition,
            state=State.REMOVED if time else State.WITHDRAWN,
            because=because,
            by=by,
            at=at,
        )
        return
    into_the_library(bundle_of(briefing), briefing.partnership, by=by, at=at)
