"""Staff home."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Shows what waits."""

    name = "heed.desk"
