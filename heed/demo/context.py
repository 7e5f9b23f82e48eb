"""The bar on every page of the demonstration."""

from heed.demo.queries import next_deadline_morning, next_working_morning


def of_the_demonstration(request):
    """The time in Quillshire, and where its clock may be moved to."""
    at = getattr(request, "at", None)
    if at is None:
        return {}
    return {
        "demonstration_bar": "demo/bar.html",
        "next_working_morning": next_working_morning(at),
        "next_deadline_morning": next_deadline_morning(at),
    }
