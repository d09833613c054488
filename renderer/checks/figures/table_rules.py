"""Rules on the annexes and the savings overview of a signed agreement: rows, codes, years, signs and sums."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from renderer import vocabulary
from renderer.checks.figures.words import amount_words, figure_words, year_words
from renderer.checks.view import Remark, View
from renderer.checks.wording import same_words
from renderer.findings import Place
from renderer.model.amount import Amount, total
from renderer.model.signed.annex import Annex, FigureRow
from renderer.model.signed.places import agreement_place, row_place, saving_place
from renderer.model.signed.point import Point
from renderer.model.signed.savings import SavingsCase, SavingsOverview

_STEM = 5
_SMALL_WORDS = frozenset(
    [
        "af",
        "at",
        "de",
        "del",
        "den",
        "det",
        "en",
        "et",
        "for",
        "fra",
        "i",
        "med",
        "mellem",
        "ny",
        "nye",
        "og",
        "om",
        "på",
        "til",
        "ved",
    ]
)
_SUM_HINT = "Ret summen eller et af beløbene. Skyldes forskellen afrunding, så accepter advarslen."


def row_without_point(view: View) -> Iterator[Remark]:
    """An annex row whose number no point has."""
    points = _points(view)
    for annex, row in _rows(view):
        if row.number and row.number not in points:
            near = difflib.get_close_matches(row.title, [point.title for point in points.values()], n=1)
            meant = next((point for point in points.values() if near and point.title == near[0]), None)
            yield Remark(
                row_place(annex, row),
                f"Bilaget har en række {row.number}, »{row.title}«, men aftalen har ikke et punkt {row.number}.",
                f"Mente du {meant.heading}?" if meant else "Ret rækkens nummer, eller slet rækken.",
            )


def row_of_another_title(view: View) -> Iterator[Remark]:
    """An annex row whose title is not that of the point with its number."""
    points = _points(view)
    titles = {same_words(point.title): point for point in points.values()}
    for annex, row in _rows(view):
        point = points.get(row.number or "")
        other = titles.get(same_words(row.title))
        if point and (other or not _share_a_word(row.title, point.title)) and not _same_title(row, point):
            yield Remark(
                row_place(annex, row, vocabulary.key("title")),
                f"Rækken {row.number} hedder »{row.title}«, men punktet hedder »{point.title}«.",
                f"Mente du {other.heading}?" if other else "Ret rækkens nummer eller en af titlerne.",
            )


def row_twice(view: View) -> Iterator[Remark]:
    """Two rows of one annex for the same point."""
    for annex in view.case.signed.annexes if view.case.signed else ():
        seen: set[str] = set()
        for row in annex.rows():
            if row.number and row.ref in seen:
                yield Remark(
                    row_place(annex, row),
                    f"Bilaget ({annex.budget_type.value}) har flere rækker med nummer {row.number}.",
                    "Slet den ene, eller ret dens nummer.",
                )
            seen.add(row.ref)


def saving_twice(view: View) -> Iterator[Remark]:
    """Two savings cases with one code."""
    savings = _savings(view)
    counted = Counter(case.code for case in savings.cases()) if savings else Counter[str]()
    for code, count in counted.items():
        if count > 1 and savings:
            cases = [case for case in savings.cases() if case.code == code]
            titles = ", ".join(f"»{case.title}«" for case in cases)
            yield Remark(
                saving_place(cases[1], vocabulary.key("code")),
                f"Nummeret {code} bruges af flere besparelser: {titles}.",
                "Giv hver besparelse sit eget nummer.",
            )


def saving_without_minus(view: View) -> Iterator[Remark]:
    """A savings case that costs money in some year: its amount has no minus."""
    for case in _cases(view):
        positive = {year: amount for year, amount in case.amounts.items() if amount.kroner > 0}
        if positive:
            yield Remark(
                saving_place(case, vocabulary.key("amounts")),
                f"Besparelsen {case.code} har {figure_words(positive)} uden minus, og det læses som en udgift.",
                "Skriv minus foran, hvis det er en besparelse. Er det en udgift, så accepter advarslen.",
            )


def investment_with_minus(view: View) -> Iterator[Remark]:
    """A savings case whose investment is less than nothing."""
    for case in _cases(view):
        if case.investment and case.investment.kroner < 0:
            yield Remark(
                saving_place(case, vocabulary.key("investment")),
                f"Anlægsinvesteringen i {case.code} er {amount_words(case.investment)}, og den kan ikke være negativ.",
                "Slet minus foran beløbet.",
            )


def year_outside_period(view: View) -> Iterator[Remark]:
    """An amount for a year that the agreement does not cover."""
    signed = view.case.signed
    for place, what, figures in _all_figures(view) if signed else ():
        outside = [year for year in figures if signed and year not in signed.period]
        if outside and signed:
            yield Remark(
                place,
                f"{what} har beløb i {year_words(outside)}, men aftalen gælder {signed.period}.",
                "Ret årstallet eller aftalens periode.",
            )


def wrong_sum(view: View) -> Iterator[Remark]:
    """A sum of the agreement that its rows do not come to."""
    for place, what, stated, rows in _sums(view):
        for year, amount in stated.items():
            found = total((row.get(year) for row in rows), amount.unit)
            if not found.same_value(amount):
                yield Remark(
                    place,
                    f"Summen for {what} er {amount_words(amount)} i {year}, men rækkerne giver {amount_words(found)}",
                    _SUM_HINT,
                )


def wrong_investment_sum(view: View) -> Iterator[Remark]:
    """A sum of investments that the savings cases do not come to."""
    savings = _savings(view)
    if savings is None:
        return
    for number, group in enumerate(savings.groups, 1):
        place = _savings_place("groups", number, "investment_total")
        yield from _investments(place, group.committee or "besparelserne", group.investment_total, group.cases)
    place = _savings_place("investment_total")
    yield from _investments(place, "alle besparelser", savings.investment_total, savings.cases())


def _investments(place: Place, what: str, stated: Amount | None, cases: Iterable[SavingsCase]) -> Iterator[Remark]:
    found = total((case.investment for case in cases), stated.unit) if stated else None
    if stated and found and not found.same_value(stated):
        message = (
            f"Summen af investeringer for {what} er {amount_words(stated)}, men rækkerne giver {amount_words(found)}"
        )
        yield Remark(place, message, _SUM_HINT)


Figures = Mapping[int, Amount]


def _sums(view: View) -> Iterator[tuple[Place, str, Figures, list[Figures]]]:
    """Every stated sum: its place, what it is of, its amounts by year, and the rows it is of."""
    for position, annex in enumerate(view.case.signed.annexes if view.case.signed else (), 1):
        keys = (vocabulary.key("annexes"), position)
        for number, group in enumerate(annex.groups, 1):
            place = agreement_place(*keys, vocabulary.key("groups"), number, vocabulary.key("total"))
            yield place, group.heading or annex.title, group.total, [row.amounts for row in group.rows]
        place = agreement_place(*keys, vocabulary.key("total"))
        yield place, annex.title, annex.total, [row.amounts for row in annex.rows()]
    savings = _savings(view)
    for number, cases in enumerate(savings.groups if savings else (), 1):
        place = _savings_place("groups", number, "total")
        yield place, cases.committee or "besparelserne", cases.total, [case.amounts for case in cases.cases]
    if savings:
        yield _savings_place("total"), "alle besparelser", savings.total, [case.amounts for case in savings.cases()]


def _all_figures(view: View) -> Iterator[tuple[Place, str, Figures]]:
    """Every row of figures with its place and what it is called in a sentence."""
    for annex, row in _rows(view):
        name = f"Rækken {row.number}" if row.number else f"Rækken »{row.title}«"
        yield row_place(annex, row, vocabulary.key("amounts")), name, row.amounts
    for case in _cases(view):
        yield saving_place(case, vocabulary.key("amounts")), f"Besparelsen {case.code}", case.amounts
    for place, what, stated, _ in _sums(view):
        yield place, f"Summen for {what}", stated


def _savings_place(*keys: str | int) -> Place:
    words = (key if isinstance(key, int) else vocabulary.key(key) for key in keys)
    return agreement_place(vocabulary.key("savings"), *words)


def _points(view: View) -> dict[str, Point]:
    """The points by number; of several with one number the first."""
    points = [point for point in view.case.signed.points() if point.number] if view.case.signed else []
    return {point.number: point for point in reversed(points) if point.number}


def _rows(view: View) -> Iterator[tuple[Annex, FigureRow]]:
    for annex in view.case.signed.annexes if view.case.signed else ():
        for row in annex.rows():
            yield annex, row


def _savings(view: View) -> SavingsOverview | None:
    return view.case.signed.savings if view.case.signed else None


def _cases(view: View) -> Iterator[SavingsCase]:
    savings = _savings(view)
    yield from savings.cases() if savings else ()


def _same_title(row: FigureRow, point: Point) -> bool:
    return same_words(row.title) == same_words(point.title)


def _share_a_word(one: str, other: str) -> bool:
    """Whether two titles have a word in common, its ending aside: titles are shortened in annexes."""
    return not _stems(one).isdisjoint(_stems(other))


def _stems(title: str) -> set[str]:
    words = same_words(title).split()
    return {word[:_STEM] for word in words if word not in _SMALL_WORDS} or set(words)
