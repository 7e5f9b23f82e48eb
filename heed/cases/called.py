"""What an area calls the children of its reviews, and which names are still free."""

from itertools import islice
from string import ascii_uppercase

from heed.cases.models import Child
from heed.deidentify.pseudonym_slips import BY_LETTER, names_of_scheme
from heed.partnership.models import Partnership

OFFERED = 3
CHOSEN = "Here the name is chosen with the family."
Naming = Partnership.Naming


def how_children_are_called(partnership: Partnership) -> str:
    """A sentence on the area's own scheme, with names of it that no review has."""
    if partnership.naming == Naming.CHOSEN:
        return CHOSEN
    scheme = partnership.get_naming_display().lower()
    free = ", ".join(f"“{each}”" for each in islice(_free_in(partnership), OFFERED))
    return f"Here children are called by {scheme}. Not used yet: {free or 'none'}."


def _free_in(partnership: Partnership):
    given = Child.objects.filter(partnership=partnership).exclude(pseudonym="")
    used = {name.casefold() for name in given.values_list("pseudonym", flat=True)}
    for name in _names_of(partnership.naming):
        if name.casefold() not in used:
            yield name


def _names_of(naming: str) -> list[str]:
    if naming == Naming.LETTERS:
        return [f"{BY_LETTER} {letter}" for letter in ascii_uppercase]
    return [name.capitalize() for name in names_of_scheme(naming)]
