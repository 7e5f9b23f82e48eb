"""A concern arrives: written here, sent by email, told by telephone. The only forms
that are open to anyone stand here."""
