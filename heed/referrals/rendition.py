"""A referral without who and where: what somebody reads of it who does not read who the
people of its case are, or has their names turned off."""

from heed.cases.access import standings_of
from heed.cases.models import Child, FamilyMember, ProtectedAddress
from heed.cases.pages import names_are_on, note_identity_read
from heed.deidentify import Kind, Register, register_of, scan_text
from heed.papers.blocks import Document
from heed.referrals import showing
from heed.referrals.kept_apart import addresses_kept_apart, addresses_withheld
from heed.referrals.models import Referral, Referrer
from heed.referrals.places import Places
from heed.referrals.queries.checked import reading_of
from heed.referrals.queries.organisations import is_business_unit
from heed.referrals.queries.splits import said_before_a_split, split_apart
from heed.referrals.said import LEAD
from heed.referrals.showing import Change
from heed.referrals.understanding import WHERE_SOMEBODY_IS, plain_relationship
from heed.rulebook.roles import READS_REFERRALS_WHOLE

# Sections that say what happened; the others say who.
SAYS_WHAT = ("safety.", "incident.", "criteria.", "agency.", "working.", "key_date.")
LEADS_SECTION = "lead"  # of our own form
SAYS_WHERE_OR_WHO = (".place", ".contact")
# A day is needed to follow what happened, and alone tells nobody.
STAYS = frozenset({"date", "age", "sex_revealed", "pseudonym_inconsistent"})


def reads_whole(person, referral: Referral, *, at) -> bool:
    """Whether somebody may read all that a referral says, once names are turned on."""
    if referral.case is None:
        return True
    roles = {standing.role for standing in standings_of(person, referral.case, at=at)}
    return bool(roles & READS_REFERRALS_WHOLE)


def keeps_where(referral: Referral) -> bool:
    """Whether an address of this referral, of one that is joined with it, or of the
    case that holds it must be kept from somebody: then the page of none shows any."""
    if referral.withheld:
        return True
    if referral.case_id:
        return ProtectedAddress.objects.filter(case=referral.case_id).exists()
    return any(addresses_withheld(referral))


def unit_with_names(request, referral: Referral) -> bool:
    """Whether this reader sees from which agency a referral came, which may be the
    child's school, and how files are called: they are called after people. It is for
    the business unit, and with names off for nobody."""
    unit = is_business_unit(request.person, referral.partnership, at=request.at)
    return unit and not (referral.case and not names_are_on(request, referral.case))


def without_where(answers: dict) -> dict:
    """What was typed, without where anybody lives."""
    return {k: v for k, v in answers.items() if not k.endswith(WHERE_SOMEBODY_IS)}


def what_alone(answers: dict) -> dict:
    """What was typed of what happened, and nothing of who and where."""
    return {
        key: said
        for key, said in answers.items()
        if key.startswith(SAYS_WHAT) and not key.endswith(SAYS_WHERE_OR_WHO)
    }


def nobody_named(reading: dict, change: Change) -> dict:
    """What was understood, with the people by what they are to each other alone."""
    incident = reading.get("incident") or {}
    return {
        "children": [
            {name: child.get(name) for name in ("role", "status")}
            for child in reading.get("children", [])
        ],
        "adults": [
            {"relationship": plain_relationship(adult.get("relationship") or "")}
            for adult in reading.get("adults", [])
        ],
        "incident": {name: v for name, v in incident.items() if name == "date"},
        "criteria": {
            name: change(said) if name == "reasons" else said
            for name, said in (reading.get("criteria") or {}).items()
        },
        "circumstances": change(reading.get("circumstances") or ""),
        "unread": [
            {"label": "", "answer": change(one.get("answer") or "")}
            for one in reading.get("unread", [])
        ],
    }


