"""A follow-up as a municipality might have typed it in Word: other styles, a framed letterhead, Wingdings faces.

The words are those of `foreign_pages`, so that both formats must give the same rows.
"""

from tests.readers.earlier.foreign_pages import CHAPTER, LETTER, LETTERHEAD, Cells, printed_rows
from tests.readers.earlier.word_files import STYLES, cell, field, paragraph, run, word_file

WIDTHS = (4800, 5400, 2600, 1400)
FACES = {"☺": "F04A", "😐": "F04B", "☹": "F04C"}
FRAME = '<w:framePr w:w="2600" w:hSpace="141" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="8800" w:y="2200"/>'
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in EDGES)
BODY_STYLE = (
    '<w:name w:val="Normal"/><w:pPr><w:spacing w:after="60"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="DejaVu Sans" w:hAnsi="DejaVu Sans"/><w:sz w:val="18"/><w:lang w:val="da-DK"/></w:rPr>'
)
LETTER_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1700" w:right="4000" w:bottom="1400" w:left="1400" w:header="700" w:footer="700"/></w:sectPr>'
)
TABLE_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1400" w:right="1300" w:bottom="1300" w:left="1300" w:header="700" w:footer="700"/></w:sectPr>'
)
HEAD = "Anden opfølgning på Aftale om budget 2018"
FOOT = "Ballerup Kommune - {} - Sagsid: 00.30.00-S00-9-16"


def typed_followup() -> bytes:
    """The follow-up as a Word file."""
    before, after = FOOT.split("{}")
    return word_file(
        _letter() + _tables() + TABLE_SECTION,
        styles=STYLES.replace('<w:name w:val="Normal"/>', BODY_STYLE, 1),
        parts={
            "header1": paragraph(HEAD),
            "footer1": f"<w:p>{run(before)}{field('PAGE', '2')}{run(after)}</w:p>",
            "settings": "<w:autoHyphenation/>",
        },
    )


def _letter() -> str:
    title, guide, *texts = LETTER
    head = "".join(paragraph(line, FRAME) for line in LETTERHEAD)
    headings = paragraph(title, '<w:pStyle w:val="Overskrift1"/>') + paragraph(guide, '<w:pStyle w:val="Overskrift2"/>')
    return head + headings + "".join(map(_text, texts)) + f"<w:p><w:pPr>{LETTER_SECTION}</w:pPr></w:p>"


def _text(text: str) -> str:
    """A paragraph; a face that it begins with is a letter of Wingdings."""
    if text[0] not in FACES:
        return paragraph(text)
    return f'<w:p><w:r><w:sym w:font="Wingdings" w:char="{FACES[text[0]]}"/></w:r>{run(text[1:])}</w:p>'


def _tables() -> str:
    rows = printed_rows()
    tables = [rows[start : start + 7] for start in range(0, len(rows), 7)]
    return paragraph(CHAPTER, '<w:pStyle w:val="Kapitel"/>') + "".join(
        _table(*table) + paragraph("") for table in tables
    )


def _table(heading: Cells, *rows: Cells) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    properties = (
        f'<w:tblW w:w="14200" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    )
    body = "".join(f"<w:tr>{_cells(row)}</w:tr>" for row in rows)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cells(heading, '<w:b/>')}</w:tr>{body}</w:tbl>"
    )


def _cells(row: Cells, look: str = "") -> str:
    return "".join(
        cell(
            "".join(f"<w:p>{run(text, look)}</w:p>" if look else _text(text) for text in texts) or paragraph(""),
            f'<w:tcW w:w="{width}" w:type="dxa"/>',
        )
        for texts, width in zip(row, WIDTHS, strict=True)
    )
