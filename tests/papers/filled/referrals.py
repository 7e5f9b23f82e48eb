"""Referrals of other areas and years, as people fill them in."""

from tests.papers.filled.drawing import Drawing


def board_2010():
    """An old board's form: ticks for criteria, merged addresses, agencies, key dates."""
    return (
        Drawing("Quillshire LSCB   RESTRICTED", "SCRRF.v1/2010        Page 1 of 6")
        .heading("Appendix 1: Consideration of Case for Serious Case Review")
        .text(
            "Please complete all sections and return by fax or secure e-mail within 72 "
            "hours. See Working Together to Safeguard Children 2010, chapter 8."
        )
        .table(
            ["1. DETAILS OF REFERRER"],
            ["Name", "Hester Wyndle", "Designation", "Named Nurse Safeguarding"],
            ["Agency", "Quillshire Hospitals NHS Trust", "Tel. No.", "01632 960211"],
            ["E-mail", "h.wyndle@qht.quillshire.example", "Date of referral", "9.3.26"],
        )
        .table(
            ["2. SUBJECT CHILD"],
            ["Name of Child", "Corin Ashlocke", "D.O.B.", "14/11/2024"],
            ["Gender", "M", "Ethnic Origin", "White British"],
            [
                "Date of death (if applicable)",
                "6th March 2026",
                "NHS No.",
                "999 000 0018",
            ],
            ["Home Address", "7 Tallow Row, Marrowby ZZ99 3WX", "Legal Status", "None"],
            [
                "Whereabouts of child and who was caring at time of incident",
                "At home with mother's partner",
                "Is or was the child subject to a CP plan?",
                "Yes - neglect, May 2025 to January 2026",
            ],
            ["Date of critical incident", "5/3/26 at about 11.40pm", "", ""],
        )
        .text("**Family composition / significant others**")
        .table(
            ["Name", "Relationship", "DOB", "Address", "Ethnicity"],
            ["Corin Ashlocke", "Subject", "11/14/2024", "7 Tallow Row", "WB"],
            ["Jessa Ashlocke", "Mother", "2.8.99", "", "WB"],
            ["Maisie Ashlocke", "Half-sister", "22 May 2019", "", "not known"],
            [
                "Darrow Kitt",
                "Mother's partner",
                "1995",
                "12 Quay St, Saltern Quay",
                "WB",
            ],
            ["not known", "Father", "", "", ""],
            ["", "", "", "", ""],
            merged=[(3, 1, 3)],
        )
        .table(
            ["3. OTHER AGENCIES / PROFESSIONALS INVOLVED"],
            ["Name", "Agency", "Contact details", "Still involved?"],
            ["Ruth Imber", "Quillshire Community Health", "01632 960330", "Yes"],
            ["PC 4411 Dale", "Quillshire Constabulary", "", "N"],
        )
        .heading("4. Criteria (please tick as appropriate)", 2)
        .table(
            ["(a) a child has died and abuse or neglect is known or suspected", "✓"],
            [
                "(b) a child has been seriously harmed and there is cause for concern",
                "",
            ],
            ["(c) a looked after child has died", ""],
            ["(d) other", "?"],
        )
        .heading("5. Brief outline of circumstances", 2)
        .text(
            "Corin was brought to hospital by ambulance. He had bruises to both ears.",
            "He died the next morning. The Marrowby Echo has rung the ward.",
        )
        .heading("6. Brief chronology of key dates", 2)
        .table(
            ["Date", "Event"],
            ["Early May 2025", "Child protection conference"],
            ["31/6/25", "Missed appointment, paediatrics"],
            ["w/c 12 January 2026", "Plan ended"],
        )
        .table(["Signed", "H Wyndle", "Date", "9/3/26"])
    )


