"""What the blind indexes answer: which rows may match, and never what they say."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from heed.vault.blind import digests_of
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


def shared_with(
    partnership_id: UUID, asked: Mapping[str, Iterable[str | date]]
) -> dict[UUID, set[tuple[str, str | date]]]:
    """The rows of a partnership that share anything with what is asked, each with the
    kinds and the values of ours that it shares. One look, however much is asked."""
    key = _index_key(partnership_id)
    if key is None:
        return {}
    asked_by: dict[bytes, set] = {}
    for kind, values in asked.items():
        for value in values:
            for mark in digests_of(key, kind, [value]):
                asked_by.setdefault(mark, set()).add((str(kind), value))
    terms = BlindTerm.objects.filter(
        partnership_id=partnership_id, digest__in=[*asked_by]
    )
    found: dict[UUID, set] = {}
    for row_id, mark in terms.values_list("row_id", "digest"):
        found.setdefault(row_id, set()).update(asked_by[bytes(mark)])
    return found


def marks_on(row_id: UUID) -> set[tuple[str, bytes]]:
    """By what a row can be found: the kind and the mark of each."""
    terms = BlindTerm.objects.filter(row_id=row_id).values_list("kind", "digest")
    return {(kind, bytes(mark)) for kind, mark in terms}


def _index_key(partnership_id: UUID) -> OpenKey | None:
    key_id = standing_key_id(partnership_id, INDEX)
    # Nothing of a partnership is indexed before it has the key for it.
    exists = DataKey.objects.filter(pk=key_id).exists()
    return key_ring().key(key_id) if exists else None


def _rows_with(partnership_id: UUID, marks: set[bytes]) -> Counter:
    terms = BlindTerm.objects.filter(partnership_id=partnership_id, digest__in=marks)
    return Counter(terms.values_list("row_id", flat=True))
