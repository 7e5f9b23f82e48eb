"""The pages of consideration and notification, offered on every case."""

from heed.cases.offers import offer, offer_beginning
from heed.incidents.pages import is_notified, not_notified, untold
from heed.rulebook import process
from heed.rulebook.process.stages import CONSIDERING, NOTIFIED_ONLY

NOW = {"first_at": CONSIDERING}
NEVER_FIRST: dict = {"first_at": ()}


def offer_all() -> None:
    """Offer a page for each step, in the order in which they are usually taken."""
    before = {"when": not_notified, **NOW}
    offer(process.SETTLE_AWARENESS, "settle_awareness", weight=10, **NOW)
    offer(process.WEIGH_NOTIFICATION, "weigh_notification", weight=11, **NOW)
    offer(process.GIVE_VIEW_ON_NOTIFICATION, "view_on_notification", weight=12, **NOW)
    offer(process.DECIDE_ON_NOTIFICATION, "decide_on_notification", weight=13, **before)
    form = {"label": PREPARE, "weight": 14} | before
    offer(process.RECORD_NOTIFICATION, "national_form", **form)
    offer(process.RECORD_NOTIFICATION, "record_notification", weight=14, **before)
    offer(
        process.TELL_PARTNERS,
        "tell_partners",
        when=untold,
        weight=15,
        first_at=CONSIDERING | NOTIFIED_ONLY,
    )
    offer(process.LOG_OUTSIDE_NOTIFICATION, "log_notification", weight=60, **before)
    _offer_what_is_rare(before)


def _offer_what_is_rare(before) -> None:
    rare = NEVER_FIRST
    death, notice = process.RECORD_NOTIFICATION_OF_DEATH, "record_death_notice"
    offer(death, notice, weight=61, **before)
    outside = process.LOG_OUTSIDE_DEATH_NOTICE
    offer(outside, "log_death_notice", weight=61, **before)
    offer(process.LOG_ENQUIRY, "log_enquiry", weight=62, **rare)
    in_care, after_care = (
        process.RECORD_LOOKED_AFTER_DEATH,
        process.RECORD_CARE_LEAVER_DEATH,
    )
    offer(in_care, "looked_after_death", label=IN_CARE, weight=63, **rare)
    offer(after_care, "care_leaver_death", label=AFTER_CARE, weight=64, **rare)
    offer(process.BEGIN_OTHER_LEARNING, "begin_other_learning", weight=85, **rare)
    noted = process.RECORD_OPEN_ITEM
    offer(noted, "note_open_item", label=NOT_KNOWN, weight=86, **rare)
    withdraw = {"when": is_notified, **rare}
    offer(process.WITHDRAW_NOTIFICATION, "withdraw_notification", weight=90, **withdraw)


PREPARE = "Copy what the case knows into the national form"
IN_CARE = "Record that a child in care has died"
NOT_KNOWN = "Note something that is not known yet"
AFTER_CARE = "Record that a care-experienced young person has died"


def offer_beginnings() -> None:
    """Offer the pages on which a case begins that no referral began."""
    offer_beginning(
        process.LOG_OUTSIDE_NOTIFICATION,
        "begin_with_notification",
        label="Begin a case with a notification made outside Heed",
    )
    offer_beginning(
        process.LOG_OUTSIDE_DEATH_NOTICE,
        "begin_with_death_notice",
        label="Begin a case with the notice of a death in care sent outside Heed",
    )
    offer_beginning(
        process.LOG_ENQUIRY,
        "begin_with_enquiry",
        label="Begin a case with an enquiry by the Panel or Ofsted",
    )
