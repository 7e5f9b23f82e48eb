"""The key ring: data keys opened for one request or one job, and then forgotten."""

from contextlib import suppress
from contextvars import ContextVar
from itertools import islice
from uuid import UUID

from heed.vault.ciphers import CannotOpen, Secret
from heed.vault.key_file import MasterKeys, make_key_file, master_keys

__all__ = ["KeyRing", "OpenKey", "forget_keys", "key_ring", "make_key_file"]

MOST_AT_ONCE = 500


class OpenKey:
    """A data key, open. All that it seals is bound to its partnership and its id."""

    __slots__ = ("_mark", "_secret", "id", "partnership_id")

    def __init__(self, key_id: UUID, partnership_id: UUID, secret: Secret):
        self.id, self.partnership_id, self._secret = key_id, partnership_id, secret
        self._mark = partnership_id.bytes + key_id.bytes

    def seal(self, plain: bytes, about: bytes) -> bytes:
        return self._secret.seal(plain, self._mark + about)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        return self._secret.open(sealed, self._mark + about)

    def derive(self, purpose: bytes, salt: bytes = b"") -> Secret:
        """A secret for another use than sealing fields, bound like everything here."""
        return self._secret.derive(self._mark + purpose, salt)

    def wrapped_by_master(self, masters: MasterKeys) -> bytes:
        """This key, sealed under the master key that writes."""
        master = masters[masters.writing]
        return master.wrap(self._secret, self._mark + _under_master(masters.writing))

    def wrapped_under(self, parent: "OpenKey") -> bytes:
        """This key, sealed under another data key."""
        return parent._secret.wrap(self._secret, self._mark + b"under" + parent._mark)

    def __repr__(self) -> str:
        return f"<open key {self.id}>"


def _under_master(master_id: str) -> bytes:
    return b"master" + master_id.encode()


class KeyRing:
    """Opens data keys when they are first needed, those expected with them together."""

    def __init__(self):
        self._open: dict[UUID, OpenKey] = {}
        self._expected: set[UUID] = set()

    def expect(self, key_id: UUID) -> None:
        """A row was read that this key seals; whoever reads it may want it opened."""
        if key_id not in self._open:
            self._expected.add(key_id)

    def add(self, key: OpenKey) -> None:
        self._open[key.id] = key

    def key(self, key_id: UUID) -> OpenKey:
        """The open key; CannotOpen where no wrap of it opens."""
        if key_id not in self._open:
            self._expected.discard(key_id)
            together = {key_id, *islice(self._expected, MOST_AT_ONCE)}
            self._expected -= together
            self._unwrap(_wraps_up_from(together, besides=self._open.keys()))
        if key_id not in self._open:
            raise CannotOpen(f"The data key {key_id} cannot be opened.")
        return self._open[key_id]

    def _unwrap(self, wraps: list) -> None:
        """Open what these wraps hold, parents before what lies under them."""
        while wraps:
            waiting = [wrap for wrap in wraps if not self._settled(wrap)]
            if len(waiting) == len(wraps):
                return
            wraps = waiting

    def _settled(self, wrap) -> bool:
        """Try a wrap; False while the key that it lies under is not open."""
        if wrap.data_key_id in self._open:
            return True
        if wrap.parent_id and wrap.parent_id not in self._open:
            return False
        # Another wrap of the key may open; if none does, `key` says so.
        with suppress(CannotOpen, KeyError):
            self.add(self._opened(wrap))
        return True

    def _opened(self, wrap) -> OpenKey:
        key_id, partnership_id = wrap.data_key_id, wrap.data_key.partnership_id
        mark = partnership_id.bytes + key_id.bytes
        if wrap.parent_id:
            parent = self._open[wrap.parent_id]
            above, about = parent._secret, mark + b"under" + parent._mark
        else:
            above = master_keys()[wrap.master_key_id]
            about = mark + _under_master(wrap.master_key_id)
        return OpenKey(key_id, partnership_id, above.unwrap(wrap.wrapped, about))

    def __repr__(self) -> str:
        return f"<key ring with {len(self._open)} open keys>"


def _wraps_up_from(key_ids: set[UUID], *, besides) -> list:
    """The wraps of these keys and of all keys above them, a query for each level."""
    from heed.vault.models import KeyWrap

    wraps, seen, next_up = [], set(), set(key_ids)
    while next_up:
        seen |= next_up
        found = KeyWrap.objects.filter(data_key__in=next_up).select_related("data_key")
        wraps += found
        next_up = {wrap.parent_id for wrap in found if wrap.parent_id} - seen - besides
    return wraps


_ring: ContextVar[KeyRing | None] = ContextVar("key_ring", default=None)


def key_ring() -> KeyRing:
    """The ring of this request or job."""
    ring = _ring.get()
    if ring is None:
        ring = KeyRing()
        _ring.set(ring)
    return ring


def forget_keys(**_signal) -> None:
    """Let go of every open key; what comes next unwraps its own."""
    _ring.set(None)
