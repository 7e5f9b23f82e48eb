"""The pages of a case, by what they are about."""
