"""Five hundred readers a second for a minute, beside somebody who works at the desk.

    python -m bench.public_minute [--rate 500] [--seconds 60]

Loads Quillshire into a folder of its own and serves its public site with two workers.
Each request for the report page goes out at its own moment, whether or not the one
before was answered; meanwhile the manager opens page after page of the desk. It fails
where one request of either was answered with anything but 200, or not at all.
"""

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from bench.public import ROOT, free_port, started

LINES, OK, PATIENCE = 16, 200, 30


def main():
    """Load, serve, ask; 1 where anything was not answered."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--rate", type=int, default=500)
    given.add_argument("--seconds", type=int, default=60)
    given.add_argument("--staff", default="", help=argparse.SUPPRESS)
    asked = given.parse_args()
    if asked.staff:
        return work(asked.staff)
    with tempfile.TemporaryDirectory(prefix="heed-bench-") as folder:
        heed = [sys.executable, "-m", "heed.config"]
        loads = [*heed, "demo", "--only-load", "--var", folder]
        subprocess.run(loads, check=True, stdout=subprocess.DEVNULL)
        with served(folder) as server, beside(folder) as staff:
            path = report_of(server.port)
            readers = Readers(server.port, path, asked.rate / LINES, asked.seconds)
            readers.all_ask()
            staff.stdin.close()
            wrong = staff.wait(60)
    print(readers.told())
    return int(bool(readers.wrong or wrong))


def served(folder):
    """The public site of the demonstration, with two workers."""
    port = free_port()
    seen = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HEED_VAR": folder,
        "HEED_DEMONSTRATION": "1",
        "HEED_PUBLIC_ADDRESS": f"http://localhost:{port}",
    }
    words = f"--interface wsgi --port {port} --workers 2 --no-ws --log-level=critical"
    site = "heed.config.wsgi_public:application"
    return started([sys.executable, "-m", "granian", site, *words.split()], seen, port)


def beside(folder):
    """Somebody who works at the desk, in a process of their own."""
    command = [sys.executable, "-m", "bench.public_minute", "--staff", folder]
    return subprocess.Popen(command, stdin=subprocess.PIPE, cwd=ROOT)


def report_of(port):
    """The address of a report that can be read."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    line.request("GET", "/sitemap.xml")
    said = line.getresponse().read().decode()
    return re.search(r"/p/[^/<]+/publications/[^/<]+/", said)[0]


class Readers:
    """Many lines, each of which asks at its own moments."""

    def __init__(self, port, path, rate, seconds):
        self.port, self.path, self.rate, self.seconds = port, path, rate, seconds
        self.waited, self.wrong = [], []

    def all_ask(self):
        """Every line until its time is over."""
        lines = [threading.Thread(target=self._ask, args=(n,)) for n in range(LINES)]
        for each in lines:
            each.start()
        for each in lines:
            each.join()

    def _ask(self, number):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        begun = time.monotonic() + number / (LINES * self.rate)
        for turn in range(int(self.rate * self.seconds)):
            moment = begun + turn / self.rate
            time.sleep(max(0, moment - time.monotonic()))
            try:
                line.request("GET", self.path)
                answer = line.getresponse()
                read = answer.read()
                if answer.status != OK or b"</html>" not in read:
                    self.wrong.append(answer.status)
            except (OSError, http.client.HTTPException) as broken:
                self.wrong.append(type(broken).__name__)
                line.close()
            self.waited.append(time.monotonic() - moment)

    def told(self):
        """How many, how long they waited, and what went wrong."""
        cut = statistics.quantiles(self.waited, n=100)
        return (
            f"{self.path}: {len(self.waited)} asked in {self.seconds} s, "
            f"{len(self.wrong)} wrong; waited {1000 * cut[49]:.1f} ms at the median, "
            f"{1000 * cut[94]:.0f} ms p95, {1000 * cut[98]:.0f} ms p99"
        )


def work(folder):
    """Open page after page of the desk as the manager until nobody listens."""
    from bench.desk_pages import PAGES, _begin, _pages_of_cases, _signed_in

    _begin(folder)
    browser, worked, wrong = _signed_in("manager"), [], 0
    pages = [*PAGES, *_pages_of_cases()]
    done = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
    while not done.is_set():
        begun = time.monotonic()
        wrong += browser.get(pages[len(worked) % len(pages)]).status_code != OK
        worked.append(time.monotonic() - begun)
    late = statistics.quantiles(worked, n=20)[-1]
    print(f"At the desk: {len(worked)} pages, {wrong} wrong; p95 {1000 * late:.0f} ms")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
