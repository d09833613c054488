"""The amounts of a prose: text -> tokens -> quantities -> mentions with years, bound and rate.

    5 mio. kr. i 2016 stigende til 15 mio. kr. fra 2017    what is said first ends where the next begins
    1 mio. kr. i 2019 og herefter 0,5 mio. kr. årligt      the years behind those of the amount before

The text is never changed; places count its characters. No text raises.
"""

from dataclasses import replace

from renderer.checks.amounts.mention import Doubt, Mention, Rate
from renderer.checks.amounts.quantities import Quantity, quantities
from renderer.checks.amounts.sentences import Sentences
from renderer.checks.amounts.tokens import tokens_of
from renderer.checks.amounts.wording import Wording, wording_before
from renderer.checks.amounts.year_search import Dated, YearSearch
from renderer.checks.amounts.years import YearPhrase, year_phrases
from renderer.model.amount import Amount


def amounts_in(prose: str) -> list[Mention]:
    """Every amount of money that a prose states, in order."""
    tokens = tokens_of(prose)
    phrases = year_phrases(tokens)
    found = quantities(tokens, phrases)
    search = YearSearch(tokens, phrases, found)
    sentences = Sentences(tokens, len(prose))
    mentions: list[Mention] = []
    for position, (quantity, dated) in enumerate(zip(found, search.dated(), strict=True)):
        start, end = tokens[quantity.first].start, tokens[quantity.last].end
        wording = wording_before(tokens, quantity.first, search.taken_before(position))
        mention = _mention((start, end), sentences.at(start), quantity, dated, wording)
        if mentions and mentions[-1].sentence == mention.sentence:
            mentions[-1], mention = _in_sequence(mentions[-1], mention, wording, dated)
        mentions.append(mention)
    return mentions


def _mention(
    span: tuple[int, int], sentence: tuple[int, int], quantity: Quantity, dated: Dated, wording: Wording
) -> Mention:
    phrase = dated.phrase or YearPhrase(0, 0)
    return Mention(
        *span,
        sentence,
        quantity.amount,
        lowest=None if quantity.lowest is None else Amount(quantity.lowest, quantity.unit),
        possible=quantity.possible,
        bound=wording.bound,
        years=phrase.years,
        onward=phrase.onward,
        until=phrase.until,
        always=phrase.always,
        rate=_rate(phrase, wording),
        inferred=dated.inferred,
        changed_to=wording.changed_to,
        doubt=_doubt(quantity, dated),
    )


def _rate(phrase: YearPhrase, wording: Wording) -> Rate:
    """Each year, in all, or unsaid; `årligt i alt 5 mio. kr.` is each year."""
    if phrase.yearly or wording.yearly:
        return Rate.YEARLY
    return Rate.IN_ALL if phrase.spread or wording.in_all else Rate.UNSAID


def _doubt(quantity: Quantity, dated: Dated) -> Doubt | None:
    if len(quantity.readings) > 1:
        return Doubt.TWO_READINGS
    if not quantity.readings:
        return Doubt.BACKWARD_RANGE if "-" in quantity.numeral else Doubt.NO_READING
    return Doubt.UNEVEN if dated.uneven else None


def _in_sequence(before: Mention, mention: Mention, wording: Wording, dated: Dated) -> tuple[Mention, Mention]:
    """Two mentions of one sentence, the second of which may begin where the first ends."""
    is_later = wording.later or (dated.phrase is not None and dated.phrase.later)
    if is_later and not mention.years and before.years:
        return replace(before, onward=False), replace(mention, years=(before.years[-1] + 1,), onward=True)
    if (mention.changed_to or is_later) and mention.years and before.onward and before.years:
        last = mention.years[0] - 1
        if last >= before.years[-1]:
            years = (*before.years, *range(before.years[-1] + 1, last + 1))
            return replace(before, years=years, onward=False), mention
    return before, mention
