import uuid

from django.db import migrations, models

from heed.vault.tables import MadeTogether


def begin_the_chain(apps, schema_editor):
    head = apps.get_model("audit", "Head")
    head.objects.using(schema_editor.connection.alias).create(link=bytes(32).hex())


class Migration(migrations.Migration):
    replaces = [
        ("audit", "0001_entries_and_head"),
        ("audit", "0002_entries_of_a_day"),
        ("audit", "0003_entries_about_one"),
    ]
    initial = True

    dependencies = []

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("sequence", models.BigIntegerField(unique=True)),
                        ("canonical", models.TextField()),
                        ("link", models.CharField(max_length=64)),
                        ("at", models.DateTimeField()),
                        ("actor_kind", models.CharField(max_length=20)),
                        ("actor_id", models.CharField(max_length=80)),
                        ("role", models.CharField(blank=True, max_length=80)),
                        ("what", models.CharField(max_length=80)),
                        ("subject_kind", models.CharField(blank=True, max_length=80)),
                        ("subject_id", models.CharField(blank=True, max_length=80)),
                        ("case_id", models.UUIDField(null=True)),
                        ("partnership_id", models.UUIDField(null=True)),
                        (
                            "result",
                            models.CharField(
                                choices=[("done", "Done"), ("refused", "Refused")],
                                max_length=10,
                            ),
                        ),
                        ("reason_code", models.CharField(blank=True, max_length=80)),
                    ],
                    options={
                        "verbose_name_plural": "entries",
                        "ordering": ["sequence"],
                        "indexes": [
                            models.Index(
                                fields=["case_id", "sequence"],
                                name="audit_entry_case_id_62c55a_idx",
                            ),
                            models.Index(
                                fields=["partnership_id", "at"], name="entries_of_a_day"
                            ),
                            models.Index(
                                fields=["subject_id", "sequence"],
                                name="entries_about_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Head",
                    fields=[
                        (
                            "id",
                            models.PositiveSmallIntegerField(
                                default=1, primary_key=True, serialize=False
                            ),
                        ),
                        ("sequence", models.BigIntegerField(default=0)),
                        ("link", models.CharField(max_length=64)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("id", 1)), name="one_head"
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(begin_the_chain, migrations.RunPython.noop),
    ]