def left_out(words: str, register: Register) -> str:
    """Words in which what could tell who somebody is stands as what they are."""
    for found in reversed(scan_text(words, register)):
        if found.start is not None and found.class_ not in STAYS:
            said = f"[{found.suggest or 'left out'}]"
            words = words[: found.start] + said + words[found.end :]
    return words


def paper_for(request, referral: Referral, paper: Document) -> Document | None:
    """A paper as this reader may see it, and None where an address that must be kept
    from somebody cannot be left out of it for certain. Who reads in it who the people
    of a case are stands on the record."""
    places = Places(where_of(referral) if keeps_where(referral) else ())
    change = _change_for(request, referral, places)
    made = showing.changed(paper, change) if change else paper
    return made if showing.is_safe(paper, made, places) else None


def without_anybody(referral: Referral) -> Change:
    """Leaves out who referred, and everybody whom a referral and its case name."""
    alone, everybody = without_who_referred(referral), people_of(referral)
    return lambda words: left_out(alone(words), everybody)


def without_who_referred(referral: Referral) -> Change:
    """Leaves who referred, and the lead, who may be the same, out of what a page shows:
    an answer, a contact, a doubt or a note may name them."""
    entries = (*who_referred(referral).entries, *_who_led(referral).entries)
    return showing.without(Places(()), Register(entries))


def without_sender(shown: dict, referral: Referral) -> dict:
    """What a page shows of a referral, for who does not work in the business unit:
    nothing of who referred or of the lead, wherever they are named."""
    change = without_who_referred(referral)
    sections = [one for one in shown["typed"] if one["section"] != LEADS_SECTION]
    for one in sections:
        one["rows"] = [(label, change(words)) for label, words in one["rows"]]
    for each in shown["added"]:
        each.added_by, each.words = change(each.added_by), change(each.words or "")
    return shown | {
        "typed": sections,
        "understood": [
            (change(title), [(change(label), change(said)) for label, said in rows])
            for title, rows in shown["understood"]
        ],
        "put_right": [
            one | {"said": change(one["said"]), "read": change(one["read"])}
            for one in shown["put_right"]
            if not one["kept"].item.startswith(f"{LEAD.slug}.")
        ],
        "flags": [
            flag | {"why": change(flag["why"])}
            for flag in shown["flags"]
            if not (flag.get("where") or "").startswith(LEAD.slug)
        ],
        "history": [
            past._replace(
                who=change(past.who),
                reasons=past.reasons and change(past.reasons),
            )
            for past in shown["history"]
        ],
    }


def _who_led(referral: Referral) -> Register:
    """The safeguarding lead by what was read and put right, typed, and decided; and who
    drafted it with an account."""
    said = [
        (r or {}).get(LEAD.slug) or {} for r in (referral.reading, reading_of(referral))
    ]
    names = [one.get("name") for one in said]
    names.append(referral.answers.get(f"{LEADS_SECTION}.name"))
    if referral.organisation_id:
        both = (referral.drafted_by, referral.lead)
        names += [person.name for person in both if person]
    return register_of(
        {"kind": Kind.NAME, "role": showing.WHO, "person": showing.WHO, "value": name}
        for name in names
        if name
    )


def shows_pictures(request, referral: Referral) -> bool:
    """Whether this reader may see a picture that came with a referral. Nothing can be
    left out of it: where anything would be left out of words, it is not shown. Who may
    see in it who the people of a case are stands on the record."""
    case, person, at = referral.case, request.person, request.at
    if keeps_where(referral):
        return False
    named = reads_whole(person, referral, at=at)
    if case and not (named and names_are_on(request, case)):
        return False
    unit = is_business_unit(person, referral.partnership, at=at)
    if not unit and who_referred(referral).entries:
        return False
    if case:
        note_identity_read(request, case)
    return True


