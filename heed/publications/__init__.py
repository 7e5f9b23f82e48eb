"""The gate before publication, and the hand-over to the public library."""
