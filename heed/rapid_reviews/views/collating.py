"""An agency looks at what all its services told, together, and submits it as one."""

from django.shortcuts import redirect

from heed.cases.answering import NothingMore, attempt, posted
from heed.rapid_reviews import actions
from heed.rapid_reviews.answering_doors import addresses
from heed.rapid_reviews.their_rows import submitting, their_rows
from heed.rapid_reviews.views.answering import shown


def collated(request, door):
    asked, at = door.request, request.at
    told = their_rows(asked)
    form = posted(request, NothingMore, shown=asked)
    submit = submitting(asked, at=at)
    if form.is_valid() and attempt(form, submit, asked, by=door.by, at=at):
        return redirect(door.to("collated"))
    actions.note_reading_by_link(asked, by=door.by, at=at)
    return shown(request, door, "collated", form=form, **told)


ADDRESSES = addresses((("as-one/", collated, "collated"),))
