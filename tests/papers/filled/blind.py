"""Six papers drawn after the reader worked, as a check: `python -m tests.papers.filled.blind`.

Different again from those of make.py: a public letter, a form by post-code lottery, a
chronology in a sheet. What each must yield was written before it was read.
"""

import subprocess
from email.message import EmailMessage

from tests.papers.filled.drawing import Drawing
from tests.papers.filled.make import HERE


def form_a():
    """Boxes for every choice; the family as a list of sentences; instructions struck."""
    return (
        Drawing("Form A: Learning from Serious Incidents", "QSCP FORM A rev. 06/2023")
        .text("**RESTRICTED: please delete as appropriate**")
        .table(
            ["Date form completed:", "Thurs 5th Feb '26", "Urgent?", "Yes ~~/ No~~"],
            ["Completed by:", "Ottoline Farr", "Profession:", "Midwife"],
            [
                "Employer:",
                "Quillshire Hospitals NHS Trust",
                "Best number:",
                "07700 900321",
            ],
            [
                "Line manager / Safeguarding Lead informed?",
                "☑ Yes ☐ No",
                "If yes, name:",
                "Rosalind Pike",
            ],
        )
        .text("**Baby / child / young person**")
        .table(
            ["Full name", "Baby boy Sorrel (to be named Jude)"],
            ["D.O.B. (or due date)", "28.1.26"],
            ["NHS No", "000 000 0000"],
            ["M/F", "M"],
            [
                "Usual address (incl. postcode)",
                "Flat 2, 90 Beacon Road, Hobblethwaite ZZ99 7QT",
            ],
            [
                "Is the child subject to any of the following?",
                "☐ CP plan ☒ CIN plan ☐ LAC ☐ None",
            ],
        )
        .text("**Others in the home**")
        .text(
            "Mother: Petra Sorrel (DOB 17/07/2006)",
            "Father: says he is Callum Reed - not confirmed",
            "Siblings: Opal Sorrel, 2 yrs",
        )
        .text("**What is the concern?**")
        .text(
            "Baby Sorrel stopped breathing at home on 3rd February 2026 and was resuscitated "
            "by the crew. Scan shows bleeding. Abuse is suspected by the consultant.",
        )
        .table(
            ["Outcome for child", "☐ Died ☒ Seriously harmed ☐ Neither"],
            ["Abuse/neglect", "☐ Known ☒ Suspected ☐ No"],
            ["Who has been told and when?", "Children's social care, 3 Feb, 18:30"],
            ["Are there any other children at risk?", "Yes - Opal is still at home"],
            ["Any media interest?", "No"],
        )
        .text("Signed ........ O Farr ........")
    )


def dsl_word():
    """A lead's own referral under headings, answers in running text, two incidents' dates."""
    return (
        Drawing("", "")
        .heading(
            "Referral for consideration of a Local Child Safeguarding Practice Review"
        )
        .heading("1. Who is referring", 2)
        .text(
            "Referrer: Zephan Quennerstedt",
            "Job title: Designated Safeguarding Lead",
            "School: Thistlemere Primary School",
            "Contact details: z.q@tps.quillshire.example, 01632 960 712",
        )
        .heading("2. Child or children", 2)
        .table(
            ["First name", "Surname", "DOB", "Ethnicity", "School", "CP plan?"],
            [
                "Farah",
                "Aziz-Khan",
                "11.09.14",
                "Pakistani",
                "Thistlemere Primary School",
                "Never",
            ],
            ["Idris", "Azizkhan", "?2017", "Pakistani", "as above", "Never"],
        )
        .heading("3. Adults", 2)
        .table(
            ["Name", "Relationship", "Address"],
            ["Samira Aziz-Khan", "Mother", "5 Weavers Fold"],
            ["Unknown male", "Lodger", "5 Weavers Fold"],
        )
        .heading("4. Incident", 2)
        .text(
            "Date and time: Monday 2 March 2026 at 8.15am",
            "Location: outside school",
            "Description of incident: Farah told her teacher that she is hit with a belt. "
            "The lodger has convictions. The family lived in Brackenholt until last year, "
            "where Brackenholt Council had a plan for her.",
        )
        .heading("5. Safety", 2)
        .text("Immediate risks: None - both children are with their grandmother.")
        .heading("6. Declaration", 2)
        .text("Name: Z. Quennerstedt", "Date: 4.3.26")
    )


