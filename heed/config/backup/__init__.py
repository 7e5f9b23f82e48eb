"""Copies of everything but the keys, and how they are put back."""
