"""Roles and seats as the screens say them."""

from django import template

from heed import clock
from heed.partnership import words
from heed.partnership.policies import opens_to

register = template.Library()

register.filter("has_alternate", words.has_alternate)
register.filter("role_name", words.role_name)
register.filter("role_sentence", words.role_sentence)
register.filter("seat_name", words.seat_name)


@register.simple_tag(takes_context=True)
def page_opens(context, name):
    """Whether a page of this name, which is of no case, opens to whoever reads: no page
    leads anybody to one that is closed to her."""
    request = context["request"]
    return opens_to(name, request.person, clock.london_date(request.at))