def two_halves():
    """Two forms side by side: four columns of labels and answers, and a lead's part."""
    return (
        Drawing("OFFICIAL SENSITIVE", "V5 | Next review: March 2025")
        .table(
            ["REFERRER", "", "CHILD", ""],
            ["Name", "PS Halina Wroe", "Forename(s)", "Luca / Luka"],
            ["Force / agency", "Quillshire Constabulary", "Surname", "Ferro"],
            ["Rank", "Police Sergeant", "Date of birth", "03/14/2011"],
            ["Email", "h.wroe@qco.quillshire.example", "Gender", "Male"],
            ["Phone", "01632 960888", "Status", "Deceased"],
        )
        .table(
            ["Date of death", "19/01/2026"],
            ["Date of incident", "20/01/2026"],
            ["Time", "01:30 approx"],
            ["Place of death", "Ostlebridge station"],
            ["Looked after child?", "Yes, section 20, Quillshire"],
            ["Was abuse or neglect known or suspected?", "No"],
            ["Summary", "Luca was struck by a train. Verdict is for the coroner."],
            ["Parallel processes", "Inquest; child death review"],
            ["Press interest", "Yes, the Herald has asked"],
        )
        .table(
            ["For the safeguarding lead"],
            ["Name", "Det Supt R. Thackthorpe"],
            ["Do you support this referral?", "Not sure yet - will discuss"],
            ["Date", ""],
        )
        .text("Date of referral: 22/1/2026")
    )


def housing_return():
    """A return in prose under headings, late, of one household."""
    return (
        Drawing("", "")
        .heading("Agency information return")
        .text(
            "Organisation: Farrowdene Family Refuge",
            "Completed by: Nell Ashby (Refuge Manager) nell.ashby@ffr.quillshire.example",
            "Please return by: 2 February 2026",
            "Date completed: 9 February 2026",
            "Approved by: Kit Longley",
            "Approved on: 9 February 2026",
            "Period covered: 3 June 2024 to 30 September 2025",
        )
        .heading("1. Was the family known to your agency?", 2)
        .text("☒ Yes   ☐ No")
        .heading("2. Who was known?", 2)
        .text("Petra Sorrel (mother); Opal Sorrel (child, dob 4/5/23)")
        .heading("3. Summary of involvement", 2)
        .text(
            "Petra and Opal lived in the refuge.", "They left without saying where to."
        )
        .heading("4. Learning so far", 2)
        .text("We did not ask who she was going to.")
        .heading("5. Which other agencies were involved?", 2)
        .text("Quillshire Probation Delivery Unit; Tinderwick Surgery")
        .heading("6. Information that must not be shared", 2)
        .text("The refuge address must not be disclosed to Callum Reed.")
        .heading("7. Have your records been secured?", 2)
        .text("Yes")
    )


SHEET = (
    "Agency,Quillshire Minds,,,,\n"
    "Scope,01/06/2025 to 31/01/2026,,,,\n"
    ",,,,,\n"
    "Event date,Time of event,Record,What happened,Action / outcome,Seen?\n"
    "12/06/2025,14:00,Carenotes,Assessment. Luca seen on his own.,Weekly sessions,Y\n"
    "19/06/2025,,Carenotes,Did not attend.,Letter,N\n"
    "31/09/2025,,Carenotes,Risk plan updated.,,N/A\n"
    "early Oct 2025,,Carenotes,Foster carer rang in tears.,Call back,N\n"
    ",,Carenotes,Call back made. No answer.,,N\n"
    "w/c 05/01/2026,,Carenotes,No contact until death.,,\n"
    "20/02/2026,09:00,Email,Record closed.,,\n"
    "Unknown,,Paper file,Undated note about sleep.,,\n"
)


def forwarded():
    """A neighbour's letter, attached to a message that only passes it on."""
    message = EmailMessage()
    message["From"] = "Front Desk <frontdesk@qcc.quillshire.example>"
    message["To"] = "reviews@qscp.quillshire.example"
    message["Subject"] = "FW: worried"
    message["Date"] = "Fri, 13 Mar 2026 10:02:00 +0000"
    message["Message-ID"] = "<f2@qcc.quillshire.example>"
    message.set_content(
        "To whom it may concern\n\n"
        "I am a neighbour of the family at number 9. Their boy, called Teddy Marsh, is 5 "
        "years old. On 10 March 2026 he was taken to hospital with burns.\n"
        "His father, Gary Marsh, shouts a lot. I do not want my name given to them. "
        "I work nights so please only phone after 4pm.\n\n"
        "Thank you,\nMrs Joan Applegarth\n01632 960909\n"
    )
    return message


def main():
    for name, draw in {
        "form-a": form_a,
        "dsl-word": dsl_word,
        "two-halves": two_halves,
        "housing-return": housing_return,
    }.items():
        draw().save(HERE / f"{name}.docx")
    (HERE / "minds-sheet.csv").write_text(SHEET)
    (HERE / "neighbour.eml").write_bytes(bytes(forwarded()))
    for name, kind in {
        "form-a.docx": "odt",
        "dsl-word.docx": "pdf",
        "two-halves.docx": "rtf",
        "housing-return.docx": "doc",
        "minds-sheet.csv": "xlsx",
    }.items():
        command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(HERE)]
        subprocess.run([*command, str(HERE / name)], check=True, capture_output=True)


if __name__ == "__main__":
    main()
