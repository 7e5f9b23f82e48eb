"""DR-1 as a truth table: whether to notify, and whether a rapid review is owed.

What is not known never becomes a no: every answer that is missing is tried both ways,
and where one of them would mean notifying, the case is treated as suspected.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Answer(StrEnum):
    """An answer that may honestly be that nobody knows."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Suspicion(StrEnum):
    """How sure anybody is of abuse or neglect."""

    KNOWN = "known"
    SUSPECTED = "suspected"
    NO = "no"
    NOT_KNOWN = "not_known"


class Place(StrEnum):
    """Where it happened, as this local authority sees it."""

    THIS_AREA = "this_area"
    ANOTHER_ENGLISH_AREA = "another_english_area"
    OUTSIDE_ENGLAND = "outside_england"
    NOT_KNOWN = "not_known"


class Duty(StrEnum):
    """What the answers come to; the local authority decides."""

    NOTIFY = "notify"
    JUDGEMENT = "judgement"
    TREAT_AS_SUSPECTED = "treat_as_suspected"
    LOOKED_AFTER_DEATH = "notify_looked_after_death"
    CARE_LEAVER_DEATH = "notify_care_leaver_death"
    OTHER_AREA = "other_area"
    NOT_NOTIFIABLE = "not_notifiable"


class Owed(StrEnum):
    """Whether something follows from the answers."""

    YES = "yes"
    SHOULD = "should"
    SHARED = "shared"
    IF_NOTIFIED = "if_notified"
    OTHER_AREA = "other_area"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class NotificationAnswers:
    """What is known of one child, as far as it decides whether to notify."""

    is_child: Answer = Answer.NOT_KNOWN
    abuse_or_neglect: Suspicion = Suspicion.NOT_KNOWN
    died: Answer = Answer.NOT_KNOWN
    seriously_harmed: Answer = Answer.NOT_KNOWN
    place: Place = Place.NOT_KNOWN
    lives_here: Answer = Answer.NOT_KNOWN
    looked_after: Answer = Answer.NOT_KNOWN
    care_leaver: Answer = Answer.NOT_KNOWN
    recent_concern: Answer = Answer.NOT_KNOWN
    caused_serious_harm: Answer = Answer.NO
    unborn: Answer = Answer.NO
    unexplained: Answer = Answer.NO

    @classmethod
    def from_record(cls, answers: Mapping[str, str]) -> "NotificationAnswers":
        """These answers out of a decision record; what it leaves out keeps its
        default, and ValueError for an answer that is none of the choices.
        """
        defaults = cls()
        given = {
            each.name: type(getattr(defaults, each.name))(answers[each.name])
            for each in fields(cls)
            if answers.get(each.name)
        }
        return replace(defaults, **given)


@dataclass(frozen=True, kw_only=True)
class Conclusion:
    """What the answers come to, explained; `find_out` names the questions whose
    answer would change it. `crosses`: two areas of England have to agree who leads.
    """

    duty: Duty
    rapid_review: Owed
    secretary_of_state: Owed
    why: tuple[str, ...]
    find_out: tuple[str, ...] = ()
    crosses: bool = False


WORDS: Mapping[Duty, str] = {
    Duty.NOTIFY: (
        "A child has died or been seriously harmed, and abuse or neglect is known or "
        "suspected: the local authority must notify the Panel."
    ),
    Duty.JUDGEMENT: "Notifying is allowed here: the local authority judges.",
    Duty.TREAT_AS_SUSPECTED: (
        "It cannot be ruled out: treat it as suspected. The local authority decides "
        "within five working days of becoming aware."
    ),
    Duty.LOOKED_AFTER_DEATH: (
        "A looked-after child has died: the Secretary of State and Ofsted are told, "
        "whatever the cause. Without abuse or neglect no rapid review is owed."
    ),
    Duty.CARE_LEAVER_DEATH: (
        "A care leaver up to the age of 24 has died: the Secretary of State and "
        "Ofsted should be told. No rapid review is owed; partners may hold one."
    ),
    Duty.OTHER_AREA: (
        "It happened in another English area: that area notifies and holds the rapid "
        "review. Tell it now, and work with it."
    ),
    Duty.NOT_NOTIFIABLE: "As answered, this is not one to notify to the Panel.",
}

HARM_IN_CARE = (
    "This area notifies serious harm to a looked-after child, whatever the cause. The "
    "law does not ask for it."
)
UNEXPLAINED = (
    "A child died by suicide, or nobody can explain the death: where services know of "
    "a recent incident or of a concern now, it is considered as serious."
)
BY_RESIDENCE = (
    "Some areas go by where the child lives. The national reading goes by where it "
    "happened: agree in writing with the other area who leads."
)
LIVES_ELSEWHERE = (
    "The child lives in another area. It happened here, so this area leads and the "
    "home area works with it: share with it what both agree."
)
NOT_CONFIRMED = "Some answers are not known yet and may change this: find them out."

