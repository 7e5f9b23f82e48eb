"""The application that holds Heed's settings, commands and wiring."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Brings the management commands."""

    name = "heed.config"
