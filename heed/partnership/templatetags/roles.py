"""Roles and seats as the screens say them."""

from django import template

from heed.partnership import words

register = template.Library()

register.filter("has_alternate", words.has_alternate)
register.filter("role_name", words.role_name)
register.filter("role_sentence", words.role_sentence)
register.filter("seat_name", words.seat_name)
