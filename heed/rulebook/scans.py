"""What two people look for on every page before the public reads an old scan.

A scan has no words that could be searched for people of a case: only eyes see what is
on it. Nothing in law obliges an area to show one. Where it was public before, it may be
shown again when two people of two bodies have looked for each of these.
"""

from collections.abc import Iterable, Mapping

SCAN_CHECKS: Mapping[str, str] = {
    "published": "Exactly these pages were public before, under this title",
    "names": "No page names the child, the family or where they live, in print or by "
    "hand",
    "faces": "No page shows a face, a home, a school or a street that could be known",
    "marks": "No stamp, signature, label or note in a margin tells who somebody is",
    "blacked_out": "What is blacked out cannot be read, not even against the light",
    "courts": "No court has forbidden since what the pages tell, as far as we know",
}


def all_looked_for(checked: Iterable[str]) -> bool:
    """Whether somebody looked for every one of them."""
    return set(checked) >= SCAN_CHECKS.keys()
