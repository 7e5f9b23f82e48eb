"""Makes the filled papers of this folder: `python -m tests.papers.filled.make`.

The files are committed, with what each must yield beside it, written by hand from the
paper. LibreOffice saves each a second time; the suite itself needs no LibreOffice.
Everybody in them is invented (Quillshire).
"""

import subprocess
import sys
from pathlib import Path

from tests.papers.filled.drawing import Drawing

HERE = Path(__file__).parent


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


def scoping_summary():
    """An agency that knew only the adult; two opinions ticked; signed off by herself."""
    return (
        Drawing("OFFICIAL-SENSITIVE", "SAR 2a   version 2")
        .heading("Scoping document: individual agency information")
        .table(
            ["Name of agency", "Saltern Quay Homes"],
            ["Author", "Edith Marrable, Housing Manager"],
            ["Contact details", "edith.marrable@sqh.quillshire.example / 01632 960555"],
            ["Date due", "16/03/2026"],
            ["Date returned", "18.3.26"],
            ["Subject", "Corin Ashlocke"],
            ["Timespan", "1 January 2024 - 6 March 2026"],
            ["Did your agency have any involvement?", "☐ Yes  ☒ No"],
        )
        .text("**People**")
        .table(
            ["Name", "Relationship", "DOB", "Known to agency?"],
            ["Corin Ashlocke", "Child", "14/11/2024", "No"],
            ["Darrow Kitt", "Mother's partner", "1995", "Yes"],
        )
        .heading("Summary of involvement", 2)
        .text("Mr Kitt held a tenancy with us. The child was not known.")
        .heading("Other agencies known to be involved", 2)
        .text("Quillshire Probation Delivery Unit")
        .heading("Which option is most appropriate?", 2)
        .text("☒ Statutory review", "☒ Learning review", "☐ No review")
        .table(
            ["Have records been secured?", "No - files are with archive"],
            ["Signed off by", "E. Marrable"],
            ["Date signed off", "18/03/2026"],
        )
    )


def nil_return():
    """A nil return that the words beneath it contradict; it takes another's place."""
    return (
        Drawing("", "Version 2 - supersedes version 1")
        .heading("Individual Agency Summary")
        .table(
            ["Agency", "Author", "Role", "Email"],
            [
                "Tinderwick Surgery",
                "Dr Amy Larkin",
                "GP partner",
                "a.larkin@ts.quillshire.example",
            ],
            ["Period covered", "Date of report", "Quality assured by", "Date"],
            ["May 2024 to March 2026", "12/3/26", "Dr J Hales", "13/3/26"],
        )
        .text(
            "Is the child or family known to your agency? NO",
            "Summary of involvement: Seen twice for bruising in December 2025.",
            "Learning: The second bruise was not shared with the health visitor.",
            "Sensitive information: Ms Ashlocke's own history must not be shared with "
            "Mr Kitt.",
            "Have records been secured? Yes, 11 March 2026",
        )
    )


def table_of_events():
    """A chronology of one agency in Word: doubt, gaps, a merged date, a moved clock."""
    return (
        Drawing("", "Agency: Quillshire Community Health")
        .heading("Chronology")
        .text("Subject: C1 (DOB 14/11/2024). Scope: 1 January 2025 to 31 March 2026.")
        .table(
            [
                "Date",
                "Time",
                "Source of information",
                "Event",
                "Outcome",
                "Child seen?",
            ],
            [
                "?22 May 2025",
                "",
                "HV record",
                "Home visit. Bruise to cheek.",
                "Told GP",
                "Yes",
            ],
            ["", "", "HV record", "Telephone call to mother.", "", "No"],
            [
                "22.06/25",
                "23:50-00:20",
                "OOH log",
                "Call about crying.",
                "Advice",
                "n/a",
            ],
            ["Context: the clinic closed in July 2025"],
            ["the next day", "am", "HV record", "No reply at the door.", "", "No"],
            ["June 2025", "", "HV record", "Weighed in clinic.", "", "Yes - not alone"],
            ["30/11/2024", "", "Midwifery", "Birth visit.", "", "Yes"],
            [
                "July to October 2025",
                "",
                "HV record",
                "No contact between July and October.",
                "",
                "",
            ],
            [
                "29/03/2026",
                "01:30",
                "OOH log",
                "Call from neighbour; entered on 14 April 2026.",
                "",
                "",
            ],
            ["6 weeks old", "", "HV record", "Six-week check.", "", "Yes"],
            ["unknown", "", "GP letter", "Letter filed without a date.", "", ""],
        )
    )


