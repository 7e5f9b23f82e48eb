"""Two referrals, or a referral and a case, side by side, before somebody joins them."""

from dataclasses import dataclass

from heed.cases.models import Case
from heed.cases.queries import children_of, family_of
from heed.referrals.models import Referral
from heed.referrals.queries import reading_of, referrals_of_case
from heed.referrals.templatetags.referral_words import written_date
from heed.ui.templatetags.days import day, moment

LONG = 700
HOW_IT_CAME = ("Came", "How")
NOT_SAID = "Not stated"


@dataclass(frozen=True)
class Row:
    """One fact, as either side says it."""

    label: str
    here: str
    there: str

    @property
    def is_same(self) -> bool:
        says_something = self.label not in HOW_IT_CAME and self.here != NOT_SAID
        return says_something and self.here == self.there


def side_by_side(referral: Referral, other: Referral | Case) -> list[Row]:
    """What each says of who, when, where and what, row by row."""
    here = _of_referral(referral)
    there = _of_case(other) if isinstance(other, Case) else _of_referral(other)
    return [
        Row(label, said or NOT_SAID, there.get(label) or NOT_SAID)
        for label, said in here.items()
    ]


def named_beside(referral: Referral) -> list[tuple[str, list[str]]]:
    """Whom the referrals that were joined to one name and it does not, by reference: a
    case that takes them all in begins with the people of the one alone."""
    known = {name.casefold() for name in _names(referral)}
    found = (
        (each.reference, [n for n in _names(each) if n.casefold() not in known])
        for each in Referral.objects.filter(joined_to=referral)
    )
    return [(reference, names) for reference, names in found if names]


def _names(referral: Referral) -> list[str]:
    reading = reading_of(referral)
    people = [
        *(_called(child) for child in reading.get("children", [])),
        *((adult.get("name") or "") for adult in reading.get("adults", [])),
    ]
    return [name for name in people if name]


def _called(child: dict) -> str:
    return " ".join(filter(None, (child.get("given"), child.get("family"))))


def _of_referral(referral: Referral) -> dict[str, str]:
    reading = reading_of(referral)
    incident = reading.get("incident") or {}
    what = referral.answers.get("incident.what") or reading.get("circumstances") or ""
    return {
        "Came": moment(referral.received_at),
        "How": referral.get_channel_display(),
        "Children": "\n".join(map(_child, reading.get("children", []))),
        "Adults": "\n".join(map(_adult, reading.get("adults", []))),
        "When it happened": written_date(incident.get("date")),
        "Where": ", ".join(filter(None, map(incident.get, ("place", "area")))),
        "What happened": _short(what),
    }


def _child(said: dict) -> str:
    born = written_date(said.get("dob") or said.get("edd"))
    return f"{_called(said) or 'Name not known'}, born or due: {born}"


def _adult(said: dict) -> str:
    name = said.get("name") or "Name not known"
    return ", ".join(filter(None, [name, said.get("relationship")]))


def _of_case(case: Case) -> dict[str, str]:
    """What a case says: its people as they were put right, the rest as its first
    referral told it."""
    first = next(iter(referrals_of_case(case)), None)
    told = _of_referral(first) if first else {}
    return told | {
        "Came": f"Opened {moment(case.opened_at)}",
        "Children": "\n".join(map(_child_of_case, children_of(case))),
        "Adults": "\n".join(map(_member, family_of(case))),
    }


def _child_of_case(child) -> str:
    names = [*filter(None, (child.given_name, child.family_name))]
    born = child.born_on or child.due_on
    said = day(born) if born else child.born_as_typed or NOT_SAID
    return f"{' '.join(names) or child.shown_as}, born or due: {said}"


def _member(member) -> str:
    return ", ".join(filter(None, [member.name, member.relationship]))


def _short(words: str) -> str:
    return words if len(words) <= LONG else f"{words[:LONG].rstrip()} …"
