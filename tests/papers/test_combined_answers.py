"""Labels that ask several things, answers that give several, and lists of people."""

from datetime import date

from heed.papers.forms import read_referral
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para

ON = date(2026, 6, 20)


def read(*body):
    return read_referral(read_blocks(a_docx(*body), "form.docx"), on=ON)


def form(*rows):
    """A form that names a child, with these rows besides."""
    child = (["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"])
    return read(grid(*child, *rows))


def flags(made) -> set[str]:
    return {flag["name"] for flag in made["flags"]}


def test_labels_and_answers_that_hold_several_things_are_taken_apart():
    made = read(
        grid(
            ["SECTION A - REFERRER"],
            [
                "Name and job title",
                "Pauline Hill, Head of Year",
                "Agency",
                "Elm School",
            ],
        ),
        grid(
            ["SECTION B - CHILDREN"],
            ["Name/DOB/Gender", "Ethnicity", "Address"],
            ["Isla Pike 03/02/2012 F", "White British", "4 Weir Lane"],
            ["Rory Pike 19/09/2015 M", "As above", "As above"],
        ),
        grid(
            ["SECTION C - PARENTS"],
            ["Mother: name, DOB, address", "Ngozi Pike, 02/08/1997"],
            ["Father: name, DOB, address", "Not known to services"],
        ),
    )

    assert (made["referrer"]["name"], made["referrer"]["role"]) == (
        *("Pauline Hill", "Head of Year"),
    )
    told = [
        (c["given"], c["dob"]["iso"], c["sex"], c["address"]) for c in made["children"]
    ]
    assert told == [
        ("Isla", "2012-02-03", "female", "4 Weir Lane"),
        ("Rory", "2015-09-19", "male", "4 Weir Lane"),
    ]
    assert [a["name"] for a in made["adults"]] == ["Ngozi Pike", None]
    assert "father_unknown" in flags(made)


def test_sex_and_ethnic_group_behind_a_name_make_no_other_child():
    made = read(
        para("Child: Poppy Pike, dob 3.3.2019, female, White British"),
        para("Mum: Gemma Pike (dob 14/7/94)"),
        para("Mum's boyfriend: Lee Stott, 31"),
        para("Abuse/neglect: suspected"),
        para("Concerns about agencies: two visits were not shared with us"),
        para("Thanks"),
        para("Josie"),
    )

    (child,) = made["children"]
    assert (child["sex"], child["ethnicity_verbatim"]) == ("female", "White British")
    assert [a["name"] for a in made["adults"]] == ["Gemma Pike", "Lee Stott"]
    assert made["criteria"]["abuse_or_neglect"] == "suspected"
    assert made["joint_working_concern"] == "two visits were not shared with us"


def test_who_agreed_a_referral_is_the_lead_and_no_part_of_the_organisation():
    made = form(
        ["Your organisation", "Larkshire Police"],
        [
            "Who in your organisation agreed this request, and when?",
            "Sam Hart, 29 May 2026",
        ],
    )

    lead = made["safeguarding_lead"]
    assert made["referrer"]["organisation"] == "Larkshire Police"
    assert (lead["name"], lead["endorsement"]) == ("Sam Hart", "decided")
    assert lead["consulted_on"]["iso"] == "2026-05-29"


def test_a_line_of_a_title_names_no_school():
    made = read(
        para("FORM RR1: Request for a Rapid Review"),
        grid(
            ["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"], ["Sex", "M"]
        ),
    )

    assert "school" not in made["children"][0]


def test_what_stands_in_brackets_behind_a_day_or_before_a_time_leaves_them_read():
    made = form(
        ["Date of incident", "27/05/2026 (overnight 27-28 May)"],
        ["Time", "Found 06:40"],
    )

    assert made["incident"]["date"]["iso"] == "2026-05-27"
    assert made["incident"]["date"]["verbatim"] == "27/05/2026 (overnight 27-28 May)"
    assert made["incident"]["time"] == "06:40"


def test_a_process_that_is_denied_is_none():
    assert form(["Parallel proceedings", "No"])["parallel"] == []
    found = form(["Parallel proceedings", "Police; LADO not needed"])["parallel"]
    assert [each["type"] for each in found] == ["criminal"]


def test_what_is_asked_of_siblings_is_neither_the_childs_nor_a_child():
    made = form(
        ["Siblings", "Zosia Pike 4 years"],
        ["Legal status of siblings", "Interim Care Order"],
        ["Sibling's school", "Elm Primary"],
    )

    assert [child["given"] for child in made["children"]] == ["Leo", "Zosia"]
    assert made["children"][0]["legal_status"] == []
    assert "school" not in made["children"][0]
    assert "Interim Care Order" in str(made["unread"])


def test_the_part_of_the_agencys_lead_is_no_list_of_agencies():
    made = read(
        grid(["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"]),
        para("Part 4 Agreement of agency safeguarding lead"),
        grid(
            ["Name", "Sian Hill"],
            ["Role", "Head of Safeguarding"],
            ["Does the safeguarding lead agree with the referral?", "Yes ☒ No ☐"],
            ["Date", "02/07/2026"],
        ),
    )

    lead = made["safeguarding_lead"]
    assert (lead["name"], lead["endorsement"]) == ("Sian Hill", "decided")
    assert made["agencies"] == []


