"""What each agency wrote of Orrin, known in the review as Kestrel, row by row."""

Rows = tuple[tuple[str, ...], ...]


def _of(*words: str) -> str:
    """A long cell."""
    return "".join(words)


QCC_HEADS = (
    *("Date", "Time", "Source", "Event", "Child seen (Y/N)", "Seen alone", "Response"),
    "Comment",
)
QCC: Rows = (
    (
        *("03/02/2025", "10:15", "Contact record"),
        "Midwife writes that mother is low in mood and has a new partner",
        *("N", "N", "Child and family assessment began", ""),
    ),
    (
        *("06/02/2025", "14:00", "Case notes"),
        "First home visit by Social Worker 1. Orrin plays on the floor and looks well",
        *("Y", "N", "Assessment goes on", ""),
    ),
    (
        *("24/02/2025", "11:30", "Case notes"),
        "Second home visit. Mother says that she lives alone with Orrin",
        *("Y", "N", "", "A man's coat in the hall was not asked about"),
    ),
    (
        *("20/03/2025", "11:00", "Case notes"),
        "Third home visit. Orrin has a cold, cupboards are full",
        *("Y", "N", "Child in need plan written", ""),
    ),
    (
        *("14/04/2025", "", "Minutes"),
        "Child in need meeting in the civic centre. Grandmother is not invited",
        *("N", "N", "Next meeting in six weeks", ""),
    ),
    (
        *("14/04/2025", "", "Telephone log"),
        "Maternal grandmother telephones: the partner is back and drinks",
        *("N", "N", "Passed to Social Worker 1", ""),
    ),
    (
        *("14/04/2025", "", "Case notes"),
        "Unannounced visit in the evening. Orrin asleep in his cot",
        *("Y", "N", "Mother denies that anybody lives with her", ""),
    ),
    (
        *("08/05/2025", "15:30", "Case notes"),
        "Home visit by Social Worker 2, who is new. Orrin watches television",
        *("Y", "N", "", "Second worker in four months"),
    ),
    (
        *("27/05/2025", "09:00", "Supervision record"),
        "Supervision: case is stable, closing to be thought of in July",
        *("N", "N", "", "The partner is not named"),
    ),
    (
        *("14/06/2025", "19:55", "Emergency duty team"),
        _of(
            "Police ring: shouting and a child crying at Harbour Row, heard by ",
            "Neighbour 1. Officers saw a bruise on his right cheek",
        ),
        *("N", "N", "Left for the day team", ""),
    ),
    (
        *("17/06/2025", "", "Minutes"),
        "Strategy meeting: single agency enquiries agreed, medical to be arranged",
        *("N", "N", "Enquiries by Social Worker 2", ""),
    ),
    (
        *("30/06/2025", "10:00", "Case notes"),
        "Enquiry visit. Orrin sits on mother's lap throughout",
        *("Y", "N", "Concerns not made out", ""),
    ),
    (
        *("11/07/2025", "16:20", "Case notes"),
        "Home visit. Orrin pale and quiet; a fading yellow mark by the ear",
        *("Y", "N", "Mother says that he fell from a step", ""),
    ),
    (
        *("23/07/2025", "10:30", "Case notes"),
        "Planned visit. No reply at the door, card left",
        *("N", "N", "", ""),
    ),
    (
        *("06/08/2025", "", "Text message"),
        "Mother cancels: family is at the coast for a fortnight",
        *("N", "N", "New day given", ""),
    ),
    (
        *("20/08/2025", "14:00", "Case notes"),
        "Planned visit. No reply at the door, curtains drawn",
        *("N", "N", "Manager informed", ""),
    ),
    (
        *("27/08/2025", "09:45", "Case notes"),
        "Home visit. Orrin thin, smiling, does not yet say words",
        *("Y", "N", "Health visitor to be asked", ""),
    ),
    (
        *("10/09/2025", "", "Case notes"),
        _of(
            "Joint visit with Health Visitor 2. Orrin grizzly, weight static, food ",
            "diary begun",
        ),
        *("Y", "N", "Review in four weeks", ""),
    ),
    (
        *("03/10/2025", "", "Telephone log"),
        _of(
            "Emergency department rings: Orrin limps, ankle swollen after a fall from ",
            "the sofa. Police informed",
        ),
        *("N", "N", "Manager agrees with discharge home", ""),
    ),
)

