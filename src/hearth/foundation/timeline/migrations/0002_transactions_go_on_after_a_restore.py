import django.db.models.functions.comparison
from django.db import migrations, models
from django.db.models.expressions import RawSQL


class Migration(migrations.Migration):
    dependencies = [("timeline", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "CREATE FUNCTION timeline_transactions_before() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 0::bigint'",
            "DROP FUNCTION timeline_transactions_before()",
        ),
        migrations.AlterField(
            model_name="event",
            name="transaction",
            field=models.BigIntegerField(
                db_default=django.db.models.functions.comparison.Cast(
                    RawSQL("pg_current_xact_id()::text::bigint + timeline_transactions_before()", ()), models.BigIntegerField()
                ),
                db_index=True,
            ),
        ),
    ]
