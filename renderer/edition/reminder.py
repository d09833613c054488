"""A reminder to a centre: what it says, as plain data that a writer makes an e-mail of."""

from pydantic import Field

from renderer.edition.edition import Block


class Enclosure(Block):
    """A file that goes with a reminder."""

    name: str
    content: bytes


class Reminder(Block):
    """An e-mail to be looked at and sent by a person; nothing here sends it."""

    subject: str
    sender_name: str = Field(description="Empty where the follow-up names nobody.")
    sender_address: str = Field(description="Empty where the follow-up has none that a mail program would take.")
    receivers: tuple[str, ...] = Field((), description="Addresses of the centre; empty where none are known.")
    greeting: str
    paragraphs: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...] = Field(description="A line, and what it introduces.")
    closing: tuple[str, ...]
    signature: tuple[str, ...]
    enclosure: Enclosure | None
