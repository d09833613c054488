"""Rules on the amounts of a point's text: clear, and the same as in the annexes."""

from collections.abc import Iterable, Iterator

from renderer import vocabulary
from renderer.checks.amounts.mention import Doubt, Mention
from renderer.checks.amounts.prose import amounts_in
from renderer.checks.figures.compare import Comparison, Verdict
from renderer.checks.figures.compared_points import ComparedPoint, words_of
from renderer.checks.figures.words import amount_words, and_words, annex_words, figure_words, year_words
from renderer.checks.view import Remark, View
from renderer.findings import Place
from renderer.model.amount import Amount
from renderer.model.signed.places import agreement_place, point_place, row_place
from renderer.model.signed.section import walk

_HINTS = {
    Doubt.TWO_READINGS: "Skriv beløbet med punktum mellem tusinder og komma foran decimaler: {}.",
    Doubt.NO_READING: "Skriv tallet med punktum mellem tusinder og komma foran decimaler, fx 1.500.000 kr.",
    Doubt.BACKWARD_RANGE: "Skriv det mindste beløb først, fx 2-3 mio. kr.",
    Doubt.UNEVEN: "Skriv ét år til hvert beløb, fx 1 mio. kr. i 2019 og 2 mio. kr. i 2020.",
}


def unclear_amount(view: View) -> Iterator[Remark]:
    """An amount in the signed agreement's texts that cannot be read without guessing."""
    for compared in view.compared_points:
        yield from _unclear(_text_place(compared), compared.text, compared.unclear)
    for place, text in _section_texts(view):
        yield from _unclear(place, text, [mention for mention in amounts_in(text) if mention.doubt])


def overlapping_amounts(view: View) -> Iterator[Remark]:
    """Two amounts of one sentence for the same years: it is not clear whether both hold or which."""
    for compared in view.compared_points:
        for one, other, years in compared.overlapping:
            told = and_words(f"»{written(compared.text, mention)}«" for mention in (one, other))
            yield Remark(
                _text_place(compared),
                f"{told} gælder begge {year_words(years)}, og det er ikke klart, hvad der gælder.",
                "Skriv, hvor meget der er afsat i hvert år.",
            )


def written(text: str, mention: Mention) -> str:
    """An amount as it stands in a text."""
    return " ".join(text[mention.start : mention.end].split())


def wrongly_rounded(view: View) -> Iterator[Remark]:
    """An amount in a point's text that is next to the annex's, but not what rounding gives."""
    for compared in view.compared_points:
        for comparison in compared.with_verdict(Verdict.WRONGLY_ROUNDED):
            claim, entry = comparison.claim, comparison.entry
            if claim and entry:
                right = entry.amount.rounded_to(claim.amount.decimals, claim.amount.unit)
                right = abs_like(right, claim.amount)
                yield Remark(
                    _text_place(compared),
                    f"Teksten har {amount_words(claim.amount)} i {entry.year}, men {annex_words([entry.budget_type])} "
                    f"har {amount_words(entry.amount)}, og det afrundes til {amount_words(right)}",
                    f"Skriv {amount_words(right)} i teksten, eller ret beløbet i bilaget.",
                )


def abs_like(amount: Amount, written: Amount) -> Amount:
    """The amount with the sign that another was written with: a saving of 0,1 stands as -0,1 in the annex."""
    return -amount if amount.number.is_signed() != written.number.is_signed() else amount


def contradicting_amount(view: View) -> Iterator[Remark]:
    """An amount that a point's text sets aside, while the annex has another one for the same year."""
    for compared in view.compared_points:
        for pairs in _by_mention(compared.with_verdict(Verdict.CONTRADICT)):
            entries = [pair.entry for pair in pairs if pair.entry]
            claim = pairs[0].claim
            if claim:
                annex = annex_words(entry.budget_type for entry in entries)
                years = year_words(entry.year for entry in entries)
                rows = figure_words({entry.year: entry.amount for entry in entries})
                yield Remark(
                    _text_place(compared),
                    f"Teksten har {amount_words(claim.amount)} i {years}, men {annex} har {rows}.",
                    "Ret det beløb, der er forkert.",
                )


