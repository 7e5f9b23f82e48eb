from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "heed.ui"
    label = "ui"
    verbose_name = "Pages"