def where_of(referral: Referral) -> list[str]:
    """Every address that a referral tells or that its case keeps apart."""
    case = referral.case
    found = [*(addresses_kept_apart(case) if case else addresses_withheld(referral))]
    found += [
        str(said)
        for key, said in referral.answers.items()
        if key.startswith(("child.", "adult.")) and key.endswith(WHERE_SOMEBODY_IS)
    ]
    for reading in (referral.reading or {}, reading_of(referral)):
        for one in (*reading.get("children", []), *reading.get("adults", [])):
            found += [str(one[n]) for n in WHERE_SOMEBODY_IS if one.get(n)]
    return [each for each in found if each]


def _change_for(request, referral: Referral, places: Places) -> Change | None:
    """What is left out of a paper for this reader: where somebody must not be found;
    for who does not work in the business unit also who referred; and for who does not
    read who the people are, or has their names turned off, all that tells it."""
    person, at, case = request.person, request.at, referral.case
    unit = is_business_unit(person, referral.partnership, at=at)
    alone = showing.without(places, Register(()) if unit else who_referred(referral))
    named = reads_whole(person, referral, at=at)
    if case and not (named and names_are_on(request, case)):
        everybody = people_of(referral)
        return lambda words: left_out(alone(words), everybody)
    if case:
        note_identity_read(request, case)
    return None if unit and not places else alone


def who_referred(referral: Referral) -> Register:
    """Who sent a referral, as it is looked for in words."""
    kept = Referrer.objects.filter(referral=referral).first()
    said = kept.identity if kept else {}
    lines = [(kind, said.get(name)) for name, kind in OF_THE_SENDER]
    if referral.email:
        lines.append((Kind.EMAIL, referral.email.sender))
    return register_of(
        {"kind": kind, "role": showing.WHO, "person": showing.WHO, "value": value}
        for kind, value in lines
        if value
    )


OF_THE_SENDER = (
    ("name", Kind.NAME),
    ("email", Kind.EMAIL),
    ("phone", Kind.PHONE),
    ("address", Kind.ADDRESS),
    ("signed", Kind.NAME),
    ("declaration.signed", Kind.NAME),
)


def people_of(referral: Referral) -> Register:
    """Everybody whom a referral and its case name, as they are looked for in words; of
    one that was split, also everybody whom the paper named that it came from."""
    read = [referral.reading or {}, reading_of(referral)]
    apart = [*(referral.withheld or {}).values()]
    for reading, withheld in said_before_a_split(referral):
        read.append(reading)
        apart += withheld.values()
    read += [reading_of(other) for other in split_apart(referral)]
    lines = [line for reading in read for line in _lines(reading)]
    lines += [(Kind.ADDRESS, "Child", said) for said in apart]
    lines += [
        (Kind.NAME, "Child", _joined(child.given_name, child.family_name))
        for child in Child.objects.filter(case=referral.case_id)
    ]
    lines += [
        (Kind.NAME, member.relationship.capitalize(), member.name)
        for member in FamilyMember.objects.filter(case=referral.case_id)
    ]
    return register_of(
        {"kind": kind, "role": role, "value": value}
        for kind, role, value in lines
        if value
    )


def _lines(reading: dict):
    for child in reading.get("children", []):
        yield from _child(child)
    for adult in reading.get("adults", []):
        yield from _adult(adult)


def _child(said: dict):
    yield Kind.NAME, "Child", _joined(said.get("given"), said.get("family"))
    for alias in said.get("aka") or []:
        yield Kind.ALIAS, "Child", alias
    yield Kind.DOB, "Child", (said.get("dob") or {}).get("verbatim")
    yield Kind.ADDRESS, "Child", said.get("address")
    yield Kind.SCHOOL, "Child", said.get("school")


def _joined(*names: str | None) -> str:
    return " ".join(filter(None, names))


def _adult(said: dict):
    role = plain_relationship(said.get("relationship") or "")
    yield Kind.NAME, role, said.get("name")
    for alias in said.get("aka") or []:
        yield Kind.ALIAS, role, alias
    yield Kind.ADDRESS, role, said.get("address")