def amount_only_in_text(view: View) -> Iterator[Remark]:
    """An amount that a point's text sets aside, while no annex has it."""
    if view.case.signed is None or not view.case.signed.annexes:
        return
    for compared in view.compared_points:
        unclear = {mention for one, other, _ in compared.overlapping for mention in (one, other)}
        for pairs in _by_mention(_sure(view, compared.with_verdict(Verdict.TEXT_ONLY))):
            if pairs[0].claim and pairs[0].claim.mention in unclear:
                continue
            claims = [pair.claim for pair in pairs if pair.claim and pair.claim.year]
            figures = {claim.year: claim.amount for claim in claims if claim.year}
            yield Remark(
                _text_place(compared),
                f"Teksten afsætter {figure_words(figures)}, men det står ikke i noget bilag.",
                "Tilføj beløbet i bilaget, eller ret teksten. Taler teksten om andre midler, så accepter advarslen.",
            )


def amount_only_in_annex(view: View) -> Iterator[Remark]:
    """An amount in an annex that the text of its point does not have."""
    for compared in view.compared_points:
        entries = [each.entry for each in compared.with_verdict(Verdict.ANNEX_ONLY) if each.entry]
        for annex, row in compared.rows:
            mine = [entry.year for entry in entries if entry.budget_type is annex.budget_type]
            missing = {year: amount for year, amount in row.amounts.items() if year in mine}
            if missing:
                said = _said_instead(compared, missing)
                turned = said.keys() == missing.keys() and all(said[y].kroner == -missing[y].kroner for y in said)
                yield Remark(
                    row_place(annex, row, vocabulary.key("amounts")),
                    f"Bilaget har {figure_words(missing)}, men {_instead_words(said, turned=turned)}.",
                    _TURNED if turned else _WRONG,
                )


_WRONG = "Ret det beløb, der er forkert. Taler teksten om andre midler, så accepter advarslen."
_TURNED = "Er det en besparelse eller en indtægt, så sig det i teksten. Ellers ret fortegnet i bilaget."


def _said_instead(compared: ComparedPoint, missing: Iterable[int]) -> dict[int, Amount]:
    """What the point's text says of the same years."""
    open_claims = [each.claim for each in compared.with_verdict(Verdict.TEXT_ONLY) if each.claim]
    return {claim.year: claim.amount for claim in open_claims if claim.year and claim.year in set(missing)}


def _instead_words(said: dict[int, Amount], *, turned: bool) -> str:
    if not said:
        return "det står ikke i punktets tekst"
    return f"punktets tekst har {figure_words(said)}{' med modsat fortegn' if turned else ''}"


def _sure(view: View, comparisons: list[Comparison]) -> list[Comparison]:
    """Those whose claim is certain and whose year is one of the agreement's."""
    signed = view.case.signed
    return [
        each
        for each in comparisons
        if each.claim and each.claim.certain and signed and each.claim.year in signed.period
    ]


def _by_mention(comparisons: list[Comparison]) -> list[list[Comparison]]:
    """The comparisons of each mention together."""
    groups: dict[Mention, list[Comparison]] = {}
    for comparison in comparisons:
        if comparison.claim:
            groups.setdefault(comparison.claim.mention, []).append(comparison)
    return list(groups.values())


def _unclear(place: Place, text: str, mentions: list[Mention]) -> Iterator[Remark]:
    for mention in mentions:
        if mention.doubt:
            possible = and_words(amount_words(amount) for amount in mention.possible).replace(" og ", " eller ")
            yield Remark(
                place,
                f"Beløbet »{written(text, mention)}« er ikke klart: {mention.doubt.value}.",
                _HINTS[mention.doubt].format(possible.removesuffix(".")),
            )


def _section_texts(view: View) -> Iterator[tuple[Place, str]]:
    signed = view.case.signed
    for name in ("introduction", "closing") if signed else ():
        for _, section in walk(getattr(signed, name)):
            yield agreement_place(vocabulary.key(name)), words_of(section.text.prose)


def _text_place(compared: ComparedPoint) -> Place:
    return point_place(compared.point, vocabulary.key("text"))
