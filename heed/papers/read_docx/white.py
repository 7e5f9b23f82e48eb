"""White words: to be read on a coloured cell, to be seen by nobody on the paper."""

from heed.papers.read_docx.names import Element, local, value, w
from heed.papers.read_docx.styles import Styles, near_white, shaded

_FILLS = ("{*}solidFill", "{*}gradFill", "{*}pattFill", "{*}blipFill", "{*}fillRef")


def on_paper(run: Element, styles: Styles) -> bool:
    """Whether nothing that has a colour lies behind a run, as far as the file says."""
    properties = run.find(w("rPr"))
    if properties is not None:
        marked = value(properties, "highlight")
        if shaded(properties.find(w("shd"))) or marked not in {"", "none", "white"}:
            return False
    return not any(_is_behind(each, styles) for each in run.iterancestors())


def _is_behind(holder: Element, styles: Styles) -> bool:
    name = local(holder)
    if name == "p":
        properties = holder.find(w("pPr"))
        own = None if properties is None else properties.find(w("shd"))
        chain = styles.chain(value(properties, "pStyle"))
        by_style = (each.find(f"{w('pPr')}/{w('shd')}") for each in chain)
        return shaded(own) or any(map(shaded, by_style))
    if name == "tc":
        return shaded(holder.find(f"{w('tcPr')}/{w('shd')}"))
    if name == "tbl":
        return styles.shades(value(holder.find(w("tblPr")), "tblStyle"))
    if name == "wsp":
        drawn = holder.findall("{*}spPr") + holder.findall("{*}style")
        return any(each.find(fill) is not None for each in drawn for fill in _FILLS)
    fill = holder.get("fillcolor", "")
    return bool(fill) and not near_white(fill.split(" ", 1)[0].lstrip("#"))
