"""The library as a Django application."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Rows of this application live in the database `library`."""

    name = "heed.library"
    verbose_name = "Public library"
