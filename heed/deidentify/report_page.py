"""The findings of one paper as one page that a reader can print and mark."""

from collections.abc import Sequence
from html import escape

from heed.deidentify.findings import Finding

AROUND = 60
CONFIRMED = "Confirmed: nothing is published while one of these stands"
CHECK = "To be checked: could identify somebody"
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
  padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: bold; text-align: left; padding: .5rem 0; }
th, td { border-bottom: 1px solid #6b7280; padding: .5rem; text-align: left;
  vertical-align: top; overflow-wrap: break-word; }
mark { background: #fde68a; color: inherit; }
.marking { border: 2px solid; padding: .25rem .75rem; display: inline-block; }
"""


def report_page(findings: Sequence[Finding], text: str) -> str:
    """One page of HTML: what bars publication first, then what a person must look at.
    It holds the real names, and says so at its head."""
    confirmed = [finding for finding in findings if finding.is_confirmed]
    check = [finding for finding in findings if not finding.is_confirmed]
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>What could identify a person</title><style>{_STYLE}</style></head>"
        '<body><main><p class="marking">OFFICIAL-SENSITIVE: holds real names</p>'
        "<h1>What could identify a person</h1>"
        f"{_summary(findings, confirmed)}"
        f"{_table(CONFIRMED, confirmed, text)}{_table(CHECK, check, text)}"
        "</main></body></html>\n"
    )


def _summary(findings: Sequence[Finding], confirmed: Sequence[Finding]) -> str:
    if not findings:
        return "<p>Nothing was found.</p>"
    return f"<p>{len(findings)} found, {len(confirmed)} of them confirmed.</p>"


def _table(caption: str, findings: Sequence[Finding], text: str) -> str:
    if not findings:
        return ""
    heads = ("Found", "What it is", "Where", "Instead")
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    rows = "".join(_row(finding, text) for finding in findings)
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(finding: Finding, text: str) -> str:
    never = "<strong>Must never print.</strong> " if finding.critical else ""
    cells = (
        _in_its_sentence(finding, text),
        never + escape(finding.why),
        escape(f"{finding.part} {finding.anchor}".strip()),
        escape(finding.suggest or ""),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _in_its_sentence(finding: Finding, text: str) -> str:
    found = f"<mark>{escape(finding.text)}</mark>"
    if finding.start is None or finding.end is None:
        return found
    before = text[max(0, finding.start - AROUND) : finding.start].rsplit(
        "\n\n", maxsplit=1
    )[-1]
    after = text[finding.end : finding.end + AROUND].split("\n\n", maxsplit=1)[0]
    return f"{escape(before)}{found}{escape(after)}"
