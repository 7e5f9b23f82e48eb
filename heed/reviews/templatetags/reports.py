"""A report's blocks as HTML that we wrote ourselves."""

from django import template
from django.utils.safestring import mark_safe

from heed.papers.blocks import from_json
from heed.papers.write_html import write_html

register = template.Library()


@register.filter
def as_html(report):
    """The report as a page: `write_html` escapes every word that it writes."""
    return mark_safe(write_html(from_json(report.blocks)))  # noqa: S308
