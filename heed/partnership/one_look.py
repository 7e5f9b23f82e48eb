"""While one page is read, what it asks several times is asked once.

Only pages that change nothing are read so. Outside such a page every question goes to
the database; and should a page change something all the same, it asks anew from there
on: the one door for writes says `forget_answers`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_answers: ContextVar[dict | None] = ContextVar("answers of one page", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """Remember the answers of `asked_once` questions until the page is drawn."""
    before = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(before)


def at_one_look(reading: Callable[P, R]) -> Callable[P, R]:
    """Something long that only reads: what it asks several times is asked once. It goes
    by what the page that it is part of knows already."""

    @wraps(reading)
    def read(*args: P.args, **kwargs: P.kwargs) -> R:
        if is_one_look():
            return reading(*args, **kwargs)
        with one_look():
            return reading(*args, **kwargs)

    return read


def is_one_look() -> bool:
    """Whether one page is being read, and what it asks is remembered."""
    return _answers.get() is not None


def forget_answers() -> None:
    """Something was changed: what was answered before does not count any more."""
    if (answers := _answers.get()) is not None:
        answers.clear()


def asked_once(question: Callable[P, R]) -> Callable[P, R]:
    """A question whose answer stays the same while one page is read."""

    @wraps(question)
    def answered(*args: P.args, **kwargs: P.kwargs) -> R:
        answers = _answers.get()
        if answers is None:
            return question(*args, **kwargs)
        asked = (question, args, tuple(sorted(kwargs.items())))
        if asked not in answers:
            answers[asked] = question(*args, **kwargs)
        return answers[asked]

    return answered
