"""The pages of publication."""
