"""What came with a referral, put with another that came out of the same paper: files,
what was added to it, emails. Nothing of it is destroyed."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from heed.cases.steps import Refused, Seen, carrying_out, would_be_taken
from heed.correspondence.actions import hand_over
from heed.documents.actions import keep_copy, withdraw
from heed.documents.models import Document
from heed.documents.queries import documents_of
from heed.documents.storage import Copied, copy_bytes
from heed.referrals.models import AddedInformation, Referral
from heed.referrals.queries import split_apart
from heed.referrals.queries.one import emails_of_referral
from heed.referrals.splitting import BOTH, GOES, STAYS
from heed.rulebook import process
from heed.vault.actions import unwrap_from, wrap_under

Copies = Mapping[UUID, Copied]
"""Each paper that goes, or stands in both, sealed under the other key, by its id."""

NOTHING_MOVES = "As chosen, everything stays where it is."
NOT_OF_ONE_PAPER = "{one} and {other} did not come out of one referral."
PUT_THERE = "A person put it with this reference."
OF_WHAT_WAS_ADDED = ("email", "added_at", "added_by", "words")


def move_added(
    referral: Referral,
    other: Referral,
    *,
    papers: Mapping[str, str],
    added: Mapping[str, str],
    by,
    at,
    seen: Seen | None = None,
) -> Referral:
    """Put with the other part of a split referral what came with this one: of each file
    and each thing that was added somebody says whether it stays, goes, or stands in
    both; what nobody speaks of stays. It is a step of both."""
    chosen = dict.fromkeys(_all_of(referral), STAYS) | {**papers, **added}
    if set(chosen.values()) <= {STAYS}:
        raise Refused(NOTHING_MOVES)
    taken: dict = {"by": by, "at": at, "seen": seen}
    copies: Copies = {}
    if would_be_taken(process.MOVE_ADDED, referral, **taken):
        copies = Papers.copied(Papers.that_go(referral, chosen), other.data_key)
    with carrying_out(process.MOVE_ADDED, referral, **taken) as it:
        if other.pk not in {each.pk for each in split_apart(it)}:
            words = {"one": it.reference, "other": other.reference}
            raise Refused(NOT_OF_ONE_PAPER.format(**words))
        with carrying_out(process.MOVE_ADDED, other, by=by, at=at) as there:
            share_papers(it, there, chosen, copies, by=by, at=at)
            share_added(it, there, chosen, by=by, at=at)
    return it


def _all_of(referral: Referral) -> Iterable[str]:
    for each in (*documents_of(referral), *referral.added.all()):
        yield each.public_id


# For whoever takes one apart, and whoever moves what came


class Papers:
    """The papers of a referral, as they go to another."""

    @staticmethod
    def that_go(it: Referral, chosen: Mapping[str, str]) -> list[Document]:
        """Those of which the other one gets a copy."""
        here = documents_of(it)
        return [each for each in here if chosen.get(each.public_id, BOTH) != STAYS]

    @staticmethod
    def copied(papers: Iterable[Document], key) -> Copies:
        """Large files are copied while nobody waits for the database."""
        return {each.pk: copy_bytes(each, key) for each in papers}


class Rows:
    """The rows of a referral, as they go to another and under its key."""

    @staticmethod
    def again(kept, new: Referral, names, **other):
        """The same row once more."""
        same = {name: getattr(kept, name) for name in names} | other
        return type(kept).objects.create(
            data_key_id=new.data_key_id,
            partnership_id=new.partnership_id,
            referral=new,
            **same,
        )

    @staticmethod
    def over(kept, new: Referral, names, **other) -> None:
        """The row itself."""
        for name, value in other.items():
            setattr(kept, name, value)
        kept.referral, kept.data_key_id = new, new.data_key_id
        kept.save(update_fields=["referral", "data_key", *names])


def share_papers(
    it: Referral, other: Referral, chosen, copies: Copies, *, by, at
) -> None:
    """A paper that goes is copied first, then shown with the first no longer; nothing
    of it is destroyed. One that came a moment ago is copied here."""
    for paper in Papers.that_go(it, chosen):
        copied = copies.get(paper.pk) or copy_bytes(paper, other.data_key)
        keep_copy(copied, owner=other, by=by, at=at)
        if chosen.get(paper.public_id) == GOES:
            withdraw(paper, by=by, at=at)


def share_added(it: Referral, other: Referral, chosen, *, by, at) -> None:
    """What was added goes as its row, or stands in both as a second; an email is opened
    by the key of whom it belongs to."""
    for kept in AddedInformation.objects.filter(referral=it):
        where = chosen.get(kept.public_id, BOTH)
        if where == STAYS:
            continue
        if kept.email:
            wrap_under(kept.email.data_key, parent_key=other.data_key, by=by, at=at)
        if where == BOTH:
            Rows.again(kept, other, OF_WHAT_WAS_ADDED)
            continue
        Rows.over(kept, other, ("words",))
        if kept.email:
            _hand_on(kept.email, it, other, by=by, at=at)


def _hand_on(email, it: Referral, other: Referral, *, by, at) -> None:
    """An email that goes alone: it opens by the key of the first no longer, unless
    something else of it is there."""
    if not [each for each in emails_of_referral(it) if each.pk == email.pk]:
        unwrap_from(email.data_key, parent_key=it.data_key, by=by, at=at)
    if email.owner_id == it.pk:
        how = {"state": email.state, "owner": other, "why": PUT_THERE}
        hand_over(email, **how, by=by, at=at)
