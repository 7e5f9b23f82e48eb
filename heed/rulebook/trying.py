"""How a second reader tries to identify the child, and where one looks before."""

LEAST_MINUTES = 20
LOOKED_IN = ("media", "court", "inquest")
"""Where somebody looks, whatever comes of it, before a text is published."""
