"""Children listed one under another ("Child 1: …", "Child 2: …"), and what is said of
one of them below the list.
"""

import re
from dataclasses import dataclass

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.pieces import Pair
from heed.papers.patterns import later

OF_ONE_CHILD = frozenset(("date_of_death", "status", "has_died"))
"""What is asked once, below a list, and is true of one child of it at most."""
_NUMBERED = later(r"child (?:no\.? ?|number )?(?P<number>[2-9])", re.IGNORECASE)


@dataclass
class ListedChildren:
    """A list of children of each of whom only the line itself tells."""

    last: int
    is_list: bool
    """Whether nothing stood between them, so what follows is not of the last one."""
    died: int = 0
    """The child of whom the paper said by name that it died."""

    def put(self, answers: Answers, attribute: str, text: str, label: str) -> None:
        """Keep what is said of one child: it is nobody's unless it names the child."""
        if not text.strip():
            return
        named = self._named(answers, text)
        if not self.is_list:
            answers.add(f"child.{self.last}.{attribute}", text, label)
        elif named and attribute == "has_died":
            self.died = named
            answers.add(f"child.{named}.has_died", "Yes", label)
        elif named or (self.died and attribute == "date_of_death"):
            days = [match[0] for match in dates_in(text)]
            said = days[0] if attribute == "date_of_death" and len(days) == 1 else text
            answers.add(f"child.{named or self.died}.{attribute}", said, label)
        else:
            answers.unread.append(Answer(text, label))

    @staticmethod
    def _named(answers: Answers, text: str) -> int:
        """The one child whose first name these words bear; 0 when there is none."""
        words = set(re.findall(r"\w+", text.lower()))
        firsts = {
            number: answers.text(f"child.{number}.name").lower().split()[:1]
            for number in answers.numbers("child")
        }
        found = [n for n, first in firsts.items() if first and first[0] in words]
        return found[0] if len(found) == 1 else 0


def further_child(answers: Answers, pair: Pair) -> ListedChildren | None:
    """The list that goes on with this line, when it is "Child 2: Amir Khan"."""
    match = _NUMBERED.fullmatch(pair.label.strip(" :"))
    if match is None or not pair.answer or not answers.numbers("child"):
        return None
    last = answers.numbers("child")[-1]
    number = int(match["number"])
    if number <= last:
        number = last + 1
    before = set(answers.group("child", last))
    answers.add(f"child.{number}.name", pair.answer, pair.label)
    return ListedChildren(number, is_list=before <= {"name", "role"})
