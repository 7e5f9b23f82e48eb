"""The pages of key practice episodes, and the rows that are chosen for them."""

from django.http import Http404

from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies.citing import read_numbers
from heed.chronologies.models import KeyEpisode, RowInEpisode
from heed.chronologies.pages.asking import READ, cleared_here, said_here
from heed.chronologies.queries.episodes import (
    Episode,
    episodes_in,
    held_back_in,
    standing_episodes,
)

HEADING = "Mark a key practice episode"


def chosen(request) -> dict:
    """The rows that were chosen on the page before, as their numbers."""
    numbers = ", ".join(request.GET.getlist("row")[:500])
    try:
        read_numbers(numbers)
    except ValueError:
        return {}
    return {"rows": numbers, "row": numbers}


def of_episodes(request, case: Case) -> dict:
    """The key practice episodes of a case, each with its rows."""
    case_pages.note_read(request, case, READ, case)
    found = episodes_in(case, cleared=cleared_here(request, case))
    say = said_here(request, case)
    return case_pages.banner(request, case) | {
        "episodes": [
            (each, say(each.kept.name), say(each.kept.why))
            if each.all_of_it
            else (each, "", "")
            for each in found
        ],
        "can": steps_open_to(request.person, case, at=request.at),
    }


def known_in(request, case: Case) -> list[tuple[KeyEpisode, str]]:
    """The episodes that are there, and how each is called for this person."""
    say = said_here(request, case)
    found = episodes_in(case, cleared=cleared_here(request, case))
    return [
        (each.kept, (each.all_of_it and say(each.kept.name)) or _by_rows(each))
        for each in found
    ]


def with_their_rows(request, case: Case) -> list[tuple[str, str, str]]:
    """The episodes, each with how it is called here and the numbers of its rows."""
    return [
        (kept.public_id, name, episode.numbers)
        for episode, (kept, name) in zip(
            episodes_in(case, cleared=cleared_here(request, case)),
            known_in(request, case),
            strict=True,
        )
    ]


def choices_in(request, case: Case) -> list[tuple[str, str]]:
    """The episodes by which rows are looked for."""
    say, cleared = said_here(request, case), cleared_here(request, case)
    held = held_back_in(case, cleared=cleared)
    return [
        (each.public_id, (each.pk not in held and say(each.name)) or f"Episode {n}")
        for n, each in enumerate(standing_episodes(case), 1)
    ]


def _by_rows(episode: Episode) -> str:
    """How an episode is called whose name may not stand here."""
    rows = f"rows {episode.numbers}" if episode.numbers else "restricted rows"
    return f"The episode of {rows}"


def known_of(request, kept: KeyEpisode) -> dict:
    """What a page begins with that sets an episode right. Http404 for one that was
    taken out, and for whoever may not read all its rows."""
    held = held_back_in(kept.case, cleared=cleared_here(request, kept.case))
    if kept.taken_out_at or kept.pk in held:
        raise Http404
    found = episodes_in(kept.case, cleared=cleared_here(request, kept.case))
    [mine] = [each for each in found if each.kept.pk == kept.pk]
    names = ("name", "why", "first_day", "last_day")
    return {name: getattr(kept, name) for name in names} | {"rows": mine.numbers}


def about_taking_out(request, member: RowInEpisode) -> dict:
    """What the page says on which a row is taken out of an episode."""
    row = member.row
    hidden = row.restricted and row.restricted not in cleared_here(request, row.case)
    if hidden or member.taken_out_at:
        raise Http404
    return {
        "heading": f"Take row {row.cited} out of the episode?",
        "pressing": "takes it out of the episode; the row itself stays as it is",
        "to": "key_episodes",
    }
