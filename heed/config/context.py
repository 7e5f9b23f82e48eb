"""What every page may show around its content."""

from django.conf import settings


def of_the_page(request):
    """The person, the door, the partnership and whether this is the demonstration."""
    person = getattr(request, "person", None)
    return {
        "person": person,
        "partnership": getattr(person, "partnership", None),
        "door": settings.DOOR,
        "demonstration": settings.DEMONSTRATION,
        "at": getattr(request, "at", None),
    }
