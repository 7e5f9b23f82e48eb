"""Who of Quillshire acts for whom, by the names of the demonstration."""

PARTNERS = ("council", "icb", "police")
