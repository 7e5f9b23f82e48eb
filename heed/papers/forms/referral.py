"""A referral from its answers, as reading.md has it. Nothing is invented."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from heed.papers.dates import WrittenDate
from heed.papers.forms.adults import adults
from heed.papers.forms.answers import Answers
from heed.papers.forms.children import Child, children
from heed.papers.forms.choices import (
    ABUSE,
    CAPACITY,
    INVOLVED,
    OUTCOME,
    YES_NO,
    choice,
    is_unanswered,
)
from heed.papers.forms.flags import Flags
from heed.papers.forms.lead import endorsement
from heed.papers.forms.left_over import left_over
from heed.papers.forms.office import office
from heed.papers.forms.paper_dates import PaperDates
from heed.papers.forms.parallel import parallel
from heed.papers.forms.people_flags import flag_people
from heed.papers.forms.pointers import pointed_at
from heed.papers.forms.referral_flags import flag
from heed.papers.forms.safety import RISK, agreed, open_risk, polarity
from heed.papers.forms.signals import signals
from heed.papers.forms.subject import first_death
from heed.papers.forms.tidying import tidy_lead
from heed.papers.patterns import later
from heed.papers.questions import VERSION_TAG

Json = dict[str, Any]

_TRUTH = {"yes": True, "no": False}


def referral_from_answers(
    answers: Mapping[str, str | Sequence[str]],
    *,
    channel: str = "portal",
    on: date | None = None,
) -> Json:
    """The referral that these answers make; their keys are those of `questions`.

    `on` is the day when they were given: it lends its year to a date without one.
    """
    given = Answers.given(answers)
    tidy_lead(given)
    return referral(given, channel=channel, on=on)


def referral(
    answers: Answers,
    *,
    channel: str = "other",
    on: date | None = None,
    flags: Flags | None = None,
) -> Json:
    """The referral JSON of reading.md."""
    flags = flags or Flags()
    dates = PaperDates.of(answers, flags, answers.texts(), on)
    found = children(answers, dates, flags)
    made: Json = {
        "kind": "referral",
        "channel": channel,
        "referral_date": dates.json(answers.text("declaration.date"), "referral_date"),
        "referrer": _referrer(answers),
        "safeguarding_lead": _lead(answers, dates),
        "children": found,
        "adults": adults(answers, found, dates, flags),
        "incident": _incident(answers, dates, found),
        "criteria": _criteria(answers, found),
        "agencies": _agencies(answers),
        "key_dates": _key_dates(answers, dates),
        "immediate_safety": _safety(answers, found),
        "parallel": parallel(answers),
        **_if_said(answers),
        **office(answers, dates, flags),
    }
    lead = made["safeguarding_lead"] or {}
    of_staff = made["referrer"]["capacity"] == "staff"
    if of_staff and lead.get("endorsement") == "is_referrer":
        made["referrer"]["capacity"] = "safeguarding_lead"
    flag(made, answers, flags, first_death(found))
    words = [*answers.texts(), *(a.text for a in answers.unread if a.label)]
    for name, why in signals(words).items():
        flags.add(name, "words", why)
    flag_people(made, words, flags)
    unread = (*answers.unread, *left_over(answers))
    made["unread"] = [{"label": a.label, "answer": a.text} for a in unread]
    made["flags"] = flags.to_json()
    return made


def _referrer(answers: Answers) -> Json:
    names = ("name", "role", "organisation", "email", "phone", "address")
    said: Json = {name: answers.text(f"referrer.{name}") or None for name in names}
    halves = answers.text("referrer.name").split("\n")
    if len(halves) == len("ab") and all(map(str.isalpha, halves)):
        said["name"] = " ".join(halves)
    typed = answers.text("referrer.capacity")
    capacity = choice(CAPACITY, typed)
    if not said["role"] and capacity in {"coroner", "elected"} and not answers.ours:
        said["role"] = typed  # "I am a: coroner's officer"
    return said | {"capacity": capacity or _capacity_by_role(answers)}


def _capacity_by_role(answers: Answers) -> str:
    role = answers.text("referrer.role")
    if re.match(r"(?:cllr|councillor)\b", answers.text("referrer.name").lower()):
        return "elected"
    guess = choice(CAPACITY, role) if role else None
    if guess:
        return guess
    return "staff" if answers.text("referrer.organisation") else "unknown"


def _lead(answers: Answers, dates: PaperDates) -> Json | None:
    name, role = answers.text("lead.name"), answers.text("lead.role")
    said = answers.text("lead.endorsement")
    said = "" if is_unanswered(said) else said
    verbatim = answers.text("lead.verbatim")
    consulted_on = answers.text("lead.consulted_on")
    if not any((name, role, said, verbatim, consulted_on)):
        return None
    meant = endorsement(answers, said, verbatim)
    if pointed_at(name) in {"above", "referrer"} or _MYSELF.fullmatch(name.strip()):
        name = answers.text("referrer.name")
        role = role or answers.text("referrer.role")
    if name and name.lower() == answers.text("referrer.name").lower():
        meant = "is_referrer"
    return {
        "name": name or None,
        "role": role or None,
        "endorsement": meant or _without_a_word(said, name, consulted_on),
        "consulted_on": dates.json(consulted_on, "safeguarding_lead.consulted_on"),
        "verbatim": verbatim or said or None,
    }


_MYSELF = later(r"(as )?(the )?referrer|me|myself|self", re.IGNORECASE)


def _without_a_word(said: str, name: str, consulted_on: str) -> str:
    if said:
        return "unclear"
    return "consulted" if consulted_on else "named" if name else "none"


def _incident(answers: Answers, dates: PaperDates, found: list[Child]) -> Json:
    when = dates.told(answers.text("incident.date"), "incident.date", found)
    inferred = answers.text("incident.date_inferred")
    if when and inferred:
        when = replace(when, verbatim=inferred, uncertain=True)
        why = f"“{inferred}” is worked out from the date of the paper."
        dates.flags.add("relative_dates_inferred", "incident.date", why)
    if when and when.until and _over_night(when):
        why = f"“{when.verbatim}” goes on into the next day."
        dates.flags.add("spans_midnight", "incident.date", why)
    when = _doubted(when, dates)
    made: Json = {"date": when.to_json() if when else None}
    for name in ("place", "area", "country", "harm"):
        if answers.text(f"incident.{name}"):
            made[name] = answers.text(f"incident.{name}")
    made |= dates.time(answers.text("incident.time"), when, "incident.time")
    country = answers.text("incident.country").strip().lower()
    england = country in {"england", "uk", "united kingdom", "yes", "n/a", "none", "gb"}
    where = f"{answers.text('incident.place')} {answers.text('incident.area')}"
    if (country and not england) or _ABROAD.search(where):
        made["outside_england"] = True
    return made


def _over_night(when: WrittenDate) -> bool:
    """Whether two days that follow one another are told as one night: "1/2 May"."""
    first, last = when.day, date.fromisoformat(when.until or "")
    told = re.search(
        r"\d\D{0,3}/|\bnight\b|\bovernight\b", when.verbatim, re.IGNORECASE
    )
    return bool(first and told) and (last - (first or last)).days == 1


_YEARS_BACK = 3
"""Years before the paper after which a day of the incident may be another's."""


