"""The desk's door."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from heed.config.patience import whole_forms_only

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")
os.environ.setdefault("HEED_DOOR", "desk")

application = whole_forms_only(get_wsgi_application())

# All that is read until here stays as long as the process. Looking through it for
# rubbish, in the middle of pages, took a fifth of the time of a page.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
