"""A chart in Word: stacked bars as DrawingML (ISO/IEC 29500-1, 21.2), which Word's own tools can change.

Each part has a pattern of its own beside its colour, as in the PDF, and no text of its own but the legend's.
"""

from collections.abc import Iterable, Iterator, Sequence

from renderer.edition.overview.blocks import CountLine, CountTable, Mark, Overview
from renderer.writers.overview.sheet import SHEET
from renderer.writers.word_parts.ooxml import R, escape

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU = 36_000
"""English metric units in a millimetre."""
_WIDTH = 180
_BAR, _AROUND = 6, 14
_INK = "222B2F"

_FILLS = {
    Mark.HAPPY: '<a:solidFill><a:srgbClr val="1E7B34"/></a:solidFill>',
    Mark.NEUTRAL: (
        '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="8A6100"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    ),
    Mark.SAD: (
        '<a:pattFill prst="dkVert"><a:fgClr><a:srgbClr val="B3261E"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    ),
    Mark.OPEN: '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>',
}
_EDGES = {Mark.HAPPY: "1E7B34", Mark.NEUTRAL: "8A6100", Mark.SAD: "B3261E", Mark.OPEN: "566067"}


def chart_frame(reference: str, number: int, table: CountTable) -> str:
    """The frame of a chart in a paragraph, with what it shows in words."""
    height = (_AROUND + _BAR * len(table.lines)) * _EMU
    told = "; ".join(f"{line.label}: {line.effort_spoken}" for line in table.lines)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_WIDTH * _EMU}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Diagram {number}" title="{escape(table.heading)}" descr="{escape(told)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{reference}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def chart_part(overview: Overview, table: CountTable, workbook: str) -> bytes:
    """The chart itself; `workbook` is the id of the relationship to its numbers."""
    series = "".join(
        _series(number, overview.word(mark), mark, table.lines) for number, mark in enumerate(table.effort_marks)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{R}">'
        '<c:date1904 val="0"/><c:lang val="da-DK"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="50"/><c:overlap val="100"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
        f"{_CATEGORIES}{_VALUES}</c:plotArea>"
        f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(900)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(850)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _text(size: int) -> str:
    """The look of words; `size` is in hundredths of a point."""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{size}" b="0"><a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill></a:defRPr>'
        '</a:pPr><a:endParaRPr lang="da-DK"/></a:p></c:txPr>'
    )


def _series(number: int, name: str, mark: Mark, lines: Sequence[CountLine]) -> str:
    column, last = chr(ord("B") + number), len(lines) + 1
    edge = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{_EDGES[mark]}"/></a:solidFill></a:ln>'
    names = "".join(_points(line.label for line in lines))
    values = "".join(_points(str(line.effort.of(mark)) for line in lines))
    count = f'<c:ptCount val="{len(lines)}"/>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f'<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{_FILLS[mark]}{edge}</c:spPr><c:invertIfNegative val="0"/>'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _points(values: Iterable[str]) -> Iterator[str]:
    for index, value in enumerate(values):
        yield f'<c:pt idx="{index}"><c:v>{escape(value)}</c:v></c:pt>'


# The first line of the table stands first, so the axis of the names runs from the top.
_CATEGORIES = (
    '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7C9AA6"/></a:solidFill></a:ln></c:spPr>'
    '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
)
_VALUES = (
    '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/>'
    '<c:axPos val="t"/><c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/>'
    '<c:crossBetween val="between"/></c:valAx>'
)
