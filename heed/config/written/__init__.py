"""The documents that are written from the code: what is kept, who may do what, and the
briefing on Heed. `heed documents` writes them; a test compares them with the code.

Their prose stands in `texts/`; what the tables, the roles and the rulebook say is put
into it at the places marked `<!-- heed: … -->`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from heed.config.written import briefing, dictionary, permissions, processing
from heed.papers.submission_schema import schema_file

ROOT = Path(__file__).resolve().parents[3]
THEIRS = "docs/for-partnerships"

# The address of each document in the repository, and what makes its bytes.
DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "docs/data-dictionary.md": dictionary.data_dictionary,
    f"{THEIRS}/roles-and-permissions.md": permissions.roles_and_permissions,
    f"{THEIRS}/record-of-processing.md": processing.record_of_processing,
    f"{THEIRS}/data-protection-impact-assessment.md": processing.impact_assessment,
    f"{THEIRS}/rapid-review.schema.json": schema_file,
    **{
        f"{THEIRS}/heed-in-seven-minutes{form}": partial(briefing.on_heed, form)
        for form in briefing.FORMS
    },
}


def stale(root: Path = ROOT) -> list[str]:
    """The documents that do not say what the code says now."""
    return [name for name, made in DOCUMENTS.items() if _kept(root / name) != made()]


def write(root: Path = ROOT) -> list[str]:
    """Write every document anew; gives the names of those that changed."""
    changed = []
    for name, made in DOCUMENTS.items():
        path, content = root / name, made()
        if _kept(path) != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed.append(name)
    return changed


def _kept(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
