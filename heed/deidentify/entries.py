"""One thing that is known of one person: a line of the register."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a line of the register says of somebody."""

    NAME = "name"
    ALIAS = "alias"
    INITIALS = "initials"
    DOB = "dob"
    ADDRESS = "address"
    POSTCODE = "postcode"
    SCHOOL = "school"
    PLACE = "place"
    IDENTIFIER = "identifier"
    PHONE = "phone"
    EMAIL = "email"
    DATE = "date"
    EMPLOYER = "employer"


_PROFESSION = re.compile(
    r"\b(?:social worker|health visitor|police|constable|sergeant|detective|officer"
    r"|nurse|doctor|gp|midwife|teacher|headteacher|consultant|paediatrician"
    r"|psychologist"
    r"|psychiatrist|therapist|probation|practitioner|professional|manager|coroner"
    r"|safeguarding|lead|worker|solicitor|judge|guardian|paramedic|registrar|surgeon"
    r"|counsellor|advocate|mentor|chair|clinician)\b"
)
_BESIDE_A_PROFESSION = re.compile(
    r"\b(?:named|designated|senior|deputy|assistant|chief|head|service|team|author"
    r"|independent|specialist|clinical|community|safeguarding|children'?s?)\b"
)
_AFTER_A_NAME = re.compile(r"[,(;/]| [-–—] ")
_FAMILY = re.compile(r"\b(?:child|mother|father|parent|sibling|carer|partner|kin)\b")


def name_in(signature: str) -> str:
    """The name in how somebody signs, without what they are by profession:
    "Ada Ormond, named nurse" is Ada Ormond, and "Named nurse" is nobody."""
    first = _AFTER_A_NAME.split(signature)[0].replace(":", " ")
    plain = _PROFESSION.sub(" ", _BESIDE_A_PROFESSION.sub(" ", first.casefold()))
    kept = [word for word in first.split() if word.casefold() in plain.split()]
    while kept and not kept[0][:1].isupper():
        kept.pop(0)
    return " ".join(kept)


@dataclass(frozen=True, slots=True)
class Entry:
    """`critical` marks what must never print: a name from before an adoption, an
    address that somebody is protected at."""

    person: str
    role: str
    pseudonym: str
    kind: Kind
    value: str
    critical: bool = False

    @property
    def of_a_professional(self) -> bool:
        """Whether the person is in the case because of her work."""
        return _is_of_a_professional(self.role)

    @property
    def of_a_child(self) -> bool:
        """Whether it is said of a child."""
        role = self.role.casefold()
        said = ("child", "sibling", "baby", "young person")
        return any(word in role for word in said)

    @property
    def called(self) -> str:
        """What the report may call the person."""
        return self.pseudonym or self.role

    @property
    def whose(self) -> str:
        """The person as a remark about a finding names them."""
        return self.role or self.pseudonym or "a person"


@lru_cache(maxsize=1024)
def _is_of_a_professional(role: str) -> bool:
    said = role.casefold()
    return bool(_PROFESSION.search(said)) and not _FAMILY.search(said)
