"""The application of people and of the bodies that they act for."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """Partnerships, agencies, people, the roles they hold, and how they sign in."""

    name = "heed.partnership"
    verbose_name = "People and partnerships"
