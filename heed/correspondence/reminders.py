"""Reminders to one person leave in one message a day, which names all that is due.

Each is kept as an email of its own: written once, kept back on its own from whom its
case is closed to by then, tried again on its own where the server was away. Together
they are the message alone, which is put together at the moment at which it leaves."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from heed import clock
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.writing import filled_in, letter
from heed.rulebook.words import in_words

SEVERAL = "reminders"

# Each letter that reminds, as one line among others.
BRIEFLY: Mapping[str, str] = {
    "what_is_due": "{reference}: {is_due}. {link}",
    "days_of_plans": "Days of plans: {link}\n{days}",
    "action_due": "An action of yours: {is_due}. {link}",
    "referral_waits": "{reference}: a referral waits for somebody of the business "
    "unit. {link}",
    "agency_silent": "{reference}: an agency that was to answer by {due} has not. "
    "{lead} As safeguarding partner, please speak to it; you may also require the "
    "information in writing, under {duty_to_inform}. {link}",
    "agency_silent_lead": "{number}: {organisation} was to answer by {due} and has "
    "not. As its safeguarding lead, please make sure that it does. {link}",
}


def message_words(emails: Sequence[OutgoingEmail], *, at) -> tuple[str, str]:
    """The subject and the text of the message in which these leave."""
    if len(emails) == 1:
        return letter(emails[0].letter).filled(emails[0].fields)
    fields = {"how_many": str(len(emails)), "each": "\n\n".join(_by_area(emails, at))}
    return letter(SEVERAL).filled(fields)


def _by_area(emails: Iterable[OutgoingEmail], at) -> Iterable[str]:
    def area(email):
        return email.fields["partnership"], email.fields["telephone"]

    for (name, number), some in groupby(sorted(emails, key=area), key=area):
        lines = sorted(_briefly(each, at) for each in some)
        asked = f" (questions: {number})" if number else ""
        yield "\n".join([f"{name}{asked}", "", *lines])


def _briefly(email: OutgoingEmail, at) -> str:
    said = filled_in(BRIEFLY[email.letter], email.fields).replace("\n", "\n  ")
    day = clock.london_date(email.created_at)
    written = f" (written on {in_words(day)})" if day != clock.london_date(at) else ""
    return f"- {said}{written}"