def four_sections():
    """Four sections for four hands, of which one is filled; seven dates of the office."""
    return (
        Drawing(
            "CONFIDENTIAL WHEN COMPLETED        Initials of child: T.M.",
            "Case Review Referral v3.1 May 2017   Owner: Business Manager   "
            "Review date: May 2019",
        )
        .heading("Case Review Sub-Group: Referral, Agency Summary and Decision Form")
        .text(
            "This form has four sections. Return the whole form. If information is not "
            "available do not delay."
        )
        .table(
            ["FOR OFFICE USE ONLY"],
            ["Referral received", "10/03/2026"],
            ["Referral sent to Sub-Group Chair", "11/03/2026"],
            ["Agencies asked for information", "12/03/2026"],
            ["Deadline for agency returns", "26/03/2026"],
            ["Considered at Sub-Group", "09/03/2026"],
            ["Recommendation sent to Independent Chair", ""],
            ["Independent Chair's decision", ""],
        )
        .heading("SECTION 1: To be completed by the referring agency")
        .table(
            ["1.1 Name of referrer", "Zephan Quennerstedt"],
            ["1.2 Role", "Deputy head teacher"],
            ["1.3 Agency", "Thistlemere Primary School"],
            ["1.4 Address", "Orchard Lane, Tinderwick ZZ99 4AB"],
            ["1.5 Telephone", "z.quennerstedt@tps.quillshire.example"],
            ["1.6 E-mail", "01632 960717"],
            ["1.7 Date of this referral", "Tuesday 10th March 2026"],
            ["1.8 Child's name", "Tobiah Marchwinter (known as Toby)"],
            ["1.9 Date of birth / EDD", "3rd April 2019"],
            ["1.10 Ethnicity", "Section 20"],
            ["1.11 Legal status", "White and Black Caribbean"],
            [
                "1.12 Siblings (names, ages)",
                "Ava (7) and twins Ben & Cleo (DOB 3/4/22)",
            ],
            ["1.13 Mother's name", "Ellen Marchwinter, née Hoole"],
            ["1.14 Mother's DOB", "06/06/1991"],
            ["1.15 Father's name", "Piet Marchwinter"],
            ["1.16 GP", "Dr Amy Larkin, Tinderwick Surgery"],
            ["1.17 Date and time of incident", "between 11pm and 1am, 7-8 March 2026"],
            [
                "1.18 Outline of the case",
                "Toby was found at the weir with a head injury.",
            ],
            ["1.19 Are there any immediate safeguarding concerns?", "See notes"],
            [
                "1.20 Any other information",
                "Our DSL is Maren Solly, who agrees with this.",
            ],
        )
        .heading("SECTION 2: Individual Agency Summary")
        .table(["Agency", ""], ["Author", ""], ["Summary of involvement", ""])
        .heading("SECTION 3: Recommendation of the Sub-Group")
        .table(["Recommendation", ""], ["Name", ""], ["Date", ""])
        .heading("SECTION 4: Chair's decision")
        .table(["Decision", ""], ["Name", ""], ["Signed", ""], ["Date", ""])
    )


def serious_incident():
    """Labels above their answers; a lead is named; an unborn child and a sibling."""
    return (
        Drawing("RESTRICTED", "Ref No: QS/0126")
        .heading("Referral Form of Serious Incidents")
        .text("**Person making the referral**")
        .table(
            ["Name", "Job title", "Organisation", "Telephone"],
            [
                "Oriel Vantongeren",
                "Consultant paediatrician",
                "Quillshire Hospitals NHS Trust",
                "01632 960100",
            ],
        )
        .text("**Safeguarding lead for your organisation**")
        .table(
            ["Name", "Job title", "Email", "Date discussed"],
            [
                "Perpetua Lowe",
                "Head of safeguarding",
                "p.lowe@qht.quillshire.example",
                "2/2/26",
            ],
        )
        .text("**Child / young person**")
        .table(
            ["Surname", "Forename(s)", "DOB or EDD", "Sex"],
            ["Ostrander-Vale", "Lumi", "?22 May 2025", "Female"],
            ["Ostrander", "Unborn baby", "EDD 14/6/26", ""],
        )
        .table(
            ["Date of incident"],
            ["31 January 2026"],
            ["Where did the incident take place?"],
            ["Hotel room, Cardiff"],
            ["Country"],
            ["Wales"],
            ["Nature of injuries"],
            ["Fracture of the left femur; two older rib fractures."],
            ["Brief description of the incident (continue on a separate sheet)"],
            [
                (
                    "Lumi Ostrander was carried into the emergency department by a man who "
                    "gave a false name. Child A of the earlier review is not related."
                )
            ],
            ["Is any child at risk now? If so, who has been told?"],
            ["Yes. Lumi's mother is pregnant. Brackenholt Council told on 1 February."],
            ["Is the family aware of this referral?"],
            ["No"],
            ["Type of review sought"],
            ["☒ Statutory  ☐ Learning  ☐ Good practice"],
        )
        .text("Signed: O. Vantongeren          Date: 02/02/2026")
    )


