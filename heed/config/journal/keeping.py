"""What is written into the journal, and how it is carried out again after a restore.

The journal follows the record: whatever the record tells of an end, and the journal
does not have yet, is added. That happens as soon as such an entry is committed, and
at the worker's tick: a journal that could not be written for a while is made whole.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from heed.audit.actions import record
from heed.audit.models import Entry, Head
from heed.config.journal import of_cases, of_earlier_reviews, of_links, of_people
from heed.config.journal.lines import BEGINS, Line, add, alone, last_line

logger = logging.getLogger("heed.journal")
READ_ON = 500


@dataclass(frozen=True)
class Ending:
    """One kind of end: which entries tell of it, how the thing stands, and what makes
    it so again."""

    codes: frozenset[str]
    stands: Callable[[str], dict]
    again: Callable[..., bool]

    def subject_of(self, entry: Entry) -> str:
        of_case = self.stands is of_cases.access
        return str(entry.case_id) if of_case else entry.subject_id


ENDINGS: dict[str, Ending] = {
    "access": Ending(
        frozenset(
            {
                "grant_access",
                "revoke_access",
                "declare_interest",
                "decide_on_interest",
                "replace_reviewer",
                "exclude_person",
                "lift_exclusion",
            }
        ),
        of_cases.access,
        of_cases.access_again,
    ),
    "request": Ending(
        frozenset(
            {"revoke_request", "reissue_secret", "send_link_again", "ask_for_more"}
        ),
        of_cases.request,
        of_cases.request_again,
    ),
    "publication": Ending(
        frozenset(
            {
                "withdraw_published",
                "remove_published",
                "publish",
                "publish_correction",
                "publish_improvements",
                "publish_briefing",
                "release_publication",
            }
        ),
        of_cases.publication,
        of_cases.publication_again,
    ),
    "earlier_review": Ending(
        frozenset({"withdraw_earlier_review"}),
        of_earlier_reviews.earlier_review,
        of_earlier_reviews.earlier_review_again,
    ),
    "account_link": Ending(
        frozenset({"ask_for_account"}),
        of_links.account_links,
        of_links.account_links_again,
    ),
    "row_question": Ending(
        frozenset({"take_question_back"}),
        of_links.row_question,
        of_links.row_question_again,
    ),
    "receipt": Ending(
        frozenset({"give_new_secret"}), of_links.receipt, of_links.receipt_again
    ),
    "referral": Ending(
        frozenset({"separate_referral"}),
        of_links.separated,
        of_links.separated_again,
    ),
    "referral_interest": Ending(
        frozenset({"step_back_from_referral"}),
        of_links.stepped_back,
        of_links.stepped_back_again,
    ),
    "account": Ending(
        frozenset({"disable_person", "enable_person"}),
        of_people.account,
        of_people.account_again,
    ),
    "password": Ending(
        frozenset({"set_own_password", "password_changed", "password_reset"}),
        of_people.password,
        of_people.password_again,
    ),
    "second_factor": Ending(
        frozenset(
            {
                "reset_second_factor",
                "lift_reset_lock",
                "recovery_codes_generated",
                "totp_deactivated",
                "webauthn_removed",
            }
        ),
        of_people.second_factor,
        of_people.second_factor_again,
    ),
    "role": Ending(frozenset({"end_role"}), of_people.role, of_people.role_again),
    "invitation": Ending(
        frozenset({"withdraw_invitation", "accept_invitation"}),
        of_people.invitation,
        of_people.invitation_again,
    ),
    "calendar": Ending(
        frozenset({"make_calendar_feed"}),
        of_people.calendar,
        of_people.calendar_again,
    ),
}
KINDS = {code: kind for kind, ending in ENDINGS.items() for code in ending.codes}


def note(entry: Entry) -> None:
    """Take what was just committed into the journal. If that fails, the tick does it:
    what has ended stays ended, and nobody's step fails for it."""
    try:
        catch_up(by=None, at=entry.at)
    except Exception as wrong:  # noqa: BLE001 - the worker's next tick tries again
        logger.error("The journal could not be written: %s", type(wrong).__name__)  # noqa: TRY400 - a message may hold words


def catch_up(*, by, at: datetime) -> int:
    """Add whatever the record tells of an end and the journal does not have; how many
    lines that were."""
    added = 0
    with alone():
        last = last_line()
        if last is None:
            add([Line(0, "", at.isoformat(), BEGINS)])
        after = last.sequence if last else 0
        while entries := _that_end_something(after):
            added += add(filter(None, map(_line_of, entries)))
            after = entries[-1].sequence
    return added


def begin_anew(*, at: datetime) -> None:
    """Say in the journal that from here on it follows a database that was put back."""
    with alone():
        head = Head.objects.get()
        add([Line(head.sequence, "", at.isoformat(), BEGINS)])


def _that_end_something(after: int) -> list[Entry]:
    entries = Entry.objects.filter(
        sequence__gt=after, what__in=KINDS, result=Entry.Result.DONE
    )
    return list(entries.order_by("sequence")[:READ_ON])


def _line_of(entry: Entry) -> Line | None:
    kind = KINDS[entry.what]
    if ENDINGS[kind].stands is of_cases.access and entry.case_id is None:
        # An interest that somebody declared for whatever case may come.
        return None
    subject = ENDINGS[kind].subject_of(entry)
    try:
        facts = ENDINGS[kind].stands(subject)
    except ObjectDoesNotExist:
        return None
    at = entry.at.isoformat()
    return Line(entry.sequence, str(entry.pk), at, kind, subject, facts)


def carry_out_again(lines: Iterable[Line], *, by, at: datetime) -> dict[str, int]:
    """Let everything end again that ended after the record of this database did: how
    many things of each kind. Of one thing, how it stood last counts."""
    unknown = [each for each in lines if each.kind != BEGINS]
    known = _known({each.entry for each in unknown})
    latest = {
        (each.kind, each.subject): each for each in unknown if each.entry not in known
    }
    done: dict[str, int] = {}
    for (kind, subject), line in latest.items():
        with transaction.atomic():
            if not ENDINGS[kind].again(subject, line.facts, by=by, at=at):
                continue
            record(
                what="ended_again",
                by=by,
                at=at,
                subject_kind=kind,
                subject_id=subject,
                reason_code=line.entry,
            )
        done[kind] = done.get(kind, 0) + 1
    return done


def _known(entries: set[str]) -> set[str]:
    ids = sorted(entries)
    return {
        str(pk)
        for start in range(0, len(ids), READ_ON)
        for pk in Entry.objects.filter(pk__in=ids[start : start + READ_ON]).values_list(
            "pk", flat=True
        )
    }
