"""Who may open the original of a paper that belongs to a case.

An original may hold more than its words: who wrote it, what was struck out, a name in a
comment. Each kind of paper names the roles that need it as it was sent; a kind that
nobody named opens for nobody."""

from django.urls import reverse

from heed.cases.access import standings_of
from heed.cases.models import Case
from heed.rulebook.language import Role

OPEN_TO: dict[str, frozenset[Role]] = {}


def open_originals(purpose: str, *, to) -> None:
    """Say, when Django starts, which roles open the originals of one kind of paper."""
    OPEN_TO[purpose] = frozenset(to)


def may_open_of_case(document, person, at) -> bool:
    """Whether somebody may open the original of a paper of a case: on its list, their
    interest declared, and in a role for which this kind of paper is open."""
    found = Case.objects.visible_to(person, at=at).filter(pk=document.owner_id)
    case = found.select_related("partnership").first()
    if case is None:
        return False
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    return bool(roles & OPEN_TO.get(document.purpose, frozenset()))


def page_of_case(document) -> tuple[str, str]:
    """The page of the case to which a paper belongs."""
    case = Case.objects.get(pk=document.owner_id)
    return f"Case {case.reference}", reverse("case", args=[case.public_id])
