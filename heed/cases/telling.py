"""Emails about a case. They say that something waits, and nothing of the case."""

from heed import clock
from heed.correspondence.actions import post
from heed.partnership.letters import on_the_desk


def tell(letter: str, people, case, *, by, at, page: str = "case") -> None:
    """Put one letter a person into the outbox, inside a step that is being carried
    out, with the case's reference and a link that only opens for who may see it."""
    for person in people:
        post(
            letter,
            to=person.email,
            partnership=case.partnership,
            fields={
                "reference": case.reference,
                "link": on_the_desk(page, case.public_id),
                "day": f"{clock.london_date(at):%-d %B %Y}",
            },
            once=f"{letter}:{case.pk}:{person.pk}:{at.isoformat()}",
            by=by,
            at=at,
        )
