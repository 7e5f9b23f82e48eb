"""Reviews that were public before, on their way into the library: what is entered, and
the search of it for people of the partnership's cases."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta

from heed.audit.models import Entry
from heed.cases.models import Case
from heed.deidentify import Finding, Register, scan_paper, unreadable
from heed.library.bundles import LegacyEntry, NotReceivable, check_entry, legacy_id
from heed.library.dates import PublicDate
from heed.library.queries import was_withdrawn
from heed.papers.blocks import Document, document, from_json, paragraph
from heed.papers.hidden import Reading
from heed.partnership.actions.own_pages import TOO_MANY_TRIES
from heed.partnership.models import Partnership
from heed.partnership.refusals import Refused
from heed.publications.earlier_files import digest_of
from heed.publications.models import EarlierReview, EarlierWithdrawal
from heed.publications.register import register_of_case, whole_register_of

INITIALS = "initials"
MOST_TRIES = 10
"""So often a day may somebody be told that a case here is named."""
NAMES_SOMEBODY = "names_somebody"
OF_SOMEBODY = frozenset({"name", "alias", "fuzzy_name", "dob", "identifier", "address"})
"""What a page of the partnership's own says of nobody. It may name its town."""


def packed(entry: LegacyEntry) -> dict:
    """What is entered as plain values, by which it is kept and told apart. Of a scan,
    it says by what its pages are known; they themselves lie beside it."""
    return asdict(entry) | {
        "scan": digest_of(entry.scan),
        "published": entry.published.to_json(),
        "themes": list(entry.themes),
        "pseudonyms": list(entry.pseudonyms),
        "ages": list(entry.ages),
        "readers": list(entry.readers),
    }


def unpacked(plain: dict) -> LegacyEntry:
    """What `packed` made plain."""
    return LegacyEntry(
        **plain
        | {
            "scan": b"",
            "published": PublicDate.from_json(plain["published"]),
            "themes": tuple(plain["themes"]),
            "pseudonyms": tuple(plain["pseudonyms"]),
            "ages": tuple(plain.get("ages", ())),
            "readers": tuple(plain.get("readers", ())),
        }
    )


def hash_of(plain: dict) -> str:
    """By which exactly these words are known again."""
    said = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def cover_of(entry: LegacyEntry) -> Document:
    """What stands beside the words of an earlier review."""
    said = (entry.title, entry.type_as_published, *entry.pseudonyms, entry.link)
    return document(*(paragraph(one) for one in said if one), title=entry.title)


def confirmed_in(entry: LegacyEntry, register: Register) -> list[Finding]:
    """What in an earlier review surely names somebody of the register, or is a number
    or an address of anybody. Initials of people in quite other cases say nothing, nor
    does it that there is no case yet. Whatever goes wrong is a finding."""
    words = from_json(entry.document) if entry.document else Document(())
    try:
        found = [
            *scan_paper(Reading(cover_of(entry)), register),
            *scan_paper(Reading(words), register),
        ]
    except Exception as wrong:  # noqa: BLE001 - whatever went wrong, nothing is clear
        found = [unreadable("text", f"{type(wrong).__name__}.")]
    sure = (each for each in found if each.is_confirmed)
    return [e for e in sure if e.class_ != INITIALS and e.part != "register"]


def refused_tries(by, *, since) -> int:
    """How often what this person put forward for the public named somebody of a case,
    since then."""
    return Entry.objects.filter(
        what__in=("propose_earlier_review", "write_own_page", "agree_to_own_page"),
        actor_id=str(by.pk),
        reason_code=NAMES_SOMEBODY,
        at__gte=since,
    ).count()


def named_on_a_page(partnership: Partnership, words: str, *, by, at) -> str:
    """Whether a page of the partnership's own surely names somebody of its cases who is
    not there by their work, as a code; so often a day, and then no more."""
    if refused_tries(by, since=at - timedelta(days=1)) >= MOST_TRIES:
        return TOO_MANY_TRIES
    # Whom words of a case name beside it is there by their work, or is a place.
    everybody = everybody_in(partnership, of_case=register_of_case).entries
    people = Register(tuple(each for each in everybody if not each.of_a_professional))
    lines = (paragraph(line) for line in words.splitlines() if line.strip())
    found = scan_paper(Reading(document(*lines)), people)
    named = (e for e in found if e.person and e.class_ in OF_SOMEBODY)
    return NAMES_SOMEBODY if any(each.is_confirmed for each in named) else ""


def must_be_receivable(earlier: LegacyEntry) -> None:
    """Asked before it is entered: after that it goes down, or waits until it can."""
    try:
        check_entry(earlier)
    except NotReceivable as wrong:
        raise Refused(str(wrong), code="not_receivable") from wrong
    there = legacy_id(earlier.id)
    on_its_way = EarlierWithdrawal.objects.filter(library_id=there, is_on_its_way=True)
    if was_withdrawn(there) or on_its_way.exists():
        raise Refused(
            "A review of this title and year was withdrawn, and does not come back "
            "this way.",
            code="withdrawn",
        )


def waiting_in(partnership: Partnership) -> list[EarlierReview]:
    """The earlier reviews that wait for a second person, the oldest first."""
    rows = EarlierReview.objects.filter(
        partnership=partnership, entered_at=None, set_aside_at=None
    )
    return list(rows.select_related("proposed_by", "organisation"))


def waiting_row(partnership: Partnership, public_id: str) -> EarlierReview:
    """One of them; raises DoesNotExist for any other."""
    return EarlierReview.objects.select_related("proposed_by", "organisation").get(
        partnership=partnership,
        public_id=public_id,
        entered_at=None,
        set_aside_at=None,
    )


def everybody_in(
    partnership: Partnership, of_case: Callable[[Case], Register] = whole_register_of
) -> Register:
    """Everybody of all cases of a partnership, and all whom anybody told of in them."""
    registers = map(of_case, Case.objects.filter(partnership=partnership))
    return Register(tuple(e for register in registers for e in register.entries))
