"""What a draft carries inside: its record, what it says of itself to other programs, and that changes are tracked."""

import re
import uuid

from lxml import etree

from renderer.edition.draft import DraftRecord
from renderer.vocabulary import draft_marks
from renderer.writers.word_parts.ooxml import R, escape, qualified
from renderer.writers.word_parts.word_file import WordFile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# The format id of all custom properties (ISO/IEC 29500-1, 22.3.2.2), and the first number that is free.
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
_ITEM_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# Inside a JSON text an escape says the same as the character, and these XML cannot hold.
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# What stands before w:trackRevisions in the settings (ISO/IEC 29500-1, 17.15.1.78).
_BEFORE_TRACKING = frozenset(
    """
    writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
    revisionView
    """.split()  # noqa: SIM905 - the schema's list, as it stands there
)


def add_draft_data(file: WordFile, record: DraftRecord) -> None:
    """Add the record and the custom properties, and turn the tracking of changes on."""
    file.add_part("/docProps/custom.xml", _CUSTOM_TYPE, f"{R}/custom-properties", _properties(record).encode())
    item = f"{_HEAD}{_record(record)}".encode()
    file.add_custom_xml(item, _ITEM_PROPERTIES_TYPE, _item_properties(record).encode())
    _track_changes(file.settings)


def _record(record: DraftRecord) -> str:
    json = _NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", record.as_json())
    root = draft_marks.RECORD_ROOT
    return f'<{root} xmlns="{draft_marks.RECORD_NAMESPACE}">{escape(json)}</{root}>'


def _item_properties(record: DraftRecord) -> str:
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{draft_marks.RECORD_NAMESPACE}:{record.identity}")).upper()
    return (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_CUSTOM_XML}" ds:itemID="{{{identity}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{draft_marks.RECORD_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _properties(record: DraftRecord) -> str:
    facts = record.edition.facts
    said: dict[str, str | int | None] = {
        draft_marks.PROPERTY_IDENTITY: record.identity,
        draft_marks.PROPERTY_CASE_ID: facts.case_id,
        draft_marks.PROPERTY_FOLLOWUP: facts.followup,
        draft_marks.PROPERTY_COMMITTEE: facts.committee,
        draft_marks.PROPERTY_CENTRE: facts.centre,
        draft_marks.PROPERTY_NUMBER: record.number,
        draft_marks.PROPERTY_DATE: record.date.isoformat(),
        draft_marks.PROPERTY_DIGEST: record.digest,
        draft_marks.PROPERTY_VERSION: record.version,
    }
    told = [(name, value) for name, value in said.items() if value is not None]
    entries = (_property(number, *each) for number, each in enumerate(told, _FIRST_PROPERTY))
    return f'{_HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}">{"".join(entries)}</Properties>'


def _property(number: int, name: str, value: str | int) -> str:
    kind = "i4" if isinstance(value, int) else "lpwstr"
    return (
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{escape(name)}">'
        f"<vt:{kind}>{escape(str(value))}</vt:{kind}></property>"
    )


def _track_changes(settings: etree._Element) -> None:
    before = {qualified(name) for name in _BEFORE_TRACKING}
    place = sum(1 for child in settings if child.tag in before)
    settings.insert(place, etree.Element(qualified("trackRevisions")))
