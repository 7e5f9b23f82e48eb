"""What the pages show of questions about single rows of chronologies."""

from heed.cases.queries import steps_open_to
from heed.chronologies.models import Row
from heed.chronologies.numbers import as_cited
from heed.papers.chronologies.kept import entry_of
from heed.rapid_reviews.models import RowQuestion
from heed.rapid_reviews.queries.questions import address_for, questions_about
from heed.rulebook import process


def beside_row(row: Row, person, *, at, named: bool) -> dict | None:
    """What the agency of a row was asked about it, for the page of the row; None where
    nothing was asked and nothing can be."""
    asked = questions_about(row)
    can = steps_open_to(person, row.case, at=at)
    if not asked and ("ask_about_row" not in can or row.gone_in_id):
        return None
    return {"questions": asked, "row": row, "can": can, "named": named}


def of_question(question: RowQuestion) -> dict:
    """What an agency reads behind its link: the question, and its own row as it told
    it."""
    return {
        "asked": question,
        "partnership": question.partnership,
        "entry": entry_of({"n": 0, **question.row.words}),
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
