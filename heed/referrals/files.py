"""Who may open the files of referrals and of emails."""

from django.db.models import Q
from django.urls import reverse

from heed.correspondence.models import IncomingEmail
from heed.partnership.queries import standing_lock
from heed.referrals import showing
from heed.referrals.actions.drafting import PAPER
from heed.referrals.models import Referral
from heed.referrals.queries import is_business_unit


def may_open_of_referral(document, person, at) -> bool:
    """What came with a referral is as it was sent, with whatever is in it: it is for
    those of the business unit who may read the referral. The organisation that wrote
    it opens the papers that it sent itself."""
    found = Referral.objects.filter(pk=document.owner_id)
    own = found.in_the_organisation_of(person, at=at)
    if document.purpose == PAPER and own.exists():
        return True
    referral = found.at_the_desk_of(person, at=at).first()
    return referral is not None and is_business_unit(
        person, referral.partnership, at=at
    )


def page_of_referral(document) -> tuple[str, str] | None:
    """The page of the referral with which a file came; of one that is being typed in,
    its form."""
    found = Referral.objects.filter(pk=document.owner_id).first()
    if found is None or (found.is_draft and not found.is_typed_in):
        return None
    if found.is_draft:
        return "The referral", reverse("typed_tasks", args=[found.public_id])
    words = f"Referral {found.reference}"
    return words, reverse("referral", args=[found.public_id])


def page_of_email(document) -> tuple[str, str] | None:
    """The page of the email that brought a file: with its referral once it has one."""
    email = IncomingEmail.objects.filter(pk=document.owner_id).first()
    if email is None:
        return None
    whole = email.same_as or email
    found = Referral.objects.filter(pk=whole.owner_id).first()
    if found is None:
        return "The email", reverse("email", args=[whole.public_id])
    words = f"Referral {found.reference}"
    return words, reverse("referral", args=[found.public_id])


def words_of_email_paper(email: IncomingEmail, document) -> str:
    """Where the words of a paper stand that came with an email which waits; "" for one
    that cannot be shown as words."""
    if not showing.can_be_shown(document):
        return ""
    return reverse("email_paper", args=[email.public_id, document.public_id])


def case_of_referral(document):
    """The case that holds the referral with which a file came."""
    found = Referral.objects.filter(pk=document.owner_id)
    return found.values_list("case_id", flat=True).first()


def case_of_email(document):
    """The case that holds what an email became or was put with, itself or its copy."""
    email = IncomingEmail.objects.filter(pk=document.owner_id).first()
    if email is None:
        return None
    found = Referral.objects.filter(pk=(email.same_as or email).owner_id)
    return found.values_list("case_id", flat=True).first()


def may_open_of_email(document, person, at) -> bool:
    """An email names who sent it: it is for the business unit, and once it belongs to a
    referral, for those of the unit who may read that."""
    email = IncomingEmail.objects.filter(pk=document.owner_id).first()
    if email is None or standing_lock(person, at):
        return False
    if not is_business_unit(person, email.partnership, at=at):
        return False
    whole = email.same_as or email
    return whole.owner_id is None or may_read_email(whole, person, at=at)


def may_read_email(email: IncomingEmail, person, *, at) -> bool:
    """Whether somebody may read a referral that this email became or joined."""
    belongs = Q(email=email) | Q(added__email=email)
    visible = Referral.objects.at_the_desk_of(person, at=at)
    return visible.filter(belongs).exists()
