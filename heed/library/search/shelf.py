"""The search index on disk: a cache of the library, built anew for a new version.

A version of the site has its own folder. A folder is built under another name and then
renamed, so that whoever opens it finds it whole; if it is lost, nothing is lost. It
holds words, so none outlives the next: what was withdrawn or corrected lies in none.
"""

import fcntl
import logging
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings
from django.db import connections
from tantivy import Document, Index, Schema, SchemaBuilder

from heed.library.models import Aspect, Publication
from heed.library.search.passages import Passages, Writer
from heed.library.search.words import analyser, composed
from heed.library.states import Kind
from heed.library.version import ALIAS, Version, current_version

SHAPE = "4"
"""Changes when what is kept in the index changes."""

BUILT_AT_ONCE = 100
"""Up to so many publications are indexed while the asker waits (about a second)."""

WINDOW = 50
MEMORY = 64 * 1024 * 1024
WORDS = "heed"
NARROWED_BY = ("publisher", "kind", "year", "theme", "age", "for")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shelf:
    """An index that is open: whole publications, and their passages."""

    version: Version
    home: Path
    publications: Index
    passages: Passages


def schema_of_publications() -> Schema:
    """Title, names, place, headings and body apart, so that each can weigh its own."""
    schema = SchemaBuilder()
    schema.add_integer_field("number", fast=True)
    for chosen in NARROWED_BY:
        schema.add_text_field(chosen, tokenizer_name="raw", index_option="basic")
    for words in ("title", "names", "place", "headings", "body"):
        schema.add_text_field(words, tokenizer_name=WORDS)
    return schema.build()


_held: Shelf | None = None
_building = threading.Lock()


def shelf() -> Shelf:
    """The index of the site as it is; of a large library, perhaps as it just was."""
    global _held  # noqa: PLW0603 - one open index a process
    version, home = current_version(), settings.LIBRARY_INDEX_FOLDER
    if _held and _held.version == version and _held.home == home:
        return _held
    folder = home / f"{SHAPE}-{version}"
    if not folder.exists():
        older = _held if _held and _held.home == home else _newest(home)
        if older and Publication.objects.live().count() > BUILT_AT_ONCE:
            _build_meanwhile(version, home)
            return older
        build(version, home)
    try:
        _held = _opened(version, folder)
    except (OSError, ValueError):  # cleared away meanwhile, for a newer one
        build(version, home)
        _held = _opened(version, folder)
    return _held


def keep_up() -> None:
    """The site has another version: build its index, and let go of the one before. So
    words that left the site leave this machine, whether or not anybody searches."""
    version, home = current_version(), settings.LIBRARY_INDEX_FOLDER
    if (home / f"{SHAPE}-{version}").exists():
        _let_go(version)
    elif _held or _folders(home):
        _build_meanwhile(version, home)


def _let_go(version: Version) -> None:
    """Close an index of another version than this; who reads in it reads to the end."""
    global _held  # noqa: PLW0603
    if _held and _held.version != version:
        _held = None


def rebuild() -> Shelf:
    """Forget what was built and build the index of the site as it is."""
    global _held  # noqa: PLW0603
    _held = None
    shutil.rmtree(settings.LIBRARY_INDEX_FOLDER, ignore_errors=True)
    return shelf()


def build(version: Version, home: Path) -> None:
    """Build the index of this version, unless another process has just done so."""
    folder = home / f"{SHAPE}-{version}"
    with _alone(home):
        if folder.exists():
            return
        made = Path(mkdtemp(prefix="building-", dir=home))
        _fill(made)
        made.rename(folder)
        _clear_away(home)


def _build_meanwhile(version: Version, home: Path) -> None:
    def work() -> None:
        try:
            _catch_up(version, home)
        except Exception:
            log.exception("The search index could not be built.")
        finally:
            connections[ALIAS].close()
            _building.release()

    if _building.acquire(blocking=False):
        threading.Thread(target=work, name="search index", daemon=True).start()


def _catch_up(version: Version, home: Path) -> None:
    """Build this version, and what the site has come to meanwhile."""
    build(version, home)
    while (latest := current_version()) != version:
        version = latest
        build(version, home)
    _let_go(version)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _opened(version: Version, folder: Path) -> Shelf:
    index = Index.open(str(folder / "publications"))
    index.register_tokenizer(WORDS, analyser())
    index.reload()
    return Shelf(version, folder.parent, index, Passages(folder / "passages"))


def _newest(home: Path) -> Shelf | None:
    for folder in reversed(_folders(home)):
        number, _, mark = folder.name.removeprefix(f"{SHAPE}-").partition("-")
        try:
            return _opened(Version(int(number), mark), folder)
        except (OSError, ValueError):  # cleared away meanwhile
            continue
    return None


def _folders(home: Path) -> list[Path]:
    built = [path for path in home.glob(f"{SHAPE}-*") if path.is_dir()]
    return sorted(built, key=lambda path: path.stat().st_mtime)


def _clear_away(home: Path) -> None:
    """Leave the newest alone: an older one holds what may have been withdrawn since.
    Who reads in it has it open, and reads on until it lets go."""
    kept = _folders(home)[-1:]
    for folder in home.iterdir():
        if folder.is_dir() and folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)


# Filling


def _fill(folder: Path) -> None:
    (folder / "publications").mkdir()
    index = Index(schema_of_publications(), path=str(folder / "publications"))
    index.register_tokenizer(WORDS, analyser())
    wholes = index.writer(heap_size=MEMORY, num_threads=1)
    passages = Writer(folder / "passages")
    for publication in map(_composed, _publications()):
        wholes.add_document(_whole(publication, number=passages.add(publication)))
    passages.close()
    wholes.commit()
    wholes.wait_merging_threads()


def _publications() -> Iterator[Publication]:
    """All that can be read, by windows, so that no read stays open (design §4)."""
    live = Publication.objects.live().select_related("publisher").order_by("id")
    related = live.prefetch_related("sections", "themes", "aspects", "joint_with")
    window = list(related[:WINDOW])
    while window:
        yield from window
        window = list(related.filter(id__gt=window[-1].id)[:WINDOW])


def _composed(publication: Publication) -> Publication:
    """The same, its letters put together in the one way in which they are asked for."""
    publication.title, publication.summary = (
        composed(publication.title),
        composed(publication.summary),
    )
    for section in publication.sections.all():
        section.heading, section.text = (
            composed(section.heading),
            composed(section.text),
        )
    return publication


def _whole(publication: Publication, *, number: int) -> Document:
    sections = publication.sections.all()
    themes = publication.themes.all()
    publishers = [publication.publisher, *publication.joint_with.all()]
    names = [
        *publication.pseudonyms,
        *publication.former_titles,
        publication.type_as_published,
        Kind(publication.kind).label,
        *(theme.name for theme in themes),
        *publication.lead_reviewers,
    ]
    aspects: dict[str, list[str]] = {of: [] for of in Aspect.Of.values}
    for aspect in publication.aspects.all():
        aspects[aspect.of].append(aspect.value)
    return Document(
        **aspects,
        number=number,
        publisher=[publisher.slug for publisher in publishers],
        kind=publication.kind,
        year=str(publication.year or ""),
        theme=[theme.slug for theme in themes],
        title=publication.title,
        names="\n".join(names),
        place="\n".join(publisher.name for publisher in publishers),
        headings="\n".join(section.heading for section in sections),
        body="\n".join([publication.summary, *(s.text for s in sections)]),
    )
