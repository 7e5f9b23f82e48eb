"""`heed library import|add-legacy|search|rebuild`: a public library by itself.

A library that a desk fills takes in nothing here: earlier reviews go through the desk,
where they are searched for people of its cases and two people of two bodies read them.
"""

import json
import re
from html import unescape
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from heed import clock
from heed.library import actions
from heed.library.bundles import LegacyEntry, NotReceivable
from heed.library.catalogue import NoCatalogue, Problem, read_catalogue, read_words
from heed.library.dates import read_public_date
from heed.library.models import Publisher
from heed.library.search import rebuild, search
from heed.papers.refusals import Refused

COULD_NOT = 2
MOST_RESULTS = 1_000
FILLING = {"import", "add-legacy"}
OF_A_DESK = (
    "A desk fills this library. Put earlier reviews forward there, on “The public "
    "library”: they are searched for people of its cases, and somebody of another body "
    "enters them. For a whole catalogue, say --put-forward-by EMAIL. A library by "
    "itself is another file: name it with --library."
)
BESIDE = "where a desk fills the library: who of its business unit puts it forward"
BY_ITSELF = (
    "Heed has not searched this for people of cases, and no second person has read it."
)


class Command(BaseCommand):
    """The library's own commands. They need the library's database and nothing else."""

    help = "Fills a library by itself from catalogues; searches, rebuilds the index."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--library", type=Path, help="the library's database file")
        parts = parser.add_subparsers(dest="part", required=True)
        for name, (_, arguments) in PARTS.items():
            part = parts.add_parser(name)
            part.add_argument("--library", type=Path, dest="library_too")
            for names, settings_of_it in (*arguments, AS_JSON):
                part.add_argument(*names, **settings_of_it)

    def handle(self, *args, part, **options):
        act, _ = PARTS[part]
        file = options["library"] or options["library_too"]
        try:
            if options.get("put_forward_by"):
                self.put_forward(options)
                return
            if part in FILLING:
                take_to_fill(file)
                self.stderr.write(BY_ITSELF)
            else:
                take(file, new=False)
            act(self, options)
        except (NoCatalogue, NotReceivable, Refused, OSError) as wrong:
            raise CommandError(sentence(wrong), returncode=COULD_NOT) from wrong

    def import_catalogue(self, options):
        read = read_catalogue(options["catalogue"])
        outcomes = actions.enter_all(read.entries.values(), at=clock.now())
        self.tell(outcomes, read.problems, as_json=options["json"])

    def put_forward(self, options):
        """Beside a desk: every row goes forward there and waits for a second person."""
        # There is no casework where a library stands by itself.
        from heed.config.catalogues import put_forward

        by, catalogue = options["put_forward_by"], options["catalogue"]
        names = options["published_as"]
        told = put_forward(catalogue, by, published_as=names, at=clock.now())
        self.tell(told.outcomes, told.problems, as_json=options["json"])

    def add_legacy(self, options):
        file = options["file"]
        document = read_words(file.name, file.parent) if file else None
        entry = LegacyEntry(
            id=options["id"],
            title=options["title"],
            publisher=options["publisher"],
            type_as_published=options["type"],
            published=read_public_date(options["date"]),
            themes=tuple(options["theme"]),
            link=options["link"],
            document=document,
        )
        outcomes = actions.enter_all([entry], at=clock.now())
        self.tell(outcomes, [], as_json=options["json"])

    def search(self, options):
        if options["batch"]:
            for line in options["batch"].read_text("utf-8", "replace").splitlines():
                self.say(answer(line, options["limit"]))
            return
        found = answer(options["query"] or "", options["limit"])
        if options["json"]:
            self.say(found)
            return
        self.stderr.write(f"{found['total']} found")
        for hit in found["results"]:
            excerpt = unescape(re.sub("</?mark>", "", hit["snippet"]))
            self.stdout.write(f"{hit['id']}  {hit['title']}\n    {excerpt}")

    def rebuild(self, options):
        held = rebuild().publications.searcher().num_docs
        if options["json"]:
            self.say({"publications": held})
        else:
            self.stderr.write(f"The index holds {held} publications.")

    def tell(self, outcomes, problems, *, as_json):
        counts = {str(outcome): count for outcome, count in sorted(outcomes.items())}
        if as_json:
            self.say(
                {**counts, "problems": [as_plain(problem) for problem in problems]}
            )
            return
        for problem in problems:
            self.stderr.write(f"Row {problem.row} ({problem.id}): {problem.why}")
        said = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
        self.stderr.write(said or "The catalogue is empty.")

    def say(self, value):
        self.stdout.write(json.dumps(value, ensure_ascii=False))


