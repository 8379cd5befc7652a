"""What searching keeps beside the records: distinct tokens, the narrow table of integers, and a card for each person.

All of it is made from the people's own rows, in the same transaction that changes them, and can be remade at any time.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

PATTERN = ["varchar_pattern_ops", "varchar_pattern_ops"]


class Token(models.Model):
    """A distinct token of a name, or a street: how often it is a forename and a surname, as counted last."""

    NAME, STREET = "n", "s"
    id = models.AutoField(primary_key=True)
    kind = models.CharField(max_length=1, choices=[(NAME, "Name"), (STREET, "Street")])
    text = models.CharField(max_length=60)
    given = models.IntegerField(default=0)
    family = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "text"], name="one_token_of_a_text")]
        indexes = [
            models.Index(
                fields=["kind", "text"], name="tokens_by_beginning", opclasses=["bpchar_pattern_ops", "varchar_pattern_ops"]
            )
        ]


class TokenKey(models.Model):
    """A key under which a token is found when it is written otherwise; with its text, so that the index alone answers."""

    key = models.IntegerField()
    token = models.ForeignKey(Token, models.CASCADE, db_index=False, related_name="keys")
    text = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["key"], include=["token", "text"], name="tokens_by_key")]


class Card(models.Model):
    """What is weighed of a person, in one row. Confidential addresses are not on it."""

    number = models.BigIntegerField(primary_key=True)
    person = models.OneToOneField("people.Person", models.CASCADE, related_name="search_card")
    kind = models.CharField(max_length=8)
    sex = models.CharField(max_length=1)
    given = ArrayField(models.TextField())
    family = ArrayField(models.TextField())
    born = models.DateField(null=True)
    born_estimated = models.BooleanField()
    expected = models.DateField(null=True)
    houses = ArrayField(models.TextField())
    streets = ArrayField(models.TextField())
    postcodes = ArrayField(models.TextField())
    nhs_number = models.BigIntegerField(null=True)
    upn = models.CharField(max_length=13, null=True)
    telephone = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["born"], name="cards_by_birth"),
            models.Index(fields=["expected"], name="cards_by_expected", condition=models.Q(expected__isnull=False)),
            models.Index(fields=["nhs_number"], name="cards_by_nhs", condition=models.Q(nhs_number__isnull=False)),
            models.Index(fields=["upn"], name="cards_by_upn", condition=models.Q(upn__isnull=False)),
            models.Index(fields=["telephone"], name="cards_by_telephone", condition=models.Q(telephone__isnull=False)),
            GinIndex(fields=["postcodes"], name="cards_by_postcode"),
        ]


class Row(models.Model):
    """One way of finding a person: a forename's token with a surname's and a home. 0 stands for none."""

    person = models.BigIntegerField()
    given = models.IntegerField()
    family = models.IntegerField()
    year = models.SmallIntegerField()
    street = models.IntegerField()
    house = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["family", "year", "given"], include=["person"], name="rows_by_family"),
            models.Index(fields=["given", "year", "family"], include=["person"], name="rows_by_given"),
            models.Index(fields=["family", "street"], name="rows_by_family_street"),
            models.Index(fields=["given", "street"], name="rows_by_given_street"),
            models.Index(fields=["street", "house"], name="rows_by_home"),
            models.Index(fields=["person"], name="rows_by_person"),
        ]


class MatchWeights(models.Model):
    """A version of the weights learnt from the authority's own records. The active one is used; without any, the shipped one."""

    version = models.PositiveIntegerField(unique=True)
    learnt_at = models.DateTimeField()
    learnt_from = models.CharField(max_length=200)
    data = models.JSONField()
    active = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["active"], name="one_active_version_of_weights", condition=models.Q(active=True))
        ]