_REVIEW_OWED = {
    Duty.NOTIFY: Owed.YES,
    Duty.JUDGEMENT: Owed.IF_NOTIFIED,
    Duty.TREAT_AS_SUSPECTED: Owed.IF_NOTIFIED,
    Duty.LOOKED_AFTER_DEATH: Owed.NO,
    Duty.CARE_LEAVER_DEATH: Owed.NO,
    Duty.OTHER_AREA: Owed.OTHER_AREA,
    Duty.NOT_NOTIFIABLE: Owed.NO,
}
_MINISTER_TOLD = {
    Duty.NOTIFY: Owed.SHARED,
    Duty.JUDGEMENT: Owed.SHARED,
    Duty.TREAT_AS_SUSPECTED: Owed.IF_NOTIFIED,
    Duty.LOOKED_AFTER_DEATH: Owed.YES,
    Duty.CARE_LEAVER_DEATH: Owed.SHOULD,
    Duty.OTHER_AREA: Owed.OTHER_AREA,
    Duty.NOT_NOTIFIABLE: Owed.NO,
}


def conclude_notification(
    answers: NotificationAnswers, *, harm_in_care: bool = False
) -> Conclusion:
    """What these answers about one child come to, in words, under the Children Act
    2004, section 16C. `harm_in_care`: whether this area notifies serious harm to a
    looked-after child without abuse or neglect too, which no law asks.
    """
    duties = {each: _duty(each, harm_in_care) for each in _completions(answers)}
    duty = _strongest(set(duties.values()))
    find_out = _find_out(answers, duties)
    return Conclusion(
        duty=duty,
        rapid_review=_review_owed(duty, answers),
        secretary_of_state=_MINISTER_TOLD[duty],
        why=(
            WORDS[duty],
            *_notes(duty, answers, harm_in_care),
            *([NOT_CONFIRMED] if find_out else []),
        ),
        find_out=find_out,
        crosses=bool([*_across_areas(duty, answers)]),
    )


def conclude_incident(
    children: Sequence[NotificationAnswers],
    *,
    not_tested: int = 0,
    harm_in_care: bool = False,
) -> Conclusion:
    """What one incident with several children comes to: each child is tested, and
    one notification and one rapid review serve them all. It says how many were not
    tested yet. ValueError where none was.
    """
    if not children:
        raise ValueError("An incident concerns at least one child.")
    conclusions = [
        conclude_notification(each, harm_in_care=harm_in_care) for each in children
    ]
    order = list(Duty)
    leading = min(conclusions, key=lambda each: order.index(each.duty))
    return replace(
        leading,
        why=(*leading.why, *_of_several(len(children), not_tested)),
        crosses=any(each.crosses for each in conclusions),
    )


def _of_several(tested: int, not_tested: int) -> Iterator[str]:
    total = tested + not_tested
    if total > 1:
        yield f"{total} children, one incident: one notification names them all."
    if not_tested:
        yield f"Not tested yet: {not_tested} of {total} children. Test each by itself."


def _strongest(possible: set[Duty]) -> Duty:
    if len(possible) > 1 and possible & {Duty.NOTIFY, Duty.JUDGEMENT}:
        return Duty.TREAT_AS_SUSPECTED
    return min(possible, key=list(Duty).index)


def _completions(answers: NotificationAnswers) -> Iterator[NotificationAnswers]:
    """Every way in which what is not known might turn out."""
    for each in fields(answers):
        answer = getattr(answers, each.name)
        if answer == Answer.NOT_KNOWN:
            for known in type(answer):
                if known != answer:
                    yield from _completions(replace(answers, **{each.name: known}))
            return
    yield answers


def _find_out(
    answers: NotificationAnswers, duties: Mapping[NotificationAnswers, Duty]
) -> tuple[str, ...]:
    """The questions not answered yet whose answer may change the duty."""
    return tuple(
        each.name
        for each in fields(answers)
        if getattr(answers, each.name) == Answer.NOT_KNOWN
        and _matters(each.name, duties)
    )


def _matters(question: str, duties: Mapping[NotificationAnswers, Duty]) -> bool:
    seen: dict[NotificationAnswers, Duty] = {}
    for answers, duty in duties.items():
        unknown = type(getattr(answers, question))("not_known")
        but_for_it = replace(answers, **{question: unknown})
        if seen.setdefault(but_for_it, duty) != duty:
            return True
    return False


