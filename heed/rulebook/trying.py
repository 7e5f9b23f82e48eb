"""How a second reader tries to identify the child, and where one looks before."""

from datetime import timedelta

LEAST_MINUTES = 20
LOOKED_IN = ("media", "court", "inquest")
"""Where somebody looks, whatever comes of it, before a text is published."""
LOOKED_WITHIN = timedelta(days=30)
"""At most so long before the day of publication: a trial may tell more every day."""
LOOKED_AGAIN_AFTER = timedelta(days=365)
"""After so long a correction, too, waits until somebody has looked again."""
