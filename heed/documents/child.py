"""The process that reads a paper: little time, little memory, no network, no keys.

Run as `python -m heed.documents.child AS` with the paper's name on the first line of
standard input and the paper after it. Prints one JSON object on standard output, or one
sentence on standard error and status 2. Beside the ways of `heed read` it knows
`email`: the parts of a message."""

import json
import sys

from heed.documents.confinement import alone, blind, limited, limited_to_a_paper

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


def main(words: list[str]) -> int:
    """Read the paper on standard input as what the caller says that it is."""
    if not confine():
        print(NOT_HERE, file=sys.stderr)  # noqa: T201
        return 2
    from heed.papers.refusals import Refused

    name = sys.stdin.buffer.readline().rstrip(b"\n").decode(errors="replace")
    try:
        understood = _understood(sys.stdin.buffer.read(), name, words[0])
    except Refused as refused:
        print(refused, file=sys.stderr)  # noqa: T201
        return 2
    json.dump(understood, sys.stdout)
    return 0


def _understood(data: bytes, name: str, read_as: str) -> dict:
    from heed.documents.messages import parts_of, typed_answers
    from heed.papers.limits import Kind, identify
    from heed.papers.paper import read_paper

    if identify(data, name) is not Kind.EML:
        limited_to_a_paper()
    if read_as == "email":
        return parts_of(data, name)
    understood = read_paper(data, name, read_as)
    if read_as == "referral":
        understood["typed"] = typed_answers(data, name)
    return understood


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