def _doubted(when: WrittenDate | None, dates: PaperDates) -> WrittenDate | None:
    """An incident long before the paper, or after it, is doubted: perhaps the day is
    somebody's birthday, or the year a slip.
    """
    near = dates.near
    if when is None or when.day is None or near is None:
        return when
    years = (near - when.day).days / 365.25
    if 0 <= years <= _YEARS_BACK:
        return when
    side = "after" if years < 0 else "long before"
    why = f"“{when.verbatim}” lies {side} the day of the paper."
    dates.flags.add("date_uncertain", "incident.date", why)
    return replace(when, uncertain=True)


_ABROAD = later(
    r"\b(wales|scotland|northern ireland|ireland|france|spain|portugal|poland|romania|"
    r"pakistan|india|bangladesh|nigeria|somalia|turkey|greece|italy|germany|cardiff|"
    r"swansea|wrexham|edinburgh|glasgow|belfast|dublin|isle of man|jersey|guernsey|"
    r"abroad|overseas|united states|usa|ghana|albania|iraq|iran|syria|afghanistan)\b",
    re.IGNORECASE,
)


def _criteria(answers: Answers, found: list[Child]) -> Json:
    made: Json = {
        "abuse_or_neglect": _abuse(answers),
        "outcome": choice(OUTCOME, answers.text("criteria.outcome")) or "unknown",
        "boxes_ticked": _boxes(answers, "criteria.boxes_ticked"),
        "boxes_unclear": _boxes(answers, "criteria.boxes_unclear"),
    }
    died = any(c["role"] == "index" and c["status"] == "died" for c in found)
    if made["outcome"] == "unknown" and died and not answers.ours:
        # A child whom the paper is about has died, by its own words.
        made["outcome"] = "died"
    reasons = answers.text("criteria.reasons")
    return made | ({"reasons": reasons} if reasons else {})


def _abuse(answers: Answers) -> str:
    """What is said of abuse: "yes" to "Is abuse suspected?" is suspected."""
    said = answers.text("criteria.abuse_or_neglect")
    asks = answers.label("criteria.abuse_or_neglect").lower()
    plain = choice(YES_NO, said) == "yes" and "known" not in said.lower()
    if plain and "suspect" in asks and choice(ABUSE, said) == "known":
        return "known_or_suspected" if "known" in asks else "suspected"
    return choice(ABUSE, said) or "unknown"


