"""The record of processing and the impact assessment, as far as the code can tell."""

from collections.abc import Iterator, Sequence

from heed.config.written.glosses import GROUPS, about
from heed.config.written.markdown import bullets, filled, sentence, table, wrapped
from heed.config.written.tables import FieldKept, TableKept, casework
from heed.rulebook import process, sources
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.language import Role, Step
from heed.rulebook.recipients import LABELS, PAPERS
from heed.rulebook.roles import ROLES, SEES_NO_CASE, named_briefly
from heed.rulebook.words import force_in_words, period_in_words

# The steps in which who somebody is, or where they live, is written down.
IDENTIFYING = (
    process.REFER,
    process.NAME_CHILD,
    process.RECORD_PROTECTED_ADDRESS,
    process.NAME_FAMILY_MEMBER,
    process.RECORD_FAMILY_CONTACT,
    process.ANSWER_REQUEST,
    process.RECORD_EVENT,
    process.LODGE_DRAFT,
    process.RECORD_FINDING,
)


# How much of cases somebody sees who stands on no case's list.
HOW_MUCH = {
    Role.PUBLIC: "No",
    Role.REFERRER: "Its stage only",
    Role.AGENCY_CONTRIBUTOR: "The one request",
    Role.PRACTITIONER: "Own drafts only",
    Role.SAFEGUARDING_LEAD: "Drafts and actions of the own organisation",
    Role.PANEL_SECRETARIAT: "What was sent to the Panel, as it was sent",
    Role.PANEL_MEMBER: "What was sent to the Panel, as it was sent",
    Role.SYSTEM: "As the rule needs",
}
OURS = frozenset({sources.LOCAL, sources.GOOD_PRACTICE})


def record_of_processing() -> bytes:
    """docs/for-partnerships/record-of-processing.md."""
    return filled(
        "record-of-processing.md",
        {
            "purposes": _purposes,
            "people and data": _people_and_data,
            "who takes part": _who_takes_part,
            "recipients": _recipients,
        },
    )


def impact_assessment() -> bytes:
    """docs/for-partnerships/data-protection-impact-assessment.md."""
    return filled(
        "data-protection-impact-assessment.md",
        {
            "in numbers": _in_numbers,
            "people and data": _people_and_data,
            "identifying steps": _identifying_steps,
            "who takes part": _who_takes_part,
            "recipients": _recipients,
            "clocks": _clocks,
        },
    )


def _purposes() -> str:
    rows = [
        (sentence(part), ", ".join(_by(steps)), "; ".join(_sources(steps)))
        for part, steps in process.PARTS.items()
    ]
    return table(("Part of the work", "Who takes part", "Where it is found"), rows)


def _by(steps: Sequence[Step]) -> list[str]:
    return named_briefly(frozenset().union(*(step.by for step in steps)))


def _sources(steps: Sequence[Step]) -> list[str]:
    """The law and guidance behind some steps; what is not compared is marked."""
    found = {step.source for step in steps}
    return sorted(
        str(each) if each.read or each in OURS else f"{each} (for checking)"
        for each in found
    )


def _people_and_data() -> str:
    return "\n\n".join(_group(group) for group in GROUPS if _of(group))


def _of(group: str) -> list[TableKept]:
    return [one for one in casework() if about(one.label) == group]


def _group(group: str) -> str:
    rows = [
        (f"`{one.label}`", one.says, _names(one.sealed), _names(one.clear))
        for one in _of(group)
    ]
    headings = ("Table", "What it holds", "Sealed", "Clear")
    return "\n\n".join(
        [f"#### {group}", wrapped(sentence(GROUPS[group])), table(headings, rows)]
    )


def _names(fields: Sequence[FieldKept]) -> str:
    return ", ".join(field.words for field in fields) or "Nothing"


def _who_takes_part() -> str:
    rows = [(ROLES[role].label, *_sees(role)) for role in ROLES]
    return table(("Role", "What for", "Limit", "Sees cases"), rows)


def _sees(role: Role) -> tuple[str, str, str]:
    words = ROLES[role]
    return (
        words.sentence,
        words.never,
        "Never" if role in SEES_NO_CASE else _how(role),
    )


def _how(role: Role) -> str:
    if role in SEES_NO_CASE:
        return "Never"
    return HOW_MUCH.get(role, "Those on whose list the person stands")


def _recipients() -> str:
    rows = [
        (
            paper.title,
            "; ".join(_each(paper)),
            sentence(paper.note) if paper.note else "",
        )
        for paper in PAPERS
    ]
    return table(("Paper", "Goes to", ""), rows)


def _each(paper) -> Iterator[str]:
    for recipient, how in paper.goes_to.items():
        yield f"{LABELS[recipient]} ({how[:1].lower()}{how[1:]})"


def _in_numbers() -> str:
    kept = casework()
    sealed = sum(len(one.sealed) for one in kept)
    clear = sum(len(one.clear) for one in kept)
    tables = f"{len(kept)} tables of casework: {sealed} sealed fields, {clear} clear"
    steps = f"{len(process.STEPS)} steps, each with the roles that may take it"
    roles = f"{len(ROLES)} roles, {len(SEES_NO_CASE)} of which never see a case"
    return bullets([tables, steps, roles])


def _identifying_steps() -> str:
    rows = [(step.name, ", ".join(named_briefly(step.by))) for step in IDENTIFYING]
    return table(("Step", "By"), rows)


def _clocks() -> str:
    rows = [
        (clock.name, period_in_words(clock), force_in_words(clock.force))
        for clock in CLOCKS.values()
    ]
    return table(("Clock", "Period", "How binding"), rows)
