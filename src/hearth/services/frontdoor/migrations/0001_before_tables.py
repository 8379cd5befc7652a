from django.db import migrations


class Migration(migrations.Migration):
    """The sequences of contact and referral numbers."""

    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL("CREATE SEQUENCE frontdoor_contact_number START 100001", "DROP SEQUENCE frontdoor_contact_number"),
        migrations.RunSQL("CREATE SEQUENCE frontdoor_referral_number START 500001", "DROP SEQUENCE frontdoor_referral_number"),
    ]
