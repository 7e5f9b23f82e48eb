"""Considering an incident, and notifying the Panel."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.incidents"

    def ready(self):
        from heed.cases.offers import offer, show_panel
        from heed.incidents.pages import panel
        from heed.rulebook import process

        offer(process.SETTLE_AWARENESS, "settle_awareness", weight=10)
        offer(process.WEIGH_NOTIFICATION, "weigh_notification", weight=11)
        offer(process.GIVE_VIEW_ON_NOTIFICATION, "view_on_notification", weight=12)
        offer(process.DECIDE_ON_NOTIFICATION, "decide_on_notification", weight=13)
        offer(process.RECORD_NOTIFICATION, "record_notification", weight=14)
        offer(process.LOG_OUTSIDE_NOTIFICATION, "log_notification", weight=60)
        offer(process.RECORD_NOTIFICATION_OF_DEATH, "record_death_notice", weight=61)
        offer(process.TELL_PARTNERS, "tell_partners", weight=15)
        offer(process.WITHDRAW_NOTIFICATION, "withdraw_notification", weight=90)
        show_panel(
            "Consideration and notification", "incidents/panel.html", panel, weight=20
        )
