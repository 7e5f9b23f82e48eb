"""Provisions of law are cited from the rulebook, and typed nowhere else."""

from heed.rulebook import sources
from heed.rulebook.language import Source
from tests.guards.source import HEED

WRITTEN = {".py", ".html", ".txt"}


def test_no_page_and_no_letter_types_what_the_rulebook_cites():
    cited = {
        source.cited.lower(): name
        for name, source in vars(sources).items()
        if isinstance(source, Source) and source.provision
    }
    found = [
        (str(path.relative_to(HEED)), name)
        for path in HEED.rglob("*")
        if path.suffix in WRITTEN
        if not {"rulebook", "node_modules"} & {*path.relative_to(HEED).parts}
        for text in [path.read_text(encoding="utf-8").lower()]
        for words, name in cited.items()
        if words in text
    ]
    assert found == []
