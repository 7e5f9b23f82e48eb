"""What stands before an act for which somebody shows again that it is she. It is asked
before a page is filled in; and where that took too long, nothing typed is lost."""

from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse

from heed.partnership import sessions

OF_THE_PAGE = frozenset({"csrfmiddlewaretoken"})


def ask_to_show_again(request):
    """Lead to the page on which she shows that it is she, and back. What was sent
    already waits in the page: nothing of it is kept in the session."""
    way = reverse(sessions.way_to_show_again(request.person))
    if request.method in {"GET", "HEAD"}:
        return redirect(f"{way}?{urlencode({'next': request.get_full_path()})}")
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in OF_THE_PAGE
    ]
    context = {
        "way": f"{way}?{urlencode({'next': reverse('shown_again')})}",
        "typed": typed,
        "files": [each.name for each in request.FILES.values()],
    }
    return render(request, "partnership/show_again.html", context, status=403)
