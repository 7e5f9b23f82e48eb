from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0001_emails")]

    operations = [
        migrations.AddField(
            model_name="outgoingemail",
            name="about_case",
            field=models.UUIDField(null=True),
        ),
    ]
