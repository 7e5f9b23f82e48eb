"""Answers about one of several whom the paper numbers: "Adult 2 date of birth"."""

import re
from typing import TYPE_CHECKING

from heed.papers.forms.keys import NONE, WORKERS
from heed.papers.forms.pieces import Pair
from heed.papers.forms.sections import ATTRIBUTES

if TYPE_CHECKING:
    from heed.papers.forms.filling import Filling

_NAMES = frozenset(("name", "given", "organisation"))
_OF_CHILD = frozenset(("given", "family", "school", "plan_history", "nhs_number"))


def put_numbered(filling: "Filling", key: str, text: str, label: str) -> None:
    """Put an answer of "numbered:adult.2.dob" with the others of that number. Only a
    name begins somebody; what is said of nobody stays unread.
    """
    kind, number, attribute = key.removeprefix("numbered:").split(".")
    who = f"{kind}.{number}"
    section = "child" if kind == "sibling" else kind
    if not text.strip() or (NONE.fullmatch(text.strip()) and attribute in _NAMES):
        return
    if attribute in _NAMES and who not in filling.numbered:
        before = filling.child
        filling.numbered[who] = filling.begin(section)
        if section == "child":
            role = f"child.{filling.numbered[who]}.role"
            filling.answers.add(role, "sibling", label)
            filling.child = before
    inner = _inner(section, attribute)
    if who not in filling.numbered or not inner:
        filling.keep_unread(label, text)
        return
    filling.answers.add(f"{section}.{filling.numbered[who]}.{inner}", text, label)
    filling.asked.add(f"{section}.{inner}")


def _inner(section: str, attribute: str) -> str:
    """What is asked, by the name that its section has for it."""
    if section == "agency" and attribute in _NAMES:
        return "name"
    if section == "child" and attribute in _OF_CHILD:
        return attribute
    return ATTRIBUTES[section].get(attribute, "").partition(".")[2]


def is_kin(asked: Pair, pair: Pair) -> bool:
    """Whether a bare "Mother" answers how somebody is related, and asks nothing."""
    waits = asked.asks.endswith(".relationship") and not asked.answer
    bare = not pair.answer and not pair.beside and pair.label.isalpha()
    return waits and bare and pair.asks.startswith("parent:")


def plain_kin(who: str) -> str:
    """One word for one parent: a form may say "Mum" here and "Mother" there."""
    return re.sub(r"^dad\b", "father", re.sub(r"^mum\b", "mother", who))


def put_siblings(filling: "Filling", text: str, label: str) -> None:
    """Put brothers and sisters of whom one answer tells; the next is of the child."""
    if NONE.fullmatch(text.strip()):
        filling.keep_unread(label, text)
    elif text.strip():
        number = filling.begin("child")
        filling.answers.add(f"child.{number}.role", "sibling", label)
        filling.answers.add(f"child.{number}.name", text, label)
        filling.child = 1


def put_of_somebody(filling: "Filling", key: str, text: str, label: str) -> None:
    """An answer about a parent or a professional whom the label itself names."""
    kind, _, rest = key.partition(":")
    filling.who, _, attribute = rest.partition(".")
    filling.section = kind
    if not text.strip():
        return
    filling.asked.add(key)
    section, named = ("adult", "relationship") if kind == "parent" else WORKERS
    known = {
        plain_kin(filling.answers.label(f"{section}.{n}.{named}")): n
        for n in filling.answers.numbers(section)
    }
    who, _, whose = filling.who.partition(" of ")
    plain, of = plain_kin(filling.who), f"{plain_kin(who)} of "
    same = [n for name, n in known.items() if name.startswith(of)]
    if not whose and plain not in known and len(same) == 1:
        # "Mother of all three: name", and below it "Mother: date of birth".
        known[plain] = same[0]
    number = known.get(plain) or filling.begin(section)
    if plain not in known:
        said = re.sub(r"^(mother|father|mum|dad|parent|carer)s ", r"\1's ", who)
        filling.answers.add(f"{section}.{number}.{named}", said, filling.who)
        filling.answers.add(f"{section}.{number}.to", whose, label)
    filling.answers.add(f"{section}.{number}.{attribute}", text, label)
