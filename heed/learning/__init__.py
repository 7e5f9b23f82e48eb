"""Recommendations, actions, impact and briefings: what was learned is heeded."""
