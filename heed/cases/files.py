"""Who may open the original of a paper that belongs to a case.

An original may hold more than its words: who wrote it, what was struck out, a name in a
comment. Each kind of paper names the roles that need it as it was sent; a kind that
nobody named opens for nobody."""

from collections.abc import Callable

from django.urls import reverse

from heed.cases.access import standings_of
from heed.cases.models import Case
from heed.rulebook.language import Role

OPEN_TO: dict[str, frozenset[Role]] = {}

# What else is asked of one kind of paper, of whoever holds a role for which it is open.
# Purpose -> callable (document, person, case, at=at) -> bool.
AND_ONLY_IF: dict[str, Callable] = {}

# Papers that open for some who are not on the list of the case too: what was sent to
# the Panel for the Panel. Purpose -> callable (document, person, at) -> bool.
BESIDE_THE_LIST: dict[str, Callable] = {}


def open_originals(purpose: str, *, to, only_if: Callable | None = None) -> None:
    """Say, when Django starts, which roles open the originals of one kind of paper, and
    what else is asked of whoever holds one."""
    OPEN_TO[purpose] = frozenset(to)
    if only_if is not None:
        AND_ONLY_IF[purpose] = only_if


def open_beside_the_list(purpose: str, asked: Callable) -> None:
    """Say, when Django starts, who else opens one kind of paper."""
    BESIDE_THE_LIST[purpose] = asked


def may_open_of_case(document, person, at) -> bool:
    """Whether somebody may open the original of a paper of a case: on its list, their
    interest declared, and in a role for which this kind of paper is open; or beside the
    list, where somebody registered that this kind opens so."""
    beside = BESIDE_THE_LIST.get(document.purpose)
    if beside and beside(document, person, at):
        return True
    found = Case.objects.visible_to(person, at=at).filter(pk=document.owner_id)
    case = found.select_related("partnership").first()
    if case is None:
        return False
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    if not roles & OPEN_TO.get(document.purpose, frozenset()):
        return False
    asked = AND_ONLY_IF.get(document.purpose)
    return asked is None or asked(document, person, case, at=at)


def page_of_case(document) -> tuple[str, str]:
    """The page of the case to which a paper belongs."""
    case = Case.objects.get(pk=document.owner_id)
    return f"Case {case.reference}", reverse("case", args=[case.public_id])
