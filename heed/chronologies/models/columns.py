"""What the headings of an agency mean."""

from django.db import models

from heed.chronologies.models.rows import ORGANISATION
from heed.vault.fields import SealedJSON
from heed.vault.models import SealedRow


class KnownColumns(SealedRow):
    """What an agency's own headings mean, as a person put it right once."""

    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.OneToOneField(
        ORGANISATION, on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField()
    meanings = SealedJSON(seal="known_columns.meanings")
