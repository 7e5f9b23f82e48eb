"""What a stranger writes into X-Forwarded-For changes nothing that is counted."""

import pytest
from allauth.account.adapter import get_adapter
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from heed.config import environment as env
from heed.partnership.whereabouts import address_of
from heed.referrals import throttle

HERE, PROXY, INNER = "198.51.100.7", "10.0.0.1", "10.0.0.2"
FORGED = "203.0.113.9"


def asked(forwarded=None, *, through=PROXY):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=through, **headers)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [
        (0, None, PROXY),
        (0, FORGED, PROXY),
        (1, HERE, HERE),
        (1, f"{FORGED}, {HERE}", HERE),
        (1, f"{FORGED},{FORGED},{HERE}", HERE),
        (2, f"{HERE}, {INNER}", HERE),
        (2, f"{FORGED}, {HERE}, {INNER}", HERE),
        (2, FORGED, PROXY),  # it came past one of them
        (1, "", PROXY),
        (1, None, PROXY),
    ],
)
def test_the_address_counted_is_what_the_outermost_of_our_proxies_saw(
    settings, proxies, forwarded, counted
):
    settings.TRUSTED_PROXIES = proxies
    assert address_of(asked(forwarded)) == counted
    assert get_adapter().get_client_ip(asked(forwarded)) == counted


@pytest.mark.django_db
def test_guessing_a_password_from_forged_addresses_is_counted_as_one(client, settings):
    settings.TRUSTED_PROXIES = 1
    answers = [
        client.post(
            "/account/login/",
            {"login": f"nobody{number}@quillshire.example", "password": "guess"},
            headers={"x-forwarded-for": f"203.0.113.{number}, {HERE}"},
        )
        for number in range(22)
    ]
    assert "Too many attempts" not in answers[0].text
    assert "Too many attempts" in answers[-1].text or answers[-1].status_code == 429


@pytest.mark.django_db
def test_a_secret_is_not_guessed_faster_from_forged_addresses(settings):
    settings.TRUSTED_PROXIES = 1
    tries = throttle.TRIES_FROM_AN_ADDRESS[0] + 1
    allowed = [
        throttle.may_try_a_secret(
            f"R-{number}", address_of(asked(f"203.0.113.{number}, {HERE}"))
        )
        for number in range(tries)
    ]
    assert allowed == [True] * (tries - 1) + [False]


def test_a_number_of_proxies_that_is_none_is_said(monkeypatch):
    monkeypatch.setenv("HEED_TRUSTED_PROXIES", "nginx")
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        env.number("HEED_TRUSTED_PROXIES", 0)
