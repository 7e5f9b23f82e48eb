"""The clocks: how long is allowed, from when, how binding that is, and who says so.

`counting.py` counts them. No clock ever pauses: an extension is a new target beside
the first date, with a reason and who was told.
"""

from collections.abc import Mapping

from heed.rulebook import sources
from heed.rulebook.language import Clock, Force, Limit


def working_days(number: int) -> Limit:
    """So many working days; a negative number counts back."""
    return Limit(number=number, unit="working day")


def days(number: int) -> Limit:
    """So many days of the calendar."""
    return Limit(number=number, unit="day")


def the_same_day() -> Limit:
    """Until the end of the day of the event itself."""
    return days(0)


def months(number: int) -> Limit:
    """So many months, to the corresponding date."""
    return Limit(number=number, unit="month")


def years(number: int) -> Limit:
    """So many years, to the corresponding date."""
    return Limit(number=number, unit="year")


# A concern arrives

ACKNOWLEDGEMENT = Clock(
    slug="acknowledgement",
    reference="CLK-00",
    name="Acknowledge the referral",
    limit=working_days(2),
    counted_from="the referral being received",
    stopped_by="the acknowledgement being sent",
    force=Force.LOCAL,
    source=sources.LOCAL,
)

TRIAGE = Clock(
    slug="triage",
    reference="CLK-01",
    name="Put the referral before the partners",
    limit=working_days(1),
    counted_from="the referral being received",
    stopped_by="the partners starting to consider it",
    force=Force.LOCAL,
    source=sources.LOCAL,
    late_needs="a reason",
)

LEAD_DECISION = Clock(
    slug="lead_decision",
    reference="LOC-01",
    name="The safeguarding lead's decision whether to refer",
    limit=working_days(1),
    counted_from="the draft reaching the safeguarding lead",
    stopped_by="the lead's decision, or the draft going past the lead",
    force=Force.LOCAL,
    source=sources.LOCAL,
)

# The local authority notifies

NOTIFICATION_DUE = Clock(
    slug="notification",
    reference="CLK-02",
    name="Notify the Panel",
    limit=working_days(5),
    counted_from="the local authority becoming aware",
    stopped_by="the serious incident notification being sent",
    force=Force.GUIDANCE,
    source=sources.S16C_PERIOD,
    late_needs="a reason; the form asks for one",
)

PARTNERS_TOLD = Clock(
    slug="partners_told",
    reference="CLK-02b",
    name="Tell the safeguarding partners",
    limit=working_days(5),
    counted_from="the local authority becoming aware",
    stopped_by="the partners in the area, and in other areas concerned, being told",
    force=Force.GUIDANCE,
    source=sources.GUIDANCE,
    late_needs="a reason",
)

LOOKED_AFTER_DEATH_TOLD = Clock(
    slug="looked_after_death",
    reference="CLK-02c",
    name="Tell the Secretary of State and Ofsted of a looked-after child's death",
    limit=working_days(5),
    counted_from="the local authority becoming aware of the death",
    stopped_by="the notification being sent",
    force=Force.GUIDANCE,
    source=sources.CHILDREN_ACT_1989,
    late_needs="a reason",
)

CARE_LEAVER_DEATH_TOLD = Clock(
    slug="care_leaver_death",
    reference="CLK-02d",
    name="Tell the Secretary of State and Ofsted of a care leaver's death",
    limit=working_days(5),
    counted_from="the local authority becoming aware of the death",
    stopped_by="the notification being sent",
    force=Force.LOCAL,
    source=sources.CARE_LEAVERS,
    late_needs="a reason",
)

COPY_WITH_PARTNERS = Clock(
    slug="copy_to_partners",
    reference="CLK-02e",
    name="Give the partners the copy of the notification",
    limit=the_same_day(),
    counted_from="the serious incident notification being sent",
    stopped_by="the safeguarding partners having its copy",
    force=Force.LOCAL,
    source=sources.LOCAL,
    late_needs="a reason",
)

# The rapid review and the Panel

RAPID_REVIEW_DUE = Clock(
    slug="rapid_review",
    reference="CLK-03",
    name="Send the rapid review to the Panel",
    limit=working_days(15),
    counted_from="the serious incident notification being sent",
    stopped_by="the rapid review, with its decision, being sent to the Panel",
    force=Force.EXPECTATION,
    source=sources.PANEL_GUIDANCE,
    late_needs="a reason, given to the Panel",
)

PANEL_REPLY = Clock(
    slug="panel_reply",
    reference="CLK-04",
    name="The Panel's answer",
    limit=None,
    counted_from="the Panel receiving the rapid review",
    stopped_by="the Panel's letter arriving",
    force=Force.LOCAL,
    source=sources.PANEL_FAQ,
)

PANEL_ASKED = Clock(
    slug="panel_asked",
    reference="CLK-04a",
    name="Answer what the Panel asks for",
    limit=None,
    counted_from="the Panel's letter that asks",
    stopped_by="a version being sent that leaves nothing of it open",
    force=Force.LOCAL,
    source=sources.PANEL_FAQ,
    kept=(
        "with the Panel's letter: the day agreed there, met by the version that "
        "answers all of it"
    ),
)

# A review and its report

REPORT_DUE = Clock(
    slug="publication",
    reference="CLK-05",
    name="Publish the report",
    limit=months(6),
    counted_from="the partners' decision to hold a local review",
    stopped_by="the report, or the improvements, being published",
    force=Force.GUIDANCE,
    source=sources.GUIDANCE,
    late_needs="reasons, given to the Panel and the Secretary of State",
)

