"""The sheet that says what to do: for somebody who has never seen such a workbook before."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from renderer.edition import danish
from renderer.edition.questionnaire import Levels, Round, WorkbookRecord
from renderer.vocabulary import CASE_ID_LABEL, workbook_marks
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
_PLAN_STEPS = (
    "1. Gå til arket {sheet}. Der er en række for hvert delelement, I er ansvarlige for.",
    "2. Skriv i »Beskrivelse«, hvad I vil gøre for at føre aftalen ud i livet.",
    "3. Skriv en milepæl i »Milepæl 1« til »Milepæl 4«: det, der skal være nået på hvert tidspunkt.",
    "4. Skriv i »Økonomi«, hvad delelementet koster eller sparer, og i hvilke år.",
    "5. Gem filen, og send den tilbage{contact}. Filen må gerne få et andet navn.",
)
_PARAGRAPHS = (
    "Et nyt afsnit i en celle laver du med Alt+Enter. En linje, der begynder med • eller -, bliver til et punkt."
)
_FREE = "Du kan filtrere, gøre kolonner bredere og skrive noter ved cellerne. Noterne kommer med tilbage."
_LOCKED = (
    "De låste felter kan ikke rettes her. Er noget forkert i dem, så skriv en note ved cellen.",
    "Arket er låst uden adgangskode, så ingen kommer til at slette noget. Lad det helst være låst.",
)
_OFFERED = (
    "En milepæl, som ikke blev nået sidst, har også en række. Er der noget nyt om den, så vælg en ny smiley, og skriv,"
    " hvad der er blevet af den. Ellers lad felterne stå tomme."
)
_GOOD_TO_KNOW = (
    _PARAGRAPHS,
    _FREE,
    "Der er streger (–) i de felter, der ikke skal udfyldes. Økonomien meldes kun én gang for hvert delelement.",
    "Økonomien skal meldes ved hver opfølgning, også når der intet er sket. Det, I meldte sidst, står ved siden af.",
    "Står der allerede noget i et gult felt, er det meldt før. Ret det, hvis det er forkert.",
    *_LOCKED,
)
_PLAN_GOOD_TO_KNOW = (
    "Skriv en milepæl, så den kan måles: Ved opfølgningen skal I kunne svare på, om den er nået.",
    "Er der intet at nå på et tidspunkt, så lad feltet stå tomt.",
    "Smileyer og status hører ikke til her; dem beder vi om ved opfølgningerne.",
    _PARAGRAPHS,
    _FREE,
    "Står der allerede noget i et gult felt, er det skrevet før. Ret det, hvis det er forkert.",
    *_LOCKED,
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
    yield about.name, "title"
    centre = record.centre or "alle centre"
    sender = ", ".join(name for name in (about.municipality, about.department) if name)
    what = "Udmøntningen" if about.asks_plan else "Opfølgningen"
    yield f"Til {centre} fra {sender}. {what} er dateret {danish.long_date(about.date)}.", "words"
    yield f"{CASE_ID_LABEL}: {about.case_id}", "words"
    if about.deadline:
        yield f"Send regnearket tilbage senest den {danish.long_date(about.deadline)}.", "strong"
    if about.meeting:
        yield f"Udvalgene behandler {what.lower()} den {danish.long_date(about.meeting)}.", "words"
    yield "Sådan gør du", "heading"
    words = {"sheet": _sheet_words(sheets), "contact": _contact(about)}
    for step in _PLAN_STEPS if about.asks_plan else _STEPS:
        yield step.format(**words), "words"
    if about.asks_plan:
        yield "Tidspunkterne", "heading"
        for point, time in enumerate(about.times, 1):
            yield f"{workbook_marks.MILESTONES[point]}: {time}", "words"
    else:
        yield from _definition("Smileyer på indsats", about.effort)
        yield from _definition("Smileyer på økonomi", about.finances)
    yield "Godt at vide", "heading"
    for line in _PLAN_GOOD_TO_KNOW if about.asks_plan else _GOOD_TO_KNOW:
        yield line, "words"
    if any(row.offered for row in record.rows):
        yield _OFFERED, "words"


def _sheet_words(sheets: tuple[str, ...]) -> str:
    return f"»{sheets[0]}«" if len(sheets) == 1 else "med jeres centers navn"


def _contact(about: Round) -> str:
    return f" til {', '.join(about.contact)}" if about.contact else " til den, I har fået den fra"


def _definition(heading: str, levels: Levels) -> Iterator[tuple[str, str]]:
    yield heading, "heading"
    for label in levels.labels:
        yield label, "words"
