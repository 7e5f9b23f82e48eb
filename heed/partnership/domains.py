"""Mail domains that pass for a known one: a letter lost, doubled or swapped."""

from collections.abc import Iterable

SHORTEST = 8
"""Below this, one letter makes another name and no slip."""
PASS_FOR = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"))
LEFT_OUT = str.maketrans("", "", "-.")


def passes_for(domain: str, known: Iterable[str]) -> str:
    """The known domain that this one could be taken for; "" where there is none."""
    if domain in (every := sorted(known)):
        return ""
    return next((each for each in every if _are_alike(domain, each)), "")


def warned_of(domain: str, known: Iterable[str]) -> str:
    """A sentence about a domain that passes for a known one; "" where it does not."""
    alike = passes_for(domain, known)
    return f"It looks like {alike}, and is another address. " if alike else ""


def _are_alike(one: str, other: str) -> bool:
    if _as_seen(one) == _as_seen(other):
        return True
    return min(len(one), len(other)) >= SHORTEST and _is_one_slip(one, other)


def _as_seen(domain: str) -> str:
    """A domain as a hurried eye sees it."""
    for letters, seen in PASS_FOR:
        domain = domain.replace(letters, seen)
    return domain.translate(LEFT_OUT)


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was lost, added, replaced, or changed places with the next."""
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    left, right = one[start:], other[start:]
    swapped = left[:2][::-1] == right[:2] and left[2:] == right[2:]
    return swapped or left[1:] in {right, right[1:]} or left == right[1:]
