"""Other words in one paragraph, and nothing else changed."""

from heed.papers.blocks import Document, plain_text
from heed.publications.composing import COVER
from heed.publications.scanning import opened

# The words around a text that may be replaced one by one, by where they stand.
OF_THE_COVER = {f"{COVER}-{name}": name for name in ("summary", "notice")}


class Moved(ValueError):
    """What was found no longer stands where it was found; says what to do."""


def reworded(
    document: Document,
    anchor: str,
    paragraph: str,
    findings: list[dict],
    words: dict[str, str],
) -> str:
    """A paragraph with the words that were found in it replaced, each by what somebody
    wrote for it; what nobody wrote anything for stays. Raises Moved where the words no
    longer stand where they were found: elsewhere they may mean somebody else."""
    begins = next(
        (span.start for span in plain_text(document).spans if span.anchor == anchor), 0
    )
    wanted = [
        found
        for found in map(opened, findings)
        if found.anchor == anchor and words.get(found.id, "").strip()
    ]
    # From the end on, so that what stands before keeps its place.
    for found in sorted(wanted, key=lambda one: one.start or 0, reverse=True):
        new = words[found.id].strip()
        start = (found.start or 0) - begins
        if paragraph[start : start + len(found.text)] != found.text:
            raise Moved(
                "The paragraph was changed since it was searched. Search again."
            )
        paragraph = paragraph[:start] + new + paragraph[start + len(found.text) :]
    return paragraph


def only_suggested(findings: list[dict], words: dict[str, str]) -> bool:
    """Whether these words are those that the search suggested, and nobody's own."""
    suggested = {found.id: found.suggest for found in map(opened, findings)}
    given = {key: said.strip() for key, said in words.items() if said.strip()}
    return all(suggested.get(key) == said for key, said in given.items())


def suggested_for(findings: list[dict], finding_id: str) -> tuple[str, dict[str, str]]:
    """The paragraph of a finding, and what the search suggests for it and for what else
    was confirmed there; no words where it suggests none for this one."""
    every = [opened(said) for said in findings]
    this = next((one for one in every if one.id == finding_id), None)
    if this is None or not this.suggest:
        return "", {}
    return this.anchor, {
        one.id: one.suggest
        for one in every
        if one.anchor == this.anchor
        and one.suggest
        and (one.is_confirmed or one is this)
    }
