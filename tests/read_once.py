"""Papers that many tests hand in. A process that reads one sees nothing but the paper:
what it said of these bytes, it says of them again, and is not asked anew. What nobody
has read yet is read by one that stands by.

That a reading is a process of its own, confined, that ends in time and may fall over, is
asked where each paper is read by one: in `tests/documents`."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from threading import Lock

from heed.documents import reading
from tests.documents.standing_by import Process, Readers, standing_by

by_a_process, begun = reading._child, reading.start
MOST_BYTES = 2_000_000  # of an answer that is kept


class Noted:
    """What a process says, noted while it is listened to."""

    def __init__(self, said):
        self.said, self.noted = said, bytearray()

    def readline(self, most: int) -> bytes:
        return self._note(self.said.readline(most))

    def read(self, size: int) -> bytes:
        return self._note(self.said.read(size))

    def _note(self, said: bytes) -> bytes:
        if len(self.noted) <= MOST_BYTES:
            self.noted += said
        return said


@dataclass
class OneAtATime(Process):
    """One that reads, and whoever stands by is free again once it has."""

    free: Lock

    def __exit__(self, *of_what: object) -> None:
        try:
            super().__exit__(*of_what)
        finally:
            self.free.release()


@dataclass
class ReadOnce:
    """What was said of each paper, and who stands by for the next one."""

    until_the_end: ExitStack
    said: dict[tuple, bytes] = field(default_factory=dict)
    readers: Readers | None = None
    free: Lock = field(default_factory=Lock)

    @contextmanager
    def child(self, data: bytes, name: str, read_as: str, seconds: float) -> Iterator:
        """In place of the process, where it has been asked for the same."""
        asked = sha256(data).digest(), name, read_as
        if reading.start != self.start:  # somebody tests who reads
            with by_a_process(data, name, read_as, seconds) as child:
                yield child
        elif asked in self.said:
            yield reading._Child(BytesIO(self.said[asked]))
        else:
            with by_a_process(data, name, read_as, seconds) as child:
                child.said = Noted(child.said)
                yield child
                noted = bytes(child.said.noted)
                if noted and not child.ended and len(noted) <= MOST_BYTES:
                    self.said[asked] = noted

    def start(self, read_as: str):
        """One that stood by; a process as Heed starts it while that one reads."""
        if not self.free.acquire(blocking=False):
            return begun(read_as)
        if self.readers is None:
            self.readers = self._stand_by()
        process = self.readers.start(read_as)
        return OneAtATime(**vars(process), free=self.free)

    def _stand_by(self) -> Readers:
        more = ("heed.deidentify.apart", "tests.documents.well_read")
        return self.until_the_end.enter_context(standing_by(*more))
