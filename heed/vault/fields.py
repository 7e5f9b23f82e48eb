"""Fields whose words the database never sees.

A sealed field takes a plain Python value and gives the same value back. It is sealed
when the row is saved and opened when the attribute is first read, under the row's data
key. What is sealed is bound to its seal (`child.given_name`), its row, its key and its
partnership: moved anywhere else it does not open. The seal is a name for ever; model,
field, table and column may be renamed freely.
"""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.core import checks
from django.db import models
from django.db.models import Value
from django.db.models.expressions import Col
from django.db.models.query_utils import DeferredAttribute

from heed.vault.ciphers import CannotOpen
from heed.vault.keys import key_ring

WHOLE = json.JSONDecoder()
SEAL = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")


class SealedFieldError(Exception):
    """A query asked the database about words that it cannot read."""


class Closed(bytes):
    """What the database holds of a sealed field, not opened."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<sealed>"

    __str__ = __repr__


class Nothing(Value):
    """NULL, as a save writes it; an `update()` has only a bare None to offer."""

    def __init__(self):
        super().__init__(None)


class OpenedOnReading(DeferredAttribute):
    """Opens a sealed field when it is first read, and keeps what it read."""

    def __get__(self, row, cls=None):
        value = super().__get__(row, cls)
        if isinstance(value, Closed):
            value = self.field.open_for(row, value)
            row.__dict__[self.field.attname] = value
        return value

    def __set__(self, row, value):
        row.__dict__[self.field.attname] = value


class Sealed(models.Field):
    """Text that is sealed. None stays NULL; an empty text is sealed like any other."""

    description = "Sealed text"
    descriptor_class = OpenedOnReading

    def __init__(self, *, seal: str, **options):
        self.seal = seal
        super().__init__(**{**options, "editable": False})  # no ModelForm shows it

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        options.pop("editable", None)
        return name, path, args, {**options, "seal": self.seal}

    def get_internal_type(self):
        return "BinaryField"

    # From Python to bytes and back. A subclass changes these two.

    def to_bytes(self, value) -> bytes:
        # Any text comes back as it went in, even half of a surrogate pair.
        return self._of_type(value, str).encode("utf-8", "surrogatepass")

    def from_bytes(self, plain: bytes):
        return plain.decode("utf-8", "surrogatepass")

    def _of_type(self, value, expected):
        if not isinstance(value, expected):
            wanted = getattr(expected, "__name__", expected)
            raise TypeError(f"{self.seal} takes {wanted}, not {type(value).__name__}.")
        return value

    # Sealing and opening.

    def pre_save(self, row, add):
        value = row.__dict__.get(self.attname)
        if isinstance(value, Closed) and _sealed_as(row) == _identity(row):
            return value
        value = getattr(row, self.attname)
        return Nothing() if value is None else self.seal_for(row, value)

    def seal_for(self, row, value) -> Closed:
        row_id, key_id = _identity(row)
        if key_id is None:
            raise SealedFieldError(f"{self.seal} needs the data key of its row.")
        plain = self.to_bytes(value)
        return Closed(key_ring().key(key_id).seal(plain, self._about(row_id)))

    def open_for(self, row, closed: Closed):
        return self.opened(*_sealed_as(row), closed)

    def opened(self, row_id, key_id, closed: bytes):
        """What a row of this id says that is sealed under this key."""
        return self.opening()(row_id, key_id, bytes(closed))

    def opening(self) -> Callable:
        """For many rows at once: by the id of a row and of its key, as UUID or as the
        database keeps one, what it says. Each key is looked for once."""
        keys, seal, from_bytes = {}, self.seal.encode(), self.from_bytes

        def opened(row_id, key_id, closed: bytes):
            try:
                if key_id not in keys:
                    keys[key_id] = key_ring().key(_as_uuid(key_id)).open
                about = b"field" + _as_uuid_bytes(row_id) + seal
                return from_bytes(keys[key_id](closed, about))
            except CannotOpen:
                raise CannotOpen(
                    f"{self.seal} of row {_as_uuid(row_id)} does not open: its key is "
                    "missing, or it was changed or moved."
                ) from None

        return opened

    def _about(self, row_id) -> bytes:
        return b"field" + row_id.bytes + self.seal.encode()

    def as_kept(self) -> Col:
        """For a query of many rows that builds none of them: what the database holds,
        still closed."""
        return Col(self.model._meta.db_table, self, models.BinaryField())

    # The database's side: bytes from a save, and nothing from or for a query.

    def from_db_value(self, value, expression, connection):
        return None if value is None else Closed(value)

    def get_db_prep_save(self, value, connection):
        if value is None or isinstance(value, Nothing):
            return value
        if isinstance(value, Closed):
            return connection.Database.Binary(bytes(value))
        raise self._refusal()

    def get_placeholder(self, value, compiler, connection):
        if isinstance(value, (connection.Database.Binary, Nothing)):
            return "%s"
        raise self._refusal()

    @property
    def path_infos(self):
        # Every query that names a field asks it for this: look-ups, order_by, values,
        # F(), aggregates, from this model or through a relation.
        raise self._refusal()

    def value_from_object(self, row):
        # Serialisers and model_to_dict would carry the words elsewhere.
        raise self._refusal()

    def _refusal(self):
        return SealedFieldError(
            f"{self.seal} is sealed: no query reads, compares, sorts or writes it. "
            "Read the attribute of a row, save the row, or use a blind index."
        )

    def check(self, **options):
        from heed.vault.models import SealedRow

        found = super().check(**options)
        if not SEAL.fullmatch(self.seal):
            found.append(_error("E001", f"{self.seal!r} is not a seal's name.", self))
        if not issubclass(self.model, SealedRow):
            found.append(_error("E002", "Only a SealedRow has sealed fields.", self))
        return found


class SealedDate(Sealed):
    """A date that is sealed."""

    description = "Sealed date"
    empty_strings_allowed = False

    def to_bytes(self, value):
        if isinstance(value, datetime):
            raise TypeError(f"{self.seal} takes date, not datetime.")
        return self._of_type(value, date).isoformat().encode()

    def from_bytes(self, plain):
        return date.fromisoformat(plain.decode())


class SealedJSON(Sealed):
    """Lists, dicts, texts, numbers and truths that are sealed together."""

    description = "Sealed JSON"
    empty_strings_allowed = False

    def to_bytes(self, value):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if json.loads(text) != value:
            raise TypeError(
                f"{self.seal} would not come back as it is: JSON has lists but no "
                "tuples, texts but no other keys, and numbers that are numbers."
            )
        return text.encode("utf-8", "surrogatepass")

    def from_bytes(self, plain):
        value, end = WHOLE.raw_decode(text := plain.decode("utf-8", "surrogatepass"))
        return value if end == len(text) else json.loads(text)


class SealedBytes(Sealed):
    """Bytes that are sealed."""

    description = "Sealed bytes"
    empty_strings_allowed = False

    def to_bytes(self, value):
        return bytes(self._of_type(value, bytes | bytearray | memoryview))

    def from_bytes(self, plain):
        return plain


def _as_uuid(kept) -> UUID:
    return kept if isinstance(kept, UUID) else UUID(kept)


def _as_uuid_bytes(kept) -> bytes:
    return kept.bytes if isinstance(kept, UUID) else bytes.fromhex(kept)


def _identity(row):
    return row.pk, row.data_key_id


def _sealed_as(row):
    """What the row was when it was read: that is what its bytes are bound to."""
    return getattr(row._state, "sealed_as", None) or _identity(row)


def _error(number, sentence, field):
    return checks.Error(sentence, obj=field, id=f"vault.{number}")
