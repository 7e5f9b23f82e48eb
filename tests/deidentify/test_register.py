import pytest

from heed.deidentify import Kind, read_register, register_of
from heed.deidentify.collisions import OWN_LETTER, collisions_in
from tests.deidentify.quillshire import a_person, a_register

HEADER = "person,role,pseudonym,kind,value,critical\n"


def test_a_register_is_read_from_the_columns_of_the_contract():
    register = read_register(
        HEADER + 'P1,Child,Kestrel,name,"Brackenholt-Pellowick, Orrin",\n'
        "P2,Half-sibling,Sibling,name,Rowena Ashgrove,yes\n"
    )

    first, second = register.entries
    assert (first.person, first.role, first.pseudonym) == ("P1", "Child", "Kestrel")
    assert first.kind is Kind.NAME
    assert first.value == "Brackenholt-Pellowick, Orrin"
    assert not first.critical
    assert second.critical


@pytest.mark.parametrize(
    "typed", ["\ufeff" + HEADER, HEADER.replace(",", ";"), HEADER.upper()]
)
def test_it_is_read_as_spreadsheets_save_it(typed):
    separator = ";" if ";" in typed else ","
    row = separator.join(["P1", "Child", "Kestrel", "Name", "Orrin", ""])
    assert read_register(f"{typed}{row}\n").entries[0].value == "Orrin"


def test_a_line_without_a_value_only_tells_a_pseudonym():
    register = register_of([{"role": "Mother", "pseudonym": "Mother"}])
    assert register.pseudonyms == ("Mother",)
    assert register.dictionary.size == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name,role\nOrrin,Child\n", "no column kind and value"),
        (HEADER + "P1,Child,Kestrel,surname,Orrin,\n", "Line 1 .* no kind 'surname'"),
        (HEADER, "holds nobody"),
        (
            HEADER + "P1,Child,Kestrel,name,Vale, Orrin,yes\n",
            "more values than columns",
        ),
        ("", "no column"),
    ],
)
def test_a_register_that_cannot_be_relied_on_is_refused(text, sentence):
    with pytest.raises(ValueError, match=sentence):
        read_register(text)


@pytest.mark.parametrize(
    ("role", "professional"),
    [
        ("Social Worker 1", True),
        ("GP 1", True),
        ("Police Constable 1", True),
        ("Mother's Partner", False),
        ("Child", False),
        ("Neighbour 1", False),
        ("Foster carer", False),
    ],
)
def test_who_is_there_because_of_her_work_is_told_by_the_role(role, professional):
    register = register_of([{"role": role, "kind": "name", "value": "Ida Vey"}])
    assert register.entries[0].of_a_professional is professional


@pytest.mark.parametrize(
    ("pseudonym", "told"),
    [("Child J", True), ("Child M", True), ("Child Q", False), ("Siskin", False)],
)
def test_a_pseudonym_with_a_letter_of_the_real_name_is_told(pseudonym, told):
    record = a_person("Jory Marrable") | {"pseudonym": pseudonym}

    found = collisions_in(a_register(records=[record]))

    assert (OWN_LETTER in [each.why for each in found]) is told
