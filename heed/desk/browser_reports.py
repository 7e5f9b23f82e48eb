"""What a browser refused to load on a page of ours: a line in the log, and no more.

An address may hold the secret of a link, and what was refused may be anything. So the
log says which page it was by its name, which rule, and at most the host of the other
site."""

import json
import logging
import re
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from heed.partnership.policies import open_to_anyone
from heed.partnership.whereabouts import address_of
from heed.referrals.throttle import may_send_a_browser_report

logger = logging.getLogger("heed.desk.browser_reports")
LONGEST = 8_192
RULE = re.compile(
    r"(?:default|script|style|img|font|connect|frame|media|object|worker|manifest|child)"
    r"-src(?:-elem|-attr)?|form-action|frame-ancestors|base-uri"
)
SOURCE = re.compile(r"inline|eval|wasm-eval|data|blob|self|[a-z0-9-]+(?:\.[a-z0-9-]+)+")
LONGEST_WORD = 100
NOT_SAID = "not said"


@csrf_exempt
@open_to_anyone(reason="a browser reports by itself; it stores nothing but a log line")
@require_POST
def content_security_report(request):
    """Whatever comes, the answer is the same."""
    said = _read(request)
    if said and may_send_a_browser_report(address_of(request)):
        logger.warning(
            "A browser kept to the content security policy: %s on page %s, from %s.",
            _matching(RULE, said.get("violated-directive")),
            _page(said.get("document-uri")),
            _matching(SOURCE, _source(said.get("blocked-uri"))),
        )
    return HttpResponse(status=204)


def _read(request) -> dict:
    """The report, if it is one and a short one."""
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdecimal() or len(length) > len(str(LONGEST)):
        return {}
    if int(length) > LONGEST or request.content_type != "application/csp-report":
        return {}
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    report = said.get("csp-report") if isinstance(said, dict) else None
    return report if isinstance(report, dict) else {}


def _page(address) -> str:
    """The name of the page, without what stands in its address."""
    try:
        return resolve(urlsplit(str(address)).path).view_name or NOT_SAID
    except (Resolver404, ValueError):
        return NOT_SAID


def _source(blocked) -> str:
    """A host, or a word such as “inline”."""
    try:
        return urlsplit(str(blocked)).hostname or str(blocked)
    except ValueError:
        return ""


def _matching(form: re.Pattern, said) -> str:
    """The first word of what was said, if it has this form."""
    first = (str(said or "").split() or [""])[0].lower()
    return first if len(first) <= LONGEST_WORD and form.fullmatch(first) else NOT_SAID
