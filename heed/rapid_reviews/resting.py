"""What the rapid review finds, and the rows of the chronology on which it rests."""

from heed.cases.models import Case
from heed.chronologies.findings import Told
from heed.chronologies.queries.episodes import episodes_in
from heed.chronologies.queries.findings import Rests, rests_in
from heed.rapid_reviews.queries import episodes_of, rapid_review_of
from heed.rulebook.contents import SUBMISSION

KIND = "part"
# The parts in which something is found; the others tell what is known.
FINDS = ("childs_voice", "identity", "worked_well", "learning", "decision")
TITLES = {part.slug: part.title for part in SUBMISSION if part.slug in FINDS}
SHORT = 160  # letters of a part that the page of a row tells


def told(case: Case, keys: set[str]) -> dict[str, Told]:
    """The parts of the rapid review of these names, as the page of a row shows them."""
    review = rapid_review_of(case)
    said = (review.parts or {}) if review else {}
    return {
        slug: Told(f"Rapid review: {title}", _short(said.get(slug, "")), _page_of(slug))
        for slug, title in TITLES.items()
        if slug in keys
    }


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT].rstrip()} …"


def _page_of(slug: str) -> str:
    """The screen shows what is found; the decision stands among the parts."""
    return "rapid_review_parts" if slug == "decision" else "meeting_screen"


def on_the_screen(case: Case) -> dict:
    """The episodes of the paper and the parts in which something is found, each with
    its rows. The group looks at it: of rows that few may read it is told how many."""
    marked = {each.kept.pk: each for each in episodes_in(case, cleared=frozenset())}
    told_of = episodes_of(case)
    return {
        "episodes": [(each, _rests(marked.get(each.marked_id))) for each in told_of],
        "marked": marked,
        "untold": len(set(marked) - {each.marked_id for each in told_of}),
        "rests": rests_in(case, KIND, cleared=frozenset()),
        "finds": FINDS,
    }


def _rests(marked) -> Rests | None:
    return Rests(marked.rows, marked.hidden) if marked else None
