"""The seals in use. A seal is part of what it sealed: it never changes its name, and no
two fields share one."""

from collections import Counter

from django.apps import apps
from django.core import checks

from heed.vault.fields import Sealed


def all_seals() -> list[tuple[str, str]]:
    """Each seal of the installed models with the field that carries it, in order."""
    return sorted(
        (field.seal, str(field))
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, Sealed)
    )


def seals_are_unique(app_configs=None, **options) -> list[checks.CheckMessage]:
    """The system check that no two fields share a seal."""
    used = Counter(seal for seal, _ in all_seals())
    return [
        checks.Error(f"{field} shares its seal {seal!r}.", id="vault.E003")
        for seal, field in all_seals()
        if used[seal] > 1
    ]