def coded_table():
    """A chronology in codes, with the key still in the file, and names that slipped."""
    return (
        Drawing()
        .heading("Composite chronology (anonymised)")
        .table(
            ["Code", "Name"],
            ["C1", "Corin Ashlocke"],
            ["M", "Jessa Ashlocke"],
            ["M", "Maud Ashlocke"],
        )
        .table(
            ["Date", "Agency", "Source", "Significant event", "Comment"],
            [
                "4/3/26",
                "Police",
                "Log 18",
                "M reported a disturbance at 7 Tallow Row.",
                "",
            ],
            [
                "4/3/26",
                "Housing",
                "Diary",
                "Disturbance reported at the flat by M.",
                "",
            ],
            ["5/3/26", "Health", "Notes", "Corin seen with M and Darrow Kitt.", ""],
            ["5/3/26", "Health", "Notes", "corin seen with M and Darrow Kitt", ""],
            ["6/3/26", "Health", "Notes", "C1, whom they call “Button”, died.", "RIP"],
        )
    )


GRANDMOTHER = """From: Dilys Crane <dilys.crane@mail.quillshire.example>
To: reviews@qscp.quillshire.example
Subject: My grandson
Date: Tue, 30 Jun 2026 23:20:00 +0000
Message-ID: <c1@mail.quillshire.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dear Sir or Madam,

I am writing about my grandson Leo Fernwood (dob 3/4/2019) and his sister Mia, aged 4.
Leo died on 12 June 2026 at the weir in Marrowby. His mother Kayleigh Fernwood has a new
partner. A man from the Echo has been to my door.

Please do not tell her that I wrote to you, and only ring me in the mornings.

Yours sincerely,
Dilys Crane
01632 960444
"""
PORTAL = """From: forms@portal.quillshire.example
To: reviews@qscp.quillshire.example
Subject: New submission 00417
Date: Wed, 8 Apr 2026 09:14:00 +0100
Message-ID: <p417@portal.quillshire.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Submission ID: 00417
Submitted on: 2026-04-07T23:41:00Z

Your name: Councillor Ivo Brandreth
How do you know the child: ward councillor
Email address: ivo.brandreth@council.quillshire.example
Name of child: Anouk
Age: 9
Sex: Girl
Date of incident: 03/04/2026
Where did it happen?: the swimming pool, Ostlebridge
What happened?: She was pulled from the water. The pool is in the news.
Has the child died or been seriously harmed?: Seriously harmed
Is any child at risk now?: Not known
Do you wish to remain anonymous?: No
Are the parents aware of this referral?: Yes
"""
PORTAL_LOG = (
    "Ref,Timestamp (UTC),System,Message,Officer\n"
    "1,2026-06-30 22:50,CAD,Call from neighbour about shouting,4411\n"
    "2,2026-06-30 23:30,CAD,Officers at address. Child asleep,4411\n"
    "3,07/01/2026 00:45,CAD,Officers leave,4411\n"
    "4,06/14/2026 10:00,=LOOKUP(A4;Systems!A:B),Earlier call found,4411\n"
)

DRAWN = {
    "board-2010.docx": board_2010,
    "four-sections.docx": four_sections,
    "serious-incident.docx": serious_incident,
    "two-questions.docx": two_questions,
    "inside-the-cells.docx": inside_the_cells,
    "numbered-annex.docx": numbered_annex,
    "tables-in-tables.docx": tables_in_tables,
    "scoping-summary.docx": scoping_summary,
    "nil-return.docx": nil_return,
    "table-of-events.docx": table_of_events,
    "coded-table.docx": coded_table,
}
WRITTEN = {
    "grandmother.eml": GRANDMOTHER,
    "portal-copy.eml": PORTAL,
    "control-room-log.csv": PORTAL_LOG,
}
SAVED_AGAIN = {
    "board-2010.docx": ("odt", "doc"),
    "four-sections.docx": ("rtf",),
    "serious-incident.docx": ("odt",),
    "two-questions.docx": ("doc",),
    "inside-the-cells.docx": ("odt",),
    "numbered-annex.docx": ("pdf", "rtf"),
    "tables-in-tables.docx": ("odt",),
    "scoping-summary.docx": ("doc",),
    "nil-return.docx": ("rtf",),
    "table-of-events.docx": ("odt", "doc"),
    "coded-table.docx": ("rtf",),
    "control-room-log.csv": ("xlsx", "ods"),
}


def main(names):
    """Draw the papers (or the named ones), and let LibreOffice save them again."""
    for name, draw in DRAWN.items():
        draw().save(HERE / name)
    for name, text in WRITTEN.items():
        (HERE / name).write_text(text)
    if "saved" in names:
        for name, kinds in SAVED_AGAIN.items():
            for kind in kinds:
                command = ["soffice", "--headless", "--convert-to", kind]
                subprocess.run(
                    [*command, "--outdir", str(HERE), str(HERE / name)],
                    check=True,
                    capture_output=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
