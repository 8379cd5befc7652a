"""The table of Django's cache: what counts wrong codes of the second step, and codes used up, for every process at once."""

from typing import ClassVar

from django.db import migrations

MAKE = """
CREATE TABLE access_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX access_cache_expires ON access_cache (expires);
"""


class Migration(migrations.Migration):
    """One table, without a model: Django's own cache reads and writes it."""

    dependencies: ClassVar = [("access", "0001_initial")]
    operations: ClassVar = [migrations.RunSQL(MAKE, "DROP TABLE access_cache")]