QCO_HEADS = ("Occurrence date", "Log no.", "Summary", "Persons")
QCO: Rows = (
    (
        *("2025-02-11T21:10Z", "0147"),
        "Two adults argue in the street. Words of advice",
        "Mother; Mother's Partner",
    ),
    (
        *("2025-03-15T23:05Z", "0391"),
        "Caller hangs up, a baby is heard. Silent number, no address traced",
        "",
    ),
    (
        *("2025-04-05T22:45Z", "0402"),
        "Mother's Partner refused entry to a public house, cautioned for drunkenness",
        "Mother's Partner",
    ),
    (
        *("2025-04-26T23:20Z", "0466"),
        "Vehicle stopped without insurance. Child seat empty in the rear",
        "Mother's Partner",
    ),
    (
        *("2025-05-19T16:05Z", "0512"),
        "Public protection notice sent to the council after a row about money",
        "Mother; Mother's Partner",
    ),
    (
        *("2025-06-14T18:40Z", "0633"),
        _of(
            "Neighbour 1 heard shouting and a child crying at Harbour Row. Orrin was ",
            "seen in his cot with a bruise on his left cheek",
        ),
        "Mother; Mother's Partner; Neighbour 1; PC 1",
    ),
    (
        *("2025-06-16T09:00Z", "0633"),
        _of(
            "Strategy meeting: single agency enquiries by the council, medical to be ",
            "arranged",
        ),
        "PC 1",
    ),
    (
        *("2025-07-02T18:30Z", "0402"),
        "Report of a stolen telephone at the harbour. Log number given twice",
        "Mother",
    ),
    (
        *("2025-08-09T20:15Z", "0788"),
        "Loud music reported by Neighbour 1. Quiet when officers came",
        "Neighbour 1",
    ),
    (
        *("2025-08-31T21:40Z", "0841"),
        "Mother asks for advice about an injunction, then rings off",
        "Mother",
    ),
    (
        *("2025-09-21T19:10Z", "0902"),
        "Mother's Partner gives another surname when searched",
        "Mother's Partner",
    ),
    (
        *("2025-11-08T22:00Z", "1077"),
        "Neighbour 1 hears crying for an hour. Unit diverted, nobody went",
        "Neighbour 1",
    ),
    (
        *("2025-11-20T07:52Z", "1120"),
        "Ambulance asks for police: child found unresponsive in his cot",
        "Mother; Mother's Partner; PC 1",
    ),
    (
        *("2025-11-20T13:30Z", "1120"),
        "SUB JUDICE. First account of Mother's Partner after caution",
        "Mother's Partner",
    ),
)

QHT_HEADS = ("date", "dept", "narrative", "clinician")
QHT: Rows = (
    (
        *("2024-01-10", "Maternity", "Born at 38 weeks, 3.1 kg. Home on day two"),
        "Midwife 1",
    ),
    ("2025-02-18", "Paediatrics", "DNA. Letter to parents", "Consultant 1"),
    (
        *("2025-03-18", "Paediatrics", "Was not brought. Second letter to parents"),
        "Consultant 1",
    ),
    ("2025-04-08", "Audiology", "DNA. Removed from the list", "Audiologist 1"),
    (
        *("2025-05-22", "Paediatrics", "Weighed and examined: 9th centile, pale"),
        "Registrar 2",
    ),
    (
        *("2025-06-18", "Paediatrics", "Medical. Marks thought to fit with a fall"),
        "Consultant 2",
    ),
    ("", "Illustration", "Photographs and body map filed", "Photographer 1"),
    ("2025-08-19", "Dietetics", "Was not brought", "Dietitian 1"),
    (
        *("2025-10-03", "Emergency department"),
        _of(
            "Orrin limps, ankle swollen after a fall from the sofa; seen with mother. ",
            "X-ray clear. Social worker informed",
        ),
        "Registrar 3",
    ),
    ("2025-10-24", "Physiotherapy", "DNA. Discharged", "Physiotherapist 1"),
    (
        *("2025-11-20 08:41", "Resuscitation"),
        "Brought by ambulance in cardiac arrest. Died at 09:15",
        "Consultant 3",
    ),
)
"""Days as they are in the calendar; the file holds their numbers. The date that is
missing stands in the cell above, which is merged over both rows."""

QCH_HEADS = ("When", "Contact", "Baby seen?", "What was done", "Staff")
QCH: Rows = (
    (
        *("13 January 2025", "One-year review at the clinic, late", "Yes"),
        *("Speech to be watched", "Health Visitor 1"),
    ),
    (
        *("6-8 week check", "Done at home, on an undated sheet in the file", "Yes"),
        *("None", "Health Visitor 1"),
    ),
    (
        *("early Feb", "Mother scored 14 for low mood by telephone", "No"),
        *("GP letter", "Health Visitor 1"),
    ),
    (
        *("w/c 3 March", "Drop-in: growth chart plotted, gums sore", "Yes"),
        *("Advice", "Nursery Nurse 1"),
    ),
    (
        *("30 Feb", "Text to mother about vaccines, no answer", "No"),
        *("None", "Nursery Nurse 1"),
    ),
    (
        *("2 April 2025", "Hand over to a new health visitor on paper only", "No"),
        *("None", "Health Visitor 1"),
    ),
    (
        *(
            "9 September 2025",
            "Joint visit with social worker. Orrin grizzly, weight static",
        ),
        *("Yes", "Food diary begun", "Health Visitor 2"),
    ),
    (
        *("20 October 2025", "Weight has dropped two centiles", "Yes"),
        *("Dietetics again", "Health Visitor 2"),
    ),
    (
        *("12 November 2025", "Cancelled clinic made up for at the door", "Yes"),
        *("Review in December", "Health Visitor 2"),
    ),
)

TPS_HEADS = ("dd/mm/yy", "event", "staff")
TPS: Rows = (
    ("26/02/25", "Joined “stay and play” in the school hall", "Teacher 1"),
    ("05/03/25", "Mother asks whether photographs are put on the web", "Office"),
    ("02/04/25", "Came without a coat; one was lent", "Teacher 1"),
    ("21/05/25", "Ate four plates of toast", "Teaching Assistant 2"),
    ("28/05/25", "Half-term: no “stay and play”", "Office"),
    (
        "25/06/25",
        "Clung to staff when mother’s partner came to collect him",
        "Teaching Assistant 2",
    ),
    (
        "25/06/25",
        "Clung to staff when mother’s partner came to collect him",
        "Teaching Assistant 2",
    ),
    ("10/17/25", "Mother says that they may move to another county", "Head"),
)
