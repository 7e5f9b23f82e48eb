"""What was given sealed before it was kept of each view: where the partnership has first
views independent, and no meeting had opened them."""

from django.db import migrations


def keep_sealed(apps, _editor) -> None:
    met = apps.get_model("rapid_reviews", "Meeting").objects.values("case")
    views = apps.get_model("rapid_reviews", "ViewOnReview").objects
    apart = views.filter(partnership__independent_first_views=True)
    apart.exclude(case__in=met).update(given_sealed=True)


class Migration(migrations.Migration):
    dependencies = [("rapid_reviews", "0010_what_was_sealed_and_confirmed")]

    operations = [migrations.RunPython(keep_sealed, migrations.RunPython.noop)]
