"""Emails become referrals. An email decides nothing: what it says is what somebody
wrote, and whether its sender is who they say stands beside it."""

import re
from datetime import date

from django.db import transaction

from heed import clock
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import AS_SENT, PLACED, hand_over
from heed.correspondence.models import IncomingEmail, IncomingState, Proof
from heed.documents.actions import read
from heed.documents.queries import documents_of
from heed.referrals.actions.adding import add_information
from heed.referrals.actions.receiving import receive
from heed.referrals.letters import addresses_of_referrer
from heed.referrals.models import Channel, Referral
from heed.referrals.queries import referral_of_reference
from heed.rulebook import process
from heed.rulebook.language import Stage
from heed.vault.actions import new_data_key, wrap_under

COPIES = frozenset({Channel.NOTIFICATION_COPY, Channel.BRIEFING_COPY})
REFERENCE = re.compile(r"\b[A-Z][A-Z0-9]{0,7}-\d{2}-\d{3,6}\b")
NO_FORM = "It brings no referral form that Heed can read."
SEVERAL_FORMS = "It brings {count} referral forms. Please say what each of them is."
NOT_FROM_THE_REFERRER = (
    "It names {reference}. Nothing shows that it comes from who referred. If it "
    "belongs there, put it with that reference."
)
FROM_A_PROGRAM = (
    "It names {reference}, and a program wrote it, such as an out-of-office reply. It "
    "answers nothing by itself: what was asked stays open. If it says nothing that you "
    "need, record that it is dealt with."
)
BROUGHT_A_FORM = (
    "It names this reference and brings a referral form. Look whether the form is "
    "about another child."
)


def becomes(email: IncomingEmail, parsed, understood: dict | None, *, by, at):
    """What an email that arrived is: part of the referral whose reference it names, a
    referral if it brings exactly one form, or a question for a person."""
    forms = _forms_in(understood)
    if named := _named_in(parsed.subject, email.partnership):
        return _joined(email, named, forms, by=by, at=at)
    if forms == 1:
        referral = _refer(email, understood, by=by, at=at)
        return IncomingState.BECAME_REFERRAL, referral, ""
    why = SEVERAL_FORMS.format(count=forms) if forms else NO_FORM
    return IncomingState.WAITING, None, " ".join([why, *_refusals(understood)])


def _forms_in(understood: dict | None) -> int:
    """How many referral forms an email brings; its own words may be one. That they
    speak of a notification, as its subject may, makes them no copy of it."""
    if understood is None:
        return 0
    brought = [
        paper for paper in understood.get("attachments", []) if paper.get("form")
    ]
    flags = {flag["name"] for flag in understood["flags"]}
    return len(brought) or int("no_form" not in flags)


def _is_copy(understood: dict) -> bool:
    """Whether it is a copy of a notification, or of a briefing: that is a referral."""
    return understood.get("copy_of") in COPIES


def _refusals(understood: dict | None) -> list[str]:
    papers = (understood or {}).get("attachments", [])
    return [f"“{p['name']}”: {p['refused']}" for p in papers if p.get("refused")]


def _named_in(subject: str, partnership) -> Referral | None:
    for reference in REFERENCE.findall(subject.upper()):
        if found := referral_of_reference(partnership, reference):
            return found
    return None


def _joined(email, referral: Referral, forms: int, *, by, at):
    if email.automatic:
        why = FROM_A_PROGRAM.format(reference=referral.reference)
        return IncomingState.WAITING, None, why
    if not _may_join_by_itself(email, referral):
        why = NOT_FROM_THE_REFERRER.format(reference=referral.reference)
        return IncomingState.WAITING, None, why
    try:
        with transaction.atomic():
            _join(email, referral, by=by, at=at)
    except Refused as refused:
        return IncomingState.WAITING, None, str(refused)
    return IncomingState.JOINED, referral, BROUGHT_A_FORM if forms else ""


def _may_join_by_itself(email: IncomingEmail, referral: Referral) -> bool:
    """Whether an email that names a reference comes from who referred, or from
    somebody for whom our mail server vouches. References are guessed easily."""
    if email.sender_proven == Proof.FAILED:
        return False
    sender = (email.sender or "").casefold()
    known = {address.casefold() for address in addresses_of_referrer(referral)}
    return email.sender_proven == Proof.PROVEN or sender in known


