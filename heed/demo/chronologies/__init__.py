"""The five chronologies of Quillshire's case Q-25-018, as five agencies send them.

`python -m heed.demo.chronologies.make` writes the files beside this one anew. Nobody in
them is real.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
FILES = ("QCC.csv", "QCO.csv", "QHT.xlsx", "QCH.docx", "TPS.csv")
