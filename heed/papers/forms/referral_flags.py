"""What a referral as a whole leaves for a person to settle."""

import re
from collections.abc import Callable
from typing import Any

from heed.papers.forms.answers import Answers
from heed.papers.forms.choices import YES_NO, choice, is_unanswered
from heed.papers.forms.flags import Flags
from heed.papers.patterns import later

Json = dict[str, Any]
Check = Callable[[Json, Answers], str]
"""Says why the flag is raised; "" when it is not."""


def flag(made: Json, answers: Answers, flags: Flags, died: str | None) -> None:
    """Raise every flag that concerns the whole referral."""
    for (name, where), check in _CHECKS.items():
        why = check(made, answers)
        if why:
            flags.add(name, where, why)
    happened = (made["incident"]["date"] or {}).get("iso")
    if died and happened and died < happened[: len(died)]:
        why = "The death is dated before the incident."
        flags.add("death_before_incident", "incident.date", why)


def _says(condition: object, why: str) -> str:
    return why if condition else ""


def _of_staff(made: Json) -> bool:
    return made["referrer"]["capacity"] in {"staff", "unknown"}


def _endorsement(made: Json) -> str:
    lead = made["safeguarding_lead"]
    return str(lead["endorsement"]) if lead else ""


def _is_public(made: Json, answers: Answers) -> str:
    public = made["referrer"]["capacity"] == "public"
    return _says(public, "A member of the public refers: no lead is needed.")


def _lead_missing(made: Json, answers: Answers) -> str:
    staff = made["referrer"]["capacity"] == "staff"
    # A local authority's notification has none: its copy stands for a referral.
    copy = made["channel"] == "notification_copy"
    missing = staff and made["safeguarding_lead"] is None and not copy
    return _says(missing, "No safeguarding lead is named.")


def _lead_unclear(made: Json, answers: Answers) -> str:
    unclear = _endorsement(made) == "unclear"
    return _says(unclear, "What the safeguarding lead said is not clear.")


def _lead_not_consulted(made: Json, answers: Answers) -> str:
    alone = _of_staff(made) and _endorsement(made) == "none"
    return _says(alone, "The safeguarding lead was not asked.")


def _undated(made: Json, answers: Answers) -> str:
    return _says(made["referral_date"] is None, "The referral has no date.")


def _unsigned(made: Json, answers: Answers) -> str:
    """Only a paper with a place for it can lack a signature."""
    place = answers.ours or "declaration.signed" in answers.printed
    return _says(place and not made.get("signed"), "Nobody signed.")


def _risk(made: Json, answers: Answers) -> str:
    safety = made["immediate_safety"]
    if safety["open_risk"] is False:
        return ""
    told = safety["open_risk"] and safety["reported_to"]
    said = "\n".join((safety.get("verbatim", ""), *safety["reported_to"]))
    lasts = _LASTS.search(said)
    why = "Whether a child is at risk now, and who was told, is not settled."
    return _says(not told or lasts, why)


_LASTS = later(
    r"\b(still|remains?|continues?|nobody|no one|not yet|again|since|"
    r"not (?:yet )?been (?:found|traced|located|arrested|seen)|at large)\b",
    re.IGNORECASE,
)
"""Says that a risk goes on, whoever was told of it."""


def _withheld(made: Json, answers: Answers) -> str:
    return _says(made.get("withhold_identity"), "The referrer asks not to be named.")


def _contact(made: Json, answers: Answers) -> str:
    return _says(
        made.get("contact_note"), "There is a way or time not to make contact."
    )


def _media(made: Json, answers: Answers) -> str:
    return _says(made.get("media_interest"), "The media know of this.")


def _borders(made: Json, answers: Answers) -> str:
    said = made.get("cross_border", "")
    crosses = said and choice(YES_NO, said) != "no" and not is_unanswered(said)
    return _says(crosses, "More than one area is concerned.")


def _abroad(made: Json, answers: Answers) -> str:
    return _says(
        made["incident"].get("outside_england"), "It happened outside England."
    )


def _ticks(answers: Answers) -> list[str]:
    return answers.text("criteria.boxes_say").splitlines()


def _two_boxes(made: Json, answers: Answers) -> str:
    said = [each.partition(": ")[2] for each in _ticks(answers)]
    # One box for the abuse and one for the outcome are one criterion.
    several = len(said) > 1 and sorted(said) != ["abuse", "outcome"]
    return _says(several, "More than one criterion is ticked.")


def _unclear_box(made: Json, answers: Answers) -> str:
    return _says(
        made["criteria"]["boxes_unclear"], "A box is neither ticked nor empty."
    )


def _gate(made: Json, answers: Answers) -> str:
    no = False in made.get("gate", {}).values()
    return _says(no, "A question at the head of the form is answered no.")


def _consent(made: Json, answers: Answers) -> str:
    said = answers.text("other.consent").strip()
    settled = not said or is_unanswered(said) or choice(YES_NO, said) == "yes"
    return _says(not settled, "Whether the family knows or agrees is not settled.")


def _handling(made: Json, answers: Answers) -> str:
    said = answers.text("other.handling").strip()
    nothing = not said or is_unanswered(said) or choice(YES_NO, said) == "no"
    return _says(not nothing, "The paper says how this must be handled.")


_CHECKS: dict[tuple[str, str], Check] = {
    ("public_referrer", "referrer"): _is_public,
    ("safeguarding_lead_missing", "safeguarding_lead"): _lead_missing,
    ("safeguarding_lead_unclear", "safeguarding_lead"): _lead_unclear,
    ("lead_not_consulted", "safeguarding_lead"): _lead_not_consulted,
    ("referral_date_missing", "referral_date"): _undated,
    ("unsigned", "declaration"): _unsigned,
    ("immediate_safety_unresolved", "immediate_safety"): _risk,
    ("referrer_confidentiality_requested", "referrer"): _withheld,
    ("contact_safety_note", "referrer"): _contact,
    ("media_interest", "media_interest"): _media,
    ("cross_border", "cross_border"): _borders,
    ("outside_england", "incident"): _abroad,
    ("two_criteria_boxes", "criteria"): _two_boxes,
    ("criteria_box_unclear", "criteria"): _unclear_box,
    ("gate_answer_no", "gate"): _gate,
    ("consent_question", "consent"): _consent,
    ("handling_restriction", "handling"): _handling,
}
