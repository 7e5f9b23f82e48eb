"""Where each rule is found. `read` says that the passage itself was compared."""

from heed.rulebook.language import Source

CHILDREN_ACT = "Children Act 2004"
REGULATIONS = (
    "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018"
)
WORKING_TOGETHER = "Working Together to Safeguard Children"
PANEL = "Child Safeguarding Practice Review Panel"

# Law
S16B = Source(title=CHILDREN_ACT, provision="section 16B", read=True)
S16C = Source(title=CHILDREN_ACT, provision="section 16C", read=True)
S16F = Source(title=CHILDREN_ACT, provision="section 16F")
S16G = Source(title=CHILDREN_ACT, provision="section 16G")
S16H = Source(title=CHILDREN_ACT, provision="section 16H")
S16C_PERIOD = Source(
    title=f"{CHILDREN_ACT}, section 16C (the duty) and {WORKING_TOGETHER} (the period)"
)
CHILDREN_ACT_1989 = Source(
    title="Children Act 1989", provision="Schedule 2, paragraph 20"
)
REG_3 = Source(title=REGULATIONS, provision="regulation 3", read=True)
REG_3_A = Source(title=REGULATIONS, provision="regulation 3(a)", read=True)
REG_3_B = Source(title=REGULATIONS, provision="regulation 3(b)", read=True)
REG_3_C = Source(title=REGULATIONS, provision="regulation 3(c)", read=True)
REG_9 = Source(title=REGULATIONS, provision="regulation 9")
REG_10 = Source(title=REGULATIONS, provision="regulation 10")
REG_11 = Source(title=REGULATIONS, provision="regulation 11", read=True)
REG_11_A = Source(title=REGULATIONS, provision="regulation 11(a)", read=True)
REG_11_B = Source(title=REGULATIONS, provision="regulation 11(b)", read=True)
REG_11_C = Source(title=REGULATIONS, provision="regulation 11(c)", read=True)
REG_11_D = Source(title=REGULATIONS, provision="regulation 11(d)", read=True)
REG_14 = Source(title=REGULATIONS, provision="regulation 14", read=True)
PART_3 = Source(title=REGULATIONS, provision="Part 3")
HOMES_REG_40 = Source(
    title="Children's Homes (England) Regulations 2015",
    provision="regulation 40",
    read=True,
)

# Guidance
GUIDANCE = Source(title=WORKING_TOGETHER, provision="the chapter on serious incidents")
PANEL_GUIDANCE = Source(title=f"{PANEL} guidance for safeguarding partners")
PANEL_FAQ = Source(title=PANEL, provision="questions and answers", read=True)
INCIDENT_GUIDE = Source(title="Serious incident notification: a guide for authorities")
CARE_LEAVERS = Source(title=WORKING_TOGETHER, provision="deaths of care leavers")
CPS_PROTOCOL = Source(
    title="Protocol on criminal proceedings that coincide with practice reviews",
    read=True,
)

# Ours
LOCAL = Source(title="The partnership's own arrangements")
GOOD_PRACTICE = Source(title="Good practice, followed by Heed; not law")
