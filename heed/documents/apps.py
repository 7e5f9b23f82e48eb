"""Files as they were sent, and what was read in them."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Keeps files."""

    name = "heed.documents"
