"""Puts the labelled answers of a paper where they belong: which child, which adult."""

import re
from dataclasses import dataclass, field

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.boxes import chosen, has_boxes
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.codes import each_of
from heed.papers.forms.fitting import (
    cannot_be,
    fits,
    heads_memo,
    is_of_a_place,
    names_agency,
)
from heed.papers.forms.keys import (
    BEGINS,
    DATE_OF_IT,
    DETAILS,
    ENDORSES,
    HEADS,
    IF_SO,
    LONG,
    OF_A_NAME,
    OPENS,
    REPEATED,
)
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.letter_sender import closes
from heed.papers.forms.listed_children import (
    OF_ONE_CHILD,
    ListedChildren,
    further_child,
)
from heed.papers.forms.numbered import (
    is_kin,
    put_numbered,
    put_of_somebody,
    put_siblings,
)
from heed.papers.forms.office import office_step
from heed.papers.forms.parallel import of_processes, with_process
from heed.papers.forms.pieces import (
    End,
    Loose,
    Pair,
    Piece,
    Records,
    Title,
    is_guidance,
)
from heed.papers.forms.pointers import points_elsewhere
from heed.papers.forms.records import take_records
from heed.papers.forms.sections import ATTRIBUTES, in_section, section_of
from heed.papers.forms.ticking import (
    answers_a_box,
    is_criterion,
    is_tick,
    is_unclear,
    of_criteria,
    tick,
    tick_boxes,
)


