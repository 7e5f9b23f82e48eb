from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_an_area_outside"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="steptaken",
            index=models.Index(
                fields=["case", "at", "id"], name="cases_stept_case_id_2fa313_idx"
            ),
        ),
    ]
