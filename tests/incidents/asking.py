"""Fills in a page of the desk as a browser does, and reads what comes back."""

import re

from django.test import Client

from tests.partnership.factories import signed_in

HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


def browser_of(person) -> Client:
    """A browser in which this person has signed in."""
    return signed_in(Client(), person)


def text(answer) -> str:
    """What a page says, with its white space made even."""
    return re.sub(r"\s+", " ", answer.content.decode())


def hidden_in(client, address) -> dict:
    """What the page at an address carries hidden in its form."""
    return dict(HIDDEN.findall(client.get(address).content.decode()))


def press(client, address, **answers):
    """Fill in the form of a page, with what it carries hidden, and press it."""
    return client.post(address, hidden_in(client, address) | answers)


def moment(name, when) -> dict:
    """A day and a time in the boxes of a question."""
    return {
        f"{name}-day": str(when.day),
        f"{name}-month": str(when.month),
        f"{name}-year": str(when.year),
        f"{name}-time": f"{when:%H:%M}",
    }
