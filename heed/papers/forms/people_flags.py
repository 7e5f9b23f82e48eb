"""What the people of a referral leave to settle when they are looked at together."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from heed.papers.forms.flags import Flags
from heed.papers.patterns import later

Json = dict[str, Any]

_NAME = r"[A-Z][a-zà-ÿ’'-]+(?:-[A-Z][a-z’'-]+)?"
_ALIKE = 0.72
_LONGEST = 60
"""Letters of a name: what is longer is a sentence."""
_OF_FAMILY = later(
    r"\b(mother|father|mum|dad|grand ?(mother|father|parent|ma|pa)|nan|aunt|uncle|"
    r"parent|"
    r"brother|sister|cousin|step ?(mother|father))\b",
    re.IGNORECASE,
)
_MINE = later(
    r"\b(my|our) (late |little |dear )?(grand)?(son|daughter|child|baby|niece|nephew|"
    r"brother|sister|boy|girl)\b"
)
_OUTSIDE = later(
    r"\b(neighbour|friend|lodger|landlord|witness|babysitter|colleague|visitor)\b",
    re.IGNORECASE,
)


def flag_people(made: Json, texts: Iterable[str], flags: Flags) -> None:
    """Raise what names, relations and statuses show beside one another."""
    words = "\n".join(texts)
    _flag_surnames(made["children"], words, flags)
    _flag_same_names(made, words, flags)
    _flag_aliases(made["adults"], flags)
    _flag_initials(made["children"], flags)
    died = [child for child in made["children"] if child["status"] == "died"]
    role = made["referrer"]["role"] or ""
    if died and (_OF_FAMILY.search(role) or _MINE.search(words)):
        flags.add("bereaved_referrer", "referrer", "Whoever refers has lost the child.")
    if made["criteria"]["abuse_or_neglect"] in {"no", "unknown"} and any(
        child.get("looked_after") for child in died
    ):
        why = "A looked-after child died: it is notified whether or not it was abuse."
        name = "looked_after_child_death_notifiable_without_abuse"
        flags.add(name, "criteria", why)
    for number, adult in enumerate(made["adults"], 1):
        if adult.get("third_party") and (adult["dob"] or adult.get("address")):
            why = "Facts about somebody outside the family stand in the paper."
            flags.add("third_party_data", f"adult-{number}", why)


def is_outside(relationship: str) -> bool:
    """Whether somebody so related stands outside the family."""
    return _OUTSIDE.search(relationship) is not None


def alike(one: str, other: str) -> bool:
    """Whether two names may be one name in two spellings, and are not the same."""
    a, b = one.lower(), other.lower()
    if a == b or not a or not b:
        return False
    if max(len(a), len(b)) > _LONGEST:
        return False
    parts = set(re.split(r"[-\s]", a)), set(re.split(r"[-\s]", b))
    if parts[0] < parts[1] or parts[1] < parts[0]:
        return True
    if a[0] != b[0] or abs(len(a) - len(b)) > len("ski"):
        return False
    return SequenceMatcher(None, a, b).ratio() >= _ALIKE


def _flag_surnames(children: list[Json], words: str, flags: Flags) -> None:
    known = {_full(child) for child in children}
    for child in children:
        given, family = child["given"], child["family"]
        if not given or not family:
            child.pop("other_families", None)
            continue
        first = re.escape(given.split()[0])
        beside = {m[1] for m in re.finditer(rf"\b{first} ({_NAME})", words)}
        beside |= {m[1] for m in re.finditer(rf"\b({_NAME}),? {first}\b", words)}
        siblings = [
            c["family"] for c in children if c["given"] != given and c["family"]
        ]
        beside |= {each for each in siblings if alike(each, family)}
        others = [name for name in (*beside, *_families(child["aka"])) if name]
        variants = sorted({name for name in others if alike(name, family)})
        variants = [v for v in variants if f"{given} {v}".lower() not in known]
        slashed = re.search(r"\w/\w| or ", family)
        spelt = child.pop("other_families", [])
        if variants or slashed or spelt:
            said = [family, *variants, *spelt]
            why = f"The family name is written as {', '.join(dict.fromkeys(said))}."
            flags.add("surname_variants", child["ref"], why)


def _full(child: Json) -> str:
    return f"{child['given'] or ''} {child['family'] or ''}".lower()


def _families(names: Iterable[str]) -> Iterator[str]:
    return (name.split()[-1] for name in names if " " in name)


def _flag_same_names(made: Json, words: str, flags: Flags) -> None:
    """Two people who share a name, where one could be taken for the other."""
    known = {(c["given"] or "").split(" ")[0].lower(): c for c in made["children"]}
    known.pop("", None)
    others = [a["name"] for a in made["adults"]]
    others += [a.get("contact") for a in made["agencies"]]
    others.append(made["referrer"]["name"])
    for name in filter(None, others):
        parts = re.sub(r"^(mr|mrs|ms|miss|dr|pc)\.? ", "", name.lower()).split()
        if len(parts) > 1 and parts[0].strip(",") in known:
            why = f"“{name}” has the same first name as a child of this paper."
            flags.add("same_name_bystander", "people", why)
    families = {(c["family"] or "").lower() for c in made["children"]}
    families |= {
        (a["name"] or "").split(" ")[-1].lower() for a in made["adults"] if a["name"]
    }
    for given, child in known.items():
        named = re.finditer(rf"\b{re.escape(given.title())} ({_NAME})\b", words)
        for whole, other in dict.fromkeys((m[0], m[1].lower()) for m in named):
            if _is_stranger(other, child, families):
                why = f"“{whole}” is also named: perhaps another person."
                flags.add("same_name_bystander", child["ref"], why)


def _is_stranger(other: str, child: Json, families: set[str]) -> bool:
    own = " ".join(
        filter(None, (child["given"], child["family"], *child["aka"]))
    ).lower()
    own += " " + str(child.get("possible_family", "")).lower()
    parts = set(re.split(r"[-\s]+", own))
    close = any(alike(other, each) for each in families if each)
    return bool(families - {""}) and other not in parts | families and not close


def _flag_aliases(adults: list[Json], flags: Flags) -> None:
    """Two records that are of one person under two names."""
    for number, adult in enumerate(adults):
        for other in adults[:number]:
            born = adult["dob"] and adult["dob"]["iso"]
            same_day = born and other["dob"] and other["dob"]["iso"] == born
            by_name = {*map(str.lower, adult["aka"])} & {(other["name"] or "-").lower()}
            by_name |= {*map(str.lower, other["aka"])} & {
                (adult["name"] or "-").lower()
            }
            if by_name or (same_day and _related_alike(adult, other)):
                why = f"“{other['name']}” and “{adult['name']}” may be one person."
                flags.add("duplicate_record_alias", f"adult-{number + 1}", why)


def _related_alike(one: Json, other: Json) -> bool:
    return (one["relationship"] or "").lower() == (other["relationship"] or "").lower()


def _flag_initials(children: list[Json], flags: Flags) -> None:
    for child in children:
        said = re.sub(r"[^A-Z]", "", child.get("initials_in_header", "").upper())
        names = f"{child['given'] or ''} {child['family'] or ''}"
        own = "".join(part[0] for part in re.split(r"[\s-]+", names) if part).upper()
        if len(said) > 1 and len(own) > 1 and {said[0], said[-1]} - {*own}:
            why = f"The initials {said} are not those of {names.strip()}."
            flags.add("subject_mismatch", child["ref"], why)
