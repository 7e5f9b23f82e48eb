"""Tables with labels above their columns: the family, the agencies, the key dates."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from heed.papers.forms.boxes import chosen
from heed.papers.forms.kin import is_child, is_sibling, is_subject
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.people_flags import alike
from heed.papers.forms.pieces import Records
from heed.papers.forms.pointers import is_as_above
from heed.papers.forms.sections import ATTRIBUTES

if TYPE_CHECKING:
    from heed.papers.forms.filling import Filling

_OF_LISTS = frozenset(
    (
        *("name", "given", "family", "relationship", "organisation", "event", "date"),
        *("still_involved", "contact", "initials_in_header"),
    )
)
"""What the head of a list asks: without any of it, one row below is no list."""
_WHOLE = 2
"""Sections in the head of one table: with more, a row is a form."""


def take_records(filling: "Filling", records: Records) -> None:
    """A record for every row that is not blank."""
    asks = [REFERRAL.asked(label.rstrip(": ")) for label in records.labels]
    if asks and _is_of_people(asks):
        # "Parents / carers / significant others" above the names of a table of people.
        asks[0] = ".name"
    if _take_further(filling, records, asks):
        return
    above: tuple[str, ...] = ()
    sections = {each.partition(".")[0] for each in asks} - {""}
    known = tuple(filling.answers.numbers("child"))
    before = filling.child
    for row in records.rows:
        said = _with_what_stands_above(row, above, asks)
        above = tuple(
            text or last for text, last in zip_longest(said, above, fillvalue="")
        )
        if any(said) and len(sections) > _WHOLE:
            # A whole form in one row, as portals export it.
            for label, each, text in zip(records.labels, asks, said, strict=True):
                filling.put(each, text, label)
        elif any(said):
            _take_row(filling, records.labels, asks, said, known)
    _go_on(filling, known, before)


def _go_on(filling: "Filling", known: tuple[int, ...], before: int) -> None:
    """Whom the answers below a table are about: of the family's, the child above it;
    of the children's own, the first of them.
    """
    rows = [n for n in filling.answers.numbers("child") if n not in known]
    if known:
        filling.child = before
    elif rows:
        filling.section = "child" if filling.section == "referrer" else filling.section
        filling.child = rows[0]
        filling.together = tuple(rows)


def _take_further(filling: "Filling", records: Records, asks: list[str]) -> bool:
    """Whether one row tells more of whoever was named before, such as an address and
    an ethnic group; then each answer is put where it belongs.
    """
    said = {each.rpartition(".")[2] for each in asks}
    if len(records.rows) != 1 or said & _OF_LISTS:
        return False
    for label, each, text in zip(records.labels, asks, records.rows[0], strict=True):
        if label or text:
            filling.put(each, text, label)
    return True


def _is_of_people(asks: list[str]) -> bool:
    """Whether a table without a column for names tells how people are related."""
    said = {each.rpartition(".")[2] for each in asks[1:]}
    named = {"name", "given", "family", "organisation", "contact", "event"} & said
    own = asks[0].rpartition(".")[2]
    free = own not in {"name", "given", "relationship", "dob", "date"}
    return (
        "relationship" in said
        and bool(said & {"dob", "address"})
        and not named
        and free
    )


def _with_what_stands_above(
    row: tuple[str, ...], above: tuple[str, ...], asks: list[str]
) -> tuple[str, ...]:
    """A row with "ditto" put in words. An address is left: whose it is, is asked of
    all the paper.
    """
    before = above or ("",) * len(row)
    return tuple(
        last if is_as_above(text) and not asked.endswith("address") else text
        for text, last, asked in zip(row, before, asks, strict=True)
    )


def _take_row(
    filling: "Filling",
    labels: tuple[str, ...],
    asks: list[str],
    row: tuple[str, ...],
    children: tuple[int, ...],
) -> None:
    attributes = [each.rpartition(".")[2] for each in asks]
    of_child = any(each.startswith("child.") for each in asks)
    here = "child" if of_child and filling.section != "adult" else filling.section
    section = _section(here, attributes, row)
    if not section:
        for label, each, text in zip(labels, asks, row, strict=True):
            filling.put(each, text, label)
        return
    if section == "adult":
        labels, asks, attributes, row = _whole_names(labels, asks, attributes, row)
    before = set(filling.answers.numbers(section))
    number = _number(filling, section, attributes, row, children)
    known = number in before
    for label, attribute, text in zip(labels, attributes, row, strict=True):
        inner = _inner(section, attribute, attributes, asks)
        named = section == "child" and filling.answers.text(f"child.{number}.name")
        if inner == "name" and named:
            continue
        if (
            inner
            and known
            and _said_before(filling, f"{section}.{number}.{inner}", text)
        ):
            continue
        if inner:
            filling.answers.add(f"{section}.{number}.{inner}", chosen(text), label)
            filling.asked.add(f"{section}.{inner}")
        else:
            filling.keep_unread(label, text)


def _whole_names(
    labels: tuple[str, ...],
    asks: list[str],
    attributes: list[str],
    row: tuple[str, ...],
) -> tuple[tuple[str, ...], list[str], list[str], tuple[str, ...]]:
    """The two halves of an adult's name as one."""
    halves = [n for n, each in enumerate(attributes) if each in {"given", "family"}]
    if "name" in attributes or not halves:
        return labels, asks, attributes, row
    given = sorted(halves, key=lambda n: attributes[n] != "given")
    names = [row[n].strip(" –-") for n in given]
    kept = [n for n in range(len(attributes)) if n not in halves]
    first = labels[given[0]]
    return (
        (first, *(labels[n] for n in kept)),
        ["adult.name", *(asks[n] for n in kept)],
        ["name", *(attributes[n] for n in kept)],
        (" ".join(filter(None, names)), *(row[n] for n in kept)),
    )


