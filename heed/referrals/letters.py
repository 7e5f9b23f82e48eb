"""The emails that go out about referrals: a reference, a link, telephone numbers, and
never a word of what was said. To be called inside a step."""

from django.conf import settings
from django.urls import reverse

from heed import clock
from heed.cases.access import excluded_from
from heed.cases.models import Case
from heed.correspondence.actions import post
from heed.correspondence.models import Proof
from heed.partnership.queries import people_with
from heed.referrals.models import Referral, Referrer
from heed.referrals.queries.following import as_its_sender_knows, goes_on_beside
from heed.rulebook.roles import BUSINESS_UNIT

AN_END = "not_taken_further"


def numbers_of(partnership) -> str:
    """The numbers to call for a child who needs help, in a sentence."""
    ways = [
        ("Children’s social care", partnership.front_door_telephone),
        ("At night and at weekends", partnership.out_of_hours_telephone),
    ]
    said = ". ".join(f"{words}: {number}" for words, number in ways if number)
    return f"{said}." if said else ""


def tell(slug: str, *, to: str, about, link: str, once: str, by, at) -> None:
    """Write to one person about one referral, or about the case that came of it."""
    post(
        slug,
        to=to,
        partnership=about.partnership,
        fields={
            "reference": about.reference or "not yet received",
            "link": settings.DESK_ADDRESS + link,
            "numbers": numbers_of(about.partnership),
        },
        once=f"{slug}:{about.pk}:{once}",
        about_case=about.pk if isinstance(about, Case) else about.case_id,
        by=by,
        at=at,
    )


def tell_business_unit(slug: str, *, about, link: str, once: str = "", by, at) -> None:
    """Write to every coordinator and manager whom no conflict of interest keeps from
    it; where there is none, to the partnership's own referral address, so that it
    reaches somebody."""
    partnership, out = about.partnership, _kept_from(about)
    people = people_with(partnership, BUSINESS_UNIT, on=clock.london_date(at))
    addresses = {str(each.pk): each.email for each in people if each.pk not in out}
    if not addresses and partnership.referral_address:
        addresses = {"mailbox": partnership.referral_address}
    for who, address in addresses.items():
        tell(
            slug, to=address, about=about, link=link, once=f"{who}:{once}", by=by, at=at
        )


def _kept_from(about: Referral) -> set:
    """Whom a conflict of interest keeps from a referral, or the case that holds it."""
    if about.case:
        return excluded_from(about.case)
    return set(about.interests.values_list("person_id", flat=True))


def tell_referrer(slug: str, *, about: Referral, once: str = "", by, at) -> bool:
    """Write to who referred, where nothing speaks against it; whether that was so. Who
    has a receipt is written to by its reference, also about what was taken out of it,
    and hears of an end when all of it has ended."""
    address = address_of_referrer(about)
    own = about.drafted_by and not about.is_typed_in
    if not address or (slug == AN_END and not own and goes_on_beside(about)):
        return False
    link = on_draft(about) if own else on_status()
    known = about if own else as_its_sender_knows(about)
    once = once if known == about else f"{once}:{about.pk}"
    tell(slug, to=address, about=known, link=link, once=once, by=by, at=at)
    return True


def address_of_referrer(referral: Referral) -> str:
    """Where the referrer may be written to; nothing where that may be unsafe, or where
    the sender of an email is not who they say, or is a program, or where a conflict of
    interest keeps them from the case."""
    referrer = Referrer.objects.filter(referral=referral).first()
    if referrer is None or not referrer.may_be_written_to:
        return ""
    if referral.drafted_by and not referral.is_typed_in:
        out = referral.drafted_by_id in _kept_from(referral)
        return "" if out else referral.drafted_by.email
    if email := referral.email:
        unsafe = email.automatic or email.sender_proven == Proof.FAILED
        return "" if unsafe else email.sender or ""
    return referrer.identity.get("email") or ""


def addresses_of_referrer(referral: Referral) -> set[str]:
    """Every address that is known of who referred, whether or not it may be used."""
    referrer = Referrer.objects.filter(referral=referral).first()
    own = referral.drafted_by and not referral.is_typed_in
    known = {
        referrer.identity.get("email") if referrer else "",
        referral.drafted_by.email if own else "",
        referral.email.sender if referral.email else "",
    }
    return {address for address in known if address}


def on_referral(referral) -> str:
    """The path of a referral's page at the desk."""
    return reverse("referral", args=[referral.public_id])


def on_draft(referral) -> str:
    """The path of a draft's page in its organisation."""
    return reverse("draft", args=[referral.public_id])


def on_reasons(set_aside) -> str:
    """The path on which a safeguarding lead reads what they may tell a colleague."""
    return reverse("reasons_for_lead", args=[set_aside.public_id])


def on_status() -> str:
    """The path of the page on which a referrer follows a referral."""
    return reverse("refer_status")
