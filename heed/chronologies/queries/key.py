"""The key of a case, and how people are called by it. Who asks for names is recorded
by the page that shows them; who reads rows with names off reads no name."""

from heed.cases.access import standings_of
from heed.cases.kept import rows_of
from heed.cases.known_names import births_known_in, names_known_in
from heed.cases.models import Case
from heed.chronologies.models import InKey, NameKey
from heed.deidentify import Entry, Kind, Register
from heed.deidentify.naming import Naming
from heed.partnership.one_look import asked_once
from heed.rulebook.roles import READS_THE_KEY


def reads_the_key(person, case: Case, *, at) -> bool:
    """Whether somebody may open the key of a case."""
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    return bool(roles & READS_THE_KEY)


def key_of(case: Case) -> NameKey | None:
    """The key of a case; None where nobody has begun it."""
    return rows_of(NameKey, case).first()


def people_in(key: NameKey) -> list[InKey]:
    """Who is in the key beside the family, by role and number."""
    return list(key.people.filter(taken_out_at=None))


_NAME, _ALIAS = Kind.NAME, Kind.ALIAS


@asked_once
def naming_for(case: Case) -> Naming | None:
    """How the people of a case are called with names off; None where it has no key:
    then no words are shown."""
    key = key_of(case)
    return None if key is None else Naming(Register(_entries_in(case, key)))


def _entries_in(case: Case, key: NameKey) -> tuple[Entry, ...]:
    others = (
        Entry(str(one.public_id), one.called, one.called, _ALIAS if n else _NAME, name)
        for one in people_in(key)
        for n, name in enumerate(one.names)
    )
    return (*names_known_in(case), *births_known_in(case), *others)
