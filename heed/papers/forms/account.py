"""What the account of a paper tells that the paper does not ask."""

from datetime import date

from heed.papers.forms.answers import Answers
from heed.papers.forms.household import unbroken
from heed.papers.forms.letter_deaths import has_died
from heed.papers.forms.letter_events import take_criteria, take_incident, take_lead
from heed.papers.forms.names import people_in


def take_from_account(answers: Answers, near: date | None) -> None:
    """The day and the place that the account tells, on a paper that does not ask them;
    and what it says of abuse, and of how it ended.
    """
    _lead_of_words(answers)
    account = unbroken(answers.text("incident.what"))
    if not account or "incident.date" in answers.printed:
        return
    told = Answers()
    for number in answers.numbers("child"):
        for name in ("name", "given", "dob", "role", "status"):
            told.add(f"child.{number}.{name}", answers.text(f"child.{number}.{name}"))
        called = (_names_of_child(answers, number) or [""])[0]
        if called and has_died(called, account):
            told.add(f"child.{number}.status", "died")
            answers.add(f"child.{number}.status", "died")
    take_incident(told, account, near)
    take_criteria(told, account)
    for key, given in told.by_key.items():
        section = key.partition(".")[0]
        if section in {"incident", "criteria"} and key not in answers.printed:
            answers.by_key.setdefault(key, given)


def _lead_of_words(answers: Answers) -> None:
    """What an answer elsewhere says of the safeguarding lead, where no label asks."""
    if any(key.startswith("lead.") for key in (*answers.by_key, *answers.printed)):
        return
    for given in answers.unread:
        take_lead(answers, given.text)
        if answers.text("lead.endorsement"):
            return


def _names_of_child(answers: Answers, number: int) -> list[str]:
    said = answers.text(f"child.{number}.name") or answers.text(f"child.{number}.given")
    return [person.given.split()[0] for person in people_in(said) if person.given]
