"""Templates written inside a test, drawn as those of a file are."""

from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler


def draw(source, **context):
    """The page that a template makes, components and all."""
    return Template(CottonCompiler().process(source)).render(Context(context))
