"""From answers to what a referral is understood to say: who sent it kept apart, what
must not be found out kept apart, what is missing named. Nothing here reads a database.
"""

import json
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from heed.papers.dates import dates_in, read_date
from heed.papers.forms import referral_from_answers
from heed.rulebook.children import ETHNICITIES, age_band

Answers = dict[str, str | list[str]]

WHO_SENT_IT = ("referrer.", "declaration.signed")
ABOUT_THE_SENDER = (
    "referrer",
    "message",
    "signed",
    "contact_note",
    "withhold_identity",
    # Who wrote a file, deleted words in it or commented stands in what it hides.
    "hidden",
)
WHERE_SOMEBODY_IS = ("address", "whereabouts")
COULD_NOT = "Heed could not work through these answers. Please read them by eye."
FLAG_OF_OURS = {"name": "not_understood", "where": "referral", "why": COULD_NOT}
QUOTED = re.compile("“[^”]*”")
SAYS_NOTHING = (None, "", [], {})
RISK = {True: "yes", False: "no", None: "not_known"}


@dataclass(frozen=True)
class Understood:
    """A referral taken apart: what may be read, and what is kept apart from it."""

    answers: Answers
    reading: dict
    identity: dict
    withheld: dict


def understood_from(answers: Answers, *, channel: str, on: date) -> dict:
    """What answers say, in the form in which papers are read. Whatever somebody has
    typed, they get through: what cannot be worked through is left to a person."""
    try:
        return json.loads(
            json.dumps(referral_from_answers(answers, channel=channel, on=on))
        )
    except Exception:  # noqa: BLE001 - nothing may stop a referral
        return {"children": [], "adults": [], "flags": [FLAG_OF_OURS]}


def apart(answers: Answers, reading: dict) -> Understood:
    """Take the referrer's identity, and addresses that must be kept from somebody, out
    of what the case worker reads. Where one address is withheld, all of them are: a
    brother or the mother may live in the same place."""
    hide = _is_withheld(answers, reading)
    kept = {k: v for k, v in answers.items() if not k.startswith(WHO_SENT_IT)}
    typed = {k: v for k, v in kept.items() if hide and _tells_where(k)}
    people = {
        name: [_without_where(p) if hide else p for p in reading.get(name, [])]
        for name in ("children", "adults")
    }
    said = {k: v for k, v in reading.items() if k not in ABOUT_THE_SENDER}
    if "places" in said:
        said["places"] = {
            key: place
            for key, place in said["places"].items()
            if not key.startswith(WHO_SENT_IT) and not (hide and _tells_where(key))
        }
    if hide:
        said["flags"] = [_without_quotes(flag) for flag in reading.get("flags", [])]
    return Understood(
        answers={k: v for k, v in kept.items() if k not in typed},
        reading=said | people,
        identity=_identity(answers, reading),
        withheld=_where(reading, typed) if hide else {},
    )


def _identity(answers: Answers, reading: dict) -> dict:
    typed = {
        key.removeprefix("referrer."): value
        for key, value in answers.items()
        if key.startswith(WHO_SENT_IT)
    }
    read = {name: reading[name] for name in ABOUT_THE_SENDER[1:] if reading.get(name)}
    said = {n: value for n, value in (reading.get("referrer") or {}).items() if value}
    return read | said | typed


def _is_withheld(answers: Answers, reading: dict) -> bool:
    ticked = any(
        key.endswith(".address_withheld") and value == "yes"
        for key, value in answers.items()
    )
    return ticked or any(c.get("address_withheld") for c in reading.get("children", []))


def _tells_where(key: str) -> bool:
    return key.startswith(("child.", "adult.")) and key.endswith(WHERE_SOMEBODY_IS)


def _without_where(person: dict) -> dict:
    return {name: v for name, v in person.items() if name not in WHERE_SOMEBODY_IS}


def _without_quotes(flag: dict) -> dict:
    """A flag that quotes no words: they may be of an address that is withheld."""
    why = QUOTED.sub("what was typed", flag["why"])
    return flag | {"why": f"{why[:1].upper()}{why[1:]}"}


