"""The application that holds Heed's settings, commands and wiring."""

from django.apps import AppConfig
from django.conf import settings


class ConfigConfig(AppConfig):
    """Brings the management commands, and joins the applications."""

    name = "heed.config"

    def ready(self):
        if not settings.ON_PUBLIC_DOOR:
            from heed.config.wiring import connect

            connect()
