"""The metadata of the file in XMP (ISO 16684-1): WeasyPrint's, and what a file of two standards must say of itself.

- ISO 14289-1, 5 (veraPDF UA-1 5-1 to 5-5): `pdfuaid:part`. WeasyPrint writes one variant a file
  (Kozea/WeasyPrint#2783), and what its option `xmp_metadata` appends lands outside the RDF.
- ISO 19005-3, 6.6.2.3.1 (veraPDF 6.6.2.3.1-1, -2): a schema that PDF/A does not know, such as pdfuaid, is described
  in the file.
- The case id and the language for the archive's register, as Dublin Core.
"""

from html import escape

from weasyprint import VERSION
from weasyprint.pdf.metadata import DocumentMetadata

_END = b"</rdf:RDF>"
_PRODUCER = f'Producer="WeasyPrint {VERSION}"'.encode()

_ACCESSIBLE = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class ArchivalMetadata(DocumentMetadata):  # type: ignore[misc]
    """WeasyPrint's metadata of a document, with ours added where they are written."""

    def __init__(self, metadata: DocumentMetadata, case_id: str, producer: str) -> None:
        self.__dict__.update(metadata.__dict__)
        self._case_id = case_id
        self._producer = producer

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """The RDF of the file."""
        rdf: bytes = super().generate_rdf_metadata(variant, version, conformance)
        assert rdf.endswith(_END)
        rdf = rdf.replace(_PRODUCER, f'Producer="{escape(self._producer)}"'.encode(), 1)
        return rdf.removesuffix(_END) + (_ACCESSIBLE + self._register()).encode() + _END

    def _register(self) -> str:
        subjects = "".join(f"<rdf:li>{escape(keyword, quote=False)}</rdf:li>" for keyword in self.keywords)
        return (
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:identifier>{escape(self._case_id, quote=False)}</dc:identifier>"
            f"<dc:language><rdf:Bag><rdf:li>{escape(self.lang, quote=False)}</rdf:li></rdf:Bag></dc:language>"
            f"<dc:subject><rdf:Bag>{subjects}</rdf:Bag></dc:subject>"
            "</rdf:Description>"
        )
