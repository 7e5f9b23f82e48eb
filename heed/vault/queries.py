"""What the blind indexes answer: which rows may match, and never what they say."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from heed.vault.blind import Kind, digests_of
from heed.vault.keys import OpenKey, key_ring
from heed.vault.models import BlindTerm, DataKey
from heed.vault.standing import INDEX, standing_key_id


def row_ids_matching(partnership_id: UUID, kind: str, value: str | date) -> set[UUID]:
    """The rows of a partnership that were indexed with this value; of a name of several
    parts, those that have every part."""
    key = _index_key(partnership_id)
    marks = digests_of(key, kind, [value]) if key else set()
    found = _rows_with(partnership_id, marks)
    return {row_id for row_id, hits in found.items() if hits == len(marks)}


def similar_rows(
    partnership_id: UUID,
    names: Iterable[str],
    born: date | None = None,
    postcode: str = "",
    nhs_number: str = "",
) -> Counter:
    """The rows of a partnership that share something with what is asked, each with the
    number of things shared: name parts, how they sound, date of birth (day and month
    may be swapped), postcode, NHS number."""
    key = _index_key(partnership_id)
    if key is None:
        return Counter()
    names = list(names)
    asked = {
        Kind.NAME: names,
        Kind.SOUND: names,
        Kind.BORN: [born],
        Kind.POSTCODE: [postcode],
        Kind.NHS_NUMBER: [nhs_number],
    }
    marks = set().union(*(digests_of(key, kind, what) for kind, what in asked.items()))
    return _rows_with(partnership_id, marks)


def _index_key(partnership_id: UUID) -> OpenKey | None:
    key_id = standing_key_id(partnership_id, INDEX)
    # Nothing of a partnership is indexed before it has the key for it.
    exists = DataKey.objects.filter(pk=key_id).exists()
    return key_ring().key(key_id) if exists else None


def _rows_with(partnership_id: UUID, marks: set[bytes]) -> Counter:
    terms = BlindTerm.objects.filter(partnership_id=partnership_id, digest__in=marks)
    return Counter(terms.values_list("row_id", flat=True))
