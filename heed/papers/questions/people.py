"""Who: the child at risk, the referrer, the lead, the children, the adults."""

from heed.papers.questions.asking import (
    YES_NO,
    YES_NO_UNKNOWN,
    Kind,
    Question,
    Section,
    choices,
)

SAFETY = Section(
    slug="safety",
    title="Is any child at risk now?",
    help="If a child is in danger now, call 999 first.",
    questions=(
        Question(
            slug="at_risk",
            label="Is any child at risk now?",
            help="Think of brothers and sisters too, and of an unborn baby.",
            kind=Kind.ONE,
            choices=YES_NO_UNKNOWN,
            required=True,
        ),
        Question(
            slug="who",
            label="Which child is at risk, and of what?",
            kind=Kind.TEXT,
            only_if=("at_risk", frozenset({"yes", "not_known"})),
        ),
        Question(
            slug="told",
            label="Who have you told about the risk, and when?",
            help="For example: children’s social care by phone, 3 March at 4pm.",
            kind=Kind.TEXT,
            only_if=("at_risk", frozenset({"yes", "not_known"})),
        ),
    ),
)

REFERRER = Section(
    slug="referrer",
    title="About you",
    help="You may leave this empty. We may then not be able to ask you anything.",
    questions=(
        Question(slug="name", label="Your name"),
        Question(
            slug="capacity",
            label="Who are you in this?",
            kind=Kind.ONE,
            choices=choices(
                staff="I work for an organisation",
                safeguarding_lead="I am the safeguarding lead of my organisation",
                public="I am a member of the public",
                elected="I am a councillor or a member of parliament",
                coroner="I write for the coroner",
                other="Something else",
            ),
        ),
        Question(slug="role", label="Your job, or how you know the child"),
        Question(slug="organisation", label="Your organisation"),
        Question(slug="email", label="Your email address", kind=Kind.EMAIL),
        Question(slug="phone", label="Your phone number", kind=Kind.PHONE),
        Question(slug="address", label="Your postal address", kind=Kind.TEXT),
        Question(
            slug="withhold",
            label="Should we keep your identity from the family?",
            help="We will try. A court can order us to say who you are.",
            kind=Kind.ONE,
            choices=YES_NO,
        ),
        Question(
            slug="contact_note",
            label="Is there a way or a time when we should not contact you?",
            kind=Kind.TEXT,
        ),
    ),
)

LEAD = Section(
    slug="lead",
    title="Your safeguarding lead",
    help="Only for staff of an organisation. Everyone else can pass over this part.",
    questions=(
        Question(slug="name", label="Name of your safeguarding lead"),
        Question(slug="role", label="Job title of your safeguarding lead"),
        Question(
            slug="endorsement",
            label="What does your safeguarding lead say?",
            kind=Kind.ONE,
            choices=choices(
                none="I have not asked yet",
                consulted="I asked for advice",
                signed="The lead has signed this referral",
                decided="The lead has decided that we refer",
                is_referrer="I am the safeguarding lead",
            ),
        ),
        Question(
            slug="consulted_on",
            label="When did you speak with your safeguarding lead?",
            kind=Kind.DATE,
        ),
        Question(
            slug="verbatim",
            label="What your safeguarding lead said",
            kind=Kind.TEXT,
        ),
    ),
)

CHILD = Section(
    slug="child",
    title="The child",
    help="Tell us about the child who died or was harmed, and then about every other "
    "child in the family or the home. Fill in this part once for each child.",
    each="child",
    most=20,
    printed=4,
    questions=(
        Question(
            slug="role",
            label="What is this child’s place in what happened?",
            kind=Kind.ONE,
            choices=choices(
                index="The child who died or was harmed",
                sibling="A brother or sister",
                other="Another child",
            ),
        ),
        Question(slug="given", label="First names"),
        Question(slug="family", label="Last name"),
        Question(
            slug="aka",
            label="Other names this child is known by",
            help="Put a semicolon (;) between two names.",
        ),
        Question(
            slug="status",
            label="How is this child?",
            kind=Kind.ONE,
            choices=choices(
                alive="Alive",
                died="Has died",
                unborn="Not born yet",
                missing="Missing",
                unknown="Not known",
            ),
        ),
        Question(
            slug="dob",
            label="Date of birth",
            help="For example 27 3 2019. If you know only part of it, give that part.",
            kind=Kind.DATE,
        ),
        Question(
            slug="edd",
            label="Date when the baby is due",
            kind=Kind.DATE,
            only_if=("status", frozenset({"unborn"})),
        ),
        Question(
            slug="date_of_death",
            label="Date of death",
            kind=Kind.DATE,
            only_if=("status", frozenset({"died"})),
        ),
        Question(slug="age_text", label="Age, if you do not know the date of birth"),
        Question(
            slug="sex",
            label="Sex",
            kind=Kind.ONE,
            choices=choices(female="Female", male="Male", not_known="Not known"),
        ),
        Question(slug="ethnicity", label="Ethnic group, in the family’s own words"),
        Question(slug="language", label="First language"),
        Question(slug="address", label="Home address", kind=Kind.TEXT),
        Question(
            slug="address_withheld",
            label="Must this address be kept from anyone?",
            kind=Kind.ONE,
            choices=YES_NO,
        ),
        Question(
            slug="whereabouts",
            label="Where is the child now, and who with?",
            kind=Kind.TEXT,
        ),
        Question(slug="school", label="School, college or nursery"),
        Question(
            slug="legal_status",
            label="Court orders, or in care?",
            help="For example: care order; in care by agreement (section 20).",
        ),
        Question(
            slug="plan_history",
            label="Child protection plans, now or before",
            kind=Kind.TEXT,
        ),
        Question(slug="responsible_la", label="Council that looks after this child"),
        Question(slug="nhs_number", label="NHS number"),
    ),
)

ADULT = Section(
    slug="adult",
    title="Adults in the family or the home",
    help="Parents, carers, partners and others who matter. Fill this in once for each.",
    each="adult",
    most=20,
    printed=4,
    questions=(
        Question(slug="name", label="Full name"),
        Question(
            slug="aka",
            label="Other names this adult is known by",
            help="Put a semicolon (;) between two names.",
        ),
        Question(
            slug="relationship",
            label="Who are they to the child?",
            help="For example: mother, step-father, mother’s partner.",
        ),
        Question(
            slug="to",
            label="To which child?",
            help="First names. Leave empty if to all of them.",
        ),
        Question(slug="dob", label="Date of birth of this adult", kind=Kind.DATE),
        Question(slug="address", label="Address of this adult", kind=Kind.TEXT),
        Question(
            slug="suspected",
            label="Is this adult thought to be responsible for the harm?",
            kind=Kind.ONE,
            choices=YES_NO_UNKNOWN,
        ),
    ),
)
