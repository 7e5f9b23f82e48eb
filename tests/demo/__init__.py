"""Tests of the demonstration, as it runs."""