def two_questions():
    """Two questions at the head with one answer struck out; a column for each child."""
    return (
        Drawing("OFFICIAL-SENSITIVE", "Template version 2.4      Page 1")
        .heading("Case Review Referral")
        .table(
            ["Is this referral for a Serious Case Review?", "YES / ~~NO~~"],
            ["Is this referral for learning?", "~~YES~~ / NO"],
        )
        .text("**Details of the referrer**")
        .text(
            "Name: Mabry Pellowick (Team Manager)",
            "Agency: Quillshire Council Children's Services",
            "Tel: 01632 960422   Email: m.pellowick@qcc.quillshire.example",
            "Date: 1st April 2026",
        )
        .text("**The children**")
        .table(
            ["", "Child 1", "Child 2", "Child 3"],
            ["First name", "Ines", "Rafe", "Baby"],
            ["Family name", "Calloway", "Calloway", "Calloway"],
            ["Date of birth", "04/05/2013", "April 2016", "6-8 weeks old"],
            ["Gender", "☒ F ☐ M", "☐ F ☒ M", "☐ F ☐ M"],
            ["Current address", "Placement in Brackenholt", "At home", "At home"],
            ["Legal status", "Interim care order", "n/a", "n/a"],
            ["School", "Larkrise Academy", "Thistlemere Primary School", ""],
        )
        .text("**Parents and carers**")
        .table(
            ["", "Mother", "Father"],
            ["Name", "Sunniva Calloway", "Not known"],
            ["Date of birth", "12/03/1990", ""],
            ["Address", "3 Kiln Yard, Ostlebridge", ""],
        )
        .heading("Reasons", 2)
        .table(
            ["Please tick", "Criterion"],
            ["☐", "A child has died and abuse or neglect is known or suspected"],
            ["☒", "A child has been seriously harmed and neglect is suspected"],
        )
        .table(
            ["Date of incident", "late March 2026"],
            [
                "Circumstances",
                "Ines took an overdose in her placement and is in intensive care.",
            ],
            ["Has this been discussed with the safeguarding lead?", "☐ Yes ☒ No"],
            ["Are siblings safe?", "Yes - seen by the social worker on 31 March"],
            ["Media interest", "None known"],
            [
                "Cross-border issues",
                "Placed by Quillshire in Brackenholt since January",
            ],
        )
    )


def inside_the_cells():
    """Answers inside the cells of their labels; changes tracked; upright titles."""
    return (
        Drawing("Official-Sensitive", "Version 1.0  2025")
        .heading("Serious Child Safeguarding Case: Referral to the Partnership")
        .table(
            [
                "Referrer",
                "Full name: Ilvy Tarn\nPosition: Detective Inspector",
                "Agency: Quillshire Constabulary\nEmail: ilvy.tarn@qco.quillshire.example",
            ],
            [
                "Child",
                "Name: --Jonas--++Joona++ Aalto\nDOB: 29/02/2012\nGender: male",
                (
                    "Address: withheld - family in refuge, not to be disclosed to father\n"
                    "Ethnicity: White other"
                ),
            ],
            [
                "Incident",
                "Date: 14 December 2025\nTime: 01:15",
                "Location: Farrowdene car park, Marrowby",
            ],
        )
        .table(
            [
                (
                    "What happened?\nJoona was stabbed by another pupil, also called Joona. He is in "
                    "hospital and stable.\nTwo arrests were made."
                )
            ],
            ["Was abuse or neglect known or suspected?\nSuspected"],
            ["Has the child died or been seriously harmed?\nSeriously harmed"],
            ["Parallel processes: police investigation (Op Ketter); youth court"],
            ["Consent: not sought, would put the child at risk"],
            ["Handling instructions: not to be shared with the school before charge"],
        )
        .table(
            ["Agencies known to be involved"],
            ["Larkrise Academy; Quillshire Minds; Farrowdene Family Refuge"],
        )
        .table(["Date submitted: 15/12/2025", "Signature: I. Tarn"])
    )