def _boxes(answers: Answers, key: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", answers.text(key))]


def _agencies(answers: Answers) -> list[Json]:
    made = []
    for number in answers.numbers("agency"):
        said = answers.group("agency", number)
        name = said.get("name") or said.get("contact", "")
        agency: Json = {"name": name}
        if said.get("contact"):
            agency["contact"] = said["contact"]
        still = choice(INVOLVED, said.get("still_involved", ""))
        agency["still_involved"] = _TRUTH.get(still or "")
        if name:
            made.append(agency)
    return made


def _key_dates(answers: Answers, dates: PaperDates) -> list[Json]:
    made = []
    for number in answers.numbers("key_date"):
        said = answers.group("key_date", number)
        when = dates.json(said.get("date", ""), f"key_dates.{number}")
        if when or said.get("event"):
            made.append({"date": when, "event": said.get("event", "")})
    return made


def _safety(answers: Answers, found: list[Child]) -> Json:
    given = [
        (key if answers.ours else answers.label(key), answers.text(key))
        for key in ("safety.at_risk", "safety.safe")
        if answers.text(key)
    ]
    left = answers.text("safety.told")
    if _LEFT.search(answers.label("safety.told")) and _NOTHING_LEFT.match(left):
        given.append(("Is any child at risk?", left))
    words = "\n".join(text for _, text in given)
    who = answers.text("safety.who")
    meant = agreed([_open_risk(label, text, found) for label, text in given])
    told = _bodies(answers)
    made: Json = {
        "open_risk": meant,
        "children": [
            c["ref"] for c in found if _mentions(f"{words} {who}", c["given"])
        ],
        "reported_to": told,
    }
    said = who or (words if meant is None or " " in words else "")
    return made | ({"verbatim": said} if said else {})


def _open_risk(label: str, text: str, found: list[Child]) -> bool | None:
    """Whether a child is at risk by this answer: who is asked which child is, and names
    one, says yes.
    """
    meant = open_risk(label, text)
    names = [re.escape(child["given"]) for child in found if child["given"]]
    named = names and re.match(rf"(?:{'|'.join(names)})\s*[!,.:;–-]", text.strip())
    if meant is None and named and polarity(label) == RISK:
        return (
            None
            if re.search(r"\b(?:safe|not|no|with foster)\b", text.lower())
            else True
        )
    return meant


def _bodies(answers: Answers) -> list[str]:
    """Who was told of a risk. An action that was asked for tells it only where it says
    so; that nothing is outstanding names nobody.
    """
    parts = re.split(r"[;\n]", answers.text("safety.told"))
    said = [each.strip() for each in parts if each.strip()]
    if not _OF_ACTION.search(answers.label("safety.told")):
        return said
    return [each for each in said if _TELLS_WHOM.search(each)]


_LEFT = later(r"\b(?:outstanding|remaining|still (?:needed|to do))\b", re.IGNORECASE)
_NOTHING_LEFT = later(r"\W*(?:none|nil|no)\b", re.IGNORECASE)
_OF_ACTION = later(r"\b(?:action|step|measure)s?\b", re.IGNORECASE)
_TELLS_WHOM = later(
    r"\b(?:told|inform\w*|report\w*|refer\w*|pass\w*|notif\w*|contact\w*|mash|999|"
    r"police|social (?:care|services|work\w*)|strategy|s\.? ?47|section 47)\b",
    re.IGNORECASE,
)


def _mentions(words: str, name: str | None) -> bool:
    return (
        bool(name)
        and re.search(rf"\b{re.escape(name or '')}\b", words, re.IGNORECASE) is not None
    )


_EXTRAS = {
    "incident.what": "circumstances",
    "working.together": "joint_working_concern",
    "other.cross_border": "cross_border",
    "other.notes": "notes",
    "other.consent": "consent",
    "other.handling": "handling",
    "papers.files": "attachments",
    "referrer.contact_note": "contact_note",
    "marking": "protective_marking",
    "declaration.signed": "signed",
    VERSION_TAG: "form_version",
}
"""Answers that stand in the referral as they were typed."""


_THE_MEDIA = later(
    r"^(?!.*\b(?:no|none|not|nil|never)\b).*\b(?:reporters?|journalists?|press|papers?|"
    r"newspapers?|tv|radio|bbc|itv|facebook|media)\b",
    re.IGNORECASE | re.DOTALL,
)


def _if_said(answers: Answers) -> Json:
    made: Json = {
        name: answers.text(key) for key, name in _EXTRAS.items() if answers.text(key)
    }
    media = choice(YES_NO, answers.text("other.media"))
    if media in _TRUTH:
        made["media_interest"] = _TRUTH[media]
    elif _THE_MEDIA.search(answers.text("other.media")):
        made["media_interest"] = True
    if choice(YES_NO, answers.text("referrer.withhold")) == "yes":
        made["withhold_identity"] = True
    gate = {
        key.removeprefix("gate."): answer.text
        for key, answer in answers.by_key.items()
        if key.startswith("gate.")
    }
    answered = {q: _TRUTH.get(choice(YES_NO, said) or "") for q, said in gate.items()}
    return made | ({"gate": answered} if answered else {})
