"""`{% url %}` as Django has it, for the key of a row by way of what is known."""

from django import template
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as as_django_reads_it

from heed.ui.addresses import known_address

register = template.Library()


class Address(URLNode):
    """The address of a page about one row."""

    def render(self, context):
        if len(self.args) == 1 and not self.kwargs and self.asvar is None:
            key, name = self.args[0].resolve(context), self.view_name.resolve(context)
            if isinstance(key, str) and (found := known_address(name, key)):
                return found
        return super().render(context)


@register.tag
def url(parser, token):
    read = as_django_reads_it(parser, token)
    return Address(read.view_name, read.args, read.kwargs, read.asvar)
