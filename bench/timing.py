"""Whether the time of an answer tells if there is a referral (F52).

    .venv/bin/python -m bench.timing [how many]

Asks, 2,000 times each (or as many as named; fewer make noise) and in a random order,
for references with a wrong secret. Goals, of each beside one that is not known: medians
less than 2 ms apart, and no difference that a test of Kolmogorov and Smirnov sees
(p > 0.05, divided by how often it is asked); it fails where either is missed. First
with a hash that costs nothing, so that the rest shows, for every kind of reference that
the tests know (tests/referrals/test_nothing_tells.py): there only the medians are
judged, and what the other test sees is said. Then as it is, for a referral and for a
form that is being written.

Judged by processor time: a busy machine is busy for all, but not at the same moment.
Time by the clock stands beside it.
"""

import math
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator

import django
from argon2 import PasswordHasher

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

SAMPLES, SEED = 2_000, 20260311
CLOSE, CHANCE = 0.002, 0.05
UNKNOWN, AS_IT_IS = "nothing", ("with a case", "a form that is being written")
NO_GAP = 0.2  # where the series below does not settle, and the chance is 1


def main(count: int) -> int:
    _begin()
    print("With a hash that costs nothing:")
    apart = [
        gap >= CLOSE for gap, _ in _measured(_asking(PasswordHasher(1, 8, 1)), count)
    ]
    print("As it is:")
    asked = _asking(PasswordHasher())
    as_it_is = _measured({what: asked[what] for what in (UNKNOWN, *AS_IT_IS)}, count)
    least = CHANCE / len(AS_IT_IS)
    told = [gap >= CLOSE or chance <= least for gap, chance in as_it_is]
    for bad in (any(apart), any(told)):
        print("TOLD APART" if bad else "not told apart")
    return int(any([*apart, *told]))


def _measured(asked: dict, count: int) -> list[tuple[float, float]]:
    """How far each is from one that is not known, and the chance that it is not."""
    processor: dict[str, list[float]] = {what: [] for what in asked}
    clock: dict[str, list[float]] = {what: [] for what in asked}
    for what in _turns(list(asked), count):
        busy, begun = time.process_time(), time.perf_counter()
        asked[what]()
        processor[what].append(time.process_time() - busy)
        clock[what].append(time.perf_counter() - begun)
    for what in asked:
        by_both = (statistics.median(each[what]) for each in (processor, clock))
        print("{:<28} {:7.2f} ms   by the clock {:7.2f} ms".format(what, *_ms(by_both)))
    return [_told_apart(what, processor) for what in asked if what != UNKNOWN]


def _ms(seconds) -> Iterator[float]:
    return (1_000 * each for each in seconds)


def _turns(names: list[str], count: int) -> list[str]:
    turns = names * count
    random.Random(SEED).shuffle(turns)
    return turns


def _told_apart(what: str, spent: dict[str, list[float]]) -> tuple[float, float]:
    one, other = spent[what], spent[UNKNOWN]
    apart = abs(statistics.median(one) - statistics.median(other))
    chance = kolmogorov_smirnov(one, other)
    print(f"{what:<28} medians {1_000 * apart:.3f} ms apart (goal 2), p = {chance:.4f}")
    return apart, chance


def kolmogorov_smirnov(one: list[float], other: list[float]) -> float:
    """How likely two such samples are of one kind: the chance of a gap as large."""
    merged = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    below, gap = [0, 0], 0.0
    for _, whose in merged:
        below[whose] += 1
        gap = max(gap, abs(below[0] / len(one) - below[1] / len(other)))
    size = math.sqrt(len(one) * len(other) / (len(one) + len(other)))
    wide = (size + 0.12 + 0.11 / size) * gap
    terms = ((-1) ** (n - 1) * math.exp(-2 * (n * wide) ** 2) for n in range(1, 101))
    return min(1.0, 2 * sum(terms)) if wide > NO_GAP else 1.0


def _begin() -> None:
    from django.conf import settings

    from heed.referrals import throttle
    from heed.vault.keys import make_key_file
    from tests.migrated import migrated_databases

    make_key_file(settings.MASTER_KEY_FILE)
    migrated_databases()
    for name in ("TRIES_OF_A_REFERENCE", "TRIES_FROM_AN_ADDRESS", "TRIES_OF_ALL"):
        setattr(throttle, name, (10**9, 60 * 60))


def _asking(hasher: PasswordHasher) -> dict:
    """What is asked, of secrets that were kept by this hash."""
    from django.test import Client
    from django.urls import reverse

    from heed.vault import codes
    from tests.referrals.test_nothing_tells import WRONG, references

    codes.HASHER = hasher
    codes._of_nobody.cache_clear()
    browser, address = Client(), reverse("refer_status")

    def ask(reference):
        answer = browser.post(address, {"reference": reference, "secret": WRONG})
        assert "We cannot find that" in answer.content.decode()

    known = references(f"Q{hasher.time_cost}")
    for reference in known.values():  # what is done once is done
        ask(reference)
    return {what: (lambda r=r: ask(r)) for what, r in known.items()}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES))
