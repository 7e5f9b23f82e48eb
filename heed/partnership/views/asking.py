"""What the pages of this app have in common: the day, the row, and the refusal."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from heed import clock
from heed.partnership.refusals import Refused

CAN_BE_CONFIRMED = {"new_mail_domain", "warning"}


def day_of(request):
    """The day in England at which this request happens."""
    return clock.london_date(request.at)


def posted(request):
    """What was sent with a form; None where the page was only opened."""
    return request.POST if request.method == "POST" else None


def or_404(row_of, *args, **kwargs):
    """The row that a query finds; a row of another partnership is not found."""
    try:
        return row_of(*args, **kwargs)
    except ObjectDoesNotExist:
        raise Http404 from None


def done(form, action, *subject, **how) -> bool:
    """Do what was asked, if the form is whole; what comes of it is `form.result`.

    A refusal stands on the form as a sentence; one that may be confirmed asks that.
    """
    if not form.is_valid():
        return False
    try:
        form.result = action(*subject, **how)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        if refusal.code in CAN_BE_CONFIRMED:
            form.ask_to_confirm()
        return False
    return True


def initial_of(row, form_class) -> dict:
    """What a form about a row shows at first."""
    return {name: getattr(row, name) for name in form_class.base_fields}
