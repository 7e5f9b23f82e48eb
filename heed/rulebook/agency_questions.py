"""What an agency of a kind can know: questions put to it beside what is asked of all.

They are in our words, and the coordinator may put others in their place.
"""

from collections.abc import Mapping, Sequence

WHAT_ALL_ARE_ASKED = (
    "Please search your records for the children and adults named here, and tell us "
    "what your organisation knew and did, what worked well, and what can be learned. "
    "That nobody is known to you is an answer too."
)

_HEALTH = (
    "Who saw the child last, when and where?",
    "Which injuries, illnesses or worries were seen, and what followed?",
    "Which appointments were missed or not brought to, and what was done then?",
)

_PARENTS = "What did you know of the adults’ health, drugs, alcohol and violence?"

QUESTIONS: Mapping[str, Sequence[str]] = {
    "local_authority": (
        "Which contacts, referrals and assessments were there, and what was decided?",
        "Which plans was the child on, who led them, and who saw the child alone?",
        "Who has parental responsibility, and which orders are there?",
    ),
    "icb": (
        "Which health services knew the child, the parents or carers?",
        "Did they tell each other what they knew?",
    ),
    "police": (
        "Which incidents were there at the address or with these people?",
        "Were notices about children at risk sent, to whom, and what came of them?",
        "Is anybody under investigation, and what must therefore not be asked yet?",
    ),
    "acute": (*_HEALTH, "Were children looked for when an adult came to you?"),
    "community": (
        *_HEALTH,
        "What did the health visitor or school nurse see at home?",
    ),
    "mental_health": (
        "Was the child, a parent or a carer known to you, and for what?",
        "Was it asked who else lives at home, and what the illness means for a child?",
        "What was done when somebody did not come, or was discharged?",
    ),
    "gp": (*_HEALTH, _PARENTS),
    "ambulance": (
        "When were you called, by whom, and what did your staff see at home?",
        "Was a concern about a child passed on, and to whom?",
    ),
    "education": (
        "Was the child on a roll, taught at home, excluded or missing from education?",
        "Which needs were known, and which help was given?",
    ),
    "school": (
        "How often was the child there, and what was done about absences?",
        "What did the child say or show, and to whom?",
        "What stands in your safeguarding file, and with whom was it shared?",
    ),
    "early_years": (
        "How often was the child there, and who brought and fetched them?",
        "What did the child say, show or play?",
    ),
    "probation": (
        "Who was supervised, for what, and what risk to children was assessed?",
        "Were home visits made, and who was seen there?",
    ),
    "youth_justice": (
        "For what was the child known to you, and what had happened to them before?",
        "Who else worked with the child, and did you plan together?",
    ),
    "housing": (
        "Who lives at the address, since when, and who did your staff see there?",
        "Which complaints, arrears, repairs or moves were there?",
    ),
    "voluntary": (
        "Whom did you help, with what, and who had sent them to you?",
        "What did the child or the parents tell you?",
    ),
    "elsewhere": (
        "When did the family live in your area, and what was known and handed over?",
        "Which plans or orders are yours?",
    ),
}
"""By the kind of an organisation, as the directory has it."""


def questions_for(kind: str) -> Sequence[str]:
    """What an agency of this kind is asked besides; nothing for kinds of which nothing
    in particular is known."""
    return QUESTIONS.get(kind, ())


def asked_in_words(kind: str, to_all: str) -> str:
    """The whole of what an agency is asked: to all, and to its kind."""
    own = questions_for(kind)
    if not own:
        return to_all
    listed = "\n".join(f"- {each}" for each in own)
    return f"{to_all}\n\nWe ask you in particular:\n{listed}"
