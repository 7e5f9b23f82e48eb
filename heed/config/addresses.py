"""What both doors ask of an address before anything else looks at it."""

from urllib.parse import unquote

from django.views.defaults import bad_request

NUL = "\0"


def has_nul(path: str, query: str) -> bool:
    """Whether there is a NUL in an address, however it is written."""
    return NUL in path or NUL in unquote(query)


class WithoutNul:
    """Refuses an address with a NUL in it, which nobody types: PostgreSQL takes none,
    and would answer that something went wrong (F30)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if has_nul(request.path_info, request.META.get("QUERY_STRING", "")):
            return bad_request(request, None)
        return self.get_response(request)