def _where(reading: dict, typed: Answers) -> dict:
    """The addresses of a referral, by whom they are of: `child-1`, `adult-2`; what was
    typed and not understood, by its question."""
    people = {child["ref"]: child for child in reading.get("children", [])}
    people |= {f"adult-{n}": p for n, p in enumerate(reading.get("adults", []), 1)}
    found = {
        ref: "\n".join(person[n] for n in WHERE_SOMEBODY_IS if person.get(n))
        for ref, person in people.items()
    }
    understood = "\n".join(found.values())
    rest = {key: said for key, said in typed.items() if said not in understood}
    return {ref: where for ref, where in found.items() if where} | rest


# What is missing


def missing_from(reading: dict, identity: dict) -> dict[str, str]:
    """What every referral needs and this one does not say, as named gaps."""
    checks = {
        "referral.child": (
            any(c.get("given") or c.get("family") for c in reading.get("children", [])),
            "No child is named.",
        ),
        "referral.what": (
            bool(reading.get("circumstances")),
            "What happened is not said.",
        ),
        "referral.when": (
            bool((reading.get("incident") or {}).get("date")),
            "When it happened is not said.",
        ),
        "referral.why": (
            bool((reading.get("criteria") or {}).get("reasons")),
            "Why it may meet the criteria is not said.",
        ),
        "referral.referrer": (
            any(identity.get(way) for way in ("email", "phone", "address", "message")),
            "There is no way to reach the person who referred.",
        ),
    }
    return {kind: words for kind, (said, words) in checks.items() if not said}


def known_dates(reading: dict, *, received_on: date) -> dict[str, date]:
    """The days on which somebody could have become aware, each with its words. One that
    lies after the referral is a mistake and does not count."""
    found = {"the referral": received_on}
    happened = day_of((reading.get("incident") or {}).get("date"))
    if happened:
        found["what happened"] = happened
    for told in (reading.get("immediate_safety") or {}).get("reported_to", []):
        for match in dates_in(told):
            said = read_date(match[0], near=received_on).day
            if said:
                found["somebody being told"] = said
    return {words: day for words, day in found.items() if day <= received_on}


def day_of(written: dict | None) -> date | None:
    """The one day that a date names; None where less is known, or two readings are."""
    iso = (written or {}).get("iso") or ""
    return date.fromisoformat(iso) if len(iso) == len("2016-05-22") else None


def days_of(written: dict | None) -> tuple[date, date] | None:
    """The first and the last day that a date names: of a month or a year, all of it.
    None where none can be read, or two readings are."""
    first = (written or {}).get("iso") or ""
    if not first:
        return None
    if (written or {}).get("precision") == "week":
        return _edge(first), _edge(first) + timedelta(days=6)
    span = read_date(written["verbatim"], near=_edge(first))
    last = span.until if span.until and span.iso == first else first
    return _edge(first), _edge(last, end=True)


def _edge(iso: str, *, end: bool = False) -> date:
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    month = month or (12 if end else 1)
    return date(year, month, day or (monthrange(year, month)[1] if end else 1))


# What is counted of children of whom no case keeps anything


def counted_as(reading: dict, *, on: date) -> list[dict]:
    """Age band and ethnic group of each child of a referral, as codes; what is not
    stated in words that have a code is not known."""
    return [
        {
            "age_band": _age_band(child, on),
            "ethnicity": ethnicity_code(child.get("ethnicity_verbatim") or ""),
        }
        for child in reading.get("children", [])
    ]


def _age_band(child: dict, on: date) -> str:
    born = day_of(child.get("dob"))
    if child.get("status") == "unborn":
        return "unborn"
    return age_band(born, on) if born else ""


NOT_KNOWN_YET = "NOBT"


def ethnicity_code(said: str, *, unknown: str = NOT_KNOWN_YET) -> str:
    """The code of an ethnic group that was said in the words of the list, in any order;
    of other words none is guessed."""
    words = _words(said)
    named = (code for code, label in ETHNICITIES.items() if _words(label) == words)
    return next(named, unknown)


def _words(said: str) -> set[str]:
    return set(re.findall(r"\w+", said.casefold())) - {"and", "any", "other"}


# The people of a case, from what is understood

