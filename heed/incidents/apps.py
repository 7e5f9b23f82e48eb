"""Considering an incident, and notifying the Panel."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Offers its steps and its panel on the case page."""

    name = "heed.incidents"

    def ready(self):
        from heed.cases.offers import show_panel
        from heed.incidents.pages import panel
        from heed.rulebook.process.stages import CONSIDERING, NOTIFIED_ONLY

        self._offer()
        show_panel(
            "Consideration and notification",
            "incidents/panel.html",
            panel,
            weight=20,
            about=CONSIDERING | NOTIFIED_ONLY,
        )

    def _offer(self):
        from heed.cases.offers import offer
        from heed.incidents.pages import is_notified, not_notified, untold
        from heed.rulebook import process
        from heed.rulebook.process.stages import CONSIDERING, NOTIFIED_ONLY

        now = {"first_at": CONSIDERING}
        offer(process.SETTLE_AWARENESS, "settle_awareness", weight=10, **now)
        offer(process.WEIGH_NOTIFICATION, "weigh_notification", weight=11, **now)
        offer(
            process.GIVE_VIEW_ON_NOTIFICATION,
            "view_on_notification",
            weight=12,
            **now,
        )
        before = {"when": not_notified, **now}
        offer(
            process.DECIDE_ON_NOTIFICATION,
            "decide_on_notification",
            weight=13,
            **before,
        )
        offer(process.RECORD_NOTIFICATION, "record_notification", weight=14, **before)
        offer(
            process.TELL_PARTNERS,
            "tell_partners",
            when=untold,
            weight=15,
            first_at=CONSIDERING | NOTIFIED_ONLY,
        )
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
            first_at=(),
        )
