"""E-mail addresses as identities: two that a person would take for one are one."""

import unicodedata

from django.db import models


def normal_address(address: str) -> str:
    """The one spelling of an e-mail address that is stored, compared and written to."""
    spelling, again = address, _simpler(address)
    while again != spelling:
        # Folding may leave something to normalise, and the other way round.
        spelling, again = again, _simpler(again)
    return spelling


def _simpler(spelling):
    return unicodedata.normalize("NFKC", spelling).casefold().strip()


def domain_of(address: str) -> str:
    """What stands behind the @ of an e-mail address, in its one spelling."""
    return normal_address(address).rpartition("@")[2]


class AddressField(models.EmailField):
    """An e-mail address kept, and looked up, in its one spelling."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return normal_address(value) if value else value

    def pre_save(self, model_instance, add):
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
