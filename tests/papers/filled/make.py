"""Makes the filled papers of this folder: `python -m tests.papers.filled.make`.

The files are committed, with what each must yield beside it, written by hand from the
paper. LibreOffice saves each a second time; the suite itself needs no LibreOffice.
Everybody in them is invented (Quillshire).
"""

import subprocess
import sys
from pathlib import Path

from tests.papers.filled import referrals, returns

HERE = Path(__file__).parent


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
    "board-2010.docx": referrals.board_2010,
    "four-sections.docx": referrals.four_sections,
    "serious-incident.docx": referrals.serious_incident,
    "two-questions.docx": referrals.two_questions,
    "inside-the-cells.docx": referrals.inside_the_cells,
    "numbered-annex.docx": referrals.numbered_annex,
    "tables-in-tables.docx": referrals.tables_in_tables,
    "scoping-summary.docx": returns.scoping_summary,
    "nil-return.docx": returns.nil_return,
    "table-of-events.docx": returns.table_of_events,
    "coded-table.docx": returns.coded_table,
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
