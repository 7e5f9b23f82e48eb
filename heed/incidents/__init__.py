"""An incident is considered, and the serious incident notification is made."""
