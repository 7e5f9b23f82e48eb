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
    # By heading, of which files a person said what: a file may be taken out again.
    taught = SealedJSON(seal="known_columns.taught", null=True)

    def teach(self, coming, meanings: dict[str, str]) -> None:
        """Learn what these headings mean of a file. What was known of one before this
        was noted stays beneath, and is of no file."""
        taught = dict(self.taught or {})
        for label, meaning in meanings.items():
            before = taught.get(label)
            if before is None and label in self.meanings:
                before = [{"file": "", "meaning": self.meanings[label]}]
            mine = {"file": str(coming.pk), "meaning": meaning}
            others = [each for each in before or () if each["file"] != mine["file"]]
            taught[label] = [*others, mine]
        self.taught = taught
        self.meanings = self.meanings | meanings
