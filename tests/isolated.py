"""Where on a page words of people stand in a line with ours, and nothing keeps the
direction of their script from reaching ours."""

from html.parser import HTMLParser

EMPTY = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"}
WITHIN_A_LINE = {
    *("a", "abbr", "b", "bdi", "button", "cite", "code", "em", "i", "label", "mark"),
    *("q", "s", "small", "span", "strong", "sub", "sup", "time", "u"),
}
KEPT_APART = {"bdi", "title", "option", "textarea", "script", "style"}


class Lines(HTMLParser):
    """The lines of a page: pieces of text, and whether each is kept apart."""

    def __init__(self):
        super().__init__()
        self.open, self.line, self.lines = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in WITHIN_A_LINE:
            self._ended()
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag not in WITHIN_A_LINE:
            self._ended()

    def handle_data(self, data):
        self.line.append((data, bool(KEPT_APART & set(self.open))))

    def _ended(self):
        if self.line:
            self.lines.append(self.line)
        self.line = []


def not_kept_apart(page: str, words: str) -> list[str]:
    """The lines in which these words stand beside others and are not kept apart."""
    found = Lines()
    found.feed(page)
    found._ended()
    return [
        " ".join("".join(text for text, _ in line).split())
        for line in found.lines
        if _stands_beside_others(line, words)
    ]


def _stands_beside_others(line, words: str) -> bool:
    open_ = "".join(text for text, apart in line if not apart)
    whole = " ".join("".join(text for text, _ in line).split())
    return words in open_ and whole != words
