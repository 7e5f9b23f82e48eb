"""The browsers somebody is signed in with, as the screens say them."""

from django import template

from heed.partnership.devices import browser_words

register = template.Library()

register.filter("browser_words", browser_words)
