"""In which cases a signature may wait for somebody on these seats, as questions to the
database: they find more than wait in the end, and never fewer."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from heed.incidents.models import NotificationDecision, PartnerView
from heed.publications.models import Publication
from heed.rapid_reviews.models import Confirmation, RapidReview
from heed.reviews.models import Change, ReportVersion
from heed.rulebook.language import Seat, Stage

_OF = {"case": OuterRef("pk")}


def _seat_is_open(given, seats, **of) -> Q:
    """Whether what one of these seats is to give is missing."""
    each = (~Exists(given.filter(seat=seat, **of)) for seat in sorted(seats))
    return reduce(or_, (Q(one) for one in each), Q(pk__in=()))


def lack_a_view(seats) -> Q:
    return Q(stage=Stage.UNDER_CONSIDERATION) & _seat_is_open(
        PartnerView.objects.order_by(), seats, **_OF
    )


def be_complete(seats) -> Q:
    given = PartnerView.objects.order_by()
    decided = NotificationDecision.objects.filter(**_OF)
    complete = Q(stage=Stage.UNDER_CONSIDERATION) & ~Q(Exists(decided))
    for seat in Seat:
        complete &= Q(Exists(given.filter(seat=seat, **_OF)))
    return complete


def be_to_send(seats) -> Q:
    return Q(stage=Stage.NOTIFICATION_DECIDED)


def lack_a_confirmation(seats) -> Q:
    of_round = {"rapid_review": OuterRef("pk"), "round": OuterRef("round")}
    proposed = RapidReview.objects.filter(**_OF).exclude(proposed_outcome="")
    given = Confirmation.objects.order_by()
    return Q(Exists(proposed.filter(_seat_is_open(given, seats, **of_round))))


def have_a_change(seats) -> Q:
    return Q(Exists(Change.objects.filter(answer=Change.Answer.WAITING, **_OF)))


def lack_a_signature(seats) -> Q:
    return Q(Exists(ReportVersion.objects.filter(**_OF)))


def be_published(seats) -> Q:
    return Q(Exists(Publication.objects.filter(**_OF)))
