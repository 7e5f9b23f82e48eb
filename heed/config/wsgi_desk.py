"""The desk's door."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")
os.environ.setdefault("HEED_DOOR", "desk")

application = get_wsgi_application()
