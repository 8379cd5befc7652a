from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """What the tables stand on: trigram search, and the sequence of the authority's own record numbers."""

    initial = True
    dependencies = []
    operations = [
        TrigramExtension(),
        BtreeGinExtension(),
        migrations.RunSQL("CREATE SEQUENCE people_person_number START 1000001", "DROP SEQUENCE people_person_number"),
    ]
