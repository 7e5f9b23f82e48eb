"""Finding what the register holds: names, places, codes and dates of its people."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from heed.deidentify.capitals import names_a_body
from heed.deidentify.dictionary import PREFIX, Dictionary
from heed.deidentify.entries import Entry, Kind
from heed.deidentify.everyday import (
    is_in_a_date,
    speaks_of_somebody,
    what_the_sentence_says,
)
from heed.deidentify.findings import Tier
from heed.deidentify.forms import Care, Form
from heed.deidentify.page import Hit, Page
from heed.deidentify.written_dates import WrittenDate

WIDEST_GAP = 3
Forms = Sequence[Form]
_NAMES = {"name", "alias", "professional"}
_CODE_GAP = re.compile(r"[\s\-/.()_]{0,3}")
_BODY = re.compile(
    r"[ \u00a0]+(?:(?:City|County|Borough|District|Metropolitan|Town|Parish) +)?"
    r"(?:Council|Constabulary|Police|SCP|LSCB|LSCP|Safeguarding|Partnership|NHS|ICB"
    r"|Integrated Care|Hospitals|Children[\u2019']s (?:Services|Social Care)|Probation"
    r"|Community Health|County)\b"
)
_ORGANISATION = re.compile(
    r"[ \u00a0]+(?:[A-Z][\w\u2019']+ +)?(?:Primary|Secondary|Junior|Infant|High|School"
    r"|Academy|Nursery|College|Surgery|Medical|Health|Hospital|Infirmary|Refuge|Homes"
    r"|Housing|Road|Street|Lane|Avenue|Close|Drive|Way|House|Ward|Quay|Park|Ltd|Limited"
    r"|Trust|Project|Centre)\b"
)


def phrases_at(page: Page, number: int, dictionary: Dictionary) -> list[Hit]:
    """What of the register is written from this word on, shorter forms included."""
    hits: list[Hit] = []
    word = page.words[number]
    if longer := dictionary.longer.get(word):
        for rest, forms in longer.get(page.follows(number), ()):
            if _continues(page, number, rest):
                last = number + len(rest)
                hits += _settled(page, number, last, forms, dictionary)
    if alone := dictionary.alone.get(word):
        start, end = page.span(number, number)
        said = dictionary.said_of(alone, _said)
        # Nearly every name: nothing but a capital after it could make it another's.
        if said.is_plain and not _goes_on_with_a_capital(page.text, end):
            hits.append(said.found(start, end, Tier.CONFIRMED))
        else:
            hits += _settled(page, number, number, alone, dictionary)
    return hits


def _goes_on_with_a_capital(text: str, end: int) -> bool:
    return text[end + 1 : end + 2].isupper() and text[end] in _SPACES


_SPACES = " \u00a0"


def _continues(page: Page, number: int, rest: Sequence[str]) -> bool:
    last = number + len(rest)
    if tuple(page.words[number + 1 : last + 1]) != rest:
        return False
    return all(_is_narrow(page.gap_after(n)) for n in range(number, last))


def _is_narrow(gap: str) -> bool:
    return len(gap.replace("\r", "")) <= WIDEST_GAP and "\n\n" not in gap


def _settled(
    page: Page, number: int, last: int, forms: Forms, dictionary: Dictionary
) -> Iterator[Hit]:
    judged = [_judged(page, number, last, form) for form in forms]
    for tier in Tier:
        if tier not in judged:
            continue
        sure = [f for v, f in zip(judged, forms, strict=True) if v is tier]
        whole = len(sure) == len(forms)
        said = dictionary.said_of(forms, _said) if whole else _said(sure)
        everyday = page.words[number] if sure[0].care is Care.EVERYDAY else ""
        start, end = _with_its_dot(page, number, last, sure)
        yield said.found(start, end, tier, everyday)
        return


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of some forms that are all meant, wherever they stand."""

    class_: str
    why: str
    entries: tuple[Entry, ...]
    suggest: str | None
    is_plain: bool
    """Whether they count wherever they stand, save in the name of a body."""

    def found(self, start: int, end: int, tier: Tier, everyday: str = "") -> Hit:
        return Hit(
            start=start,
            end=end,
            class_=self.class_,
            tier=tier,
            why=self.why,
            entries=self.entries,
            suggest=self.suggest,
            everyday=everyday,
        )


def _said(forms: Forms) -> _Said:
    class_ = min((form.class_ for form in forms), key=_PRECEDENCE.index)
    entries = tuple(form.entry for form in forms)
    plain = all(
        form.class_ in _NAMES and form.care is Care.NONE and form.tier is Tier.CONFIRMED
        for form in forms
    )
    suggest = suggested(class_, entries)
    return _Said(class_, why(class_, entries), entries, suggest, plain)


def _with_its_dot(
    page: Page, number: int, last: int, forms: Sequence[Form]
) -> tuple[int, int]:
    """Where the form stands; initials with dots are written with their last one."""
    start, end = page.span(number, last)
    dotted = forms[0].class_ == "initials" and "." in page.text[start:end]
    return start, end + (dotted and page.text[end : end + 1] == ".")


_PRECEDENCE = (
    *("name", "alias", "professional", "initials", "address", "school", "place"),
    *("email", "rare_attribute"),
)
_WHY = {
    "name": "A name in the register",
    "alias": "Another name in the register",
    "professional": "A professional's name, where only the role may stand",
    "initials": "The initials of somebody in the register",
    "address": "An address in the register",
    "school": "A school in the register",
    "place": "A place in the register",
    "email": "An e-mail address in the register",
    "rare_attribute": "An employer in the register",
    "dob": "A date of birth in the register",
    "date": "A date in the register",
    "postcode": "A postcode in the register",
    "identifier": "A number in the register",
    "phone": "A telephone number in the register",
    "fuzzy_name": "One letter from a name in the register",
    "fuzzy_address": "One letter from an address in the register",
    "fuzzy_school": "One letter from a school in the register",
    "fuzzy_place": "One letter from a place in the register",
}


