from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("rapid_reviews", "0016_whose_account_answered"),
    ]

    operations = [
        migrations.RemoveField(model_name="panelletter", name="reply"),
    ]
