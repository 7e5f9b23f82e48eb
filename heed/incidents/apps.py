"""Considering an incident, and notifying the Panel."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.incidents"

    def ready(self):
        from heed.cases.offers import offer, show_panel
        from heed.incidents.pages import is_notified, not_notified, panel, untold
        from heed.rulebook import process

        offer(process.SETTLE_AWARENESS, "settle_awareness", weight=10)
        offer(process.WEIGH_NOTIFICATION, "weigh_notification", weight=11)
        offer(process.GIVE_VIEW_ON_NOTIFICATION, "view_on_notification", weight=12)
        before = {"when": not_notified}
        offer(
            process.DECIDE_ON_NOTIFICATION,
            "decide_on_notification",
            weight=13,
            **before,
        )
        offer(process.RECORD_NOTIFICATION, "record_notification", weight=14, **before)
        offer(process.TELL_PARTNERS, "tell_partners", when=untold, weight=15)
        offer(process.LOG_OUTSIDE_NOTIFICATION, "log_notification", weight=60, **before)
        offer(
            process.RECORD_NOTIFICATION_OF_DEATH,
            "record_death_notice",
            weight=61,
            **before,
        )
        offer(
            process.WITHDRAW_NOTIFICATION,
            "withdraw_notification",
            when=is_notified,
            weight=90,
        )
        show_panel(
            "Consideration and notification", "incidents/panel.html", panel, weight=20
        )