PARTS = {
    "import": (
        Command.import_catalogue,
        [
            (["catalogue"], {"type": Path, "help": "a .csv or .jsonl file"}),
            (["--put-forward-by"], {"default": "", "metavar": "EMAIL", "help": BESIDE}),
            (
                ["--published-as"],
                {
                    "action": "append",
                    "default": [],
                    "metavar": "NAME",
                    "help": "there: another name, also a former one, under which the "
                    "partnership itself published; again for each",
                },
            ),
        ],
    ),
    "add-legacy": (
        Command.add_legacy,
        [
            (["--id"], {"required": True}),
            (["--title"], {"required": True}),
            (["--publisher"], {"default": ""}),
            (["--type"], {"default": "Serious Case Review"}),
            (["--date"], {"default": "", "help": "as exact as it is known"}),
            (["--theme"], {"action": "append", "default": []}),
            (["--link"], {"default": "", "help": "where it was first published"}),
            (["--file"], {"type": Path, "help": "the report, to be read"}),
        ],
    ),
    "search": (
        Command.search,
        [
            (["query"], {"nargs": "?"}),
            (["--batch"], {"type": Path, "help": "a file with a query on each line"}),
            (["--limit"], {"type": int, "default": 10}),
        ],
    ),
    "rebuild": (Command.rebuild, []),
}
AS_JSON = (["--json"], {"action": "store_true", "help": "one JSON object"})


def take(file, *, new):
    """Open the library: this file with its index beside it, else that of settings."""
    if file:
        if not new and not file.is_file():
            raise NoCatalogue(f"There is no library in {file}.")
        connections["library"].settings_dict["NAME"] = str(file)
        settings.LIBRARY_INDEX_FOLDER = file.with_name(f"{file.name}.index")
    settings.LIBRARY_INDEX_FOLDER.parent.mkdir(parents=True, exist_ok=True)
    tables = connections["library"].introspection.table_names()
    if "library_publication" not in tables:
        call_command("migrate", database="library", verbosity=0)


def take_to_fill(file):
    """Open a library that stands by itself; NoCatalogue for one that a desk fills."""
    own = Path(settings.DATABASES["library"]["NAME"])
    beside_a_desk = not file or file.resolve() == own.resolve()
    if beside_a_desk and settings.WITH_A_DESK:
        raise NoCatalogue(OF_A_DESK)
    take(file, new=True)
    if Publisher.objects.filter(version__gt=0).exists():  # a desk handed down its card
        raise NoCatalogue(OF_A_DESK)


def answer(query, limit):
    """A question and what answers it, as plain values."""
    most = min(max(limit, 1), MOST_RESULTS)
    found = search(query, limit=most, quotes_all=True)
    return {
        "query": query,
        "total": found.total,
        "results": [
            {
                "id": hit.publication.imported_id or str(hit.publication.id),
                "title": hit.publication.title,
                "score": round(hit.score, 4),
                "anchor": hit.anchor,
                "snippet": str(hit.excerpt),
            }
            for hit in found.hits
        ],
    }


def as_plain(problem: Problem):
    return {"row": problem.row, "id": problem.id, "why": problem.why}


def sentence(wrong):
    """One sentence for whoever typed the command."""
    if isinstance(wrong, OSError) and wrong.strerror:
        return f"{wrong.filename}: {wrong.strerror}."
    return str(wrong)
