"""The file's properties, as Word and the archive show them: title, subject, who made it, when, in which language."""

from renderer.edition import register
from renderer.edition.draft import Draft
from renderer.edition.register import Registered
from renderer.writers.word_parts.ooxml import R, escape
from renderer.writers.word_parts.word_file import WordFile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_APPLICATION = "Aftalerapport"


def add_properties(file: WordFile, document: Registered, draft: Draft | None) -> None:
    """Add the core and the application properties; no clock is read: the document's date is the file's."""
    file.add_part("/docProps/core.xml", _CORE_TYPE, _CORE_RELATIONSHIP, _core(document, draft).encode())
    file.add_part("/docProps/app.xml", _APP_TYPE, f"{R}/extended-properties", _app(document).encode())


def _core(document: Registered, draft: Draft | None) -> str:
    facts = document.facts
    sender = escape(register.author(document))
    moment = register.moment(document).replace("+00:00", "Z")
    keywords = ", ".join(register.keywords(document))
    title = f"{draft.label}: {facts.title}" if draft else facts.title
    status = f"<cp:contentStatus>{escape(draft.label.capitalize())}</cp:contentStatus>" if draft else ""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f"<dc:subject>{escape(register.subject(document))}</dc:subject>"
        f"<dc:creator>{sender}</dc:creator><cp:keywords>{escape(keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{sender}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"{status}<dc:language>{document.language}</dc:language></cp:coreProperties>"
    )


def _app(document: Registered) -> str:
    company = escape(document.facts.municipality)
    return (
        f'{_HEAD}<Properties xmlns="{_APP}"><Application>{_APPLICATION}</Application><Company>{company}</Company>'
        "</Properties>"
    )
