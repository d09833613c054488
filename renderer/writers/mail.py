"""A reminder as an e-mail file (.eml, RFC 5322) that a mail program opens as a draft.

It has no date, which a mail program adds, and no receiver where none is known; the same reminder gives the same bytes.
"""

import hashlib
import textwrap
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from renderer.edition.reminder import Reminder

_WIDTH = 78
_WORKBOOK = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def write_mail(reminder: Reminder) -> bytes:
    """The bytes of the e-mail, with the workbook attached where there is one."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = reminder.subject
    if reminder.sender_address:
        message["From"] = Address(reminder.sender_name, addr_spec=reminder.sender_address)
    if reminder.receivers:
        message["To"] = [Address(addr_spec=address) for address in reminder.receivers]
    # Outlook, and others after it, open a message with this mark as one that is still to be sent.
    message["X-Unsent"] = "1"
    text = _text(reminder)
    message.set_content(text, cte="quoted-printable")
    if reminder.enclosure:
        maintype, subtype = _WORKBOOK
        enclosed = reminder.enclosure
        message.add_attachment(enclosed.content, maintype=maintype, subtype=subtype, filename=enclosed.name)
        digest = hashlib.sha256(text.encode() + enclosed.content).hexdigest()
        message.set_boundary(f"=_{digest[:32]}")
    return message.as_bytes()


def _text(reminder: Reminder) -> str:
    parts = [reminder.greeting, *map(_filled, reminder.paragraphs)]
    parts += ["\n".join([line, *map(_entry, entries)]) for line, entries in reminder.lists]
    parts += [*map(_filled, reminder.closing), "\n".join(reminder.signature)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _filled(paragraph: str) -> str:
    return textwrap.fill(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _entry(words: str) -> str:
    return textwrap.fill(
        words, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
