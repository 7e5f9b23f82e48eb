"""Returns and chronologies of agencies, as people fill them in."""

from tests.papers.filled.drawing import Drawing


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
