"""Builds the Word template `aftalerapport.docx` from the parts in `word/`: `python build_word_template.py [FILE]`.

The template holds styles, lists, settings and page measures; the writer opens it and fills it. Its body shows every
style by a line, so that communication staff see what they change. The same bytes come out every time: nothing
is compressed, since libraries compress differently, and no clock is read.
"""

import sys
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FOLDER = Path(__file__).parent

PARTS = {
    "styles": f"{WORD_TYPE}.styles+xml",
    "numbering": f"{WORD_TYPE}.numbering+xml",
    "settings": f"{WORD_TYPE}.settings+xml",
    "fontTable": f"{WORD_TYPE}.fontTable+xml",
}

# The kinds of lists: name (the writer finds a list by it), what it shows, format and mark of each level.
BULLETS = ("•", "◦", "▪")
LISTS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("Punkter", "bullet", tuple(("bullet", mark) for mark in BULLETS)),
    ("Tal med punktum", "decimal", (("decimal", "%{}."),)),
    ("Tal med parentes", "decimal", (("decimal", "%{})"),)),
    ("Bogstaver med punktum", "lowerLetter", (("lowerLetter", "%{}."),)),
    ("Bogstaver med parentes", "lowerLetter", (("lowerLetter", "%{})"),)),
)
LEVELS = 9
INDENT = 255

# A4, margins in twentieths of a point: the letter leaves room at the right for the letterhead's frame.
LETTER_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="3005" w:right="4365" w:bottom="1247" w:left="1417"'
    ' w:header="1361" w:footer="567" w:gutter="0"/></w:sectPr>'
)
TABLE_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1247" w:right="850"'
    ' w:bottom="1134" w:left="850" w:header="624" w:footer="510" w:gutter="0"/></w:sectPr>'
)

INTRODUCTION = (
    "Dette er skabelonen for Aftalerapports Word-dokumenter. Ret en typografi, og gem filen: så ser alle nye dokumenter"
    " sådan ud. Margener og papirformat tages også herfra: første sektion er brevet, anden sektion er tabellerne."
    " Teksten i skabelonen bruges ikke. Omdøb og slet ikke typografier."
)

# What each style that people may change is for, in the order in which the template shows them.
LETTER_STYLES = {
    "Normal": "Normal: brødtekst i brevet",
    "Title": "Titel: til en titelside",
    "heading 1": "Overskrift 1: dokumentets titel",
    "Subtitle": "Undertitel: under dokumentets titel",
    "heading 2": "Overskrift 2: læsevejledning og kapitler",
    "heading 3": "Overskrift 3: delelementets titel over tabellen",
    "heading 4": "Overskrift 4: et punkt under et underkapitel i budgetaftalen",
    "Underkapitel": "Underkapitel: overskrift inde i et af budgetaftalens kapitler",
    "Mellemoverskrift": "Mellemoverskrift: overskrift inde i et af budgetaftalens punkter",
    "TOC Heading": "Overskrift til indholdsfortegnelsen i budgetaftalen",
    "toc 2": "Indholdsfortegnelse 2: kapitler",
    "toc 3": "Indholdsfortegnelse 3: punkter",
    "toc 4": "Indholdsfortegnelse 4: punkter under et underkapitel",
    "Quote": "Citat: hvad budgetaftalen citerer",
    "List Bullet": "Opstilling – punkttegn: punkter i brevet",
    "List Number": "Opstilling – talt: nummererede punkter i brevet",
    "List Continue": "Opstilling – forts.: mere tekst til et punkt i brevet",
    "Definitionsoverskrift": "Definitionsoverskrift: over smileyernes betydning",
    "Definition": "Definition: en smileys betydning",
    "Definition med ord": "Definition med ord: det samme, når ordet står ved smileyen",
    "Udkast": "Udkast: øverst på hver side i et udkast",
    "Vejledningstitel": "Vejledningstitel: øverst på udkastets første side",
    "Vejledningsoverskrift": "Vejledningsoverskrift: hvert råd på udkastets første side",
    "Vejledningstekst": "Vejledningstekst: rådene på udkastets første side",
    "Brev kommune": "Brev kommune: øverst i brevet",
    "Brevhoved": "Brevhoved: dato, telefon og sagsid",
    "Brev afdeling": "Brev afdeling: øverst i brevhovedet",
    "Brevfod": "Brevfod: brevets sidetal",
}
TABLE_STYLES = {
    "header": "Sidehoved: over tabellerne",
    "footer": "Sidefod: under tabellerne",
    "Kapiteltekst": "Kapiteltekst: indledning til et kapitel",
    "Kapitelpunkt": "Kapitelpunkt: punkter i indledningen",
    "Kapitelpunkt fortsat": "Kapitelpunkt fortsat: mere tekst til et punkt",
}
CELL_STYLES = {
    "Tabeltitel": "Tabeltitel: delelementets titel i tabellens øverste række",
    "Tabelhoved": "Tabelhoved: tabellens øverste række",
    "Tabeltekst": "Tabeltekst: tekst i tabellerne",
    "Tabelpunkt": "Tabelpunkt: punkter i tabellerne",
    "Tabelpunkt fortsat": "Tabelpunkt fortsat: mere tekst til et punkt",
    "Tabelansvar": "Tabelansvar: ansvarligt center, udvalg og bidragsydere",
    "Tabelmærke": "Tabelmærke: Milepæl og Økonomi",
    "Tabelstatus mærke": "Tabelstatus mærke: ordet Status",
    "Tabelstatus": "Tabelstatus: statusteksten",
    "Tabeltid": "Tabeltid: tidspunktet",
    "Tabelsmiley": "Tabelsmiley: smileyens celle",
    "Tabelhoved tal": "Tabelhoved tal: øverste række over beløb",
    "Tabelgruppe": "Tabelgruppe: kapitel eller udvalg i en beløbstabel",
    "Tabelpost": "Tabelpost: punkt eller indsats i en beløbstabel",
    "Tabeltal": "Tabeltal: beløb",
    "Tabelsum": "Tabelsum: sum i en beløbstabel",
    "Tabelsum tal": "Tabelsum tal: beløbene i en sum",
    "Tabelnote": "Tabelnote: bemærkninger under en beløbstabel",
}
CHARACTER_STYLES = {
    "Mærkat": "Mærkat: Dato, Ansvarligt center og andre ledeord",
    "Strong": "Stærk: fremhævede ord på udkastets første side",
    "Placeholder Text": "Pladsholdertekst: i tomme felter i et udkast",
    "Smileyvalg": "Smileyvalg: den valgte smiley i et udkast",
    "Hyperlink": "Hyperlink: henvisninger til internettet",
    "Smiley glad": "\u263a",
    "Smileyord glad": "Smileyord glad",
    "Smiley mellemfornøjet": "\U0001f610",
    "Smileyord mellemfornøjet": "Smileyord mellemfornøjet",
    "Smiley sur": "\u2639",
    "Smileyord sur": "Smileyord sur",
}


