"""The process that reads a paper: little time, little memory, no network, no keys.

Run as `python -m heed.documents.child AS` with the paper's name on the first line of
standard input and the paper after it. Prints one JSON object on standard output, or one
sentence on standard error and status 2. Beside the ways of `heed read` it knows
`email`: the parts of a message."""

import ctypes
import json
import resource
import sys

SECONDS = 30
BYTES = 1024 * 1024 * 1024
NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000


def confine() -> None:
    """Give up time, memory, new files and the network before a byte is read."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Where the kernel allows it, the process also loses sight of every network.
    ctypes.CDLL(None).unshare(NEW_USER_AND_NETWORK)


def main(words: list[str]) -> int:
    """Read the paper on standard input as what the caller says that it is."""
    confine()
    from heed.papers.refusals import Refused

    name, _, data = sys.stdin.buffer.read().partition(b"\n")
    try:
        understood = _understood(data, name.decode(errors="replace"), words[0])
    except Refused as refused:
        print(refused, file=sys.stderr)  # noqa: T201
        return 2
    json.dump(understood, sys.stdout)
    return 0


def _understood(data: bytes, name: str, read_as: str) -> dict:
    from heed.documents.messages import parts_of, typed_answers
    from heed.papers.paper import read_paper

    if read_as == "email":
        return parts_of(data, name)
    understood = read_paper(data, name, read_as)
    if read_as == "referral":
        understood["typed"] = typed_answers(data, name)
    return understood


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
