"""Looks at pages of the desk in a real browser, as somebody who is signed in."""

from contextlib import contextmanager, nullcontext, suppress
from socket import SHUT_RDWR

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread

from tests.browser import chromium, open_page, wide_and_narrow
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in

COOKIE = settings.SESSION_COOKIE_NAME


class AnsweredToTheEnd(ThreadedWSGIServer):
    """Closed only once nobody answers any more. A browser keeps its lines open, and who
    still held one would put down the database of the test after it was over."""

    daemon_threads = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = set()

    def process_request(self, request, client_address):
        self.lines.add(request)
        super().process_request(request, client_address)

    def close_request(self, request):
        super().close_request(request)
        self.lines.discard(request)

    def server_close(self):
        for line in self.lines.copy():
            with suppress(OSError):
                line.shutdown(SHUT_RDWR)
        super().server_close()


class Desk(LiveServerThread):
    server_class = AnsweredToTheEnd


@contextmanager
def a_desk(moment=None, databases=("default",)):
    """The desk on a port of this machine, over the databases of the test; at this moment
    when one is given."""
    shared = {name: connections[name] for name in databases}
    for connection in shared.values():
        connection.inc_thread_sharing()
    server = Desk("localhost", StaticFilesHandler, connections_override=shared)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    try:
        with it_is(moment) if moment else nullcontext():
            yield f"http://localhost:{server.port}"
    finally:
        server.terminate()
        for connection in shared.values():
            connection.dec_thread_sharing()


def a_session(person, *, then=None) -> str:
    """A signed-in session of this person, in which `then` has been done."""
    client = signed_in(Client(), person)
    if then:
        then(client)
    return client.cookies[COOKIE].value


def look_at(desk, session, pages, *, named, then=None):
    """Look at each page, wide and narrow, in this session; `then` goes on by the page on
    which it ends."""
    cookie = {"name": COOKIE, "value": session, "url": desk}
    with chromium() as browser, open_page(browser) as page:
        page.context.add_cookies([cookie])
        for name, address in pages.items():
            assert page.goto(desk + address).status == 200, name
            wide_and_narrow(page, f"{named}-{name}")
        if then:
            then(page)
