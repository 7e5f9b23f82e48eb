"""The menu of the desk."""

from django.urls import NoReverseMatch, reverse

MENU = (
    ("Home", "home"),
    ("Referrals", "referrals"),
    ("Cases", "cases"),
    ("Deadlines", "deadlines"),
    ("People", "people"),
    ("How this works", "how_this_works"),
)


def of_the_desk(request):
    """The pages of the menu for somebody signed in, the current one marked."""
    if not getattr(request, "person", None):
        return {}
    pages = []
    for text, name in MENU:
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        pages.append({"text": text, "url": url, "current": request.path == url})
    return {"navigation": pages, "home_url": reverse("home")}
