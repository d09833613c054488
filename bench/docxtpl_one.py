"""The yardstick: docxtpl makes the same Word document from the same edition, in a process of its own.

`python -m bench.docxtpl_one EDITION.json [FILE]`. The template has our styles, letter and tables, and loops where the
items stand, as one would write it with docxtpl. In its favour: it has no running heads and feet, counts no list, marks
no words, sets no bookmarks, estimates no row's height, and its file is not packed anew to be the same every time.
"""

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from renderer.edition.edition import Edition, Face, ItemTable
from renderer.model.prose import Block, BulletList, NumberedList, Paragraph, Prose, plain_text
from renderer.resources import read_resource

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FACES = {"glad": "\u263a", "mellemfornøjet": "\U0001f610", "sur": "\u2639"}
FONT = '<w:rFonts w:ascii="Aftalerapport Smiley" w:hAnsi="Aftalerapport Smiley" w:cs="Aftalerapport Smiley"/>'


def main(edition: str, target: str = "") -> None:
    """Render the edition; write the file where one is named, and tell its size."""
    content = render(Edition.model_validate_json(Path(edition).read_bytes()))
    if target:
        Path(target).write_bytes(content)
    print(json.dumps({"kB": len(content) / 1000}))


def render(edition: Edition) -> bytes:
    """The edition as docxtpl writes it."""
    document = DocxTemplate(io.BytesIO(template()))
    document.render(context(edition), autoescape=True)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def context(edition: Edition) -> dict[str, Any]:
    """What the template's loops go through: paragraphs are pairs of a style and words."""
    letter = edition.letter
    guide = letter.guide
    definitions = [
        (part.heading, [_face(face) | {"meaning": face.meaning} for face in part.faces])
        for part in (guide.effort, guide.finances)
    ]
    return {
        "letter": letter,
        "guide": _paragraphs(guide.prose, "Normal", "ListBullet"),
        "finances": _paragraphs(guide.finances_prose, "Normal", "ListBullet"),
        "definitions": definitions,
        "chapters": [
            {
                "heading": chapter.heading,
                "introduction": _paragraphs(chapter.introduction, "Kapiteltekst", "Kapitelpunkt"),
                "items": [_item(item) for item in chapter.items],
            }
            for chapter in edition.chapters
        ],
    }


def _item(item: ItemTable) -> dict[str, Any]:
    return {
        "table": item,
        "agreed": _paragraphs(item.agreement_text) or [("Tabeltekst", "")],
        "planned": [
            *(("Tabelansvar", f"{line.label}: {line.value}") for line in item.responsibility),
            *_paragraphs(item.description),
        ],
        "rows": [
            {
                "label": row.label,
                "text": [
                    *(_paragraphs(row.text) or [("Tabeltekst", "")]),
                    *([("Tabelstatusmaerke", f"{row.status_label}:")] if row.status else []),
                    *_paragraphs(row.status, "Tabelstatus"),
                ],
                "time": row.time,
                "face": _face(row.face) if row.face else None,
            }
            for row in item.rows
        ],
    }


def _face(face: Face) -> dict[str, Any]:
    style = {"glad": "Smileyglad", "mellemfornøjet": "Smileymellemfornoejet", "sur": "Smileysur"}[face.smiley]
    return {"style": style, "glyph": FACES[face.smiley]}


def _paragraphs(prose: Prose, style: str = "Tabeltekst", entry: str = "Tabelpunkt") -> list[tuple[str, str]]:
    return [found for block in prose.blocks for found in _block(block, style, entry)]


def _block(block: Block, style: str, entry: str) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph(content):
            yield style, plain_text(content)
        case BulletList(entries) | NumberedList(entries):
            for each in entries:
                for inner in each.blocks:
                    yield from _block(inner, entry, entry)


def template() -> bytes:
    """The template's bytes: ours, with a body for docxtpl."""
    made = io.BytesIO()
    own = io.BytesIO(read_resource("styles", "aftalerapport.docx"))
    with zipfile.ZipFile(own) as ours, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in ours.namelist():
            target.writestr(name, ours.read(name) if name != "word/document.xml" else _document())
    return made.getvalue()


