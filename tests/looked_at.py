"""What this run of the tests has looked at closely already, in whichever of its processes.

A page is made of few kinds of things. What axe finds wrong is wrong with a kind of thing:
a field without a label, a list with a stray child, a level of headings left out. So each
kind is looked at where a page shows it first; a page that shows none that is new is only
walked over.
"""

import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
KEPT = Path(tempfile.gettempdir()) / f"heed-looks-{RUN}"

# All that a rule of axe can tell two elements apart by, but for their words and their
# colours: what an element is, in what it stands, what it says of itself, whether it has a
# name and what it points to is there, in which order its children stand, whether it is
# shown and must be scrolled; and what is so of a page as a whole.
KINDS = """() => {
  const told = /^(class|type|role|scope|tabindex|lang|autocomplete|data-module|hidden)$/;
  const says = /^aria-(?!label$|labelledby$|describedby$|controls$|owns$|errormessage$)/;
  const points = /^(for|aria-labelledby|aria-describedby|aria-controls|aria-owns|headers)$/;
  const there = (id) => document.getElementById(id) ? "there" : "missing";
  const value = (element, {name, value}) => {
    if (told.test(name) || says.test(name)) return `${name}=${value}`;
    if (points.test(name)) return `${name}=${value.trim().split(/\\s+/).map(there)}`;
    if (name === "href" && value.startsWith("#")) return `#${there(value.slice(1))}`;
    return value.trim() ? name : `${name}=nothing`;
  };
  const words = (elements) => elements.some((each) => each && each.textContent.trim());
  const named = (element) => words([element, ...(element.labels || [])])
    || ["aria-label", "alt", "title", "value"].some((each) => element.getAttribute(each))
    || words((element.getAttribute("aria-labelledby") || "").split(/\\s+/)
      .map((id) => document.getElementById(id)));
  const speaks = (element) => [...element.childNodes].some(
    (each) => each.nodeType === Node.TEXT_NODE && each.data.trim());
  const ordered = "dl, fieldset, details, table, tr, [role]";
  const apart = (each, n, all) => each !== all[n - 1];
  const order = (element) => element.matches(ordered)
    ? [...element.children].map((each) => each.tagName).filter(apart).join("+") : "";
  const scrolls = (element) => (element.scrollWidth > element.clientWidth
      || element.scrollHeight > element.clientHeight)
    && /auto|scroll/.test(getComputedStyle(element).overflow);
  const known = new Map();
  const of = (element) => {
    if (!known.has(element)) {
      known.set(element, [element.tagName,
        ...[...element.attributes].map((each) => value(element, each)).sort(),
        element.labels ? `labels ${element.labels.length}` : "", order(element),
        named(element) ? "named" : "", speaks(element) ? "speaks" : "",
        element.checkVisibility({visibilityProperty: true}) ? "" : "not shown",
        scrolls(element) ? "scrolls" : ""].join("|"));
    }
    return known.get(element);
  };
  const landmark = (element) =>
    element.closest("main, header, footer, nav, aside, [role]")?.tagName || "none";
  const kinds = [...document.querySelectorAll("body, body *")].map((each) =>
    `${landmark(each)} > ${of(each.parentElement)} > ${of(each)}`);
  const all = (what) => [...document.querySelectorAll(what)];
  const levels = all("h1, h2, h3, h4, h5, h6").map((each) => each.tagName).filter(apart);
  const twice = (several) => new Set(several).size < several.length;
  const page = [
    document.title.trim() ? "titled" : document.URL,
    document.documentElement.lang,
    ...all("meta[name=viewport], meta[http-equiv]").map((each) => each.content),
    ...["h1", "main", "body > header", "body > footer"].map((each) => all(each).length),
    twice(all("[id]").map((each) => each.id)) ? document.URL : "",
    twice(all("nav, aside, section[aria-label], section[aria-labelledby]").map((each) =>
      (each.getAttribute("aria-label") || each.getAttribute("aria-labelledby") || "")
      + each.tagName)) ? "landmarks of one name" : "",
  ];
  const steps = levels.map((each, n) => `${levels[n - 1]} > ${each}`);
  return [...new Set([...kinds, ...steps, `page ${page.join("|")}`])];
}"""

# Contrast, and links that differ from the words around them by colour alone, take two
# thirds of the time that axe takes. No page has styles of its own (its policy refuses
# them), so that what looks the same has the same contrast: each look is measured once. A look is an element with words of its own, under all that it stands in, by
# what style sheets can tell elements apart; a link's, also whether it stands among words.
LOOKS = """() => {
  const plain = new Set(["id", "href", "for", "name", "value", "action", "content"]);
  const telling = /^(class|type|role|aria-(?!label|described|controls))/;
  const of = (element) => element.tagName + [...element.attributes]
    .filter((each) => !plain.has(each.name))
    .map((each) => each.name + (telling.test(each.name) ? "=" + each.value : ""))
    .sort().join("|") + [element.disabled, element.checked, element.open].join();
  const chains = new Map([[null, ""]]);
  const chain = (element) => {
    if (!chains.has(element)) {
      chains.set(element, chain(element.parentElement) + ">" + of(element));
    }
    return chains.get(element);
  };
  const speaks = (element) => [...element.childNodes].some(
    (each) => each.nodeType === Node.TEXT_NODE && each.data.trim())
    || /^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(element.tagName);
  const around = (element) => {
    let block = element.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) {
      block = block.parentElement;
    }
    return block.textContent.trim().length > element.textContent.trim().length;
  };
  const look = (element) => chain(element)
    + (element.tagName === "A" && around(element) ? " among words" : "");
  const shown = (element) => element.checkVisibility({visibilityProperty: true});
  window.heedLooks = new Map();
  for (const element of document.querySelectorAll("body, body *")) {
    if (speaks(element) && shown(element) && !window.heedLooks.has(look(element))) {
      window.heedLooks.set(look(element), element);
    }
  }
  return [...window.heedLooks.keys()];
}"""

_known: set[str] = set()


def not_looked_at(what: Iterable[str]) -> list[str]:
    """What of this nobody of this run has looked at before. From now on somebody has."""
    KEPT.mkdir(exist_ok=True)
    return [each for each in what if _is_first(each)]


def _is_first(what: str) -> bool:
    if what in _known:
        return False
    _known.add(what)
    try:
        (KEPT / sha256(what.encode()).hexdigest()).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
