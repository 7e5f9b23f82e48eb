"""The columns of a chronology, under whatever heading an agency puts them."""

import re
from collections.abc import Callable

from heed.papers.dates import read_date, split_time
from heed.papers.forms.roots import by_roots
from heed.papers.patterns import later

_COLUMNS: dict[str, str] = {
    "n": r"(no|number|ref|seq(uence)?( no)?|entry( no)?|#|ser(ial)?( no)?|item( no)?|"
    r"line( no)?|row|index|id)\.?",
    "recorded": r"(date |day |when )?(recorded|entered|written up|logged|of recording)"
    r"( on| at)?|(entry|recording|record) date|date (of )?(entry|record(ing|ed)?)( "
    r"made)?",
    "date": r"(event |contact |incident |occurrence )?(start )?dates?( of (event|"
    r"contact|incident))?"
    r"( ?(and|&|/|,)? ?times?)?"
    r"( ?\(?(utc|gmt|local|iso|dd/?mm.*|mm/?dd.*|from|start)\)?)?|"
    r"dd/mm/yy(yy)?|date from|from|timestamp( \(?utc\)?)?|when|day|start|dts?|d/t|dte|"
    r"day ?/ ?date|on|date ?(&|and|/) ?day|when it happened|date it happened|"
    r"date (it )?occurred|occurred( on)?",
    "end": r"(date )?(to|until)|end( date)?|date end(ed)?",
    "time": r"(event |contact |start )?times?( of (event|contact))?"
    r"( ?\(?(utc|gmt|24 ?hr?|if known|approx.*|hh:?mm)\)?)?|tms?|hrs?|hours?|clock|"
    r"time of day|what time|at",
    "kind": r"(entry |event |contact )?(type|kind|category)( of (event|entry|"
    r"contact))?",
    "agency": r"agency|organisation|service|agency name|reporting agency",
    "source": r"(information )?source.*|records?|where recorded|evidence.*|recorded by|"
    r"document(ation)?|file( ref.*)?|taken from|record (source|type)|database|system|"
    r"src|drawn from|where (it )?(is )?from|origin|from (which|what) (record|file|"
    r"system)|found in|where (found|held)|which (record|file|system)|reference|log "
    r"no.*|dep(artmen)?t",
    "event": r"(significant |key )?events?( .*)?|contact|details?( of .*)?|"
    r"description.*|what happened|information|narrative|incident|entry|summary.*|"
    r"significant .*|key .*|contact (details|with family)|activity|nature of contact|"
    r"event ?/ ?contact|facts?|message|log|note|notes|record of event|evt|"
    r"what (took place|was (done|said|seen|recorded)|we (saw|did|know)|is recorded|"
    r"occurred)|occurrence|particulars|account|entry details?|history|circumstances|"
    r"narrative of.*|story|item of information|content",
    "outcome": r"(agency )?(response|outcome|action).*|decision.*|results?|"
    r"(what|how) (was done|we did|came of it|it ended|did you do|happened next)|"
    r"follow(ed)?[ -]?up|disposal|next steps?|o/?c|what was done( about it)?",
    "child_seen": r"(was )?(the )?(child(ren)?|subject|baby|yp) seen(?! alone).*|"
    r"seen\??( ?\(?y ?/ ?n\)?)?|sight(ed)?( of child)?\??|(was )?(he|she|they) seen.*",
    "seen_alone": r"(was )?(the )?(child(ren)? )?(seen )?(alone|on (their|his|her|"
    r"its )?"
    r"own|by (him|her|them)sel(f|ves)|apart|without (parents?|adults?|carers?|mum)).*",
    "child_voice": r".*\b(voice|wishes|views?( of| sought)?|lived experience)\b.*|"
    r"(the )?(child(ren)?|yp|young person|pupil|subject|their|his|her)['’]?s?['’]? "
    r"(own )?(words|feelings)( .*)?|(words|feelings) of (the )?child.*|"
    r"what (the )?(child|they|he|she|yp)( \w+)? (said|told us|says)( .*)?",
    "comment": r"comment.*|analysis.*|observation.*|reflection.*|significance.*|"
    r".*\bremarks?|.*\b(comments?|thoughts|view|observations?)|why it matters.*|rmks?|"
    r"what (it )?(means|tells us|shows).*|learning.*|reviewer.*",
    "present": r"present|attendees|who was (present|there).*|people( present| "
    r"involved)?|"
    r"with whom|who( was)?( involved| took part)?|in attendance|persons?|staff|"
    r"clinician|practitioner",
    "child": r"child|subject|child name|name of child|regarding",
}
_PATTERNS = {name: later(words, re.IGNORECASE) for name, words in _COLUMNS.items()}


