"""The structure that an agreement's PDF must have, said from the document alone (no HTML, no page)."""

from collections.abc import Sequence

from renderer.edition.agreement.document import AgreementDocument, FrontPage, Passage, SignatureBlock
from renderer.edition.agreement.figure_table import FigureLine, FigureTable
from renderer.edition.agreement.heading import Heading
from renderer.model.signed.running_text import Quotation, RunningText
from tests.writers.expected_tags import Expected, prose, squeezed

Kids = list["Expected | str"]
Pages = dict[str, int]
"""The page on which each heading stands, by its words without spaces."""


def expected_agreement(document: AgreementDocument, pages: Sequence[int]) -> Expected:
    """`pages` are those of the entries of the contents, in order."""
    parts: Kids = [_front(document.letter)]
    entries = document.contents()
    if entries:
        listed: Kids = [_entry(heading, page) for heading, page in zip(entries, pages, strict=True)]
        parts.append(("Sect", [_leaf("H2", document.contents_heading), ("TOC", listed)]))
    parts += [("Sect", [kid for one in passages for kid in _passage(one)]) for _, passages in document.parts()]
    if document.signing:
        parts.append(_signing(document.signing))
    parts += [_figures(table) for table in document.tables]
    return "Document", parts


def _leaf(role: str, text: str) -> Expected:
    words = squeezed(text).replace("\u00ad", "-")
    return role, [words] if words else []


def _front(front: FrontPage) -> Expected:
    kids: Kids = [_leaf("P", front.municipality)]
    if front.department:
        kids.append(_leaf("P", front.department.upper()))
    kids += [_leaf("P", f"{line.label}: {line.value}") for line in front.lines]
    kids.append(_leaf("H1", front.title))
    if front.parties:
        kids += [_leaf("P", front.between), _leaf("P", " ".join(front.parties))]
    kids += [_leaf("P", text) for text in (front.period, front.signed, front.revised) if text]
    return "Sect", kids


def _entry(heading: Heading, page: int) -> Expected:
    return "TOCI", [("Reference", [("Link", [squeezed(heading.text) + str(page)])])]


def _heading(heading: Heading) -> Expected:
    return _leaf(f"H{heading.level}", heading.text)


def _passage(passage: Passage) -> Kids:
    kids: Kids = [_heading(passage.heading)] if passage.heading else []
    if passage.opening and passage.opening.lead_in:
        kids.append(_leaf("P", passage.opening.lead_in))
    if passage.opening and passage.opening.quotation:
        kids.append(("BlockQuote", prose(passage.opening.quotation)))
    return kids + _running(passage.text)


def _running(text: RunningText) -> Kids:
    kids: Kids = []
    for part in text.parts:
        kids += [("BlockQuote", prose(part.prose))] if isinstance(part, Quotation) else prose(part)
    return kids


def _signing(block: SignatureBlock) -> Expected:
    first, *rest = block.columns
    heads: Kids = [_leaf("TH", getattr(block.labels, one)) for one in block.columns]
    rows: Kids = [
        ("TR", [_leaf("TH", getattr(each, first)), *(_leaf("TD", getattr(each, one)) for one in rest)])
        for each in block.signatures
    ]
    table: Expected = ("Table", [("THead", [("TR", heads)]), ("TBody", rows)])
    place: Kids = [_leaf("P", block.line)] if block.line else []
    return "Sect", [_heading(block.heading), *place, table]


def _figures(table: FigureTable) -> Expected:
    labels = [table.label_label, *(column.label for column in table.columns)]
    heads: Kids = [_leaf("TH", label) for label in [*filter(None, [table.code_label]), *labels]]
    heads += [_leaf("TH", table.note_label)] if table.note_label else []
    bodies: Kids = []
    for group in table.groups:
        heading: Kids = [("TR", [_leaf("TH", group.heading)])] if group.heading else []
        lines = [_line(table, line) for line in (*group.lines, *group.totals)]
        bodies += [("TBody", [*heading, *lines])] if heading or lines else []
    if table.totals:
        bodies.append(("TBody", [_line(table, line) for line in table.totals]))
    remarks: Kids = [kid for remark in table.remarks for kid in prose(remark)]
    if table.calculated_notice:
        remarks.append(_leaf("P", table.calculated_notice))
    whole: Kids = [("Table", [("THead", [("TR", heads)]), *bodies])] if bodies else []
    return "Sect", [_heading(table.heading), *whole, *remarks]


def _line(table: FigureTable, line: FigureLine) -> Expected:
    kids: Kids = [_leaf("TH", line.code)] if table.code_label and line.code else []
    kids += [_leaf("TH", line.label), *(_leaf("TD", cell) for cell in line.cells)]
    return "TR", kids + ([_leaf("TD", line.note)] if table.note_label else [])
