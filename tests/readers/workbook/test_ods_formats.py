"""Cells of an OpenDocument are shown by their styles as a Danish office would have seen them."""

import io
import zipfile

import pytest

from renderer.readers.workbook.book import Cell, Kind
from renderer.readers.workbook.open_book import open_book

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = """
<number:time-style style:name="clock"><number:hours/><number:text>:</number:text>
  <number:minutes number:style="long"/></number:time-style>
<number:time-style style:name="long" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text>
  <number:minutes number:style="long"/></number:time-style>
<number:date-style style:name="short"><number:day/><number:text>-</number:text><number:month number:textual="true"/>
</number:date-style>
<number:date-style style:name="figures"><number:month number:style="long"/><number:text>/</number:text>
  <number:day number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:number-style style:name="kroner"><number:number number:decimal-places="0" number:min-integer-digits="1"
  number:grouping="true"/><number:text> kr.</number:text></number:number-style>
<number:number-style style:name="above"><number:number number:decimal-places="2" number:min-decimal-places="2"
  number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="below"><number:text>(</number:text><number:number number:decimal-places="2"
  number:min-decimal-places="2" number:min-integer-digits="1"/><number:text>)</number:text>
  <style:map style:condition="value()&gt;=0" style:apply-style-name="above"/></number:number-style>
<number:number-style style:name="plain"><number:number number:min-integer-digits="1"/></number:number-style>
<number:percentage-style style:name="share"><number:number number:decimal-places="0" number:min-integer-digits="1"/>
  <number:text>%</number:text></number:percentage-style>
<number:currency-style style:name="money"><number:number number:decimal-places="2" number:min-decimal-places="2"
  number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text>
  <number:currency-symbol/></number:currency-style>
<number:number-style style:name="part"><number:fraction number:min-integer-digits="0"
  number:min-denominator-digits="1"/></number:number-style>
"""
NAMES = ("clock", "long", "short", "figures", "kroner", "below", "plain", "share", "money", "part")


def cell(value: str, style: str, *, language: str = "en", column: str = "") -> Cell:
    """The cell of a document with one, whose program showed it in English."""
    cells = "".join(
        f'<style:style style:name="c-{name}" style:family="table-cell" style:data-style-name="{name}"/>'
        for name in NAMES
    )
    named = f'table:style-name="c-{style}"' if style else ""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}{cells}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="Svar">'
        f'<table:table-column table:number-columns-repeated="3" table:default-cell-style-name="{column}"/>'
        f"<table:table-row><table:table-cell {named} {value}><text:p>shown</text:p></table:table-cell>"
        "</table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    looks = f'<style:text-properties fo:language="{language}"/>'
    styles = (
        f'<office:document-styles {SPACES}><office:styles><style:default-style style:family="table-cell">{looks}'
        "</style:default-style></office:styles></office:document-styles>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("styles.xml", styles)
    return open_book("svar.ods", file.getvalue()).sheets[0].cells[1, 1]


def number(value: str, kind: str = "float") -> str:
    return f'office:value-type="{kind}" office:value="{value}"'


def time(value: str) -> str:
    return f'office:value-type="time" office:time-value="{value}"'


def day(value: str) -> str:
    return f'office:value-type="date" office:date-value="{value}"'


@pytest.mark.parametrize(
    ("value", "style", "text", "kind", "sure"),
    [
        (time("PT07H03M00S"), "clock", "07:03", Kind.DATE, False),
        (time("PT37H00M00S"), "long", "37:00", Kind.DATE, False), (time("PT07H03M00S"), "", "07:03", Kind.DATE, False),
        (day("2018-02-01"), "short", "1-feb", Kind.DATE, False),
        (day("2018-02-01"), "figures", "01.02.2018", Kind.DATE, False),
        (day("2018-02-01"), "", "01.02.2018", Kind.DATE, False),
        (number("1500000"), "kroner", "1.500.000 kr.", Kind.NUMBER, False),
        (number("-2.5"), "below", "-2,50", Kind.NUMBER, False), (number("2.5"), "below", "2,50", Kind.NUMBER, True),
        (number("45"), "plain", "45", Kind.NUMBER, True), (number("0.5"), "", "0,5", Kind.NUMBER, True),
        (number("0.25", "percentage"), "share", "25 pct.", Kind.NUMBER, False),
        (number("0.255", "percentage"), "", "25,5 pct.", Kind.NUMBER, False),
        (number("1500", "currency"), "money", "1.500,00 kr.", Kind.NUMBER, False),
        (number("0.5"), "part", "1/2", Kind.NUMBER, False),
        ('office:value-type="string"', "kroner", "shown", Kind.TEXT, True),
    ],
)  # fmt: skip
def test_a_cell_is_shown_in_danish_by_its_style(value: str, style: str, text: str, kind: Kind, sure: bool) -> None:
    read = cell(value, style)

    assert (read.text, read.kind, read.sure) == (text, kind, sure)


def test_a_danish_document_keeps_an_hour_of_one_figure() -> None:
    assert cell(time("PT07H03M00S"), "clock", language="da").text == "7:03"


def test_a_cell_without_a_style_has_its_columns() -> None:
    assert cell(number("1500000"), "", column="c-kroner").text == "1.500.000 kr."
