"""Whether what must outlive this machine is kept where this machine cannot spoil it."""

from pathlib import Path

from django.conf import settings
from django.core import checks


def look_at_places() -> None:
    """Have Django's checks ask where checkpoints and journal are kept."""
    checks.register(checkpoints_lie_apart)
    checks.register(the_journal_lies_apart)


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


def the_journal_lies_apart(app_configs=None, **options) -> list:
    """The journal is needed exactly when the databases are lost."""
    return _lies_apart(
        settings.JOURNAL_FOLDER,
        "lines of the journal",
        setting="HEED_JOURNAL",
        why="Lost with the databases, it cannot keep what was revoked and withdrawn "
        "from coming back with a backup.",
        number="heed.W021",
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
