"""The steps that several cases share, each taken by whoever takes it, in a browser of
their own. `person` gives somebody who stands at the case."""

from datetime import date, datetime

from tests.journeys.parts.people import PARTNERS
from tests.journeys.parts.referral import filled_in
from tests.journeys.reading import words_in
from tests.journeys.several import Several

CONFIRM = "Confirm the decision for your body, or dissent"
ON_THE_CASE = ("manager", *PARTNERS)


def by_the_hospital(answers: dict[str, str]) -> dict[str, str]:
    """What the hospital writes in its form each time, and what is new."""
    children = {key.rpartition(".")[0] for key in answers if key.startswith("child.")}
    return {
        "safety.at_risk": "no",
        "referrer.name": "Oriel Vantongeren",
        "referrer.capacity": "staff",
        "referrer.organisation": "Quillshire Hospitals NHS Trust",
        "lead.endorsement": "decided",
        "criteria.outcome": "seriously_harmed",
        **{f"{child}.status": "alive" for child in children},
        **answers,
    }


def a_form_is_emailed(everybody: Several, answers: dict[str, str]) -> None:
    """It is the first thing that anybody hears of the case."""
    somebody = everybody.stranger()
    somebody.opens("/demonstration/post/")
    somebody.fills(sender=answers["referrer.email"], subject="A referral")
    somebody.attaches("paper", "referral.docx", filled_in(answers))
    somebody.sends()


def it_becomes_a_case(person, *said: str) -> None:
    coordinator = person("coordinator")
    coordinator.opens("/")
    coordinator.follows("Read this referral")
    coordinator.sees(*said)
    coordinator.follows("Open a case")
    coordinator.presses("Open the case")
    coordinator.fills(answer="none")
    coordinator.presses("Record my answer")
    coordinator.sees("Under consideration", "provisional")


def each_declares_no_interest(person, *slugs: str) -> None:
    for slug in slugs:
        reader = person(slug)
        reader.opens("/")
        reader.declares_no_interest()


def are_put_on_the_list(person, **people: str) -> None:
    """People whose part lets them see a case only where somebody lets them."""
    for name in people.values():
        manager = person("manager")
        manager.follows("Who may see this case")
        manager.follows("Put somebody on the list")
        manager.fills(standing=name)
        manager.sends()
        manager.sees(name)
    each_declares_no_interest(person, *people)


def is_called(person, child: str, bird: str) -> None:
    coordinator = person("coordinator")
    coordinator.follows("Children", within="main")
    coordinator.follows(f"the name used in the report for {child}")
    coordinator.fills(pseudonym=bird, pseudonym_chosen_by="us")
    coordinator.sends()
    coordinator.sees(bird)


def the_council_became_aware(person, at: datetime, basis: str) -> None:
    person("council").takes(
        "Confirm when the local authority became aware", aware_at=at, basis=basis
    )


def the_sheet_is_filled_in(person, *, link="Fill in the sheet", **answers) -> None:
    coordinator = person("coordinator")
    coordinator.takes_nothing("Work through whether to notify")
    coordinator.follows(link)
    coordinator.fills(**answers)
    coordinator.sends()
    coordinator.does_not_see("There is a problem")


def each_gives_a_view(person, **said: tuple[str, str]) -> None:
    for slug, (view, reasons) in said.items():
        person(slug).takes(
            "Give your body's view on notifying", view=view, reasons=reasons
        )


def the_council_decides(person, outcome: str, reasons: str) -> None:
    person("council").takes(
        "Decide whether to notify the Panel", outcome=outcome, reasons=reasons
    )


def the_panel_is_notified(person, at: datetime, reference: str) -> None:
    person("council").takes(
        "Record that the Panel was notified", sent_at=at, national_reference=reference
    )


def the_manager_proposes(
    person, outcome: str, reasons: str, *, again: bool = False
) -> None:
    person("manager").takes(
        "Put a decision before the partners again"
        if again
        else "Put a decision before the three partners",
        outcome=outcome,
        reasons=reasons,
        national_view="no",
        national_reasons="The learning is local.",
    )


def each_confirms(person, **said: tuple[str, str]) -> None:
    for slug in PARTNERS:
        answer, reasons = said.get(slug, ("agrees", "I agree."))
        person(slug).takes(CONFIRM, answer=answer, reasons=reasons)


def it_is_sent_to_the_panel(person, at: datetime, receipt: str, **more) -> None:
    person("coordinator").takes(
        "Record that the rapid review was sent to the Panel",
        sent_at=at,
        route="The Panel's secure mailbox",
        proof=receipt,
        **more,
    )


def as_the_panel_has_it(panel, version: str) -> str:
    panel.opens("/")
    panel.follows("Sent to the Panel")
    panel.follows(version, within="main")
    return words_in(panel.saves("PDF of"), "pdf")


def the_panel_answers(panel, answer: str, dated_on: date, words: str) -> None:
    panel.follows("Record the Panel’s answer")
    panel.fills(answer=answer, dated_on=dated_on, words=words)
    panel.presses("Record the answer")
