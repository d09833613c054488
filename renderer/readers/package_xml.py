"""The XML of a part in an Office package, read so that no file can do harm: no entities, no network, no DTD."""

from lxml import etree
from lxml.etree import _Element

_DECLARED = (b"<!DOCTYPE", b"<\0!\0D\0O\0C", b"\0<\0!\0D\0O\0C")


def declares_a_type(data: bytes) -> bool:
    """Whether a part declares a document type.

    No part of an Office file does (ECMA-376-2, 9.1.1.4); one that does wants to do harm.
    """
    return any(sign in data for sign in _DECLARED)


def parsed(data: bytes) -> _Element:
    """The root of a part, without comments. Raises `etree.LxmlError` or `ValueError` where it is no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)