def numbered_annex():
    """Numbered questions as paragraphs, each with its answer under it; no table."""
    return (
        Drawing("OFFICIAL-SENSITIVE-PERSONAL", "Annex 1")
        .heading("Initial Case Review Notification")
        .text("To be sent within 7 calendar days by secure e-mail.")
        .heading("About the child", 2)
        .text(
            "1. Name of child: Wilfred (Wilf) Penhallow",
            "2. Date of birth: summer 2018",
            "3. Gender: not recorded",
            "4. Home address: 14 Harbour Steps, Saltern Quay",
            "5. Legal status: Supervision order",
            "6. Education establishment: Thistlemere Primary School",
            "7. Names and dates of birth of siblings: Merryn Penhallow (22.05/16)",
        )
        .heading("Grounds for the notification", 2)
        .text(
            "[ ] The child has died and abuse or neglect is known or suspected",
            "[x] The child has been seriously harmed and abuse is suspected",
        )
        .heading("Outline of events", 2)
        .text("Wilf was scalded. It is said to have happened w/c 2 March 2026.")
        .heading("Immediate concerns", 2)
        .text("Merryn stayed at home. Duty social worker told on 6 March at 4pm.")
        .heading("Notified by", 2)
        .text(
            "Name: Senara Quick",
            "Designation: Health visitor",
            "Agency: Quillshire Community Health",
            "Date of notification: 06 Mar 2026",
        )
    )


def tables_in_tables():
    """Tables inside cells, and a table of the family for two households."""
    people = ["Name", "Relationship to child", "Date of birth", "Address"]
    return (
        Drawing("", "Form QSCP-R2  v4  issued 2024")
        .heading("Request for consideration of a review")
        .table(
            ["Part A. Person making this referral"],
            [
                [
                    "",
                    ["Name", "Sister Beata Lorne"],
                    ["Organisation", "Quillshire Minds"],
                    ["Date", "13/14 April 2026"],
                ]
            ],
            ["Part B. Safeguarding lead"],
            [["", ["Name", "as above"], ["Agreed?", "I am the safeguarding lead"]]],
            ["Part C. Children"],
            [
                [
                    "",
                    ["Name", "Date of birth", "Gender"],
                    ["Nia Orchard", "not known", "F"],
                    ["Nia Orchard-Webb", "1 Feb 2009", "F"],
                ]
            ],
        )
        .heading("Household and significant others", 2)
        .table(
            people,
            ["Carys Orchard", "Mother of Nia Orchard", "9/9/1988", "2 Mill Lane"],
            ["Tomos Webb", "Uncle", "30/2/1980", "as above"],
            ["Household 2"],
            ["Gethin Orchard (aka Gez)", "Grandfather", "", "Refuge - do not disclose"],
        )
        .table(
            ["Question", "Answer"],
            ["Date of incident", "her fifteenth birthday"],
            [
                "Circumstances",
                (
                    "Nia Orchard died at Larkrise ward. Nia Orchard-Webb, her "
                    "cousin, has the same first name."
                ),
            ],
            ["Was the child looked after?", "Yes"],
            ["Abuse or neglect known or suspected?", "Not known"],
            ["Does the case involve another area?", "No"],
        )
    )