def columns(labels: list[str]) -> list[str]:
    """The canonical name of each column, "" for one that is not known.

    The first of two columns that mean the same keeps the name.
    """
    found: list[str] = []
    for label in labels:
        words = _words_of(label)
        meant = (name for name, words_ in _PATTERNS.items() if words_.fullmatch(words))
        name = next(meant, "")
        found.append("" if name in found else name)
    return found


def _words_of(label: str) -> str:
    return re.sub(r"\s+", " ", label).strip(" :*.")


def heads_dates(label: str) -> bool:
    """Whether a cell is a heading of dates."""
    might = _PATTERNS["date"].fullmatch(_words_of(label)) is not None
    return might and columns([label]) == ["date"]


def with_contents(
    labels: list[str], names: list[str], rows: list[list[str]]
) -> list[str]:
    """The names of columns, with those that only what stands below them shows: a
    column of dates, one of times, one of numbers in order; the roots of what a heading
    says; and the longest texts.
    """
    found = list(names)
    below = [
        [row[n] for row in rows if n < len(row) and row[n]] for n in range(len(names))
    ]
    for name, fits in _CONTENTS.items():
        free = [n for n, known in enumerate(found) if not known and below[n]]
        if name not in found:
            best = next((n for n in free if _mostly(fits, below[n])), None)
            if best is not None:
                found[best] = name
    for number, label in enumerate(labels):
        name = "" if found[number] else by_roots("chronology", label)
        if name and name not in found:
            found[number] = name
    free = [n for n, known in enumerate(found) if not known and below[n]]
    if "event" not in found and free:
        longest = max(free, key=lambda n: _length(below[n]))
        if _length(below[longest]) >= _SENTENCE:
            found[longest] = "event"
    return found


def _mostly(fits: Callable[[str], bool], texts: list[str]) -> bool:
    return sum(map(fits, texts)) * 10 >= len(texts) * 6


def _length(texts: list[str]) -> int:
    return sum(map(len, texts)) // len(texts)


_SENTENCE = 18
"""Letters, on the average, of a column that tells what happened."""
_A_TIME = later(
    r"\d{1,2}[:.h]\d\d( ?[ap]m)?( ?hrs)?|[0-2]\d[0-5]\d ?(hrs|hours|h)?|\d{1,2} ?[ap]m|"
    r"(early |late |mid-?)?(morning|evening|night|afternoon)|noon|midnight|midday|"
    r"[ap]m",
    re.IGNORECASE,
)


def _is_time(text: str) -> bool:
    return _A_TIME.fullmatch(text.strip()) is not None


def _is_date(text: str) -> bool:
    said = text.strip()
    return not _is_time(said) and bool(
        read_date(split_time(said)[0]).iso if re.search(r"\d", said) else None
    )


_CONTENTS: dict[str, Callable[[str], bool]] = {
    "n": lambda text: re.fullmatch(r"\d{1,3}\.?", text.strip()) is not None,
    "time": _is_time,
    "date": _is_date,
}


def is_header(names: list[str]) -> bool:
    """Whether these columns are those of a chronology: a date and what happened."""
    return "date" in names and bool({"event", "source", "outcome"} & set(names))
