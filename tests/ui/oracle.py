"""GOV.UK Frontend's own examples: what they ask for, and the markup they expect."""

import json
from html.parser import HTMLParser
from pathlib import Path

COMPONENTS = (
    Path(__file__).resolve().parents[2]
    / "node_modules/govuk-frontend/dist/govuk/components"
)
EMPTY = {"input", "br", "hr", "img", "path"}
OUR_SIZES = ("govuk-label--", "govuk-fieldset__legend--")


def examples(component):
    """The examples of a component: (name, options, expected markup)."""
    found = json.loads((COMPONENTS / component / "fixtures.json").read_text("utf-8"))
    return [(one["name"], one["options"], one["html"]) for one in found["fixtures"]]


def same_markup(html, *, without=()):
    """The markup as lines that do not depend on spaces, or on the order of attributes.

    Left out: how large labels are (that is ours), what a choice reveals (any field may
    stand there) and the attributes named in `without`.
    """
    reader = _Reader(without)
    reader.feed(html)
    reader.close()
    return reader.lines


class _Reader(HTMLParser):
    def __init__(self, without):
        super().__init__(convert_charrefs=True)
        self.without = without
        self.lines = []
        self.depth = 0
        self.hidden_at = None

    def handle_starttag(self, tag, attrs):
        known = {name: value for name, value in attrs if name not in self.without}
        classes = [
            name
            for name in (known.pop("class", None) or "").split()
            if not name.startswith(OUR_SIZES)
        ]
        if classes:
            known["class"] = " ".join(sorted(set(classes)))
        self._say(f"<{tag} {sorted(known.items())}>")
        if tag in EMPTY:
            return
        self.depth += 1
        if self.hidden_at is None and any("__conditional" in one for one in classes):
            self.hidden_at = self.depth

    def handle_endtag(self, tag):
        if tag in EMPTY:
            return
        if self.hidden_at == self.depth:
            self.hidden_at = None
        self.depth -= 1
        self._say(f"</{tag}>")

    def handle_data(self, data):
        if words := " ".join(data.split()):
            self._say(words)

    def _say(self, line):
        if self.hidden_at is None:
            self.lines.append("  " * self.depth + line)
