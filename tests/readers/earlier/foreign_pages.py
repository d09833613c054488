"""PDF files that other programs might have made: a follow-up drawn from HTML in many looks, and single texts.

They hold no tags, so that only the page itself tells what belongs together.
"""

from functools import cache

from tests.repository import ROOT
from tests.writers.own_way import WholeHtml

FONTS = (ROOT / "fonts").as_uri()
TEXT_FONT = f"{FONTS}/NotoSans-Regular.ttf"
FACES = f"""
@font-face{{font-family:Brød;src:url({TEXT_FONT})}}
@font-face{{font-family:Brød;src:url({FONTS}/NotoSans-Italic.ttf);font-style:italic}}
@font-face{{font-family:Brød;src:url({FONTS}/NotoSans-Bold.ttf);font-weight:bold}}
@font-face{{font-family:Smil;src:url({FONTS}/AftalerapportSmiley.ttf)}}
"""
BASE = f"""
{FACES}
@page{{size:A4;margin:25mm 20mm}} @page bred{{size:A4 landscape;margin:20mm}}
body{{font:10pt/1.3 Brød,Smil}} .tabeller{{page:bred;font-size:9pt}}
.brevhoved{{position:absolute;right:0;top:10mm;width:48mm;font-size:8pt}} .brevhoved p{{margin:0 0 1mm}}
body>p,h1,h2{{margin:0 60mm 2mm 0}}
table{{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:5mm}}
td,th{{vertical-align:top;text-align:left;padding:1mm 2mm}} td p{{margin:0 0 1.5mm}}
th:nth-child(1){{width:34%}} th:nth-child(2){{width:38%}} th:nth-child(3){{width:18%}} th:nth-child(4){{width:10%}}
"""
LOOKS = {
    "gitter": "td,th{border:0.5pt solid black}",
    "uden streger": "th{font-weight:bold}",
    "uden streger og fed": "th{font-weight:normal} thead{display:table-row-group}",
    "kun vandrette streger": "tr{border-bottom:1pt solid gray}",
    "midtstillede kolonner": "td,th{border:0.5pt solid black} :is(td,th):nth-child(n+3){text-align:center}",
    "midtstillede rækker": "td,th{border:0.5pt solid black;vertical-align:middle}",
    "lige margener og orddeling": "td,th{border:0.5pt solid black} p{text-align:justify;hyphens:auto}",
    "hoved uden gentagelse": "td,th{border:0.5pt solid black} thead{display:table-row-group}",
    "stor skrift": ".tabeller{font-size:13pt} td,th{border:0.5pt solid black}",
}

LETTERHEAD = (
    "ØKONOMI OG STYRING", "Dato: 12. juni 2018", "Tlf. dir.: 4477 2000", "E-mail: budget@example.dk",
    "Kontakt: Ida Holm", "Sagsid: 00.30.00-S00-9-16",
)  # fmt: skip
LETTER = (
    "Anden opfølgning på Aftale om budget 2018 for Erhvervs- og Beskæftigelsesudvalget",
    "Læsevejledning",
    (
        "Vejledningen her fortæller, hvordan kommunen har holdt øje med aftalens mål hen over året, og hvad en smiley"
        " betyder for det enkelte mål."
    ),
    "Målene er sat af centrene selv, og udvalget har set dem igennem, før året begyndte.",
    "Definition af smileys på indsats:",
    "☺: Målet er nået",
    "☹: Målet er ikke nået, og der er ikke længere udsigt til, at det kan nås inden for rammerne, som udvalget satte.",
)
CHAPTER = "5. Erhverv og Beskæftigelse"
TEXTS = (
    (
        "Kommunen vil over de næste to år samle sine tilbud til unge ledige ét sted, så vejen fra første samtale til"
        " praktik bliver kortere og færre falder fra undervejs."
    ),
    "Der afsættes 1,2 mio. kr. årligt til to vejledere, som følger den unge i det første halve år efter ansættelsen.",
    "Forslaget hænger sammen med punkt 3.04 om fritidsjob, og de to indsatser følges ad i udvalget til efteråret.",
)
RESPONSIBLE = (
    "Ansvarligt center: Arbejdsmarked",
    "Ansvarligt udvalg: Kultur- og Fritidsudvalget",
    "Væsentlig bidragsyder: By, Erhverv og Miljø",
)
MILESTONES = (
    (
        ("Der er ansat to vejledere.", "Status:", "Den ene er ansat, den anden begynder i august."),
        "1. budgetopfølgning 2018",
    ),
    ((), "2. budgetopfølgning 2018"),
    (("Tyve unge har været i praktik i fire uger, og ti af dem har fået tilbudt et job.",), "3. budgetopfølgning 2018"),
    ((), "31.12.2018"),
)  # fmt: skip
SMILEY_OF_ROW = ("☺", "", "☹", "")
ITEMS = (
    ("5.01. Flere unge ledige i praktik og i fritidsjob i hele kommunen", 2),
    ("5.08.2. Samlet indgang til jobcentret", 5),
    ("Pulje uden nummer", 1),
)

Cells = tuple[tuple[str, ...], ...]


def printed_rows() -> list[Cells]:
    """The rows of all tables as their cells' paragraphs."""
    return [row for title, length in ITEMS for row in _rows(title, length)]


@cache
def followup(look: str) -> bytes:
    """A whole follow-up as PDF; `look` is CSS."""
    head = "".join(f"<p>{line}</p>" for line in LETTERHEAD)
    title, guide, *letter = LETTER
    tables = "".join(_table(title, length) for title, length in ITEMS)
    body = (
        f"<div class=brevhoved>{head}</div><h1>{title}</h1><h2>{guide}</h2>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in letter)
        + f"<section class=tabeller><h2>{CHAPTER}</h2>{tables}</section>"
    )
    return page(body, look)


def page(body: str, css: str = "") -> bytes:
    """HTML as PDF."""
    pdf: bytes = WholeHtml(string=f"<html lang=da><style>{BASE}{css}</style><body>{body}").write_pdf(
        presentational_hints=True
    )
    return pdf


def _rows(title: str, length: int) -> list[Cells]:
    agreed = tuple(text for _ in range(length) for text in TEXTS)
    return [
        ((title,), ("Kort beskrivelse af indsatsen (drift)",), ("Tid",), ("Smiley",)),
        (agreed, (*RESPONSIBLE, *TEXTS[:2]), (), ()),
        *(
            (("Milepæl",), texts, (time,), (smiley,) if smiley else ())
            for (texts, time), smiley in zip(MILESTONES, SMILEY_OF_ROW, strict=True)
        ),
        (("Økonomi",), ("Neutral i 2018.",), (), ("☺",)),
    ]


def _table(title: str, length: int) -> str:
    heading, *rows = _rows(title, length)
    head = "".join(f"<th>{''.join(cell)}</th>" for cell in heading)
    body = "".join(
        "<tr>" + "".join(f"<td>{''.join(f'<p>{text}</p>' for text in cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
