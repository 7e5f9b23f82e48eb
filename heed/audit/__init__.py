"""The record of who did what: appended to, chained, checkpointed, never changed."""