def _join(email: IncomingEmail, referral: Referral, *, by, at) -> None:
    words = email.body or ""
    add_information(referral, words=words, email=email, by=by, at=at)
    wrap_under(email.data_key, parent_key=referral.data_key, by=by, at=at)


def _refer(
    email: IncomingEmail, understood: dict, *, by, at, seen: Seen | None = None
) -> Referral:
    channel = Channel(understood.pop("copy_of", "") or Channel.EMAIL)
    came_on = _came_on(email, at)
    referral = Referral(
        data_key=new_data_key(
            partnership_id=email.partnership_id, purpose="referral", by=by, at=at
        ),
        partnership=email.partnership,
        stage=Stage.CONCERN,
        channel=channel,
        begun_at=at,
        email=email,
        answers=understood.pop("typed", {}),
    )
    with carrying_out(
        process.REFER, referral, by=by, at=at, effective_on=came_on, seen=seen
    ) as it:
        it.save(force_insert=True)
        wrap_under(email.data_key, parent_key=it.data_key, by=by, at=at)
        receive(it, understood=understood, stated_on=came_on, by=by, at=at)
    return it


def _came_on(email: IncomingEmail, at) -> date | None:
    """The day on which an email came to us, if that was before today: clocks count from
    it. Anybody can write any time of sending: from that none of them counts."""
    came = clock.london_date(email.arrived_at)
    return came if came < clock.london_date(at) else None


def refer_email(
    email: IncomingEmail, *, paper=None, by, at, seen: Seen | None = None
) -> Referral:
    """Make a referral of an email that waited: of one of the papers that came with it,
    or of its own words. Pressed by two people, or twice, it becomes one."""
    understood = _understood(email, paper, by=by, at=at)
    with transaction.atomic():
        referral = _refer(_waiting(email), understood, by=by, at=at, seen=seen)
        hand_over(
            email,
            state=IncomingState.BECAME_REFERRAL,
            owner=referral,
            why="A person read it and made it a referral.",
            by=by,
            at=at,
        )
    return referral


def refer_email_again(
    email: IncomingEmail, *, paper=None, by, at, seen: Seen | None = None
) -> Referral:
    """Make another referral of an email that has become one: of another paper that came
    with it, or of its own words."""
    understood = _understood(email, paper, by=by, at=at)
    with transaction.atomic():
        return _refer(email, understood, by=by, at=at, seen=seen)


def _waiting(email: IncomingEmail) -> IncomingEmail:
    """The email, locked, while nobody else has made anything of it."""
    kept = IncomingEmail.objects.select_for_update().get(pk=email.pk)
    if kept.owner_id:
        raise Refused(PLACED.format(reference=kept.reference))
    return kept


def _understood(email: IncomingEmail, paper, *, by, at) -> dict:
    whole = documents_of(email, purpose=AS_SENT)[0]
    understood = read(paper or whole, read_as="referral", by=by, at=at).content
    sent = _sent(understood) or _sent(
        read(whole, read_as="referral", by=by, at=at).content
    )
    flags = {flag["name"] for flag in (understood or {}).get("flags", [])}
    if understood is None or ("no_form" in flags and not _is_copy(understood)):
        said = email.body or email.subject or ""
        sender = {"email": email.sender} if email.sender else {}
        understood = {
            "children": [],
            "adults": [],
            "flags": (understood or {}).get("flags", []),
            "circumstances": said,
            "referrer": sender,
        }
    return understood | {"received_at": sent}


def _sent(understood: dict | None) -> str:
    return (understood or {}).get("received_at") or ""


def join_email(email: IncomingEmail, *, referral: Referral, by, at) -> Referral:
    """Put an email that waited with the referral that a person says it belongs to."""
    with transaction.atomic():
        _join(_waiting(email), referral, by=by, at=at)
        hand_over(
            email,
            state=IncomingState.JOINED,
            owner=referral,
            why="A person put it with this reference.",
            by=by,
            at=at,
        )
    return referral
