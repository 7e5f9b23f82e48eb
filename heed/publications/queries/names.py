"""Whether a report calls a child as another review of the area does."""

from heed.cases.models import Child
from heed.library.models import Publication as Shown
from heed.publications.models import Paper
from heed.publications.texts import pseudonyms_of


def names_also_used(paper: Paper) -> list[str]:
    """The names of this report that another case of the partnership uses, or a review
    that it has published, an earlier one too: readers may take two reviews for one."""
    own = {name.casefold(): name for name in pseudonyms_of(paper.case)}
    others = Child.objects.filter(partnership_id=paper.partnership_id)
    others = others.exclude(case=paper.case).exclude(pseudonym="")
    used = set(others.values_list("pseudonym", flat=True))
    ours = Paper.objects.filter(case=paper.case).values_list("library_id", flat=True)
    shown = Shown.objects.filter(publisher__slug=paper.partnership.slug)
    shown = shown.exclude(id__in=list(ours))
    shown = shown.exclude(review_id=paper.publication.review_id)
    for names in shown.values_list("pseudonyms", flat=True):
        used |= set(names)
    taken = {name.casefold() for name in used}
    return [name for key, name in own.items() if key in taken]
