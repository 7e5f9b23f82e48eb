"""The thread with the Panel, in the order in which it was written; and what the Panel
says of an area's rapid reviews, year by year."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.models import Partnership
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import (
    AskedByPanel,
    PanelLetter,
    ReplyToPanel,
    Submission,
)
from heed.rapid_reviews.queries.panel import panel_letters_of, submissions_of
from heed.rulebook.outcomes import PanelAnswer, label
from heed.rulebook.quality import ASPECTS, FEW, VERDICTS
from heed.rulebook.words import year_in_words


@dataclass(frozen=True)
class Exchange:
    """One thing that went to or came from the Panel."""

    kind: str  # sent, letter, reply
    on: date
    row: Submission | PanelLetter | ReplyToPanel
    title: str
    asks: list[AskedByPanel] = field(default_factory=list)

    @property
    def judged(self) -> list[tuple[str, str]]:
        """What a letter says of the quality, in words."""
        told = getattr(self.row, "feedback", None) or {}
        return [
            (words, VERDICTS[told[slug]])
            for slug, words in ASPECTS.items()
            if slug in told
        ]


@asked_once
def asked_of(case: Case) -> list[AskedByPanel]:
    """What the Panel asked for in a case, letter by letter."""
    return list(rows_of(AskedByPanel, case).select_related("letter", "answered_in"))


def asks_open_in(case: Case) -> list[AskedByPanel]:
    """What the Panel asked for and no version has answered yet."""
    return [each for each in asked_of(case) if each.answered_in_id is None]


def thread_of(case: Case) -> list[Exchange]:
    """All that was sent, answered and replied, in the order in which it was written."""
    found = [*_sent(case), *_letters(case), *_replies(case)]
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _sent(case: Case):
    for one in submissions_of(case):
        on = clock.london_date(one.sent_at)
        title = f"Version {one.number} sent to the Panel"
        yield (on, one.recorded_at), Exchange("sent", on, one, title)


def _letters(case: Case):
    asks = asked_of(case)
    for letter in panel_letters_of(case):
        own = [each for each in asks if each.letter_id == letter.pk]
        words = label(letter.answer)
        on, when = letter.dated_on, letter.recorded_at
        yield (on, when), Exchange("letter", on, letter, words, own)


def _replies(case: Case):
    for reply in rows_of(ReplyToPanel, case):
        on = clock.london_date(reply.written_at)
        yield (on, reply.written_at), Exchange("reply", on, reply, "Our reply")


@dataclass(frozen=True)
class YearsOfLetters:
    """What the Panel's letters of some years say, April to March, counted together. Of
    fewer than are counted together nothing is said but that there are some."""

    years: str
    letters: int = 0
    agrees: int = 0
    matters: list[tuple[str, list[int]]] = field(default_factory=list)

    @property
    def is_held_back(self) -> bool:
        """Whether they are too few to be counted without telling of one of them."""
        return self.letters == 0


def feedback_by_years(partnership: Partnership) -> list[YearsOfLetters]:
    """The Panel's letters of a partnership, the latest years first: as many years
    together as hold enough letters. No case is named, and every letter is counted,
    whoever may open which case: one fewer would tell who is kept from it. Those that
    are too few are held back, and not added to the years before them: the difference
    would tell what one letter says."""
    found = PanelLetter.objects.filter(partnership=partnership).order_by("dated_on")
    told, together, first = [], [], None
    by_year = groupby(found.values_list("dated_on", "answer", "feedback"), _year)
    for year, letters in by_year:
        first = first or year
        together += letters
        if len(together) >= FEW:
            told.append(_counted(_span(first, year), together))
            together, first = [], None
        last = year
    if together:
        told.append(YearsOfLetters(_span(first, last)))
    return told[::-1]


def _year(letter) -> str:
    return year_in_words(letter[0])


def _span(first: str, last: str) -> str:
    return f"{first.partition(' to ')[0]} to {last.partition(' to ')[2]}"


def _counted(years: str, letters: list) -> YearsOfLetters:
    verdicts = Counter(pair for _, _, told in letters for pair in told.items())
    return YearsOfLetters(
        years=years,
        letters=len(letters),
        agrees=sum(answer == PanelAnswer.AGREES for _, answer, _ in letters),
        matters=[
            (words, [verdicts[slug, verdict] for verdict in VERDICTS])
            for slug, words in ASPECTS.items()
        ],
    )