@dataclass
class Filling:
    """Walks the pieces of a paper and fills in the answers."""

    answers: Answers = field(default_factory=Answers)
    section: str = ""
    title: str = ""
    who: str = ""
    """The parent, or the professional, whom the last label named."""
    last: str = ""
    """The key of the last label."""
    asked: set[str] = field(default_factory=set)
    """The keys of the labels that were answered."""
    numbered: dict[str, int] = field(default_factory=dict)
    """Which adult, child or agency the paper means by its own number."""
    _now: dict[str, int] = field(default_factory=dict)
    _of_home: Pair | None = None
    """The title under which people of the home are told of, some behind labels."""
    _open: Pair | None = None
    """A label whose answer may follow, or go on, in the next lines."""
    _question: str = ""
    """The last words without a label: perhaps what the boxes below them answer."""
    _criterion: int = 0
    role: str = "index"
    """The place of the children of this part of the paper, by its title."""
    together: tuple[int, ...] = ()
    """The children of one table: a home that is asked for once below it is theirs."""
    _listed: ListedChildren | None = None
    """The children of a list ("Child 1: …", "Child 2: …"), once there is one."""

    def take(self, piece: Piece) -> None:
        """Put one piece where it belongs."""
        self.answers.at = piece.anchor if isinstance(piece, Pair) else ""
        match piece:
            case Title():
                self._take_title(piece)
            case Pair():
                for pair in each_of(piece):
                    if not self._goes_on_with_list(pair):
                        self._take_pair(pair)
            case Records():
                self._open = None
                take_records(self, piece)
            case Loose():
                self._take_loose(piece)
            case End():
                self._open = None

    def _take_title(self, title: Title) -> None:
        asks = REFERRAL.meaning(title.text)
        self.title = title.text
        self._listed = self._of_home = None
        section = section_of(title.text)
        asks_long = asks and (self._key(asks) in LONG or asks.startswith(OPENS))
        self._open = Pair(title.text, (), asks) if asks_long else None
        if asks == ".contact" and self.answers.text("referrer.name"):
            # Below a briefing: who may be asked.
            self._open = Pair(title.text, (), "referrer.contact")
        self.who = ""
        if section:
            self._enter(section)
            if section == "child":
                self._next_child(title.text.lower())

    def _next_child(self, title: str) -> None:
        is_sibling = re.search(r"sibling|brother|sister", title)
        is_other = re.search(r"other child", title)
        self.role = "sibling" if is_sibling else "other" if is_other else "index"
        if is_sibling or is_other or re.search(r"\d", title):
            self._begin_if_used("child")

    def _enter(self, section: str) -> None:
        if section == "criteria" and self.section != section:
            self._criterion = 0
        self.section = section

    def _take_loose(self, loose: Loose) -> None:
        if self._open and cannot_be(
            self._key(self._open.asks), self._open.answer, loose.text
        ):
            self._open = None
            self.keep_unread("Beside the form", loose.text)
        if self._open and (
            is_of_a_place(self._key(self._open.asks), self._open.answer, loose.text)
            or closes(loose.text)
        ):
            self._open = None
        if open_ := self._open or self._of_home:
            self._answer_open(open_, loose.text)
        elif has_boxes(loose.text) and self._in_criteria(loose.text):
            self._tick(loose.text)
        elif of_processes(loose.text):
            self.put("other.parallel", loose.text, self.title)
        elif has_boxes(loose.text) and chosen(loose.text):
            self.keep_unread(self._question or self.title or "Ticked", loose.text)
        elif self.title and self.asked and not is_guidance(loose.text):
            self._go_on(loose.text)
        self._question = loose.text if not has_boxes(loose.text) else self._question

    def _answer_open(self, pair: Pair, text: str) -> None:
        """More of an answer; boxes go on as long as there are some."""
        boxed = has_boxes(text)
        if not boxed or chosen(text) or pair.asks == "criteria.boxes":
            self.put(pair.asks, text, pair.label)
        if self._key(pair.asks) not in LONG and not boxed:
            self._open = None

    def _in_criteria(self, text: str) -> bool:
        criteria = self.section == "criteria" or of_criteria(text)
        return criteria and not of_processes(text)

    def _tick(self, text: str) -> None:
        boxes, ticked = tick_boxes(self.answers, text, self._criterion)
        self._criterion += boxes
        if ticked:
            self.asked.add("criteria.boxes")

    def _go_on(self, text: str) -> None:
        """Keep words under a title that asks nothing we know; they may be an answer."""
        last = self.answers.unread[-1] if self.answers.unread else None
        if last and last.label == self.title:
            self.answers.unread[-1] = Answer(f"{last.text}\n{text}", self.title)
        else:
            self.keep_unread(self.title, text)

    def _goes_on_with_list(self, pair: Pair) -> bool:
        if self._open and is_kin(self._open, pair):
            self._answer_open(self._open, pair.label)
            return True
        further = further_child(self.answers, pair)
        if further:
            self._now["child"], self._listed, self._open = further.last, further, None
            self.asked.add("child.name")
        return further is not None

    def _take_pair(self, pair: Pair) -> None:
        if not pair.asks.startswith("parent:"):
            of_home = pair.asks == "household.told" and not pair.answer
            self._of_home = pair if of_home else None
        is_open = pair.asks and (not pair.answer or self._key(pair.asks) in LONG)
        self._open = pair if is_open else None
        boxed = pair.label and answers_a_box(pair.label) and of_criteria(pair.answer)
        if boxed or (self.section == "criteria" and answers_a_box(pair.label)):
            # The box stands before the words.
            pair = Pair(pair.answer, (pair.label,), "", pair.anchor)
        if is_criterion(pair, self.section):
            self._take_criterion(pair)
        elif self._is_of_gate(pair):
            self.answers.add(f"gate.{pair.label}", chosen(pair.answer), pair.label)
            self.asked.add("gate")
        elif pair.asks:
            columns = [answer for answer in pair.answers if answer]
            if len(columns) > 1 and self._key(pair.asks).startswith("child."):
                self._side_by_side(pair)
            else:
                self.put(pair.asks, pair.answer, pair.label)
        else:
            self._take_unasked(pair)

    def _is_of_gate(self, pair: Pair) -> bool:
        """Whether this is one of the questions before the form, whatever it asks."""
        asking = not pair.asks or pair.label.endswith("?")
        plain = choice(YES_NO, pair.answer) in {"yes", "no"}
        return self.section == "gate" and asking and plain

    def _take_unasked(self, pair: Pair) -> None:
        """An answer whose label asks nothing by itself."""
        if heads_memo(self.answers, self.title, pair.label):
            self.put("referrer.name", pair.answer, pair.label)
        elif self.section == "lead" and ENDORSES.search(pair.label):
            self.put("lead.endorsement", pair.answer, pair.label)
        elif has_boxes(pair.answer) and of_criteria(chosen(pair.answer)):
            self._tick(pair.answer)
        elif self.section == "agency" and names_agency(pair):
            number = self.begin("agency")
            self.answers.add(f"agency.{number}.name", pair.label, self.title)
            self.answers.add(f"agency.{number}.contact", pair.answer, self.title)
        elif pair.label.lower() not in HEADS:
            self.keep_unread(pair.label, pair.answer)

    def _take_criterion(self, pair: Pair) -> None:
        self._criterion += 1
        said = chosen(pair.answer).strip()
        if is_unclear(said):
            self.answers.add("criteria.boxes_unclear", str(self._criterion), pair.label)
        elif is_tick(said):
            tick(self.answers, self._criterion, pair.label)
            self.asked.add(f"criteria.{self._criterion}")

    def keep_unread(self, label: str, text: str) -> None:
        """Keep an answer whose label asks nothing that Heed knows."""
        if text:
            self.answers.unread.append(Answer(chosen(text) or text, label))

    def _side_by_side(self, pair: Pair) -> None:
        """One column for each child; of a single child all columns tell."""
        if len(self.answers.numbers("child")) == 1:
            self.put(pair.asks, pair.answer, pair.label)
            return
        attribute = self._key(pair.asks).removeprefix("child.")
        for number, answer in enumerate(pair.answers, 1):
            self.answers.add(f"child.{number}.{attribute}", chosen(answer), pair.label)
            if answer:
                self.asked.add(f"child.{attribute}")

    def _key(self, asks: str) -> str:
        """The key of a label in the light of its section; "" when it has none."""
        if asks == "child.school" and self.section in {"referrer", "lead"}:
            return f"{self.section}.organisation"
        if not asks.startswith("."):
            return asks
        if asks == ".details":
            return DETAILS.get(self.last) or DETAILS.get(self.section, "")
        return in_section(self.section, asks[1:], self.who)

    def put(self, asks: str, text: str, label: str) -> None:
        """Put one answer where its label says that it belongs."""
        key = self._meant(asks, label)
        self.answers.printed.add(key)
        only_roots = key and label and not REFERRAL.meaning(label)
        if only_roots and not key.startswith(("parent:", "worker:")):
            key = key if fits(key, chosen(text)) else ""
        told = key in {"", "incident.what", "criteria.reasons"}
        if told and has_boxes(text) and of_criteria(text):
            key = "criteria.boxes"
        if not key or points_elsewhere(text):
            self.keep_unread(label, text)
        elif key == "criteria.boxes" and has_boxes(text):
            self._tick(text)
        elif key.startswith("numbered:"):
            put_numbered(self, key, chosen(text), label)
        elif key.startswith(("parent:", "worker:")):
            put_of_somebody(self, key, chosen(text), label)
        else:
            text = with_process(label, text) if key == "other.parallel" else text
            self._put(key, text, label)

    def _meant(self, asks: str, label: str) -> str:
        """The key of a label by what it asks, by what was asked before it, or by the
        roots of its words.
        """
        when = asks == ".date" and label.lower() == "when"
        key = (
            "incident.date" if when and self.section != "key_date" else self._key(asks)
        )
        if key == "criteria.died" and self.section == "child":
            key = "child.has_died"
        if self.section == "office" and not key.startswith("office."):
            return office_step(label) or key
        if key in OF_A_NAME and self._names_referrer(key):
            key = "referrer.name"
        if asks == ".date" and (IF_SO.match(label) or self.last == "child.has_died"):
            key = DATE_OF_IT.get(self.last, key)
        elif key == "lead.consulted_on" and asks == ".date":
            key = self._day_beside_lead()
        elif key == "incident.date" and asks == ".date" and self.answers.text(key):
            # The incident has its day: "Date" below it is that of the paper.
            signed = self.answers.text("declaration.date")
            key = key if signed else "declaration.date"
        return key or self._key(REFERRAL.rooted(label))

    def _names_referrer(self, key: str) -> bool:
        """Whether half a name stands in the part of the referrer, who has none yet."""
        own = "referrer" in {section_of(self.title)} & {self.section}
        second = key == "child.family" and self.last == "referrer.name"
        return own and (second or not self.answers.text("referrer.name"))

    def _day_beside_lead(self) -> str:
        """Whose day a bare "Date" below the lead is: the paper's, where the lead has
        one already and the part is not the lead's own.
        """
        known = self.answers.text("lead.consulted_on") or any(
            dates_in(self.answers.text("lead.endorsement"))
        )
        own = section_of(self.title) == "lead"
        return "declaration.date" if known and not own else "lead.consulted_on"

    def _put(self, key: str, text: str, label: str) -> None:
        if text:
            self.asked.add(key)
        self.last = key
        section, _, attribute = key.partition(".")
        if section == "sibling":
            put_siblings(self, text, label)
            return
        if section == "child" and self._listed and attribute in OF_ONE_CHILD:
            self._listed.put(self.answers, attribute, chosen(text), label)
            return
        if section in ATTRIBUTES and key != "declaration.date":
            self._enter(section)
        full = self._numbered(section, attribute, text)
        self.answers.add(full, chosen(text), label)
        for number in self.together if key == "child.address" else ():
            if not self.answers.text(f"child.{number}.address"):
                self.answers.add(f"child.{number}.address", chosen(text), label)
        if section == "child" and text:
            role = full.rpartition(".")[0] + ".role"
            self.answers.by_key.setdefault(role, Answer(self.role))

    def _numbered(self, section: str, attribute: str, text: str) -> str:
        if section not in REPEATED:
            return f"{section}.{attribute}"
        number = self._now.setdefault(section, 1)
        before = self.answers.text(f"{section}.{number}.{attribute}")
        if text and before and attribute in BEGINS[section]:
            number = self.begin(section)
        return f"{section}.{number}.{attribute}"

    @property
    def child(self) -> int:
        """The child whom the next answers are about."""
        return self._now.get("child", 1)

    @child.setter
    def child(self, number: int) -> None:
        self._now["child"] = number

    def begin(self, section: str) -> int:
        """Let the next answers of a section be about another child or adult."""
        self._now[section] = max([0, *self.answers.numbers(section)]) + 1
        return self._now[section]

    def _begin_if_used(self, section: str) -> None:
        if self.answers.group(section, self._now.get(section, 1)):
            self.begin(section)
