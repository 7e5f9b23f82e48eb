"""The pages of local reviews."""