def test_the_second_child_of_a_plain_list_is_another_child():
    lines = (
        "Local authority: Wolds Council\nName: Ines Cord\nRole: Head of Quality",
        "Child 1 of 2\nName: Kai Pike\nDate of birth: 2 Feb 2025\nDate of death: 11 Jul 2026",
        "Child 2 of 2\nName: Skye Pike\nDate of birth: 8 Sep 2021\nDate of death:",
        "Incident\nDate: 10 Jul 2026\nType: Death",
    )
    made = read(*(para(line) for text in lines for line in text.split("\n")))

    assert (made["referrer"]["name"], made["referrer"]["organisation"]) == (
        *("Ines Cord", "Wolds Council"),
    )
    told = [(c["given"], c["dob"]["iso"], c["date_of_death"]) for c in made["children"]]
    assert [each[:2] for each in told] == [
        ("Kai", "2025-02-02"),
        ("Skye", "2021-09-08"),
    ]
    assert told[0][2]["iso"] == "2026-07-11"
    assert told[1][2] is None


def test_day_and_place_asked_in_one_breath_are_both_read_and_the_last_date_is_the_forms():
    made = read(
        *map(
            para,
            (
                *("6. Child's full name and date of birth", "Aria Pike 21/12/2023"),
                *("8. Parents' names", "Jade Pike and Tom Rudd"),
                "10. When and where did the incident happen?",
                "On or about 2 March 2026 at home",
                *("13. Is abuse or neglect known or suspected?", "Suspected"),
                *("16. Date", "4 March 2026"),
            ),
        )
    )

    assert made["incident"]["date"]["iso"] == "2026-03-02"
    assert made["incident"]["place"] == "home"
    assert made["referral_date"]["iso"] == "2026-03-04"
    assert made["criteria"]["abuse_or_neglect"] == "suspected"
    assert [a["name"] for a in made["adults"]] == ["Jade Pike", "Tom Rudd"]


def test_a_list_of_siblings_with_numbers_and_dashes_is_one_of_people():
    made = form(
        ["Legal status", "S20 since 03/2025", "Is the child: LAC ☒ CP ☐", ""],
        [
            "Siblings",
            "1. Kay Pike - DOB 05.05.2014 - lives with mother\n2. Max Pike - DOB 30.08.2017",
        ],
        ["Mother", "Kerry Pike, 9 Ash Court, Northmere, DOB 17/02/1990"],
        ["Father", "Ryan Pike (deceased 2021)"],
        ["Designation & agency", "IRO, Northmere Council", "", ""],
        [
            "Reason for referral (tick)",
            "☒ Child has died and neglect is suspected\n☐ Other",
        ],
    )

    told = [(c["given"], c["dob"]["iso"]) for c in made["children"]]
    assert told == [("Leo", "2019-04-03"), ("Kay", "2014-05-05"), ("Max", "2017-08-30")]
    mother, father = made["adults"]
    assert (mother["address"], mother["dob"]["iso"]) == (
        *("9 Ash Court, Northmere", "1990-02-17"),
    )
    assert father["name"] == "Ryan Pike"
    assert made["children"][0]["legal_status"] == ["S20 since 03/2025"]
    assert made["criteria"]["outcome"] == "died"


def test_what_is_asked_below_the_family_is_asked_of_the_child_above_it():
    made = read(
        grid(
            ["Agency / Organisation & Address", "Elm Trust, Quay Road"],
            ["Child's Full Name", "Jaiden Pike"],
            ["Date of Birth", "12/10/2021"],
            ["Name and address of school/nursery", "Little Otters, Marsh St"],
        ),
        grid(
            [
                "Full name",
                "Date of birth",
                "Relationship to child",
                "Living in household?",
            ],
            ["Tanya Pike", "1.1.1998", "Mother", "Yes"],
            ["Amelia Pike", "14/02/2019", "Sister", "Yes"],
        ),
        grid(
            [
                "Date, time and location of incident",
                "5 August 2026, approx 3pm, 17 Marsh Way",
            ],
            ["Was the child looked after at the time?", "No"],
        ),
        grid(
            [
                "Police investigation? Y/N. If Y give crime ref:",
                "Y - DC Hill, 15/C1/4452/26",
            ]
        ),
        grid(
            ["Agency", "Key worker", "Current / historic"],
            ["Visitors", "Jo", "Historic"],
        ),
    )

    jaiden, amelia = made["children"]
    assert (jaiden["school"], jaiden["looked_after"]) == (
        "Little Otters, Marsh St",
        False,
    )
    assert "looked_after" not in amelia
    assert "address" not in amelia
    assert made["incident"]["place"] == "17 Marsh Way"
    assert made["incident"]["time"] == "15:00"
    assert made["parallel"] == [{"type": "criminal", "ref": "15/C1/4452/26"}]
    assert made["agencies"][0]["still_involved"] is False