def _said_before(filling: "Filling", key: str, text: str) -> bool:
    """Whether the same was said in other words; what differs is kept, unread."""
    given = filling.answers.by_key.get(key)
    if given is None or not text or key.endswith(".dob"):
        return False
    if text.lower() not in given.text.lower():
        filling.keep_unread(given.label or key, text)
    return True


def _section(here: str, attributes: list[str], row: tuple[str, ...]) -> str:
    """What the rows of such a table are: children, adults, agencies or dates."""
    if "relationship" in attributes:
        relationship = row[attributes.index("relationship")]
        return "child" if is_child(relationship) else "adult"
    if "date" in attributes and here not in {"referrer", "lead"}:
        return "key_date" if {"event", "what"} & set(attributes) else ""
    if "still_involved" in attributes or here == "agency":
        return "agency"
    return here if here in {"child", "adult"} else ""


def _inner(section: str, attribute: str, attributes: list[str], asks: list[str]) -> str:
    """What a column asks about one child, adult, agency or date."""
    if section == "agency" and attribute == "name":
        return "contact" if "organisation" in attributes else "name"
    if section == "key_date" and attribute == "what":
        return "event"
    if section == "child" and f"child.{attribute}" in asks:
        return attribute
    key = ATTRIBUTES[section].get(attribute)
    if key:
        return key.partition(".")[2]
    of_child = {"given", "family", "school", "plan_history", "edd", "date_of_death"}
    return attribute if section == "child" and attribute in of_child else ""


def _number(
    filling: "Filling",
    section: str,
    attributes: list[str],
    row: tuple[str, ...],
    children: tuple[int, ...],
) -> int:
    """The child, adult, … of this row: one known by name already, or the next."""
    said = dict(zip(attributes, row, strict=True))
    if section != "child":
        return filling.begin(section)
    first = said.get("name") or said.get("given") or ""
    related = said.get("relationship", "")
    for number in children:
        known = filling.answers.group("child", number)
        before = known.get("name") or known.get("given", "")
        # The child of the first section stands in the family's table once more.
        if _same(first, before):
            return number
        if _spelt_otherwise(first, before, related):
            filling.answers.add(f"child.{number}.spelt", first, "name")
            return number
    number = filling.begin("child")
    if is_sibling(related) or (not related and filling.role == "sibling"):
        filling.answers.add(f"child.{number}.role", "sibling", "relationship")
    return number


def _spelt_otherwise(one: str, other: str, related: str) -> bool:
    """One child under two spellings of a family name."""
    a, b = one.lower().split(), other.lower().split()
    if len(a) < 2 or len(b) < 2 or a[0] != b[0]:  # noqa: PLR2004
        return False
    return is_subject(related) or alike(a[-1], b[-1])


def _same(one: str, other: str) -> bool:
    a, b = one.lower().split(), other.lower().split()
    return bool(a) and bool(b) and (a == b or (a[0] == b[0] and 1 in {len(a), len(b)}))
