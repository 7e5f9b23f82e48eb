"""A file that was brought in by mistake is taken out, and put back."""

from collections.abc import Iterable, Sequence

from django.db.models import F

from heed.cases.belonging import belonging_to
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.models import Coming, Row, TakenOut
from heed.chronologies.placing import AT_ONCE, now_another
from heed.chronologies.queries.taken_out import taken_out
from heed.chronologies.states import (
    CHANGED,
    all_of_it,
    is_all_of_it,
    stand_as,
    where_it_stands,
)
from heed.chronologies.understanding import Json
from heed.rulebook import process

IS_OUT = "This file was taken out before."
IS_HERE = "This file is here: nobody has taken it out."
NEWER = (
    "File {} came after it and tells some of its rows, or took some away. Take that "
    "one out first."
)
BEFORE_THAT_WAS_NOTED = (
    "This file came before Heed noted how the rows of other files stood: what it "
    "changed could not say again what it said. Bring in the right file instead of it."
)
CAME_SINCE = (
    "Since it was taken out, another file of this agency came or was taken out. Put "
    "that one back first, or bring this file in again."
)


def take_file_out(
    coming: Coming, *, reasons: str, by, at, seen: Seen | None = None
) -> TakenOut:
    """Take out a file that was brought in by mistake. Its rows are told no more and
    keep their numbers; what it had changed says again what it said, and what it had no
    more stands again. That it was here, and why it went, stays."""
    with carrying_out(
        process.TAKE_FILE_OUT, coming, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        if taken_out(it):
            raise Refused(IS_OUT)
        stood, rows = it.stood or {}, list(it.chronology.rows.all())
        brought = [row for row in rows if row.first_in_id == it.pk]
        took = [row for row in rows if str(row.pk) in stood]
        went = [row for row in rows if row.gone_in_id == it.pk]
        _must_be_the_newest(it, [*brought, *took])
        _must_be_noted(it, rows, stood)
        before = {str(row.pk): _state(row, stood[str(row.pk)]) for row in took}
        _stand_again(took, stood, since=it.came_at)
        _gone(went, None)
        _gone(brought, it)
        out = TakenOut.objects.create(
            **belonging_to(it.case),
            coming=it,
            rows_out=len(brought),
            files_then=it.chronology.comings.count(),
            taken_out_at=at,
            taken_out_by=by.actor_name,
            why=reasons,
            before=before | {str(row.pk): {} for row in went},
        )
        now_another(it.chronology)
    return out


def put_file_back(coming: Coming, *, by, at, seen: Seen | None = None) -> Coming:
    """Put a file back that was taken out: everything stands as it did before."""
    with carrying_out(process.PUT_FILE_BACK, coming, by=by, at=at, seen=seen) as it:
        out = taken_out(it)
        if out is None:
            raise Refused(IS_HERE)
        _nothing_came_since(out)
        before, rows = out.before, list(it.chronology.rows.all())
        _gone([row for row in rows if row.first_in_id == it.pk], None)
        _gone([row for row in rows if before.get(str(row.pk)) == {}], it)
        took = [row for row in rows if before.get(str(row.pk))]
        _stand_again(took, before, since=out.taken_out_at)
        out.put_back_at, out.put_back_by = at, by.actor_name
        out.save(update_fields=["put_back_at", "put_back_by"])
        now_another(it.chronology)
    return it


def _must_be_the_newest(coming: Coming, rows: Iterable[Row]) -> None:
    """What a newer file did with its rows would stand in the air."""
    by = {row.gone_in_id or row.came_in_id for row in rows} - {coming.pk}
    if newer := coming.chronology.comings.filter(pk__in=by).last():
        raise Refused(NEWER.format(newer.number))


def _must_be_noted(coming: Coming, rows: Iterable[Row], stood: Json) -> None:
    """Rows of earlier files that this one has too, without how they stood before, would
    go on telling what it says."""
    theirs = (row for row in rows if row.came_in_id == coming.pk != row.first_in_id)
    if any(str(row.pk) not in stood for row in theirs):
        raise Refused(BEFORE_THAT_WAS_NOTED)


def _nothing_came_since(out: TakenOut) -> None:
    of = out.coming.chronology
    outs = TakenOut.objects.filter(coming__chronology=of, put_back_at=None)
    since = outs.filter(taken_out_at__gt=out.taken_out_at).exclude(pk=out.pk)
    if of.comings.count() > out.files_then or since.exists():
        raise Refused(CAME_SINCE)


def _state(row: Row, stood: Json) -> Json:
    return all_of_it(row) if is_all_of_it(stood) else where_it_stands(row)


def _gone(rows: Sequence[Row], coming: Coming | None) -> None:
    found = Row.objects.filter(pk__in=[row.pk for row in rows])
    found.update(gone_in=coming, version=F("version") + 1)


def _stand_again(rows: Sequence[Row], states: Json, *, since) -> None:
    """Let rows stand as they did. What somebody has put right since stays as they left
    it, and stands in its file again; what few may read is not opened to others."""
    moved = []
    for row in rows:
        state = states[str(row.pk)]
        if is_all_of_it(state) and row.restricted:
            state |= {"restricted": row.restricted}
        put_right = row.amended_at is not None and row.amended_at > since
        if is_all_of_it(state) and not put_right:
            stand_as(row, state)
            row.save(update_fields=CHANGED)
        else:
            stand_as(row, {name: state[name] for name in ("came_in_id", "place")})
            moved.append(row)
    Row.objects.bulk_update(moved, ["came_in", "place", "version"], batch_size=AT_ONCE)