def main() -> None:
    """Write the template to the file named on the command line, or to its place in the repository."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER / "aftalerapport.docx"
    path.write_bytes(build())


def build() -> bytes:
    """The bytes of the template."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in _entries().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, xml.encode())
    return written.getvalue()


def _entries() -> dict[str, str]:
    sources = {path.stem: path.read_text("utf-8") for path in sorted((FOLDER / "word").glob("*.xml"))}
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"word/document.xml": f"{R}/officeDocument"}),
        "word/document.xml": _document(sources["styles"]),
        "word/_rels/document.xml.rels": _relationships({f"{name}.xml": f"{R}/{name}" for name in PARTS}),
        "word/numbering.xml": _numbering(),
        **{f"word/{name}.xml": xml for name, xml in sources.items()},
    }


def _content_types() -> str:
    overrides = {"document": f"{WORD_TYPE}.document.main+xml", **PARTS}
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _relationships(targets: dict[str, str]) -> str:
    entries = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{namespace}">{"".join(entries)}</Relationships>'


def _numbering() -> str:
    kinds = "".join(_abstract_list(number, *kind) for number, kind in enumerate(LISTS, 1))
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(1, len(LISTS) + 1)
    )
    return f'{HEAD}<w:numbering xmlns:w="{W}">{kinds}{lists}</w:numbering>'


def _abstract_list(number: int, name: str, _kind: str, marks: tuple[tuple[str, str], ...]) -> str:
    levels = "".join(_level(level, *marks[level % len(marks)]) for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5AF10000 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x5AF20000 + number:08X}"/><w:name w:val="{name}"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(level: int, form: str, mark: str) -> str:
    indent = INDENT * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{mark.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )


def _document(styles: str) -> str:
    ids = _style_ids(styles)
    letter, tables, cells = (
        [_line(ids[name], _run(use)) for name, use in shown.items()]
        for shown in (LETTER_STYLES, TABLE_STYLES, CELL_STYLES)
    )
    words = [_line(ids["Tabeltekst"], _run(use, ids[name])) for name, use in CHARACTER_STYLES.items()]
    body = (
        _line(ids["Normal"], _run(INTRODUCTION))
        + "".join(letter)
        + f"<w:p><w:pPr>{LETTER_PAGE}</w:pPr></w:p>"
        + "".join(tables)
        + _table(ids["Delelement"], cells + words)
        + "<w:p/>"
        + _table(ids["Beløbstabel"], [_line(ids["Tabeltal"], _run("Beløbstabel: budgetaftalens bilag"))])
        + "<w:p/>"
        + TABLE_PAGE
    )
    return f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def _style_ids(styles: str) -> dict[str, str]:
    found = etree.fromstring(styles.encode()).iterchildren(f"{{{W}}}style")
    names = ((style.find(f"{{{W}}}name"), style) for style in found)
    return {
        str(name.get(f"{{{W}}}val")): str(style.get(f"{{{W}}}styleId")) for name, style in names if name is not None
    }


def _line(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def _table(style: str, lines: list[str]) -> str:
    width = '<w:tcPr><w:tcW w:w="8000" w:type="dxa"/></w:tcPr>'
    rows = "".join(f"<w:tr><w:tc>{width}{line}</w:tc></w:tr>" for line in lines)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="8000" w:type="dxa"/>'
        '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid>'
        f"{rows}</w:tbl>"
    )


if __name__ == "__main__":
    main()