def _duty(a: NotificationAnswers, harm_in_care: bool) -> Duty:
    """The truth table itself; every answer is known here."""
    if a.is_child == Answer.NO:
        return _of_an_adult(a)
    if a.abuse_or_neglect == Suspicion.NO:
        return _without_abuse(a, harm_in_care)
    if Answer.YES not in {a.died, a.seriously_harmed}:
        caused = a.caused_serious_harm == Answer.YES
        return Duty.JUDGEMENT if caused else Duty.NOT_NOTIFIABLE
    return _by_place(a)


def _of_an_adult(a: NotificationAnswers) -> Duty:
    left_care = a.care_leaver == Answer.YES and a.died == Answer.YES
    return Duty.CARE_LEAVER_DEATH if left_care else Duty.NOT_NOTIFIABLE


def _without_abuse(a: NotificationAnswers, harm_in_care: bool) -> Duty:
    if a.died == Answer.NO:
        in_care = Answer.NO not in {a.seriously_harmed, a.looked_after}
        return Duty.JUDGEMENT if harm_in_care and in_care else Duty.NOT_NOTIFIABLE
    if a.recent_concern == Answer.YES:
        return Duty.TREAT_AS_SUSPECTED
    if a.looked_after == Answer.YES:
        return Duty.LOOKED_AFTER_DEATH
    left_care = a.care_leaver == Answer.YES
    return Duty.CARE_LEAVER_DEATH if left_care else Duty.NOT_NOTIFIABLE


def _by_place(a: NotificationAnswers) -> Duty:
    if a.place == Place.ANOTHER_ENGLISH_AREA:
        return Duty.OTHER_AREA
    if a.place == Place.OUTSIDE_ENGLAND and a.lives_here == Answer.NO:
        return Duty.NOT_NOTIFIABLE
    return Duty.JUDGEMENT if a.unborn == Answer.YES else Duty.NOTIFY


def _review_owed(duty: Duty, a: NotificationAnswers) -> Owed:
    young = duty == Duty.CARE_LEAVER_DEATH and a.is_child == Answer.YES
    return Owed.IF_NOTIFIED if young else _REVIEW_OWED[duty]


def _notes(duty: Duty, a: NotificationAnswers, harm_in_care: bool) -> Iterator[str]:
    yield from _of_this_child(duty, a)
    yield from _of_harm_in_care(duty, a, harm_in_care)
    yield from _across_areas(duty, a)
    abuse = a.abuse_or_neglect != Suspicion.NO
    if a.unexplained == Answer.YES and a.died == Answer.YES:
        yield UNEXPLAINED
    if duty == Duty.NOT_NOTIFIABLE and abuse:
        yield "There may still be something to learn: consider other learning."
    if duty == Duty.NOT_NOTIFIABLE and a.died == Answer.YES:
        yield "The child death review looks at every child's death."


def _of_this_child(duty: Duty, a: NotificationAnswers) -> Iterator[str]:
    if a.caused_serious_harm == Answer.YES:
        yield "A child who has caused harm is tested as a child of the case too."
    if a.unborn == Answer.YES:
        yield "Guidance of December 2025 lets a child not yet born be notified."
    if duty == Duty.CARE_LEAVER_DEATH and a.is_child == Answer.YES:
        yield "Under 18: test the criteria again as facts come in."
    if duty == Duty.OTHER_AREA and a.looked_after == Answer.YES:
        yield "The child is looked after: tell the Secretary of State and Ofsted too."


def _across_areas(duty: Duty, a: NotificationAnswers) -> Iterator[str]:
    """What two areas agree; it warns and stops nothing."""
    if duty == Duty.OTHER_AREA:
        yield BY_RESIDENCE
    serious = {Duty.NOTIFY, Duty.JUDGEMENT, Duty.TREAT_AS_SUSPECTED}
    if duty in serious and a.place == Place.THIS_AREA and a.lives_here == Answer.NO:
        yield LIVES_ELSEWHERE


def _of_harm_in_care(
    duty: Duty, a: NotificationAnswers, harm_in_care: bool
) -> Iterator[str]:
    if a.seriously_harmed != Answer.YES or a.looked_after != Answer.YES:
        return
    if duty == Duty.NOT_NOTIFIABLE:
        yield "Some areas notify serious harm to a looked-after child all the same."
    without_abuse = a.abuse_or_neglect == Suspicion.NO
    if harm_in_care and duty == Duty.JUDGEMENT and without_abuse:
        yield HARM_IN_CARE
