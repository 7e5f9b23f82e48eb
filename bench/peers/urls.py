"""The desk's addresses, and the admin's on the same tables."""

from django.contrib import admin
from django.urls import path

from heed.cases.models import Case, StepTaken
from heed.config.urls_desk import urlpatterns as desk


class Open:
    """Everybody who is signed in reads everything: nothing is asked, which is the
    quickest that the admin can be."""

    def has_view_permission(self, request, obj=None):
        return True

    def has_module_permission(self, request):
        return True

    def has_add_permission(self, request, obj=None):
        return False

    has_change_permission = has_delete_permission = has_add_permission


class Steps(Open, admin.TabularInline):
    model, extra = StepTaken, 0
    fields = readonly_fields = (
        "step",
        "outcome",
        "by_name",
        "role",
        "at",
        "effective_on",
        "stage_before",
        "stage_after",
        "reasons",
    )


class Cases(Open, admin.ModelAdmin):
    list_display = ("reference", "stage", "opened_at", "partnership", "events")
    fields = ("reference", "stage", "opened_at", "partnership")
    inlines = (Steps,)

    def events(self, case):
        return case.steptakens.count()


class Beside(admin.AdminSite):
    def has_permission(self, request):
        return True


site = Beside()
site.register(Case, Cases)
urlpatterns = [path("admin/", site.urls), *desk]