ROLES = {"index": "subject", "sibling": "sibling"}
NOTED = {
    "age_text": "Age as typed",
    "ethnicity_verbatim": "Ethnic group, in their own words",
    "whereabouts": "Where the child is now",
    "possible_family": "Perhaps the last name",
    "other_families": "Last name, spelt otherwise",
    "relationship": "Place or relationship, as typed",
    "multiple_birth": "Of a multiple birth",
    "looked_after": "Looked after by a council",
}
LISTED = {"legal_status": "Orders or care", "plan_history": "Child protection plans"}
RELATIONSHIPS = (
    ("grandmother", "Grandmother"),
    ("grandfather", "Grandfather"),
    ("grandparent", "Grandparent"),
    ("foster", "Foster carer"),
    ("stepmother", "Stepmother"),
    ("step-mother", "Stepmother"),
    ("stepfather", "Stepfather"),
    ("step-father", "Stepfather"),
    ("partner", "Partner of a parent"),
    ("boyfriend", "Partner of a parent"),
    ("girlfriend", "Partner of a parent"),
    ("mother", "Mother"),
    ("mum", "Mother"),
    ("father", "Father"),
    ("dad", "Father"),
    ("aunt", "Aunt"),
    ("uncle", "Uncle"),
    ("brother", "Brother"),
    ("sister", "Sister"),
    ("carer", "Carer"),
)


def facts_of_child(child: dict) -> dict:
    """What a case keeps of a child, from what a referral says; what is not stated stays
    empty, and a date that leaves a doubt stays as it was typed."""
    born, due, died = child.get("dob"), child.get("edd"), child.get("date_of_death")
    notes = [
        f"{words}: {_as_words(child[name])}"
        for name, words in NOTED.items()
        if child.get(name) not in SAYS_NOTHING
    ]
    plans = [
        f"{words}: {'; '.join(child[name])}"
        for name, words in LISTED.items()
        if child.get(name)
    ]
    facts = {
        "role": ROLES.get(child.get("role", ""), "other"),
        "status": child.get("status") or "unknown",
        "sex": child.get("sex") or "",
        "given_name": child.get("given"),
        "family_name": child.get("family"),
        "also_known_as": child.get("aka") or None,
        "born_on": day_of(born),
        "born_as_typed": (born or {}).get("verbatim"),
        "due_on": day_of(due),
        "died_on": day_of(died),
        "address": child.get("address"),
        "identifiers": child.get("identifiers"),
        "language": child.get("language"),
        "plan_words": "\n".join(plans) or None,
        "school": child.get("school"),
        "looked_after_by": child.get("responsible_la"),
        "ethnicity": ethnicity_code(child.get("ethnicity_verbatim") or "", unknown=""),
        "notes": "\n".join(notes) or None,
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}


def _as_words(said) -> str:
    if isinstance(said, bool):
        return "yes" if said else "no"
    return "; ".join(said) if isinstance(said, list) else said


def facts_of_adult(adult: dict, *, addresses_are_withheld: bool) -> dict:
    """What a case keeps of an adult. The relationship as it was typed may hold names:
    what lists show is one of a few plain words."""
    facts = {
        "name": adult.get("name"),
        "relationship": plain_relationship(adult.get("relationship") or ""),
        "also_known_as": adult.get("aka") or None,
        "born_on": day_of(adult.get("dob")),
        "contact": adult.get("address"),
        "must_not_be_told_address": addresses_are_withheld,
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}


def plain_relationship(words: str) -> str:
    """A relationship in one plain word or two."""
    said = words.casefold()
    return next((plain for sign, plain in RELATIONSHIPS if sign in said), "Adult")


# Does it sound like something for a practice review? It guides, and never bars.


ALL_THE_SAME = (
    "You can send this form all the same. The partnership decides, and it would rather "
    "hear from you than not."
)


def guidance_on(answers: Answers) -> list[str]:
    """What the answers about the criteria suggest, in sentences for the referrer."""
    abuse = answers.get("criteria.abuse_or_neglect", "")
    outcome = answers.get("criteria.outcome", "")
    if not abuse and not outcome:
        return []
    if abuse in {"known", "suspected"} and outcome in {"died", "seriously_harmed"}:
        return ["What you say is what this form is for. Please send it."]
    said = []
    if abuse == "no":
        said.append(
            "A practice review looks at abuse or neglect. You say that there was none. "
            "If you are not sure, change your answer to “Not known”."
        )
    if outcome == "neither":
        said.append(
            "A practice review looks at a child who has died or been seriously harmed. "
            "If you are worried about a child now, call children’s social care."
        )
    return [*said, ALL_THE_SAME] if said else []