NATIONAL_REPORT_DUE = Clock(
    slug="national_publication",
    reference="CLK-06",
    name="Publish the national report",
    limit=months(6),
    counted_from="the Panel's decision to hold a national review",
    stopped_by="the national report being published",
    force=Force.GUIDANCE,
    source=sources.GUIDANCE,
    late_needs="reasons, given to the Secretary of State and the partners",
)

MONITORING = Clock(
    slug="monitoring",
    reference="CLK-07",
    name="Note the time and quality of the review",
    limit=days(28),
    counted_from="the review starting, or the last note",
    stopped_by="the next note",
    force=Force.LOCAL,
    source=sources.REG_14,
)

ADVANCE_COPY = Clock(
    slug="advance_copy",
    reference="CLK-08",
    name="Send the report ahead to the Panel and the Secretary of State",
    limit=working_days(-7),
    counted_from="the planned day of publication",
    stopped_by="the copies being sent",
    force=Force.DUTY,
    source=sources.PART_3,
    late_needs=(
        "publication is refused, unless a court orders it, the Panel and the Secretary "
        "of State agree, or the report was disclosed without authority"
    ),
)

NATIONAL_ADVANCE_COPY = Clock(
    slug="national_advance_copy",
    reference="CLK-08n",
    name="Send the national report ahead to the Secretary of State",
    limit=working_days(-7),
    counted_from="the planned day of publication",
    stopped_by="the copy being sent",
    force=Force.DUTY,
    source=sources.REG_9,
)

AVAILABILITY = Clock(
    slug="availability",
    reference="CLK-09",
    name="Keep the report publicly available",
    limit=years(1),
    counted_from="the day of publication",
    stopped_by="the report being taken down in the ordinary way",
    force=Force.DUTY,
    source=sources.PART_3,
    late_needs="ordinary removal is refused; urgent withdrawal is always possible",
    at_least=True,
)

NATIONAL_AVAILABILITY = Clock(
    slug="national_availability",
    reference="CLK-09n",
    name="Keep the national report publicly available",
    limit=years(3),
    counted_from="the day of publication",
    stopped_by="the national report being taken down",
    force=Force.DUTY,
    source=sources.REG_10,
    at_least=True,
)

WITHDRAWAL_CONFIRMED = Clock(
    slug="withdrawal_confirmed",
    reference="LOC-02",
    name="A second person confirms the urgent withdrawal",
    limit=working_days(1),
    counted_from="the page being withdrawn",
    stopped_by="the second person's confirmation",
    force=Force.LOCAL,
    source=sources.GOOD_PRACTICE,
    late_needs=(
        "a reason; the page stays withdrawn, and the partners, the manager and the "
        "scrutineer are asked again each working day"
    ),
)

DEFERRAL_CHECK = Clock(
    slug="deferral_check",
    reference="LOC-04",
    name="Look again at why publication waits",
    limit=months(1),
    counted_from="the decision to publish later, or the last look",
    stopped_by="the partners looking again, or deciding otherwise",
    force=Force.LOCAL,
    source=sources.GOOD_PRACTICE,
)

OWN_SITE_CHECK = Clock(
    slug="own_site_check",
    reference="LOC-03",
    name="Look whether the report still stands on the partnership's own site",
    limit=years(1),
    counted_from="the day of publication, or the last look",
    stopped_by="somebody having looked",
    force=Force.LOCAL,
    source=sources.PART_3,
)

# Afterwards, and beside the case

YEARLY_REPORT = Clock(
    slug="yearly_report",
    reference="CLK-10",
    name="The partners' yearly report",
    limit=months(12),
    counted_from="the last yearly report",
    stopped_by="the next yearly report",
    force=Force.DUTY,
    source=sources.S16G,
    kept=(
        "by the partnership, in its own calendar; it is of no case, and Heed "
        "does not run it"
    ),
)

ACTION_DUE = Clock(
    slug="action",
    reference="CLK-11",
    name="Complete the action",
    limit=None,
    counted_from="the day on which the action begins",
    stopped_by="its completion being signed off",
    force=Force.GUIDANCE,
    source=sources.GUIDANCE,
    late_needs="a reason",
    kept=(
        "by each action itself: set when it is planned, met when its "
        "completion is signed off"
    ),
)

CHILDRENS_HOME_DEATH = Clock(
    slug="childrens_home_death",
    reference="CLK-12",
    name="The registered person's notices of a death in a children's home",
    limit=None,
    counted_from="the death; without delay",
    stopped_by="the notices being given",
    force=Force.DUTY,
    source=sources.HOMES_REG_40,
    kept=(
        "by the registered person of the home, who gives the notices; Heed "
        "does not run it"
    ),
)

FOSTERING_EVENT = Clock(
    slug="fostering_event",
    reference="CLK-13",
    name="Tell of an event in a foster home",
    limit=days(1),
    counted_from="the event; usually within 24 hours",
    stopped_by="the notice being given",
    force=Force.LOCAL,
    source=sources.LOCAL,
    kept="by the fostering service, which gives the notice; Heed does not run it",
)

CHILD_DEATH = Clock(
    slug="child_death",
    reference="CLK-13b",
    name="Tell the child death review partners of a death",
    limit=days(2),
    counted_from="the death; usually within 24 to 48 hours",
    stopped_by="the notice being given",
    force=Force.LOCAL,
    source=sources.LOCAL,
    kept=(
        "by the child death review partners and whoever tells them; Heed does "
        "not run it"
    ),
)

CLOCKS: Mapping[str, Clock] = {
    clock.slug: clock for clock in list(vars().values()) if isinstance(clock, Clock)
}
