"""What a case page offers: pages for steps, and panels, registered by later stages.

A step without a registered page is not offered; a panel that nobody registered is not
shown. Everything registered is listed in `heed/config/wiring.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from heed.rulebook.language import Step


@dataclass(frozen=True)
class Offer:
    """A step that a person may take from the case page, and the page to take it on."""

    step: Step
    url_name: str
    label: str
    when: Callable | None = None
    weight: int = 50

    def address(self, case) -> str:
        return reverse(self.url_name, args=[case.public_id])


@dataclass(frozen=True)
class Panel:
    """A part of the case page that a later stage fills."""

    name: str
    template: str
    context: Callable  # (case, person, at) -> dict | None; None shows nothing
    weight: int = 50


OFFERS: list[Offer] = []
PANELS: list[Panel] = []


def offer(step: Step, url_name: str, *, label: str = "", when=None, weight=50) -> None:
    """Offer a page for a step on every case where the person may take it."""
    OFFERS.append(Offer(step, url_name, label or step.name, when, weight))
    OFFERS.sort(key=lambda offered: offered.weight)


def show_panel(name: str, template: str, context: Callable, *, weight=50) -> None:
    """Show a panel on the case page."""
    PANELS.append(Panel(name, template, context, weight))
    PANELS.sort(key=lambda panel: panel.weight)


def panels_for(case, person, *, at) -> list[tuple[Panel, dict]]:
    """The panels of a case page that have something to show to this person."""
    filled = [(panel, panel.context(case, person, at)) for panel in PANELS]
    return [(panel, context) for panel, context in filled if context is not None]
