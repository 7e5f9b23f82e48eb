"""The one stage between a password and the desk."""

from allauth.mfa.stages import AuthenticateStage

from heed.partnership.sessions import passed_second_factor


class SecondFactorStage(AuthenticateStage):
    """Asks for the second factor, unless the identity provider has asserted one."""

    def _should_handle(self, request):
        if passed_second_factor(request, self.login.user):
            return False
        return super()._should_handle(request)
