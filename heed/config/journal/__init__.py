"""The journal: what has ended, kept outside the databases and their backups.

A backup is older than the moment at which it is put back. What was revoked, closed or
withdrawn meanwhile must not come back to life with it.
"""
