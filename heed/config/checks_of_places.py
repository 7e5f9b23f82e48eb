"""Whether what must outlive this machine is kept where this machine cannot spoil it."""

from pathlib import Path

from django.conf import settings
from django.core import checks


def look_at_places() -> None:
    """Have Django's checks ask where the record's checkpoints are kept."""
    checks.register(checkpoints_lie_apart)


def checkpoints_lie_apart(app_configs=None, **options) -> list:
    """Checkpoints prove something only where whoever changes the record cannot change
    them too."""
    return _lies_apart(
        settings.CHECKPOINT_FOLDER,
        "checkpoints of the record",
        setting="HEED_CHECKPOINTS",
        why="Whoever could rewrite the record could rewrite them with it.",
        number="heed.W020",
    )


def _lies_apart(folder, what: str, *, setting: str, why: str, number: str) -> list:
    if settings.ON_PUBLIC_DOOR or settings.DEMONSTRATION:
        return []
    if not Path(folder).resolve().is_relative_to(Path(settings.VAR).resolve()):
        return []
    return [
        checks.Warning(
            f"The {what} lie in HEED_VAR, beside what they are kept for.",
            hint=f"{why} Name another place in {setting}, best a mount that this "
            "machine can add to and cannot change.",
            id=number,
        )
    ]
