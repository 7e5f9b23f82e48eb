"""One small question, asked of each of many things in one test.

    every_step = asked_of_each(process.STEPS.values(), named=lambda step: step.slug)

    @every_step
    def test_a_step_has_people_who_may_take_it(step): ...

It fails at the first that answers wrongly, and names it. Hundreds of tests that each take
no time take pytest a minute to find and to report."""

from collections.abc import Callable, Iterable
from typing import Any


def asked_of_each(
    things: Iterable[Any], *, named: Callable[[Any], str]
) -> Callable[[Callable[[Any], None]], Callable[[], None]]:
    """A test of one thing becomes a test of all of these."""
    all_of_them = list(things)
    assert all_of_them, "there is nothing to ask"

    def of_all(test: Callable[[Any], None]) -> Callable[[], None]:
        def asked() -> None:
            for each in all_of_them:
                try:
                    test(each)
                except BaseException as failure:
                    failure.add_note(f"Asked of {named(each)}.")
                    raise

        asked.__name__, asked.__doc__ = test.__name__, test.__doc__
        return asked

    return of_all
