"""What is done with keys and blind indexes. No key can be destroyed here."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from heed.vault.blind import digests_of
from heed.vault.ciphers import CannotOpen, Secret
from heed.vault.key_file import MasterKeys, add_master_key, master_keys
from heed.vault.keys import KeyRing, OpenKey, key_ring
from heed.vault.models import BlindTerm, DataKey, KeyWrap
from heed.vault.standing import INDEX, standing_key_id


def new_data_key(*, partnership_id: UUID, purpose: str, by, at: datetime) -> DataKey:
    """Make a key to seal rows of a partnership under, wrapped by the master key."""
    return _make_keys([uuid.uuid4()], partnership_id, purpose, by=by, at=at)[0]


def new_data_keys(
    count: int, *, partnership_id: UUID, purpose: str, by, at: datetime
) -> list[DataKey]:
    """Make several at once."""
    ids = [uuid.uuid4() for _ in range(count)]
    return _make_keys(ids, partnership_id, purpose, by=by, at=at)


def standing_key(*, partnership_id: UUID, purpose: str, by, at: datetime) -> DataKey:
    """The one key that a partnership has for a purpose, made when first asked for."""
    key_id = standing_key_id(partnership_id, purpose)
    if kept := DataKey.objects.filter(pk=key_id).first():
        return kept
    try:
        return _make_keys([key_id], partnership_id, purpose, by=by, at=at)[0]
    except IntegrityError:  # another process was first
        return DataKey.objects.get(pk=key_id)


def _make_keys(key_ids, partnership_id, purpose, *, by, at) -> list[DataKey]:
    masters, whose = master_keys(), UUID(str(partnership_id))
    opened = [OpenKey(key_id, whose, Secret.new()) for key_id in key_ids]
    keys = [
        DataKey(
            id=key_id,
            partnership_id=partnership_id,
            purpose=purpose,
            created_at=at,
            created_by=by.actor_id,
        )
        for key_id in key_ids
    ]
    wraps = [
        KeyWrap(
            data_key_id=each.id,
            master_key_id=masters.writing,
            wrapped=each.wrapped_by_master(masters),
            wrapped_at=at,
            wrapped_by=by.actor_id,
        )
        for each in opened
    ]
    with transaction.atomic():
        DataKey.objects.bulk_create(keys)
        KeyWrap.objects.bulk_create(wraps)
    for each in opened:
        key_ring().add(each)
    return keys


def wrap_under(child: DataKey, *, parent_key: DataKey, by, at: datetime) -> None:
    """Put a key under another: from now on only who can open that can open this.

    Raises ValueError for the key of another partnership, and where a circle would
    leave both without a way in."""
    if child.partnership_id != parent_key.partnership_id:
        raise ValueError("A key stays with its partnership.")
    with transaction.atomic():
        _lock({child.pk, parent_key.pk, *_above(parent_key.pk)})
        if child.pk in {parent_key.pk, *_above(parent_key.pk)}:
            raise ValueError("A key cannot lie under itself.")
        ring = key_ring()
        opened, above = ring.key(child.pk), ring.key(parent_key.pk)
        if not KeyWrap.objects.filter(data_key=child, parent=parent_key).exists():
            KeyWrap.objects.create(
                data_key=child,
                parent=parent_key,
                wrapped=opened.wrapped_under(above),
                wrapped_at=at,
                wrapped_by=by.actor_id,
            )
        KeyWrap.objects.filter(data_key=child, parent=None).delete()


def unwrap_from(child: DataKey, *, parent_key: DataKey, by, at: datetime) -> None:
    """Take a key from under another: who opens that opens this no longer, and where it
    lay under nothing else it lies under the master key again."""
    with transaction.atomic():
        _lock({child.pk, parent_key.pk})
        opened = key_ring().key(child.pk)
        others = KeyWrap.objects.filter(data_key=child).exclude(parent=parent_key)
        if not others.exists():
            masters = master_keys()
            KeyWrap.objects.create(
                data_key=child,
                master_key_id=masters.writing,
                wrapped=opened.wrapped_by_master(masters),
                wrapped_at=at,
                wrapped_by=by.actor_id,
            )
        KeyWrap.objects.filter(data_key=child, parent=parent_key).delete()


def _lock(key_ids: set[UUID]) -> None:
    """Of two processes that would close a circle together, one waits and then sees."""
    locked = DataKey.objects.select_for_update().filter(pk__in=key_ids)
    list(locked.order_by("pk"))


def _above(key_id: UUID) -> set[UUID]:
    found, next_up = set(), {key_id}
    while next_up:
        wraps = KeyWrap.objects.filter(data_key__in=next_up).exclude(parent=None)
        next_up = set(wraps.values_list("parent_id", flat=True)) - found
        found |= next_up
    return found


@dataclass
class Rotation:
    """How far a rotation of the master key came."""

    master_key_id: str
    resumed: bool = False
    rewrapped: int = 0
    left_closed: list[UUID] = field(default_factory=list)


def rotate_master_key(*, by, at: datetime, batch: int = 500) -> Rotation:
    """Put a new master key in front and wrap every data key anew under it.

    It may be stopped at any moment: the next call finishes what was begun. All master
    keys stay readable, so work goes on meanwhile and old backups still open."""
    masters = master_keys()
    resumed = _not_under(masters.writing).exists()
    if not resumed:
        add_master_key(settings.MASTER_KEY_FILE)
        masters = master_keys()
    rotation = Rotation(masters.writing, resumed=resumed)
    while _rewrap_batch(rotation, masters, batch, by=by, at=at):
        pass
    return rotation


def _not_under(master_key_id: str):
    return KeyWrap.objects.filter(parent=None).exclude(master_key_id=master_key_id)


def _rewrap_batch(
    rotation: Rotation, masters: MasterKeys, batch: int, *, by, at
) -> bool:
    with transaction.atomic():
        left = _not_under(masters.writing).exclude(data_key__in=rotation.left_closed)
        wraps = list(left.select_for_update().order_by("pk")[:batch])
        ring = KeyRing()
        for wrap in wraps:
            ring.expect(wrap.data_key_id)
        done = [w for w in wraps if _rewrap(w, ring, masters, rotation, by=by, at=at)]
        KeyWrap.objects.bulk_update(
            done, ["wrapped", "master_key_id", "wrapped_at", "wrapped_by"]
        )
    rotation.rewrapped += len(done)
    return bool(wraps)


def _rewrap(wrap: KeyWrap, ring: KeyRing, masters, rotation, *, by, at) -> bool:
    try:
        wrap.wrapped = ring.key(wrap.data_key_id).wrapped_by_master(masters)
    except CannotOpen:
        rotation.left_closed.append(wrap.data_key_id)
        return False
    wrap.master_key_id = masters.writing
    wrap.wrapped_at, wrap.wrapped_by = at, by.actor_id
    return True


def index(
    *,
    row_id: UUID,
    partnership_id: UUID,
    kind: str,
    values: Iterable[str | date | None],
    by,
    at: datetime,
) -> None:
    """Replace what a row can be found by of one kind: name, sound, born, postcode or
    nhs_number. Nothing of it can be read back."""
    with transaction.atomic():
        key = standing_key(partnership_id=partnership_id, purpose=INDEX, by=by, at=at)
        marks = digests_of(key_ring().key(key.pk), kind, values)
        BlindTerm.objects.filter(row_id=row_id, kind=kind).delete()
        BlindTerm.objects.bulk_create(
            BlindTerm(
                row_id=row_id, partnership_id=partnership_id, kind=kind, digest=mark
            )
            for mark in sorted(marks)
        )
