"""The layers of a PDF (optional content), and which of them are switched off."""

from typing import Any

import pikepdf


class Layers:
    """Which layers do not show when the file is opened."""

    def __init__(self, root: Any) -> None:
        usual = (root.get("/OCProperties") or {}).get("/D") or {}
        self.all_off = str(usual.get("/BaseState", "")) == "/OFF"
        self.on = {each.objgen for each in usual.get("/ON") or ()}
        self.off = {each.objgen for each in usual.get("/OFF") or ()}

    def is_off(self, said: Any) -> bool:
        """Whether what belongs to this layer, or set of layers, does not show."""
        if said is None or not isinstance(said, pikepdf.Dictionary):
            return False
        if said.get("/Type") != "/OCMD":
            key = said.objgen
            return key in self.off or (self.all_off and key not in self.on)
        layers = said.get("/OCGs")
        if layers is None:
            return False
        several = isinstance(layers, pikepdf.Array)
        offs = [self.is_off(each) for each in (layers if several else (layers,))]
        return _hides(str(said.get("/P", "/AnyOn")), offs)


def _hides(policy: str, offs: list[bool]) -> bool:
    shows = {
        "/AnyOn": not all(offs),
        "/AllOn": not any(offs),
        "/AnyOff": any(offs),
        "/AllOff": all(offs),
    }
    return bool(offs) and not shows.get(policy, True)
