"""Emails out and in."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    """Keeps emails."""

    name = "heed.correspondence"
