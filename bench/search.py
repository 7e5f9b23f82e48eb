"""What a search costs: the whole answer, 2,000 reports of 10,000 words.

    python -m bench.search [--reports 2000] [--questions 500]

Row 2b of the performance table: at most 5 ms of processor time at the median, 20 ms at
the 99th percentile, for each kind of question: one rare word, two words, three common
ones, a phrase, a mistyped word, 10 kB. Nothing is answered twice: each answer is made,
with its excerpts and the page around them. The texts are random words with a fixed
seed. It fails where a goal is missed.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote_plus

from bench.public import ROOT, environment, fill, words

MEDIAN, LAST = 5.0, 20.0


def questions(many, chance):
    """Of each kind so many, no two alike."""
    known = words()
    common, rare = known[20:300], known[5_000:]

    def several(pool, count):
        return [" ".join(chance.sample(pool, count)) for _ in range(many)]

    def mistyped(word):
        at = chance.randrange(1, len(word))
        return word[:at] + "qz" + word[at:]

    return {
        "one rare word": chance.sample(rare, many),
        "two words": several(rare, 2),
        "three common words": several(common, 3),
        "a phrase": [f'"{each}"' for each in several(common[:60], 2)],
        "mistyped": [mistyped(each) for each in chance.sample(rare, many)],
        "10 kB": [" ".join(chance.choices(common, k=2_500)) for _ in range(many // 5)],
    }


def ask_all(many):
    """Median and 99th percentile of each kind, in milliseconds."""
    from heed.config.wsgi_public import application

    chance, missed = random.Random(20260311), 0
    application(a_request("/search/", "q=first"), lambda *_: None)
    for kind, asked in questions(many, chance).items():
        for warm in asked[:5]:
            answered(application, warm + " ")
        spent = sorted(answered(application, each) for each in asked[5:])
        median, last = statistics.median(spent), spent[int(0.99 * (len(spent) - 1))]
        late = median > MEDIAN or last > LAST
        missed += late
        print(f"{kind:<20} {median:6.2f} ms   p99 {last:6.2f}{' MISSED' * late}")
    return int(bool(missed))


def answered(application, question):
    """The processor time of one answer, in milliseconds."""
    request = a_request("/search/", f"q={quote_plus(question)}")
    said = []
    begun = time.process_time()
    body = b"".join(application(request, lambda *each: said.append(each)))
    spent = 1000 * (time.process_time() - begun)
    if not said[0][0].startswith("200") or b"</html>" not in body:
        raise SystemExit(f"{question[:40]}: {said[0][0]}")
    return spent


def a_request(path, query):
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "wsgi.url_scheme": "http",
    }


def main():
    """Fill a library, then ask in a process that has it as the public site does."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--reports", type=int, default=2_000)
    given.add_argument("--questions", type=int, default=500)
    given.add_argument("--ask-only", action="store_true", help=argparse.SUPPRESS)
    asked = given.parse_args()
    if asked.ask_only:
        return ask_all(asked.questions)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        fill(folder, asked.reports)
        again = ("-m", "bench.search", "--ask-only", f"--questions={asked.questions}")
        library = ("-m", "django", "library")
        for each in (
            ("-m", "django", "collectstatic", "--noinput", "--verbosity=0"),
            (*library, "import", str(folder / "catalogue.jsonl")),
            (*library, "rebuild"),
        ):
            command(folder, each, check=True)
        return command(folder, again, check=False)


def command(folder, given, *, check):
    """One command beside this library; how it ended."""
    seen = {**environment(folder, 80), "HEED_PUBLIC_ADDRESS": "http://localhost"}
    done = subprocess.run([sys.executable, *given], env=seen, cwd=ROOT, check=check)
    return done.returncode


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(ROOT))
    sys.exit(main())
