"""What a partnership says on its referral form in place of our words."""

from dataclasses import dataclass

from django.http import Http404

from heed.papers.questions import APART, REFERRAL, Place, Words, places
from heed.papers.reading_age import grade
from heed.referrals.models import FormWording

EASY = 9
"""The school year in which somebody should be able to read the form."""
FEW_WORDS = 12


def words_of_form(partnership) -> Words:
    """The words of a partnership by their place; where ours stand is not there."""
    said = FormWording.objects.filter(partnership=partnership)
    latest = dict(said.values_list("place", "words"))
    return {place: words for place, words in latest.items() if words}


def said_at(place: str, words: Words) -> str:
    """What stands at a place of the form as a whole."""
    return words.get(place) or {each.slug: each.ours for each in APART}[place]


@dataclass(frozen=True)
class Worded:
    """A place of the form and what stands there."""

    place: Place
    own: str

    @property
    def words(self) -> str:
        return self.own or self.place.ours

    @property
    def is_hard(self) -> bool:
        """Whether a partnership's words ask for more schooling than the form should."""
        return len(self.own.split()) >= FEW_WORDS and grade(self.own) > EASY


def worded_places(partnership) -> list[tuple[str, list[Worded]]]:
    """Every place of the form under its part, with what a partnership says there."""
    own = words_of_form(partnership)
    return [
        (title, [Worded(place, own.get(place.slug, "")) for place in found])
        for title, found in places(REFERRAL)
    ]


def worded_place(partnership, slug: str) -> Worded:
    """One place of the form; else Http404."""
    every = [one for _, found in worded_places(partnership) for one in found]
    for each in every:
        if each.place.slug == slug:
            return each
    raise Http404