def why(class_: str, entries: Iterable[Entry]) -> str:
    """Why it was found, and of whom: roles and not names, so that it may be shown."""
    people = ", ".join(dict.fromkeys(entry.whose for entry in entries))
    return f"{_WHY[class_]} ({people})."


def suggested(class_: str, entries: Iterable[Entry]) -> str | None:
    """What the report may say instead; None where that is for a person to choose."""
    called = {entry.called for entry in entries}
    only = called.pop() if len(called) == 1 else ""
    if class_ in {"name", "alias", "initials", "fuzzy_name", "professional"}:
        return only or None
    return _COARSER.get(class_)


_COARSER = {
    "address": "the family home",
    "postcode": "the area",
    "school": "the school",
    "place": "the area",
    "rare_attribute": "a coarser description",
    "dob": "an age band",
}


# Whether a form counts where it stands


def _judged(page: Page, number: int, last: int, form: Form) -> Tier | None:
    start, end = page.span(number, last)
    typed = page.text[start:end]
    if form.class_ == "initials":
        return form.tier if _are_initials(page, number, last, typed, form) else None
    if form.entry.critical:
        return _never_printed(page, number, last, form)
    if page.label and form.care in {Care.EVERYDAY, Care.CAPITALISED}:
        return Tier.CHECK
    if form.care is Care.EVERYDAY:
        return what_the_sentence_says(page.text, start, end, form.words[0])
    if form.care is Care.CAPITALISED and not _is_capitalised(page, number, last):
        return None
    if form.class_ in _NAMES:
        return _as_part_of_a_body(page.text[end : end + 40], form)
    if form.class_ == "place":
        return None if names_a_body(page.text[end : end + 60]) else form.tier
    return form.tier


def _never_printed(page: Page, number: int, last: int, form: Form) -> Tier | None:
    """What must never print counts wherever it stands, in the name of a body too. An
    everyday word is none by its capital; written small it is one where the sentence
    speaks of somebody, and in a label, which has no sentence, for a person to see."""
    if form.care not in {Care.EVERYDAY, Care.CAPITALISED}:
        return Tier.CONFIRMED
    start, end = page.span(number, last)
    if is_in_a_date(page.text, start, end, form.words):
        return None
    if _is_capitalised(page, number, last):
        return Tier.CONFIRMED
    if page.label:
        return Tier.CHECK
    speaks = speaks_of_somebody(page.text, start, end)
    return Tier.CONFIRMED if speaks else None


def _as_part_of_a_body(after: str, form: Form) -> Tier | None:
    """Brackenholt Council is not Ms Brackenholt; Brackenholt Road might be hers."""
    if _BODY.match(after):
        return None
    return Tier.CHECK if _ORGANISATION.match(after) else form.tier


def _is_capitalised(page: Page, number: int, last: int) -> bool:
    firsts = (page.text[page.span(n, n)[0]] for n in range(number, last + 1))
    return not any(first.islower() for first in firsts)


def _are_initials(page: Page, number: int, last: int, typed: str, form: Form) -> bool:
    start = page.starts[number]
    if typed != typed.upper() or page.before(start, 1) in {"'", "&"}:
        return False
    gaps = [page.gap_after(n) for n in range(number, last)]
    if any("\n" in gap or "'" in gap or "," in gap for gap in gaps):
        return False
    if form.care is Care.DOTTED:
        return any("." in gap or gap == "-" for gap in gaps)
    return True


# Codes and dates


def codes_at(page: Page, number: int, dictionary: Dictionary) -> Iterator[Hit]:
    """The codes of the register that begin with this word, however they are spaced."""
    together = page.words[number]
    last = number
    while (
        together[:PREFIX] in dictionary.code_beginnings
        and len(together) <= dictionary.longest_code
    ):
        for entry in dictionary.codes.get(together, ()):
            yield _code_hit(page.span(number, last), entry)
        if last + 1 >= len(page.words) or not _CODE_GAP.fullmatch(page.gap_after(last)):
            return
        last += 1
        together += page.words[last]


_CLASS_OF_A_CODE = {Kind.ADDRESS: "postcode", Kind.POSTCODE: "postcode"}


def _code_hit(span: tuple[int, int], entry: Entry) -> Hit:
    class_ = _CLASS_OF_A_CODE.get(entry.kind, entry.kind.value)
    return Hit(
        start=span[0],
        end=span[1],
        class_=class_,
        tier=Tier.CONFIRMED,
        why=why(class_, (entry,)),
        entries=(entry,),
        suggest=suggested(class_, (entry,)),
    )


def date_of_somebody(
    page: Page, written: WrittenDate, dictionary: Dictionary
) -> Hit | None:
    """The date as one of the register, whatever its notation; without its year too."""
    entries = next(
        (dictionary.days[d] for d in written.days if d in dictionary.days), None
    )
    if written.month and written.day:
        entries = dictionary.days_of_any_year.get((written.month, written.day))
    if not entries:
        return None
    class_ = "dob" if any(entry.kind is Kind.DOB for entry in entries) else "date"
    start, end = page.original(written.start, written.end)
    return Hit(
        start=start,
        end=end,
        class_=class_,
        tier=Tier.CONFIRMED,
        why=why(class_, entries),
        entries=tuple(entries),
        suggest=suggested(class_, entries) or written.without_the_day,
    )
