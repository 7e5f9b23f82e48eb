"""Finding what has been published: words understood, an index kept, answers checked."""

from heed.library.search.asking import Found, Hit, matching, search
from heed.library.search.shelf import rebuild

__all__ = ["Found", "Hit", "matching", "rebuild", "search"]
