"""What was published here before, on the same themes."""

from django.db.models import Q
from django.utils.text import slugify

from heed.library.models import Publication
from heed.library.states import Kind, State
from heed.rapid_reviews.models import RapidReview
from heed.rulebook.themes import theme_names

# They tell again what a report told; a briefing may be all that was published.
BESIDE_A_REPORT = frozenset(
    {Kind.BRIEFING, Kind.EASY_READ, Kind.RESPONSE, Kind.STATEMENT}
)


def earlier_reviews_of(rapid_review: RapidReview) -> list[Publication]:
    """The reviews that the partnership has published, alone or jointly, on any of the
    themes of this one, the newest first."""
    slugs = [slugify(name) for name in theme_names(rapid_review.themes)]
    if not slugs:
        return []
    here = rapid_review.partnership.slug
    theirs = Q(publisher__slug=here) | Q(joint_with__slug=here)
    found = Publication.objects.live().filter(theirs, themes__slug__in=slugs)
    beside = Q(kind__in=BESIDE_A_REPORT) & ~Q(state=State.BRIEFING_ONLY)
    reviews = found.exclude(beside).distinct()
    return list(reviews.defer("document").prefetch_related("themes"))


def as_words(reviews: list[Publication], themes: list[str]) -> str:
    """Earlier reviews as the beginning of the part that tells of them."""
    shared = set(theme_names(themes))

    def of(review: Publication) -> str:
        names = [theme.name for theme in review.themes.all()]
        return "; ".join(name for name in names if name in shared)

    return "\n".join(f"{each.title}: {of(each)}" for each in reviews)
