"""The smileys that were given for the first time as a Word table: one row an item."""

from renderer import vocabulary
from renderer.edition.comparing.developments import EFFORT_LABEL
from renderer.edition.comparison import Entry, Section
from renderer.writers.word_parts.ooxml import character_style, escape, paragraph, run
from renderer.writers.word_parts.smileys import face_runs
from renderer.writers.word_parts.word_file import WordFile

_SHARES = (31, 22, 26, 21)
_HEADINGS = ("Delelement", vocabulary.CENTRE_LABEL, EFFORT_LABEL, vocabulary.FINANCES_LABEL)
_DESCRIPTION = "Hvert delelement med det ansvarlige center og de smileyer, som er givet for første gang."


def first_table(file: WordFile, section: Section, width: int) -> str:
    """The table in a width in twentieths of a point, and the space below it."""
    widths = [width * share // sum(_SHARES) for share in _SHARES]
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    rows = "".join(_row(_cells(file, entry), widths) for entry in section.entries)
    heads = [paragraph(file.styles["Tabelhoved"], run(heading)) for heading in _HEADINGS]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{file.styles["Delelement"]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val="{escape(section.heading)}"/>'
        f'<w:tblDescription w:val="{_DESCRIPTION}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{_row(heads, widths, '<w:tblHeader/>')}{rows}</w:tbl>{paragraph(file.styles['Afslutning'])}"
    )


def _row(contents: list[str], widths: list[int], heading: str = "") -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, contents, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{''.join(cells)}</w:tr>"


def _cells(file: WordFile, entry: Entry) -> list[str]:
    styles = file.styles
    return [
        paragraph(styles["Tabelmærke"], run(entry.heading)),
        paragraph(styles["Tabeltekst"], run(entry.centre) if entry.centre else ""),
        *(_given(file, entry, label) for label in _HEADINGS[2:]),
    ]


def _given(file: WordFile, entry: Entry, label: str) -> str:
    """What was given for effort or finances: the smiley, and below it the time; an empty paragraph for none."""
    styles = file.styles
    given = (one.new for one in entry.changes if one.kind == "smiley" and one.label == label)
    written = []
    for at in given:
        face = face_runs(at.face, styles, with_word=True) if at.face else run(at.not_given)
        time = run(at.time, character_style(styles["Mærkat"]))
        written += [paragraph(styles["Tabelsmiley"], face), paragraph(styles["Tabeltekst"], time) if at.time else ""]
    return "".join(written) or paragraph(styles["Tabeltekst"])
