"""Reviews that were published before: serious case reviews above all. They are entered
under the name they had, by two people of two bodies; the library finds them by the old
name and by the new."""

from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.utils.text import slugify

from heed import clock
from heed.audit.actors import SystemActor
from heed.cases.steps import Refused as NoBody
from heed.correspondence.actions import post
from heed.deidentify import Finding, Register
from heed.library.bundles import LegacyEntry
from heed.library.dates import PublicDate
from heed.library.models import Publication
from heed.library.queries import entered_for
from heed.partnership.actions.own_pages import TOO_MANY_TRIES
from heed.partnership.grants import manages
from heed.partnership.models import Partnership
from heed.partnership.queries import holidays_for, people_with
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.publications.actions.earlier_handing import (
    entered_in_the_library,
    hand_down_earlier,
)
from heed.publications.actions.telling import CONFIRM, tell_of_earlier
from heed.publications.bodies import body_in
from heed.publications.earlier import (
    MOST_TRIES,
    NAMES_SOMEBODY,
    confirmed_in,
    everybody_in,
    hash_of,
    must_be_receivable,
    packed,
    refused_tries,
    unpacked,
)
from heed.publications.earlier_files import (
    TakenIn,
    keep_files,
    scan_to_show,
    taken_in,
)
from heed.publications.models import EarlierReview, EarlierWithdrawal
from heed.rulebook.language import Role
from heed.rulebook.roles import APPROVERS, BUSINESS_UNIT
from heed.rulebook.scans import all_looked_for
from heed.rulebook.working_days import add_working_days, why_not_working
from heed.vault.actions import standing_key
from heed.vault.models import DataKey

KEY = "earlier_reviews"
NOT_YOURS = "Who approves publications enters earlier reviews."
SHOWN = 5


def propose_earlier_review(
    partnership: Partnership,
    *,
    title: str,
    type_as_published: str,
    published: PublicDate,
    pseudonyms: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
    ages: tuple[str, ...] = (),
    readers: tuple[str, ...] = (),
    link: str = "",
    link_is_dead: bool = False,
    data: bytes = b"",
    name: str = "",
    scan_checked: tuple[str, ...] = (),
    by,
    at,
) -> EarlierReview:
    """Put a review that was public before forward for the library, with its words where
    its file could be read. It is searched for people of all cases of the partnership,
    and waits for somebody of another body. `scan_checked` asks that the public read a
    scan, and says what was looked for on every page of it; `link_is_dead` says that
    somebody opened the address where it was first, in vain."""
    earlier = LegacyEntry(
        id=f"{partnership.slug}:{slugify(f'{title} {published.year or str()}')}",
        title=title,
        publisher=partnership.name,
        type_as_published=type_as_published,
        published=published,
        pseudonyms=pseudonyms,
        themes=themes,
        ages=ages,
        readers=readers,
        link=link,
        link_is_dead=link_is_dead,
    )
    taken = taken_in(data, name)
    proposed = put_forward(
        partnership, earlier, taken, scan_checked=scan_checked, by=by, at=at
    )
    ask_the_others(partnership, proposed, by=by, at=at)
    return proposed


def put_forward(
    partnership: Partnership,
    earlier: LegacyEntry,
    taken: TakenIn,
    *,
    scan_checked: tuple[str, ...] = (),
    register: Register | None = None,
    through: SystemActor | None = None,
    by,
    at,
) -> EarlierReview:
    """Keep what is put forward, and its file sealed beside it. It is searched before
    anything is locked: that takes as long as the words are long. Who puts many forward
    has read the `register` once; the record says `through` what they came, for whom."""
    whole = replace(
        earlier,
        document=taken.words or earlier.document,
        image_only=bool(taken.scan) or earlier.image_only,
        scan=taken.scan,
    )
    theirs = manages(by, partnership, clock.london_date(at), *BUSINESS_UNIT)
    everybody = register or everybody_in(partnership) if theirs else Register()
    found = confirmed_in(whole, everybody) if theirs else []
    with on_record(
        "propose_earlier_review",
        by=through or by,
        at=at,
        partnership=partnership,
        subject=by if through else None,
    ) as entry:
        entry.role = _business_unit(partnership, by, at)
        if taken.problem:
            raise Refused(taken.problem, code="unreadable")
        _must_have_looked(scan_checked)
        _must_not_try_on(by, at=at)
        _must_be_clear(found)
        checked = list(scan_checked) if taken.scan else []
        entry.subject = proposed = _kept(partnership, whole, checked, by=by, at=at)
        keep_files(proposed, taken, by=by, at=at)
    return proposed


