"""What a Word draft is marked with, so that its writer and its reader agree; plain data.

A text that may be corrected carries the same name three times: as the tag of its content control, as the name of a
bookmark around it, and in the draft's record. The name follows from the anchor of the item in the edition and is at
most 40 characters of `a-z0-9_` (the limit of a bookmark's name in Word; a tag may have 64).
"""

from renderer.vocabulary import key

MARK_PREFIX = "felt"
"""First word of the name of every field's control and bookmark."""

FIXED_TAG = "fast"
"""The tag of a control around text that must not be changed."""

RECORD_NAMESPACE = "urn:aftalerapport:udkast:1"
"""The namespace of the custom XML part in which the draft carries what was sent out."""

RECORD_ROOT = "udkast"
"""The root element of that part; its text is the draft's record as JSON."""

PROPERTY_IDENTITY = "UdkastId"
PROPERTY_CASE_ID = "Sagsid"
PROPERTY_FOLLOWUP = "Opfølgning"
PROPERTY_COMMITTEE = "Udvalg"
PROPERTY_CENTRE = "Center"
PROPERTY_NUMBER = "Udkastnummer"
PROPERTY_DATE = "Udkastdato"
PROPERTY_DIGEST = "Teksternes kontrolsum"
PROPERTY_VERSION = "Programversion"
"""The custom document properties by which a draft knows itself even where its record is gone."""

PLACEHOLDERS: dict[str, str] = {
    key("reading_guide"): "Skriv læsevejledningen her.",
    key("finances_guide"): "Skriv her, hvordan smileyer på økonomi skal læses.",
    key("agreement_text"): "Skriv aftaleteksten her.",
    key("description"): "Skriv beskrivelsen her.",
    key("milestones"): "Skriv milepælen her.",
    key("finances"): "Skriv om økonomien her.",
    key("status"): "Skriv status her.",
}
"""What an empty field shows, by the last key of its path that stands here; it is no text."""

CHOOSE_SMILEY = "Vælg smiley"
"""What the place of a smiley shows that is not given."""


def field_mark(anchor: str, *parts: str) -> str:
    """The mark of a field: `felt_5_1_milepael_2_status` for an item's anchor `delelement-5-1`.

    The empty anchor is the whole agreement's.
    """
    words = (MARK_PREFIX, *anchor.removeprefix("delelement-").split("-"), *parts)
    return "_".join(word for word in words if word)
