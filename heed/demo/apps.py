"""The demonstration."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Gives the clock its offset, and the pages their bar."""

    name = "heed.demo"

    def ready(self):
        from heed import clock
        from heed.demo.time import offset

        clock.set_offset_source(offset)
