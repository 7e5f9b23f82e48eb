"""The columns of a chronology, under whatever heading an agency puts them."""

import re

_COLUMNS: dict[str, str] = {
    "n": r"(no|number|ref|seq(uence)?( no)?|entry( no)?|#)\.?",
    "recorded": r"(date |day |when )?(recorded|entered|written up|logged|of recording)"
    r"( on| at)?|(entry|recording|record) date|date (of )?(entry|record(ing|ed)?)( "
    r"made)?",
    "date": r"(event |contact |incident )?(start )?dates?( of (event|contact|"
    r"incident))?"
    r"( ?(and|&|/|,)? ?times?)?( ?\(?(utc|gmt|local|dd/?mm.*|mm/?dd.*|from|start)\)?)?|"
    r"date from|from|timestamp( \(?utc\)?)?|when|day|start",
    "end": r"(date )?(to|until)|end( date)?|date end(ed)?",
    "time": r"(event |contact |start )?times?( of (event|contact))?"
    r"( ?\(?(utc|gmt|24 ?hr?|if known|approx.*|hh:?mm)\)?)?",
    "kind": r"(entry |event |contact )?(type|kind|category)( of (event|entry|"
    r"contact))?",
    "agency": r"agency|organisation|service|agency name|reporting agency",
    "source": r"(information )?source.*|records?|where recorded|evidence.*|recorded by|"
    r"document(ation)?|file( ref.*)?|taken from|record (source|type)|database|system",
    "event": r"(significant |key )?events?( .*)?|contact|details?( of .*)?|"
    r"description.*|what happened|information|narrative|incident|entry|summary.*|"
    r"significant .*|key .*|contact (details|with family)|activity|nature of contact|"
    r"event ?/ ?contact|facts?|message|log|note|notes|record of event",
    "outcome": r"(agency )?(response|outcome|action).*|decision.*",
    "child_seen": r"(was )?(the )?(child(ren)?|subject|baby|yp) seen(?! alone).*|"
    r"seen\??",
    "seen_alone": r"(child )?(seen )?alone.*",
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
