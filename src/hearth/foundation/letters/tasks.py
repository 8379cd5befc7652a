"""Delivery of letters by e-mail, once: a job that runs again finds that its letter has left.

A worker killed between the mail server's answer and its own note of it sends the letter again, under the same
Message-ID, by which mail servers know the second for a copy of the first.
"""

from django.core.mail import DNS_NAME, EmailMessage
from django.db import transaction
from procrastinate.contrib.django import app

from hearth.foundation.letters.models import Delivered, Sending
from hearth.foundation.letters.pdf import letter_pdf


@app.task(name="letters.deliver", queue="mail", retry=5)
def deliver(sending_id: int) -> None:
    """Send one letter as a PDF to its secure address; the covering message says nothing of anybody."""
    with transaction.atomic():
        sending = Sending.objects.select_related("letter").get(pk=sending_id)
        _, fresh = Delivered.objects.get_or_create(sending=sending)
        if not fresh:
            return
        letter = sending.letter
        message = EmailMessage(
            subject=f"A letter from children's services, reference {letter.reference}",
            body="A letter for you is attached.",
            to=[letter.email],
            headers={"Message-ID": f"<{letter.pk}.{sending.pk}@{DNS_NAME}>"},
        )
        message.attach("letter.pdf", letter_pdf(letter), "application/pdf")
        message.send()