def enter_earlier_review(
    proposed: EarlierReview,
    *,
    content_hash: str,
    scan_checked: tuple[str, ...] = (),
    by,
    at,
) -> str:
    """Enter exactly what another person of another body put forward into the library,
    once the desk has it on record; what became of it. Entered anew under the same title
    and year, it is put right. The public reads a scan where both say that they looked
    for everything on every page."""
    partnership = proposed.partnership
    found = confirmed_in(unpacked(proposed.entry), everybody_in(partnership))
    with on_record(
        "enter_earlier_review", by=by, at=at, partnership=partnership, subject=proposed
    ) as record:
        _must_be_in_the_library(partnership)
        it = EarlierReview.objects.select_for_update().get(pk=proposed.pk)
        _may_enter(it, content_hash, by=by, at=at)
        earlier = unpacked(it.entry)
        _must_be_clear(found)
        _must_have_looked(scan_checked)
        if it.offers_scan and all_looked_for(scan_checked):
            earlier = replace(earlier, scan=scan_to_show(it, by=by, at=at))
            it.second_checked, record.reason_code = list(scan_checked), "scan_shown"
        must_be_receivable(earlier)
        it.entered_at, it.entered_by, it.is_on_its_way = at, by, True
        names = ["entered_at", "entered_by", "second_checked", "is_on_its_way"]
        it.save(update_fields=names)
    return entered_in_the_library(it, earlier, by=by, at=at)


def _must_have_looked(checked: tuple[str, ...]) -> None:
    if checked and not all_looked_for(checked):
        raise Refused(
            "A scan is shown when every page was looked at for each of these. Look for "
            "the rest, or leave all of them open: then only that it exists is said.",
            code="not_all_looked_for",
        )


def _must_not_try_on(by, *, at) -> None:
    """Stop somebody who tries title after title to learn what stands in cases."""
    day = at - timedelta(days=1)
    if refused_tries(by, since=day) >= MOST_TRIES:
        raise Refused(
            "Too many reviews were refused today because they name somebody. Ask "
            "somebody else of the business unit to put this one forward.",
            code=TOO_MANY_TRIES,
        )


def set_aside_earlier_review(proposed: EarlierReview, *, by, at) -> EarlierReview:
    """Set aside what was put forward: it does not come into the library."""
    with on_record(
        "set_aside_earlier_review",
        by=by,
        at=at,
        partnership=proposed.partnership,
        subject=proposed,
    ):
        it = EarlierReview.objects.select_for_update().get(pk=proposed.pk)
        _must_wait(it)
        if not manages(
            by, it.partnership, clock.london_date(at), *APPROVERS, *BUSINESS_UNIT
        ):
            raise Refused(NOT_YOURS, code="not_yours")
        it.set_aside_at = at
        it.save(update_fields=["set_aside_at"])
    return it


def _kept(
    partnership, earlier: LegacyEntry, checked: list[str], *, by, at
) -> EarlierReview:
    said = packed(earlier)
    return EarlierReview.objects.create(
        first_checked=checked,
        data_key=earlier_key(partnership, by=by, at=at),
        partnership=partnership,
        proposed_at=at,
        proposed_by=by,
        organisation=_body(partnership, by, BUSINESS_UNIT, at=at),
        content_hash=hash_of(said),
        entry=said,
    )


def earlier_key(partnership: Partnership, *, by, at) -> DataKey:
    """The key under which the words of a partnership's earlier reviews are sealed."""
    return standing_key(partnership_id=partnership.pk, purpose=KEY, by=by, at=at)


def _body(partnership, by, roles, *, at):
    try:
        return body_in(partnership, by, roles, at=at)
    except NoBody as wrong:
        raise Refused(str(wrong), code="no_body") from wrong


def ask_the_others(
    partnership: Partnership, proposed: EarlierReview, *, by, at
) -> None:
    """Tell those of other bodies, by an email that does not say which review it is, nor
    how many came with it."""
    today = clock.london_date(at)
    for person in people_with(partnership, APPROVERS, on=today):
        if person.pk != by.pk and person.organisation_id != proposed.organisation_id:
            post(
                "earlier_review_waits",
                to=person.email,
                partnership=partnership,
                fields={
                    "link": f"{settings.DESK_ADDRESS}/library/earlier/waiting/",
                },
                once=f"earlier_review_waits:{proposed.pk}:{person.pk}",
                about_case=None,
                by=by,
                at=at,
            )


def _must_wait(it: EarlierReview) -> None:
    if not it.waits:
        raise Refused("It has been entered or set aside already.", code="dealt_with")


