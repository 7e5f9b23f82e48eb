"""The process as the desk shows it: the same for everybody, so that it is drawn once in
the life of a server, from the table that nobody changes meanwhile."""

from functools import cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from heed.rulebook.rows import as_rows


@cache
def the_process() -> SafeString:
    """Stages, clocks, steps and roles, ready to stand on a page."""
    return render_to_string("desk/the_process.html", {"process": as_rows()})
