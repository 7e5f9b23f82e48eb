"""Keys of which a partnership has exactly one for a purpose."""

from uuid import UUID, uuid5

# What belongs to the installation and to no partnership.
INSTALLATION = UUID(int=0)
INDEX = "index"
TEXTS = "texts"


def standing_key_id(partnership_id: UUID, purpose: str) -> UUID:
    """The id that this key has, so that nobody can make a second one."""
    return uuid5(UUID(str(partnership_id)), f"heed standing key: {purpose}")
