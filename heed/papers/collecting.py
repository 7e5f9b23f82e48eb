"""Memory that need not be looked through while a long paper is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """While this lasts Python does not search for objects that hold one another: of a
    page with thousands of rows none does, and it would look through them many times."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """While this lasts Python does not search for objects that hold one another.

    A hundred thousand rows are made of millions of objects, of which none does; and it
    would look through all of them again each time that some more were made.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            if not gc.get_freeze_count():
                # What was made is counted as old at once, and not looked through now.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
