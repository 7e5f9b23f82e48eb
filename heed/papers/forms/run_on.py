"""Labels and answers that follow one another on a line, with no sign between them: so
a table reads whose lines were lost.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heed.papers.forms.labels import Vocabulary

SAID = frozenset(("Suspected", "Known", "Yes", "No", "Unknown", "None", "Confirmed"))
"""What answers by itself, and would read as a label."""
_WORD_LABELS = frozenset(
    (
        *("dob", "gender", "sex", "ethnicity", "relationship", "agency", "telephone"),
        *(
            "tel",
            "email",
            "role",
            "surname",
            "forename",
            "forenames",
            "address",
            "date",
        ),
        *("school", "time", "organisation", "designation"),
    )
)
"""Labels of one word that are known within a line whose table was lost."""
_OF_SENTENCES = frozenset(
    (
        *("when", "where", "who", "about", "concerning", "regarding", "today", "more"),
        *("concern", "concerns", "known", "seen", "open", "passed", "told", "reported"),
        *("message", "discussed", "due", "re", "in", "current"),
    )
)
"""Labels of one word that as often begin a sentence."""


def run_on(line: str, vocabulary: "Vocabulary") -> list[tuple[str, str]]:
    """Labels and the answers that follow them without a sign between them."""
    words = [] if line.strip(" .") in SAID else line.split(" ")
    found: list[tuple[str, list[str]]] = []
    at = 0
    while at < len(words):
        count = _label_length(vocabulary, words, at, first=not found)
        if count:
            found.append((" ".join(words[at : at + count]), []))
        elif found:
            found[-1][1].append(words[at])
        else:
            return []
        at += count or 1
    return [(label, " ".join(said)) for label, said in found]


def _label_length(
    vocabulary: "Vocabulary", words: list[str], at: int, *, first: bool
) -> int:
    """How many words from here on are a label; within a line only a sure one."""
    for count in range(min(9, len(words) - at), 0, -1):
        label = " ".join(words[at : at + count])
        begins = label[:1].isupper() or label[:1].isdigit()
        word = label.strip(":.").lower()
        sure = (first and begins and word not in _OF_SENTENCES) or (
            label[:1].isupper()
            and (count > 1 or label.strip(":.").lower() in _WORD_LABELS)
        )
        # "Abuse or neglect Suspected": the answer may read on as a label would.
        answers = first and at + count == len(words) > 1 and words[-1] in SAID
        if sure and not answers and vocabulary.exactly(label):
            return count
    return 0
