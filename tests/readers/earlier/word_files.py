"""Word files made by hand for tests: a package of the parts that a test names, and XML for their contents."""

import io
import zipfile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kapitel"><w:name w:val="Kapitel"/>
  <w:basedOn w:val="Overskrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Opstilling-punkttegn"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Fed"><w:name w:val="Fed"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Indholdsfortegnelse1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Strk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Opstilling-punkttegn"/>
    <w:lvlText w:val="\uf0b7"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>
    <w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>
    <w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>
    <w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/>
    <w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/>
    <w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
"""


def word_file(
    body: str,
    *,
    styles: str = STYLES,
    numbering: str = NUMBERING,
    parts: dict[str, str] | None = None,
    links: dict[str, str] | None = None,
    main_type: str = f"{_TYPE}.document.main+xml",
) -> bytes:
    """A Word file with this body.

    `parts` are further parts by their name without ending (`header1`, `footnotes`), whose relationship has that
    name as its id; `links` are addresses by the id of their relationship.
    """
    all_parts = {"styles": styles, "numbering": numbering, **(parts or {})}
    files = {
        "[Content_Types].xml": _content_types(main_type),
        "_rels/.rels": _relationships([("rId1", "officeDocument", "word/document.xml", False)]),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            [
                *((name, name.rstrip("0123456789"), f"{name}.xml", False) for name in all_parts),
                *((name, "hyperlink", address, True) for name, address in (links or {}).items()),
            ]
        ),
        **{f"word/{name}.xml": _part(name, content) for name, content in all_parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """A zip archive of texts by their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unzipped(content: bytes) -> dict[str, str]:
    """The texts of a zip archive by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of characters; `properties` are the contents of its `w:rPr`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str | None, data: str = "") -> str:
    """A complex field; without a result where that is `None`. `data` are the contents of its first mark."""
    marks = [f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>', f"<w:instrText>{instruction}</w:instrText>"]
    if result is not None:
        marks += ['<w:fldChar w:fldCharType="separate"/>', f"<w:t>{result}</w:t>"]
    return "".join(f"<w:r>{mark}</w:r>" for mark in [*marks, '<w:fldChar w:fldCharType="end"/>'])


def control(contents: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{contents}</w:sdtContent></w:sdt>"


def listed(text: str, list_id: int, step: int = 0, more: str = "") -> str:
    """A paragraph in a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{step}"/><w:numId w:val="{list_id}"/></w:numPr>{more}')


def table(*rows: str, widths: tuple[int, ...] = (4800, 5400, 2600, 1400)) -> str:
    """A table with these rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    """A row of cells, which hold text or, where they begin with `<`, XML."""
    return f"<w:tr>{''.join(cell(content) for content in cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell that holds text or XML; one that is a cell already stays as it is."""
    if content.startswith("<w:tc>"):
        return content
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def _part(name: str, content: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def _content_types(main_type: str) -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
    )


def _relationships(relationships: list[tuple[str, str, str, bool]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONSHIP}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if outside else ''}/>"
        for name, kind, target, outside in relationships
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
