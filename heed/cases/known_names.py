"""Whom a case knows by name: its children and the family, and how it calls them."""

from collections.abc import Iterator

from heed.cases.models import Case
from heed.cases.queries import children_of, family_of
from heed.deidentify import Entry, Kind
from heed.partnership.one_look import asked_once


@asked_once
def names_known_in(case: Case) -> tuple[Entry, ...]:
    """The names of the children and the family of a case, and what stands for each."""
    return tuple(
        each
        for lines in (
            *(
                _lines(
                    child,
                    " ".join(n for n in (child.given_name, child.family_name) if n),
                    [*(child.also_known_as or []), *(child.former_names or [])],
                )
                for child in children_of(case)
            ),
            *(
                _lines(
                    one,
                    one.name,
                    [
                        *(one.also_known_as or []),
                        *(one.former_names or []),
                        one.name_chosen,
                    ],
                )
                for one in family_of(case)
            ),
        )
        for each in lines
        if each.value
    )


@asked_once
def births_known_in(case: Case) -> tuple[Entry, ...]:
    """When the children and the family of a case were born, as far as it is known."""
    return tuple(
        Entry(one.public_id, one.shown_as, one.shown_as, Kind.DOB, str(one.born_on))
        for one in (*children_of(case), *family_of(case))
        if one.born_on
    )


def _lines(row, name: str | None, others: list | None) -> Iterator[Entry]:
    called = (str(row.public_id), row.shown_as, row.shown_as)
    yield Entry(*called, Kind.NAME, (name or "").strip())
    for other in others or []:
        yield Entry(*called, Kind.ALIAS, (other or "").strip())
