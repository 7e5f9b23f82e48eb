"""A case as an archive that a person can read without Heed."""
