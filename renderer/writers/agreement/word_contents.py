"""The table of contents in Word: a field that Word makes anew, filled in as it will read.

Only Word knows on which page a heading comes to stand, and no setting makes it find out when it opens a file without
asking its user about fields that may refer to other files. So the file asks for nothing: each entry leads to its
heading, and its page number is a field of its own that shows nothing yet, nor do the dots before it. `Opdater tabel`
above the contents makes both.
"""

from collections.abc import Iterator

from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.agreement.heading import Heading
from renderer.writers.agreement.word_headings import LISTED_LEVELS, bookmark, listed_level
from renderer.writers.word_parts.ooxml import TAB, escape, paragraph, run
from renderer.writers.word_parts.word_file import WordFile

_CONTROL = 190_001
_CONTENTS = r'TOC \o "{}-{}" \h \z'.format(*LISTED_LEVELS)
_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def contents(file: WordFile, document: AgreementDocument, width: int) -> str:
    """The heading and the field, in the control that gives Word's button for making it anew; empty without entries."""
    entries = document.contents()
    if not entries:
        return ""
    heading = paragraph(file.styles["TOC Heading"], run(document.contents_heading))
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{_CONTROL}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{heading}"
        f"{''.join(_entries(file, entries, width))}</w:sdtContent></w:sdt>"
    )


def _entries(file: WordFile, entries: tuple[Heading, ...], width: int) -> Iterator[str]:
    begun = _BEGIN + _instruction_text(_CONTENTS) + _SEPARATE
    without_dots = f'<w:tabs><w:tab w:val="right" w:leader="none" w:pos="{width}"/></w:tabs>'
    last_entry = len(entries) - 1
    for position, heading in enumerate(entries):
        words = run(heading.text) + TAB + _instruction(f"PAGEREF {bookmark(heading)} \\h", "")
        link = f'<w:hyperlink w:anchor="{bookmark(heading)}" w:history="1">{words}</w:hyperlink>'
        if position == 0:
            link = begun + link
        if position == last_entry:
            link += _END
        yield paragraph(file.styles[f"toc {listed_level(heading)}"], link, rest=without_dots)


def _instruction(instruction: str, shown: str) -> str:
    result = run(shown) if shown else ""
    return f"{_BEGIN}{_instruction_text(instruction)}{_SEPARATE}{result}{_END}"


def _instruction_text(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
