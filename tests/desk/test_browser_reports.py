"""A browser that kept to the content security policy says so: one line in the log, and
no word of a case, no secret and no query string in it."""

import json
import logging

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from heed.referrals.throttle import BROWSER_REPORTS_FROM_AN_ADDRESS

pytestmark = pytest.mark.django_db
WHERE = "/content-security-reports/"
KIND = "application/csp-report"


@pytest.fixture
def lines(caplog):
    cache.clear()
    caplog.set_level(logging.WARNING, logger="heed.desk.browser_reports")
    return lambda: [
        each.getMessage()
        for each in caplog.records
        if each.name == "heed.desk.browser_reports"
    ]


def report(**changes):
    return {
        "document-uri": "https://desk.example/cases/f00d/?q=Lumi",
        "violated-directive": "script-src-elem 'self'",
        "blocked-uri": "https://cdn.evil.example/x.js?name=Lumi",
        "script-sample": "alert('Lumi')",
        "referrer": "https://desk.example/?q=Lumi",
    } | changes


def sent(said, kind=KIND, client=None):
    body = said if isinstance(said, bytes | str) else json.dumps({"csp-report": said})
    client = client or Client(enforce_csrf_checks=True)
    return client.post(WHERE, body, content_type=kind)


def test_pages_say_where_to_report(client):
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]
    assert f"report-uri {WHERE}" in policy


def test_a_report_is_one_line_that_names_page_rule_and_site(lines):
    assert sent(report()).status_code == 204

    (line,) = lines()
    assert "script-src-elem on page case, from cdn.evil.example" in line
    assert "Lumi" not in line
    assert "f00d" not in line


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"document-uri": "https://desk.example/answer/s3cret/"}, "page answer,"),
        ({"document-uri": "https://desk.example/Lumi/"}, "page not said"),
        ({"document-uri": "http://[Lumi"}, "page not said"),
        ({"blocked-uri": "inline"}, "from inline."),
        ({"blocked-uri": "data:text/html,Lumi"}, "from not said"),
        ({"blocked-uri": "http://[Lumi"}, "from not said"),
        ({"violated-directive": "script-src\nforged line"}, "policy: script-src on"),
        ({"violated-directive": "Lumi"}, "policy: not said on"),
        ({"blocked-uri": "Lumi"}, "from not said"),
        ({"blocked-uri": f"https://{'a.' * 60}example/"}, "from not said"),
        ({"violated-directive": ["x"]}, "policy: not said on"),
    ],
)
def test_nothing_else_of_what_is_sent_comes_into_the_log(lines, changes, said):
    sent(report(**changes))
    (line,) = lines()
    assert said in line
    for words in ("umi", "s3cret", "forged", "text/html", "\n"):
        assert words not in line


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", KIND),
        (b"{", KIND),
        (b"[]", KIND),
        (b"[" * 4_000, KIND),
        (b'{"csp-report": 3}', KIND),
        (b"\xff\xfe", KIND),
        (json.dumps({"csp-report": {"referrer": "x" * 9_000}}), KIND),
        (json.dumps({"csp-report": {"referrer": "x"}}), "text/plain"),
    ],
)
def test_what_is_no_report_or_too_long_is_answered_alike_and_not_logged(
    lines, body, kind
):
    assert sent(body, kind).status_code == 204
    assert lines() == []


def test_many_from_one_address_are_not_looked_at(lines):
    most, _ = BROWSER_REPORTS_FROM_AN_ADDRESS
    for _ in range(most + 5):
        assert sent(report()).status_code == 204
    assert len(lines()) == most


def test_it_is_asked_in_no_other_way(client):
    assert client.get(WHERE).status_code == 405