def _may_enter(it: EarlierReview, content_hash: str, *, by, at) -> None:
    _must_wait(it)
    if content_hash != it.content_hash or hash_of(it.entry) != it.content_hash:
        raise Refused("This is not what you have read. Read it again.", code="changed")
    if not manages(by, it.partnership, clock.london_date(at), *APPROVERS):
        raise Refused(NOT_YOURS, code="not_yours")
    if it.proposed_by_id == by.pk:
        raise Refused("Somebody else enters what you have put forward.", code="own")
    if _body(it.partnership, by, APPROVERS, at=at).pk == it.organisation_id:
        raise Refused(
            "Somebody of another body than yours enters it: it takes two bodies.",
            code="same_body",
        )


def _must_be_clear(found: list[Finding]) -> None:
    """What names somebody of a case is not repeated: who asks may not know the case."""
    if not found:
        return
    of_cases = any(each.person for each in found)
    plain = dict.fromkeys(each.text or each.why for each in found if not each.person)
    told = [f"“{each}”" for each in plain][:SHOWN]
    if of_cases:
        told.append("what names somebody, or some place, of a case here")
    raise Refused(
        f"The search found what could identify somebody: {', '.join(told)}. Take it "
        "out of the file, or enter the review without its file.",
        code=NAMES_SOMEBODY if of_cases else "identifies",
    )


def withdraw_earlier_review(
    partnership: Partnership, earlier: Publication, *, reasons: str, by, at
) -> EarlierWithdrawal:
    """Withdraw at once what was entered for a partnership: it is gone at the next
    request, and entering it again does not bring it back. A second person confirms it
    within one working day; nobody waits for reasons."""
    with on_record(
        "withdraw_earlier_review", by=by, at=at, partnership=partnership
    ) as entry:
        entry.role = _business_unit(partnership, by, at)
        if earlier.id not in {each.id for each in entered_for(partnership.slug)}:
            raise Refused("There is no such review of yours.", code="not_yours")
        entry.subject = kept = EarlierWithdrawal(
            data_key=earlier_key(partnership, by=by, at=at),
            partnership=partnership,
            library_id=earlier.id,
            number=earlier.version,
            is_on_its_way=True,
            withdrawn_at=at,
            withdrawn_by=by,
            title=earlier.title,
            reasons=reasons or None,
        )
        kept.save(force_insert=True)
        tell_of_earlier(kept, "page_withdrawn", everyone=CONFIRM, by=by, at=at)
    hand_down_earlier(by=by, at=at)
    return kept


def confirm_earlier_withdrawal(
    withdrawal: EarlierWithdrawal, *, by, at
) -> EarlierWithdrawal:
    """Confirm, as the second person, that an earlier review stays withdrawn."""
    with on_record(
        "confirm_earlier_withdrawal",
        by=by,
        at=at,
        partnership=withdrawal.partnership,
        subject=withdrawal,
    ) as entry:
        kept = EarlierWithdrawal.objects.get(pk=withdrawal.pk)
        today = clock.london_date(at)
        if not manages(by, kept.partnership, today, *BUSINESS_UNIT, *CONFIRM):
            raise Refused(
                "The business unit or a partner confirms it.", code="not_yours"
            )
        entry.role = "second_person"
        if kept.confirmed_at:
            raise Refused("It is confirmed already.", code="confirmed")
        if kept.withdrawn_by_id == by.pk:
            raise Refused(
                "A second person confirms what you have withdrawn.", code="own_work"
            )
        kept.confirmed_at, kept.confirmed_by = at, by.actor_name
        kept.save(update_fields=["confirmed_at", "confirmed_by"])
    return kept


def ask_who_confirms_earlier(*, by, at) -> int:
    """Ask again, each working day, for the second person whom the withdrawal of an
    earlier review still lacks after its day; how many wait."""
    today, late = clock.london_date(at), 0
    waiting = EarlierWithdrawal.objects.filter(confirmed_at=None)
    for kept in waiting.select_related("partnership"):
        holidays = holidays_for(kept.partnership)
        due_on = add_working_days(clock.london_date(kept.withdrawn_at), 1, holidays)
        late += due_on < today
        if due_on < today and not why_not_working(today, holidays):
            told = (*CONFIRM, Role.SCRUTINEER)
            tell_of_earlier(kept, "withdrawal_waits", everyone=told, by=by, at=at)
    return late


def _business_unit(partnership: Partnership, by, at) -> str:
    if not manages(by, partnership, clock.london_date(at), *BUSINESS_UNIT):
        raise Refused("The business unit keeps the public library.", code="not_yours")
    _must_be_in_the_library(partnership)
    return "business_unit"


def _must_be_in_the_library(partnership: Partnership) -> None:
    if partnership.site == Partnership.Site.OWN_SITE:
        raise Refused(
            "Your partnership publishes on its own site, not in the library.",
            code="own_site",
        )
