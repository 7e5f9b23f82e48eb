"""How a browser fills in the form that is open to anyone."""

import re

from django.urls import reverse

from tests.partnership.factories import a_partnership

FORM_REFERENCE = re.compile(r"F-[0-9A-Z]{8}")
CODE = re.compile(r"[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}")


def a_place():
    """A partnership that can be reached in every way."""
    return a_partnership(
        "Quillshire Safeguarding Children Partnership",
        front_door_telephone="01632 960100",
        out_of_hours_telephone="01632 960101",
        business_unit_telephone="01632 960102",
        referral_address="referrals@quillshire.example",
        reference_prefix="Q",
    )


def to(name, here, *args):
    return reverse(f"refer_{name}", args=[here.slug, *args])


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def hidden(answer, name):
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())
    return found[1] if found else ""


def fill(client, here, section, page, number=None, **answers):
    """Fill in one page as a browser does: with what the page carried hidden."""
    args = (section, page) if number is None else (section, number, page)
    address = to("page" if number is None else "page_of", here, *args)
    mark = hidden(client.get(address), "mark")
    return client.post(address, {"mark": mark, **answers})


def sent(client, here):
    """Press Send on the page on which everything is checked; gives the receipt."""
    page = client.get(to("check", here))
    fields = {name: hidden(page, name) for name in ("seen_version", "once")}
    return client.post(to("check", here), fields, follow=True)
