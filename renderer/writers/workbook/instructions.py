"""The sheet that says what to do: for somebody who has never seen such a workbook before."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from renderer.edition import danish
from renderer.edition.questionnaire import Levels, Round, WorkbookRecord
from renderer.vocabulary import CASE_ID_LABEL
from renderer.writers.workbook.heights import row_height
from renderer.writers.workbook.looks import Looks

_WIDTH = 120
"""Characters: so wide that hardly a line is broken, since a height that is only guessed makes the rows uneven."""
_A4 = 9
_LINES = {"title": 24.0, "heading": 26.0, "words": 15.0, "strong": 15.0}
"""The height of a line in points, room above a heading included."""
_STEPS = (
    "1. Gå til arket {sheet}. Der er en række for hvert delelement og tidspunkt, I skal melde om.",
    "2. Vælg en smiley i »Indsats, smiley«, og skriv i »Indsats, status«, hvad der er sket.",
    "3. Er smileyen ikke glad, skal der stå hvorfor, og hvad I gør ved det.",
    "4. Vælg en smiley for økonomien i »Økonomi, smiley«. Er der noget at bemærke, så skriv det i »Økonomi, status«.",
    "5. Gem filen, og send den tilbage{contact}. Filen må gerne få et andet navn.",
)
_GOOD_TO_KNOW = (
    "Et nyt afsnit i en celle laver du med Alt+Enter. En linje, der begynder med • eller -, bliver til et punkt.",
    "Du kan filtrere, gøre kolonner bredere og skrive noter ved cellerne. Noterne kommer med tilbage.",
    "Der er streger (–) i de felter, der ikke skal udfyldes. Økonomien meldes kun én gang for hvert delelement.",
    "Økonomien skal meldes ved hver opfølgning, også når der intet er sket. Det, I meldte sidst, står ved siden af.",
    "Står der allerede noget i et gult felt, er det meldt før. Ret det, hvis det er forkert.",
    "De låste felter kan ikke rettes her. Er noget forkert i dem, så skriv en note ved cellen.",
    "Arket er låst uden adgangskode, så ingen kommer til at slette noget. Lad det helst være låst.",
)


def write_instructions(sheet: Worksheet, record: WorkbookRecord, sheets: tuple[str, ...], looks: Looks) -> None:
    """Write the sheet; `sheets` are those to fill in."""
    sheet.set_column(0, 0, _WIDTH)
    sheet.hide_gridlines(2)
    for row, (text, look) in enumerate(_lines(record, sheets)):
        sheet.set_row(row, row_height([(text, _WIDTH)], line=_LINES[look]))
        sheet.write_string(row, 0, text, looks[look])
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _lines(record: WorkbookRecord, sheets: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    about = record.round
    yield f"{about.stage} på {about.title}", "title"
    centre = record.centre or "alle centre"
    sender = ", ".join(name for name in (about.municipality, about.department) if name)
    yield f"Til {centre} fra {sender}. Opfølgningen er dateret {danish.long_date(about.date)}.", "words"
    yield f"{CASE_ID_LABEL}: {about.case_id}", "words"
    if about.deadline:
        yield f"Send regnearket tilbage senest den {danish.long_date(about.deadline)}.", "strong"
    if about.meeting:
        yield f"Udvalgene behandler opfølgningen den {danish.long_date(about.meeting)}.", "words"
    yield "Sådan gør du", "heading"
    words = {"sheet": _sheet_words(sheets), "contact": _contact(about)}
    for step in _STEPS:
        yield step.format(**words), "words"
    yield from _definition("Smileyer på indsats", about.effort)
    yield from _definition("Smileyer på økonomi", about.finances)
    yield "Godt at vide", "heading"
    for line in _GOOD_TO_KNOW:
        yield line, "words"


def _sheet_words(sheets: tuple[str, ...]) -> str:
    return f"»{sheets[0]}«" if len(sheets) == 1 else "med jeres centers navn"


def _contact(about: Round) -> str:
    return f" til {', '.join(about.contact)}" if about.contact else " til den, I har fået den fra"


def _definition(heading: str, levels: Levels) -> Iterator[tuple[str, str]]:
    yield heading, "heading"
    for label in levels.labels:
        yield label, "words"
