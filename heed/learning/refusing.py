"""What refuses a step on an action, as sentences fit for the screen."""

from heed.cases.steps import Refused
from heed.learning.models import Action


def must_be_open(action: Action) -> None:
    """Refuse for an action that has ended."""
    if not action.is_open:
        raise Refused("This action has ended. Open it again first.")


def must_say_why(reason: str) -> None:
    """Refuse where no reason is given."""
    if not reason.strip():
        raise Refused("Please give your reasons.")


def must_be_another(action: Action, by) -> None:
    """Refuse where the owner would sign off her own action."""
    if action.owner_id == getattr(by, "pk", None):
        raise Refused("Somebody other than its owner signs off an action.")
