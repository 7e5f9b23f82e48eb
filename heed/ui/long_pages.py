"""Pages with thousands of rows. Templates within templates would copy their text a
dozen times: the page is drawn around a mark, and the rows are put in its place once."""

from secrets import token_hex

from django.http import HttpResponse
from django.template.loader import render_to_string


def long_page(request, template: str, context: dict, *, of: str) -> HttpResponse:
    """A page of this template. What the context has under the name `of` is drawn
    already, in parts; the template shows it in one place, or not at all."""
    mark = token_hex()  # nobody who typed a word on the page could know it
    page = render_to_string(template, context | {of: mark}, request)
    before, found, after = page.partition(mark)
    return HttpResponse([before, *(context[of] if found else ()), after])
