"""What a case page offers: pages for steps, and panels, registered by later stages.

A step without a registered page is not offered; a panel that nobody registered is not
shown. Everything registered is listed in `heed/config/wiring.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from heed import clock
from heed.partnership.queries import role_names_of
from heed.rulebook.language import Stage, Step
from heed.ui.addresses import address_of


@dataclass(frozen=True)
class Offer:
    """A step that a person may take from the case page, and the page to take it on.
    `first_at` holds the stages at which it is among the first things to do; at others
    that allow it, it stands below them."""

    step: Step
    url_name: str
    label: str
    when: Callable | None = None
    weight: int = 50
    first_at: frozenset[Stage] = frozenset()

    def address(self, case) -> str:
        return address_of(self.url_name, case.public_id)


@dataclass(frozen=True)
class Panel:
    """A part of the case page that a later stage fills. At the stages that it is
    about, it stands before the others."""

    name: str
    template: str
    context: Callable  # (case, person, at) -> dict | None; None shows nothing
    weight: int = 50
    about: frozenset[Stage] = frozenset()


@dataclass(frozen=True)
class Beginning:
    """A page on which a case begins that no referral began."""

    step: Step
    url_name: str
    label: str


OFFERS: list[Offer] = []
BEGINNINGS: list[Beginning] = []
PANELS: list[Panel] = []
STAGE_NOTES: list[Callable] = []  # (case) -> str: what is said beside the stage
FEW = 12  # a step that is allowed at more stages than this is of no stage in particular


def offer(
    step: Step, url_name: str, *, label: str = "", when=None, weight=50, first_at=None
) -> None:
    """Offer a page for a step on every case where the person may take it."""
    if first_at is None:
        first_at = step.at if len(step.at) <= FEW else frozenset()
    OFFERS.append(Offer(step, url_name, label or step.name, when, weight, first_at))
    OFFERS.sort(key=lambda offered: offered.weight)


def offer_beginning(step: Step, url_name: str, *, label: str) -> None:
    """Offer a page on which a case begins to everybody who may take its first step."""
    BEGINNINGS.append(Beginning(step, url_name, label))


def beginnings_for(person, *, at) -> list[tuple[str, str]]:
    """The pages on which this person may begin a case: words and addresses."""
    roles = role_names_of(person, person.partnership, clock.london_date(at))
    return [
        (each.label, reverse(each.url_name))
        for each in BEGINNINGS
        if roles & each.step.by
    ]


def show_panel(
    name: str, template: str, context: Callable, *, weight=50, about=frozenset()
) -> None:
    """Show a panel on the case page."""
    PANELS.append(Panel(name, template, context, weight, about))
    PANELS.sort(key=lambda panel: panel.weight)


def note_beside_stage(note: Callable) -> None:
    """Say something beside the stage at the top of every page of a case, where `note`
    has words for it."""
    STAGE_NOTES.append(note)


def said_beside_stage(case) -> list[str]:
    """What is said beside the stage of a case."""
    return [words for note in STAGE_NOTES if (words := note(case))]


def panels_for(case, person, *, at) -> list[tuple[Panel, dict]]:
    """The panels of a case page that have something to show to this person: what the
    case is about now, then how it came there."""
    now_first = sorted(PANELS, key=lambda panel: case.stage not in panel.about)
    filled = [(panel, panel.context(case, person, at)) for panel in now_first]
    return [(panel, context) for panel, context in filled if context is not None]
