"""A briefing that is gone keeps why, as a code that the public site turns into words."""

from django.db import migrations, models

BECAUSE = [
    ("privacy", "It could harm or identify somebody"),
    ("legal", "A court, or proceedings, ask for it"),
    ("mistake", "Something in it is wrong"),
    ("replaced", "Another publication takes its place"),
    ("time", "It has been public for as long as it had to be"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("learning", "0002_states"),
    ]

    operations = [
        migrations.AddField(
            model_name="briefing",
            name="gone_because",
            field=models.CharField(blank=True, choices=BECAUSE, max_length=20),
        ),
    ]
