"""Who asks: at every request her session and she herself are looked up, in words that
are put together once (`prepared.py`)."""

from allauth.account import auth_backends
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session

from heed import clock
from heed.partnership.models import Person
from heed.partnership.prepared import Prepared


class SessionStore(db.SessionStore):
    """Sessions as Django keeps them in the database."""

    def _get_session_from_db(self):
        found = _sessions(key=self.session_key, now=clock.real_now())
        if found:
            return found[0]
        self._session_key = None
        return None


@Prepared
def _sessions(*, key, now):
    return Session.objects.filter(session_key=key, expire_date__gt=now)


class AuthenticationBackend(auth_backends.AuthenticationBackend):
    """Signing in as allauth has it."""

    def get_user(self, user_id):
        found = _people(pk=user_id)
        return found[0] if found and self.user_can_authenticate(found[0]) else None


@Prepared
def _people(*, pk):
    return Person.objects.filter(pk=pk).order_by()
