"""The minutes of a meeting as the Word file that is sent round."""

from dataclasses import replace

from heed import clock
from heed.cases.apart import KeptApart, in_every_text
from heed.papers.minutes import Following, Minutes, minutes_docx
from heed.rapid_reviews.by_pseudonym import called
from heed.rapid_reviews.models import Meeting
from heed.referrals.kept_apart import addresses_kept_apart
from heed.rulebook.words import in_words


def the_minutes(meeting: Meeting, *, names_on: bool) -> bytes:
    """Who came, apologies, interests, what was said, what follows. No address that is
    kept apart stands in it; with names off nobody whom the register knows by name."""
    case = meeting.case
    minutes = Minutes(
        partnership=case.partnership.name,
        reference=case.reference,
        held_on=in_words(meeting.held_on),
        attended=tuple(meeting.attended),
        apologies=meeting.apologies or "",
        interests=meeting.interests or "",
        said=meeting.minutes or "",
        follows=tuple(Following(**row) for row in meeting.agreed or ()),
        recorded=in_words(clock.london_date(meeting.recorded_at)),
    )
    apart = KeptApart(addresses_kept_apart(case))
    minutes = apart.without(minutes)
    if not names_on:
        minutes = replace(
            minutes,
            said=called(minutes.said, case),
            apologies=called(minutes.apologies, case),
            interests=called(minutes.interests, case),
            follows=in_every_text(minutes.follows, lambda words: called(words, case)),
        )
    return minutes_docx(minutes)
