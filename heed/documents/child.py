"""The process that reads a paper: little time, little memory, no network, no keys.

Run as `python -m heed.documents.child AS` with the paper's name on the first line of
standard input and the paper after it. Says one JSON object in a line of standard
output: the `content`, or the `problem` in one sentence. Beside the ways of `heed read`
it knows `picture` and `scan`: a picture, or the pages of a scan, made anew, the size
in one line and the bytes after that; and `email`: the parts of a message in one line,
the bytes of what came with it after that as they are, and what the message says as a
referral in a last line; and `entries`: a chronology, row by row as it is kept. As
`search` it gets an order in one line and pictures after it, and says what could
identify somebody.
"""

import json
import sys
from collections.abc import Callable
from typing import BinaryIO

from heed.documents.confinement import alone, blind, limited

NOT_HERE = (
    "Papers are read only where the process that reads them can be cut off from the "
    "network: on Linux, on x86-64 or ARM 64."
)


def confine() -> bool:
    """Give up time, memory, files and the network before a byte is read; whether the
    network is really gone."""
    limited()
    blind()
    return alone()


def main(words: list[str]) -> None:
    """Read the paper on standard input as what the caller says that it is."""
    out = sys.stdout.buffer
    if not confine():
        say(out, {"problem": NOT_HERE})
        return
    name = sys.stdin.buffer.readline().rstrip(b"\n").decode(errors="replace")
    if words[0] == "email":
        take_apart(_as_much_as_may_be(), name, out)
    elif words[0] == "search":
        say(out, answer(lambda: search(sys.stdin.buffer)))
    elif words[0] in ANEW:
        make_anew(_as_much_as_may_be(), name, out, ANEW[words[0]])
    else:
        say(out, answer(lambda: _understood(_as_much_as_may_be(), name, words[0])))


def _as_much_as_may_be() -> bytes:
    """The paper; of one that is too large, one byte too many."""
    from heed.papers.limits import MOST_BYTES

    return sys.stdin.buffer.read(MOST_BYTES + 1)


def say(out: BinaryIO, said: dict) -> None:
    """One answer, in one line. Halves of letters, which no page shows, are marked."""
    pictures = _taken_out(said)
    line = json.dumps(said, ensure_ascii=False)
    if pictures:
        before, _, line = line.partition(json.dumps(PICTURES))
        out.write(before.encode(errors="replace"))
        _write(pictures, out)
    out.write(line.encode(errors="replace") + b"\n")
    out.flush()


PICTURES = "\x00pictures"
"""Stands for the pictures of a report, which are too large to be said in one breath.
No file that has pictures can hold this sign in its words."""


def _taken_out(said: dict) -> dict[str, str]:
    """The pictures of a document, with a sign left in their place."""
    document = (said.get("content") or {}).get("document")
    if not isinstance(document, dict) or "images" not in document:
        return {}
    pictures, document["images"] = document["images"], PICTURES
    return pictures


def _write(pictures: dict[str, str], out: BinaryIO) -> None:
    """One picture after another: together they take more memory than there is."""
    for number, (key, data) in enumerate(pictures.items()):
        out.write(b"{" if not number else b", ")
        out.write(json.dumps({key: data})[1:-1].encode())
    out.write(b"}")


def answer(read: Callable[[], dict]) -> dict:
    """What the reading gives, or the sentence why it gives nothing."""
    from heed.papers.refusals import Refused

    try:
        return {"content": read()}
    except Refused as refused:
        return {"problem": refused.sentence, "reason": str(refused.reason)}


def _understood(data: bytes, name: str, read_as: str) -> dict:
    if read_as == "entries":
        from heed.papers.chronologies.kept import read_as_kept

        return read_as_kept(data, name)
    if read_as in {"referral", "agency-summary"}:
        from heed.documents import messages

        is_referral = read_as == "referral"
        read = messages.referral_in if is_referral else messages.agency_summary_in
        return read(data, name)
    from heed.papers.paper import read_paper

    return read_paper(data, name, read_as)


def search(given: BinaryIO) -> dict:
    """What could identify somebody in the texts of an order, and in the pictures and
    hidden parts of the file behind them."""
    from heed.deidentify.apart import search as searched

    order = json.loads(given.readline())
    pictures = {key: given.read(size) for key, size in order["pictures"]}
    return searched(order, pictures)


def make_anew(data: bytes, name: str, out: BinaryIO, how: Callable) -> None:
    """A file made anew: its size in one line, and its bytes."""
    from heed.papers.refusals import Refused

    try:
        made = how(data, name)
    except Refused as refused:
        say(out, {"problem": refused.sentence})
        return
    say(out, {"content": {"attachments": [{"size": len(made)}]}})
    out.write(made)
    out.flush()


def _picture(data: bytes, name: str) -> bytes:
    from heed.papers.remaking import remade

    return remade(data, name).data


def _scan(data: bytes, name: str) -> bytes:
    from heed.papers.scans import bare_scan

    return bare_scan(data)


ANEW: dict[str, Callable[[bytes, str], bytes]] = {"picture": _picture, "scan": _scan}


def take_apart(data: bytes, name: str, out: BinaryIO) -> None:
    """A message in its parts; then what it says as a referral, which may go wrong when
    the parts are safe already."""
    from heed.documents.messages import as_referral, opened, parts_of
    from heed.papers.refusals import Refused

    try:
        message, automatic = opened(data, name)
    except Refused as refused:
        say(out, {"problem": refused.sentence})
        return
    say(out, {"content": parts_of(message) | {"automatic": automatic}})
    out.writelines(each.data for each in message.attachments)
    out.flush()
    say(out, answer(lambda: as_referral(message)))


if __name__ == "__main__":
    main(sys.argv[1:])
