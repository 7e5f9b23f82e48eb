"""That a desk at which a browser looked is left by everybody before its test is over."""

from socket import create_connection
from threading import enumerate as those_at_work
from urllib.parse import urlsplit

import pytest

from tests.looking import a_desk

pytestmark = pytest.mark.django_db
LOOK = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def test_nobody_answers_any_more_once_the_desk_is_closed():
    before = those_at_work()
    with a_desk() as desk:
        at = urlsplit(desk).hostname, urlsplit(desk).port
        asked, silent = create_connection(at), create_connection(at)
        asked.sendall(LOOK)
        assert asked.recv(8)
        while len(those_at_work()) < len(before) + 3:
            pass

    assert those_at_work() == before
    for line in (asked, silent):
        line.close()
