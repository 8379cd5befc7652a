"""What another system calls a person: by it a second import of the same file adds nobody again."""

from django.db import models


class ExternalId(models.Model):
    """The id that a source, such as the system before this one, gave to a person."""

    source = models.CharField(max_length=60)
    value = models.CharField(max_length=80)
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="external_ids")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "value"], name="one_person_of_an_external_id")]
