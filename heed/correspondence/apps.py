"""Emails out and in."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    """Keeps emails, and sends the letters of people and partnerships."""

    name = "heed.correspondence"

    def ready(self):
        from heed.correspondence.actions import post_as_written
        from heed.partnership.post import register_post

        register_post(post_as_written)
