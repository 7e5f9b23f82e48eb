"""How what was understood of a referral is said on a page."""

from datetime import date, datetime

from django import template

from heed.partnership.telephones import dialled
from heed.rulebook.outcomes import label
from heed.ui.templatetags.days import day

register = template.Library()

PLACES = {
    "index": "The child it happened to",
    "sibling": "A brother or sister",
    "other": "Another child",
}
CRITERIA = {
    "known": "Known",
    "suspected": "Suspected",
    "known_or_suspected": "Known or suspected",
    "no": "No",
    "unknown": "Not known",
    "died": "The child has died",
    "seriously_harmed": "The child was seriously harmed",
    "neither": "Neither",
}
DOUBTS = {
    "uncertain": "not certain",
    "repaired": "typed with a slip",
    "inferred_year": "the year is ours",
    "impossible": "there is no such day",
    "disputed": "disputed",
}


register.filter(dialled)


@register.filter
def written_date(written):
    """A date as it was read, beside the words as typed and what is doubtful in it."""
    if not written:
        return "Not stated"
    typed = written.get("verbatim") or ""
    doubts = [words for name, words in DOUBTS.items() if written.get(name)]
    if candidates := written.get("candidates"):
        doubts.append("perhaps " + " or ".join(_said(each) for each in candidates))
    read = _said(written.get("iso")) or "Not clear"
    beside = "; ".join([f"typed: {typed}", *doubts] if typed else doubts)
    return f"{read} ({beside})" if beside else read


def _said(iso) -> str:
    if not iso:
        return ""
    return day(date.fromisoformat(iso)) if len(iso) == len("2016-05-22") else iso


@register.filter
def stated_as_sent(referral):
    """The moment at which the sender of an email says that they sent it; None where
    none is said that can be read. Anybody can write any time there."""
    said = (referral.reading or {}).get("received_at") if referral.email_id else ""
    try:
        return datetime.fromisoformat(said or "")
    except (TypeError, ValueError):
        return None


FLAG_PLACES = {
    "dob": "date of birth",
    "edd": "due date",
    "died": "date of death",
    "document": "the paper",
    "form": "the form",
    "incident": "what happened",
    "incident.date": "when it happened",
    "immediate_safety": "the child’s safety",
    "safeguarding_lead": "the safeguarding lead",
    "criteria": "the criteria",
    "referrer": "who referred",
}


@register.filter
def flag_place(where):
    """Where a flag stands, in words; nothing where a code would be all there is."""
    child, _, rest = (where or "").partition(".")
    if child.startswith("child-"):
        number = child.removeprefix("child-")
        said = FLAG_PLACES.get(rest, "")
        return f"child {number}, {said}" if said else f"child {number}"
    return FLAG_PLACES.get(where, "")


@register.filter
def person_words(ref):
    """Of whom something is: "Child 1", "Adult 2"."""
    who, _, number = ref.replace(".", "-").partition("-")
    return f"{who.capitalize()} {number.partition('-')[0]}".strip()


@register.filter
def outcome_words(outcome):
    """An outcome of a step as the rulebook says it."""
    return label(outcome)
