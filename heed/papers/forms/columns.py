"""The columns of a chronology, under whatever heading an agency puts them."""

import re

_COLUMNS: dict[str, str] = {
    "n": r"(no|number|ref|seq(uence)?( no)?|entry( no)?|#)\.?",
    "date": r"(event |entry |contact )?dates?( of (event|contact|entry))?"
    r"( ?(and|&|/) ?time)?",
    "time": r"(event )?time( of (event|contact))?",
    "agency": r"agency|organisation|service|agency name|reporting agency",
    "source": r"source.*|records?|where recorded|evidence|document(ation)?|recorded by",
    "event": r"(significant |key )?events?( .*)?|contact|details?( of .*)?|"
    r"description.*|what happened|information|narrative|incident|entry|summary.*|"
    r"significant .*",
    "outcome": r"(agency )?(response|outcome|action).*|decision.*",
    "child_seen": r"(was )?(the )?child(ren)? seen.*|seen\??|child seen y/?n",
    "seen_alone": r"(child )?seen alone.*|alone\??",
    "child_voice": r".*(voice|wishes|views?( of| sought)?|lived experience).*",
    "comment": r"comment.*|analysis.*|observation.*|reflection.*|significance.*",
    "present": r"present|attendees|who was present.*|people( present| involved)?",
    "child": r"child|subject|child name|name of child|regarding",
}
_PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in _COLUMNS.items()}


def columns(labels: list[str]) -> list[str]:
    """The canonical name of each column, "" for one that is not known.

    The first of two columns that mean the same keeps the name.
    """
    found: list[str] = []
    for label in labels:
        words = re.sub(r"\s+", " ", label).strip(" :*.")
        meant = (name for name, words_ in _PATTERNS.items() if words_.fullmatch(words))
        name = next(meant, "")
        found.append("" if name in found else name)
    return found


def is_header(names: list[str]) -> bool:
    """Whether these columns are those of a chronology: a date and what happened."""
    return "date" in names and bool({"event", "source", "outcome"} & set(names))
