"""The key of names is begun and kept: who is called how in all agencies' rows."""

from collections.abc import Iterable, Sequence

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.models import InKey, NameKey
from heed.chronologies.queries.key import key_of
from heed.deidentify.findings import form_of
from heed.rulebook import process

SHORTEST = 2
NO_NAME = "Write at least one name, of two letters or more."
NOT_A_ROLE = (
    "“{}” is what somebody is called here. Write the name that must not be shown."
)
IS_IN = "“{}” is in the key already. Take that out first, or write another name."
IS_OUT = "They were taken out of the key before."


def begin_key(case: Case, *, by, at, seen: Seen | None = None) -> NameKey:
    """Begin the key of a case. Its children and family stand in it at once."""
    with carrying_out(process.KEEP_KEY, case, by=by, at=at, seen=seen) as it:
        return key_of(it) or NameKey.objects.create(
            **belonging_to(it), begun_at=at, begun_by=by.actor_name
        )


def put_in_key(
    key: NameKey, *, role: str, names: Sequence[str], by, at, seen: Seen | None = None
) -> InKey:
    """Put somebody in the key: the next number of their role is theirs for good."""
    with carrying_out(process.KEEP_KEY, key, by=by, at=at, seen=seen) as it:
        return _put_in(it, role, names, by=by, at=at)


def put_all_in_key(
    key: NameKey,
    *,
    people: Iterable[tuple[str, Sequence[str]]],
    by,
    at,
    seen: Seen | None = None,
) -> list[InKey]:
    """Put several in the key at one press, each by role and names, in this order."""
    with carrying_out(process.KEEP_KEY, key, by=by, at=at, seen=seen) as it:
        return [_put_in(it, role, names, by=by, at=at) for role, names in people]


def take_out_of_key(person: InKey, *, by, at, seen: Seen | None = None) -> InKey:
    """Take somebody out of the key. Nobody else is ever called by their number."""
    with carrying_out(process.KEEP_KEY, person, by=by, at=at, seen=seen) as it:
        if it.taken_out_at:
            raise Refused(IS_OUT)
        it.taken_out_at = at
        it.save(update_fields=["taken_out_at"])
    return it


def _put_in(key: NameKey, role: str, names: Sequence[str], *, by, at) -> InKey:
    given = key.people.filter(role=role).order_by("number").last()
    number = given.number + 1 if given else 1
    said = list(dict.fromkeys(" ".join(name.split()) for name in names))
    said = [name for name in said if len(form_of(name).replace(" ", "")) >= SHORTEST]
    if not said:
        raise Refused(NO_NAME)
    taken = {
        form_of(n) for one in key.people.filter(taken_out_at=None) for n in one.names
    }
    if twice := next((name for name in said if form_of(name) in taken), ""):
        raise Refused(IS_IN.format(twice))
    roles = {form_of(role), form_of(f"{role} {number}")}
    if clash := next((name for name in said if form_of(name) in roles), ""):
        raise Refused(NOT_A_ROLE.format(clash))
    return InKey.objects.create(
        **belonging_to(key.case),
        key=key,
        role=role,
        number=number,
        names=said,
        put_in_at=at,
        put_in_by=by.actor_name,
    )
