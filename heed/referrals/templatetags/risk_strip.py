"""The red strip: whether a child is at risk now is not answered yet."""

from django import template
from django.urls import reverse

from heed.cases.queries import open_safety_actions
from heed.cases.templatetags.case_words import at_risk_words
from heed.referrals import queries

register = template.Library()


@register.inclusion_tag("referrals/risk_strip.html", takes_context=True)
def risk_strip(context, referral):
    """What is open of a referral, or of the case that holds it, and where to answer."""
    request = context["request"]
    if referral.case_id:
        return {"strip": _of_case(referral.case)}
    open_one = queries.open_risk_of(referral)
    if open_one is None:
        return {"strip": None}
    partnership = referral.partnership
    unit = queries.is_business_unit(request.person, partnership, at=request.at)
    url = reverse("child_at_risk", args=[open_one.public_id]) if unit else ""
    words = referral.get_risk_now_display()
    return {"strip": {"words": words, "url": url, "link": "Say who knows"}}


def _of_case(case):
    said = at_risk_words(open_safety_actions(case))
    url = f"{reverse('case', args=[case.public_id])}#safety"
    words = "A child may be at risk now"
    return {"words": words, "url": url, "link": said} if said else None
