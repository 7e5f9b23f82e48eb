"""Keeps the published library apart from the casework."""

LIBRARY_APPS = {"library"}


class LibraryApart:
    """Rows of `library` live in the library's database, all others in casework."""

    def db_for_read(self, model, **hints):
        return "library" if model._meta.app_label in LIBRARY_APPS else "default"

    db_for_write = db_for_read

    def allow_relation(self, one, other, **hints):
        return self.db_for_read(one) == self.db_for_read(other)

    def allow_migrate(self, db, app_label, **hints):
        return (db == "library") == (app_label in LIBRARY_APPS)