def _document() -> str:
    loops = _letter() + _p("Afslutning", "", "<w:sectPr><w:pgSz w:w='11906' w:h='16838'/></w:sectPr>") + _chapters()
    section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{loops}{section}</w:body></w:document>'


def _letter() -> str:
    return (
        _p("Brevafdeling", "{{ letter.department }}")
        + _each("line in letter.lines", _p("Brevhoved", "{{ line.label }}: {{ line.value }}"))
        + _p("Heading1", "{{ letter.title }}")
        + _p("Heading2", "{{ letter.guide.heading }}")
        + _each("style, words in guide", _styled())
        + _each(
            "heading, faces in definitions",
            _p("Definitionsoverskrift", "{{ heading }}")
            + _each("face in faces", f'<w:p><w:pPr><w:pStyle w:val="Definition"/></w:pPr>{_glyph("face")}'
                    "<w:r><w:t>: {{ face.meaning }}</w:t></w:r></w:p>"),
        )
        + _each("style, words in finances", _styled())
    )  # fmt: skip


def _chapters() -> str:
    return _each(
        "chapter in chapters",
        _p("Heading2", "{{ chapter.heading }}")
        + _each("style, words in chapter.introduction", _styled())
        + _each("item in chapter['items']", _p("Heading3", "{{ item.table.heading }}") + _table()),
    )


def _table() -> str:
    widths = (5147, 5752, 2725, 1514)
    head = ("{{ item.table.heading }}", "{{ item.table.type_label }}", "{{ item.table.time_label }}")
    cells = [_p("Tabeltitel", head[0]), _p("Tabelhoved", head[1]), _p("Tabelhoved", head[2])]
    cells.append(_p("Tabelhoved", "{{ item.table.smiley_label }}"))
    loop = "<w:tr><w:tc><w:p><w:r><w:t>{{%tr {} %}}</w:t></w:r></w:p></w:tc></w:tr>"
    given = "{%p if row.face %}", "{%p else %}", "{%p endif %}"
    smiley = f'<w:p><w:pPr><w:pStyle w:val="Tabelsmiley"/></w:pPr>{_glyph("row.face")}</w:p>'
    face = _p("Normal", given[0]) + smiley + _p("Normal", given[1]) + _p("Tabelsmiley", "") + _p("Normal", given[2])
    text, empty = _each("style, words in {}", _styled()), _p("Tabeltekst", "")
    row = [_p("Tabelmaerke", "{{ row.label }}"), text.replace("{}", "row.text"), _p("Tabeltid", "{{ row.time }}"), face]
    agreed = [text.replace("{}", "item.agreed"), text.replace("{}", "item.planned"), empty, empty]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Delelement"/><w:tblW w:w="15138" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>'
        '<w:tblCaption w:val="{{ item.table.heading }}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        + _row(widths, cells, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        + _row(widths, agreed)
        + loop.format("for row in item.rows")
        + _row(widths, row)
        + loop.format("endfor")
        + "</w:tbl>"
    )


def _row(widths: tuple[int, ...], cells: list[str], properties: str = "<w:trPr><w:cantSplit/></w:trPr>") -> str:
    written = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"


def _p(style: str, words: str, more: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run}</w:p>'


def _styled() -> str:
    return _p("{{ style }}", "{{ words }}")


def _each(loop: str, content: str) -> str:
    return _p("Normal", "{%p for " + loop + " %}") + content + _p("Normal", "{%p endfor %}")


def _glyph(face: str) -> str:
    style = f'<w:rStyle w:val="{{{{ {face}.style }}}}"/>{FONT}'
    return f"<w:r><w:rPr>{style}</w:rPr><w:t>{{{{ {face}.glyph }}}}</w:t></w:r>"


if __name__ == "__main__":
    main(*sys.argv[1:])
