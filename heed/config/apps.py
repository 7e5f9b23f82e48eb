"""The application that holds Heed's settings, commands and wiring."""

import gc

from django.apps import AppConfig
from django.conf import settings


class ConfigConfig(AppConfig):
    """Brings the management commands, looks at how Heed was set up, and joins the
    applications."""

    name = "heed.config"

    def ready(self):
        from heed.config.checks import look_at_every_start
        from heed.config.checks_of_places import look_at_places

        look_at_every_start()
        look_at_places()
        if not settings.ON_PUBLIC_DOOR:
            from heed.config.staying_open import keep_open
            from heed.config.wiring import connect

            connect()
            keep_open()
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
