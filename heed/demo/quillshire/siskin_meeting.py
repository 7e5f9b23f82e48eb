"""What the group has before it when it meets about Siskin: how his family is related,
the moments that mattered, themes, and a plan of which one day has slipped."""

from datetime import date

from heed.cases.actions import keep_household, name_family_member, relate_people
from heed.cases.kinfolk import people_of
from heed.demo.quillshire.walking import at
from heed.rapid_reviews.actions import choose_themes, plan_day, write_episode

WRITTEN = at("2026-03-10", "17:00")
EPISODES = (
    {
        "happened": "14 November 2025",
        "involved": "Emergency department; social worker",
        "what": "He came at night with a cut hand and left before he was seen. The "
        "social worker was told two days later.",
        "analysis": "Each service held half of it. Nobody was asked to put the two "
        "visits and the missing episodes beside each other.",
    },
    {
        "happened": "9 to 18 February 2026",
        "involved": "Police; school; social worker",
        "what": "He was reported missing on 16 February. No strategy discussion was "
        "held before he was found.",
        "analysis": "",
    },
)


def prepare_the_meeting(case, review, people) -> None:
    """Write what the group looks at on its screen."""
    by = {"by": people["coordinator"], "at": WRITTEN}
    _how_they_are_related(case, by)
    for episode in EPISODES:
        write_episode(review, **episode, **by)
    review = choose_themes(review, themes=["C03", "D04", "D05"], **by)
    plan_day(
        case,
        milestone="answers",
        planned_on=date(2026, 3, 11),
        take_along=True,
        reasons="The surgery and the landlord were telephoned on 10 March.",
        **by,
    )


def _how_they_are_related(case, by) -> None:
    grandmother = name_family_member(
        case, name="Merryn Thistlemere", relationship="grandmother", **by
    )
    siskin, mother, father, _ = people_of(case).values()
    for one, kin, other, more in (
        (mother, "mother", siskin, {}),
        (father, "father", siskin, {}),
        (mother, "partners", father, {"until": "2017"}),
        (grandmother, "mother", mother, {}),
    ):
        relate_people(case, one=one, kin=kin, other=other, **more, **by)
    keep_household(case, people=[siskin, mother], since="2017", **by)
