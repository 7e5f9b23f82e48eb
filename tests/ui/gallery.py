"""Every component on real pages, served to a browser. Used by tests only."""

import threading
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from socketserver import ThreadingMixIn
from types import SimpleNamespace as Thing
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.handlers.wsgi import WSGIRequest
from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.template.backends.django import DjangoTemplates

from heed.ui.fields import DatePartsField, FilesField, MomentField
from heed.ui.widgets import Checkboxes, CountedWords, Radios

PAGES = Path(__file__).parent / "pages"
POLICY = "; ".join(
    f"{what} {whom}"
    for what, whom in {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }.items()
)
AT = datetime(2026, 3, 11, 9, 5, tzinfo=UTC)


class ReferralForm(forms.Form):
    sections = (
        ("The child", ["given_name", "family_name", "born", "happened"]),
        ("What is known", ["at_risk", "where_now", "harm", "account", "lessons"]),
        ("About you", ["email", "agency", "papers", "contact", "sure"]),
    )
    given_name = forms.CharField(label="Given name", max_length=80)
    family_name = forms.CharField(
        label="Family name", required=False, help_text="As the family writes it"
    )
    born = DatePartsField(
        label="Date of birth",
        subject="The date of birth",
        required=False,
    )
    happened = MomentField(
        label="When did it happen?",
        subject="The time it happened",
        error_messages={"required": "Enter when it happened"},
    )
    at_risk = forms.ChoiceField(
        label="Is any child at risk now?",
        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
        widget=Radios(
            hints={"yes": "We will show you whom to call before you go on"},
            reveals={"yes": "where_now"},
            after_or="not_known",
        ),
        error_messages={"required": "Say whether any child is at risk now"},
    )
    where_now = forms.CharField(
        label="Who is with the child now?", required=False, max_length=200
    )
    harm = forms.MultipleChoiceField(
        label="What kind of harm is known or suspected?",
        required=False,
        choices=[
            ("physical", "Physical abuse"),
            ("neglect", "Neglect"),
            ("none", "None of these is known"),
        ],
        widget=Checkboxes(after_or="none", exclusive="none"),
    )
    account = forms.CharField(
        label="What happened?",
        help_text="In your own words. You can add papers below.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    lessons = forms.CharField(
        label="What could be learned?",
        required=False,
        widget=CountedWords(max_words=150),
    )
    email = forms.EmailField(label="Your email address")
    agency = forms.ChoiceField(
        label="Your organisation",
        choices=[("", "Choose one"), ("q", "Quillshire Hospital"), ("s", "A school")],
    )
    papers = FilesField(label="Papers", required=False)
    contact = DatePartsField(
        label="When can we call you?", subject="The day to call", required=False
    )
    sure = forms.BooleanField(
        label="I have told my safeguarding lead",
        required=False,
        help_text="You may refer without it",
    )


class QuestionForm(forms.Form):
    page_heading = "at_risk"
    at_risk = ReferralForm.base_fields["at_risk"]
    where_now = ReferralForm.base_fields["where_now"]


class PasswordForm(forms.Form):
    password = forms.CharField(
        label="Password",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


def days_of_a_rapid_review():
    off = {date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"}
    number, day = 0, date(2026, 4, 1)
    yield Thing(date=day, number=0, reason="The notification was sent")
    while number < 15:
        day += timedelta(days=1)
        why = off.get(day) or ("Weekend" if day.weekday() > 4 else "")
        number += not why
        reason = f"{why}: does not count" if why else "Working day"
        yield Thing(date=day, number=None if why else number, reason=reason)


CONTEXT = {
    "home_url": "/desk",
    "partnership": Thing(name="Quillshire Safeguarding Children Partnership"),
    "publisher": Thing(name="Quillshire Safeguarding Children Partnership"),
    "demonstration": True,
    "navigation": [
        Thing(text="My work", url="/desk", current=True, count=4),
        Thing(text="Cases", url="/case", current=False, count=None),
        Thing(text="Deadlines", url="/desk", current=False, count=None),
        Thing(text="How this works", url="/library", current=False, count=None),
    ],
    "footer_links": [
        Thing(text="Accessibility", url="/library"),
        Thing(text="Report a problem", url="/form"),
    ],
    "sign_out_url": "/signed-out",
    "account_url": "/form",
    "search_url": "/library",
    "days": list(days_of_a_rapid_review()),
    "due": date(2026, 4, 24),
    "at": AT,
}  # fmt: skip


def form_of(request, form_class):
    posted = request.method == "POST"
    return form_class(request.POST, request.FILES) if posted else form_class()


def answer(request):
    path = request.path.strip("/") or "desk"
    if path.startswith("static/"):
        found = finders.find(path.removeprefix("static/"))
        return (
            FileResponse(Path(found).open("rb")) if found else HttpResponse(status=404)
        )
    if path == "draft":
        return HttpResponse(status=204)
    if request.method == "POST" and path in {"desk", "case", "signed-out"}:
        return HttpResponseRedirect("/case")
    request.person = Thing(actor_name="Amara Okafor, coordinator")
    context = dict(CONTEXT)
    if path in {"form", "question", "password"}:
        kinds = {
            "form": ReferralForm,
            "question": QuestionForm,
            "password": PasswordForm,
        }
        context["form"] = form_of(request, kinds[path])
    if path == "session":
        context |= {"session_seconds": 121, "session_extend_url": "/draft"}
        path = "form"
        context["form"] = ReferralForm()
    if path in {"404", "403", "403_csrf", "500"}:
        return HttpResponse(rendered(f"{path}.html", {}, None), status=int(path[:3]))
    return HttpResponse(rendered(f"{path}.html", context, request))


def rendered(name, context, request):
    return engine().get_template(name).render(context, request)


def engine():
    """The engine of the settings, which also finds the pages of the gallery."""
    options = deepcopy(settings.TEMPLATES[0]["OPTIONS"])
    options.pop("loaders", None)
    # Who is signed in holds no role: the menu is the gallery's own.
    options["context_processors"] = [
        processor
        for processor in options["context_processors"]
        if processor != "heed.desk.context.of_the_desk"
    ]
    options["loaders"] = [
        "django_cotton.cotton_loader.Loader",
        "django.template.loaders.app_directories.Loader",
    ]
    return DjangoTemplates(
        {"NAME": "gallery", "DIRS": [PAGES], "APP_DIRS": False, "OPTIONS": options}
    )


def application(environ, start_response):
    response = answer(WSGIRequest(environ))
    response["Content-Security-Policy"] = POLICY
    status = f"{response.status_code} {response.reason_phrase}"
    start_response(status, list(response.items()))
    body = b"".join(response)
    response.close()
    return [body]


class Threading(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def served():
    """The address of the gallery, while it is served."""
    with make_server("127.0.0.1", 0, application, Threading, Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
