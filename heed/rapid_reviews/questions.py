"""What the pages show of questions about single rows of chronologies."""

from heed.cases.apart import KeptApart
from heed.cases.queries import steps_open_to
from heed.chronologies.models import Row
from heed.chronologies.numbers import as_cited
from heed.papers.chronologies.kept import entry_of
from heed.rapid_reviews.models import RowQuestion
from heed.rapid_reviews.queries.questions import address_for, questions_about
from heed.referrals.kept_apart import addresses_kept_apart
from heed.rulebook import process


def may_be_asked_about(row: Row) -> bool:
    """Whether an agency can be asked about a row: it sent it, and all may read it."""
    return bool(row.came_in_id) and not row.gone_in_id and not row.restricted


def beside_row(row: Row, person, *, at, named: bool) -> dict | None:
    """What the agency of a row was asked about it, for the page of the row; None where
    nothing was asked and nothing can be."""
    asked = questions_about(row)
    can = steps_open_to(person, row.case, at=at)
    if not asked and ("ask_about_row" not in can or not may_be_asked_about(row)):
        return None
    apart = KeptApart(addresses_kept_apart(row.case)) if asked else None
    told = [(each, apart.without(each.answer or "")) for each in asked] if apart else []
    told = told or [(each, each.answer or "") for each in asked]
    shown = {"questions": told, "row": row, "can": can, "named": named}
    return shown | {"may_ask": may_be_asked_about(row)}


def of_question(question: RowQuestion) -> dict:
    """What an agency reads behind its link: the question, and its own row as it told
    it."""
    return {
        "asked": question,
        "partnership": question.partnership,
        # As they typed it: what was put right here may be what others told.
        "entry": entry_of({"n": 0, **question.row.typed}),
    }


def about_asking(row: Row) -> dict:
    """What the page says on which an agency is asked about a row."""
    name, to = row.chronology.organisation.name, address_for(row)
    where = f"The link goes to {to}." if to else f"{name} has no contact yet."
    return {
        "of": process.ASK_ABOUT_ROW,
        "heading": f"Ask {name} about row {as_cited(row.number)}",
        "explanation": f"{where} They see this row and your question, and no other.",
        "pressing": "sends one email with a link and no word of the case. Tell them "
        "the code by telephone: it stands on the page of this row",
    }


def about_taking_back(question: RowQuestion) -> dict:
    """What the page says on which a question is taken back."""
    name = question.organisation.name
    return {
        "of": process.TAKE_QUESTION_BACK,
        "heading": "Take this question back?",
        "explanation": f"The link of {name} opens nothing any more.",
    }
