"""Hypothesis strategies for running text: plausible Danish of a town hall, in every form that a text can have.

Every text is canonical: `parse_prose(write_prose(text)) == text`. `Forms` leaves out what a format cannot carry.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import strategies as st

from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListEntry,
    NumberedList,
    Numbering,
    Paragraph,
    Prose,
    Strong,
    Text,
)

SUBJECTS = (
    "Centret", "Ældrerådet", "En arbejdsgruppe på tværs af børne- og ungeområdet", "Forvaltningen",
    "Kommunens 12 dagtilbud", "Den nye vejleder", "Skolerne i Måløv, Skovlunde og Egebjerg", "Projektet ”Åben Hal”",
    "18 ud af 25 ledige", "75 pct. af de ikke-vestlige familier", "Udvalget", "Vejdirektoratets rådgiver",
)  # fmt: skip
VERBS = (
    "har drøftet", "afslutter", "forbereder", "evaluerer", "har fået overblik over", "indgår aftale om", "udvider",
    "beder om en redegørelse for", "følger op på", "har sendt udbud om", "færdiggør", "forelægger en plan for",
)  # fmt: skip
OBJECTS = (
    "indsatsen for unge under 25 år", "renoveringen af svømmehallen", "en fælles indgang til hjælp", "støjværnet",
    "kurser i førstehjælp", "cykelstien ved Åparken", "de løn- og pensionsudgifter, som falder bort", "budgettet",
    "byggemodningen af ca. 3 ha", "samarbejdet med foreninger, erhvervsliv og naboer", "rehabiliteringsforløbene",
    "sundhedsplejens ekstra besøg (på 1. og 2. klassetrin)", "fællesskabet på plejehjemmene", "omstillingen",
)  # fmt: skip
ENDINGS = (
    "", "", "", "i andet kvartal", "med virkning fra 1. oktober 2018", "inden for en ramme på 0,5 mio. kr.",
    "efter servicelovens § 16, stk. 2", "til 175.000 kr. om året", "– så vidt muligt uden ekstra udgifter",
    "svarende til 25,5 pct. af målet", "jf. punkt 3.22 i aftalen", "pr. 31. december 2018", "senest kl. 12",
    "på de 2.632,2 mio. kr., som rammen er på", "og/eller i 2019-2021", "(se bilag 4)", "herefter 1 mio. kr. i 2020",
)  # fmt: skip
TRICKY = (
    "10. klasse", "- forslag", "* note", "a. d. Åen", "Areal *2*", "[jf. bilag](A)", "5_01_b", "C:\\mappe", "1) først",
    "+ moms", "# 4", "> 50 pct.", "<b>fed</b>", "&amp;", "`kode`", "~ 3 mio. kr.", "| kolonne |", "\\", "**", "!",
    "http://ballerup.dk/?a=1&b=2", "[x]", "_under_", "---", "1.", "a)", "12.5.2018", "”a” & 'b' \"c\"", "½ m² ≥ 3 °C",
)  # fmt: skip
ADDRESSES = (
    "https://ballerup.dk/budget", "mailto:okonomi@balk.dk", "https://dagsorden.dk/a_b?id=5&del=2", "https://ballerup.dk/bilag/4",
    "https://da.wikipedia.org/wiki/Lov_(ret)",
)  # fmt: skip


@dataclass(frozen=True)
class Forms:
    """What a text may hold; a colleague whose format cannot carry a form switches it off.

    `depth` is how many lists may stand in each other (0: no lists). `tricky` is words that look like marks of
    a list or of Markdown. `loose_entries` is list entries of several paragraphs.
    """

    line_breaks: bool = True
    emphasis: bool = True
    links: bool = True
    tricky: bool = True
    loose_entries: bool = True
    depth: int = 3
    numberings: tuple[Numbering, ...] = tuple(Numbering)
    most_blocks: int = 3


ALL_FORMS = Forms()
PLAIN = Forms(line_breaks=False, emphasis=False, links=False, tricky=False, loose_entries=False, depth=0)


@cache
def sentences() -> st.SearchStrategy[str]:
    """One sentence with its full stop."""
    phrases = st.tuples(*(st.sampled_from(phrases) for phrases in (SUBJECTS, VERBS, OBJECTS, ENDINGS)))
    return phrases.map(lambda words: " ".join(filter(None, words)).removesuffix(".") + ".")


@cache
def paragraphs(forms: Forms = ALL_FORMS) -> st.SearchStrategy[Paragraph]:
    """One paragraph of one to three sentences, with marks where the forms allow them."""
    return st.lists(_pieces(forms), min_size=1, max_size=3).map(_paragraph)


def _paragraph(pieces: list[list[Inline]]) -> Paragraph:
    content: list[Inline] = []
    for piece in pieces:
        if content and not isinstance(content[-1], LineBreak):
            content.append(Text(" "))
        content += piece
    return Paragraph(_joined(content))


@cache
def _pieces(forms: Forms) -> st.SearchStrategy[list[Inline]]:
    plain = sentences().map(_text)
    pieces = [plain, plain, plain]
    if forms.tricky:
        pieces.append(st.tuples(st.sampled_from(TRICKY), sentences()).map(lambda two: _text(" ".join(two))))
    if forms.emphasis:
        pieces.append(_marked(Emphasis))
        pieces.append(_marked(Strong))
        pieces.append(_marked(lambda content: Strong((Text("NB: "), Emphasis(content)))))
    if forms.links:
        pieces.append(st.sampled_from(ADDRESSES).flatmap(lambda href: _marked(lambda content: Link(href, content))))
    if forms.line_breaks:
        pieces.append(st.tuples(sentences(), sentences()).map(lambda two: [Text(two[0]), LineBreak(), Text(two[1])]))
    return st.one_of(pieces)


def _text(words: str) -> list[Inline]:
    return [Text(words)]


def _marked(mark: Callable[[tuple[Inline, ...]], Inline]) -> st.SearchStrategy[list[Inline]]:
    """A sentence whose object stands under a mark."""
    phrases = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS))
    return phrases.map(lambda three: [Text(f"{three[0]} {three[1]} "), mark((Text(three[2]),)), Text(" i år.")])


def _joined(content: list[Inline]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for inline in content:
        previous = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(previous, Text):
            joined[-1] = Text((previous.text + inline.text).replace("  ", " "))
        else:
            joined.append(inline)
    if isinstance(last := joined[-1], Text):
        joined[-1] = Text(last.text.rstrip(" "))
    return tuple(joined)


@cache
def proses(forms: Forms = ALL_FORMS, *, empty: bool = False) -> st.SearchStrategy[Prose]:
    """A text of one to `forms.most_blocks` blocks; also the empty one, if `empty`."""
    written = _blocks(forms).map(lambda blocks: Prose(tuple(blocks)))
    return st.one_of(st.just(Prose()), written) if empty else written


@st.composite
def _blocks(draw: st.DrawFn, forms: Forms) -> list[Block]:
    blocks: list[Block] = []
    for _ in range(draw(st.integers(1, forms.most_blocks))):
        # Two lists of one kind in a row are one list, in Markdown as on paper.
        may_be_list = forms.depth and (not blocks or isinstance(blocks[-1], Paragraph))
        is_list = may_be_list and draw(st.integers(0, 2)) == 2
        blocks.append(draw(_lists(forms) if is_list else paragraphs(forms)))
    return blocks


@cache
def _lists(forms: Forms) -> st.SearchStrategy[Block]:
    kinds: list[st.SearchStrategy[Block]] = [_entries(forms).map(BulletList)]
    for numbering in forms.numberings:
        if numbering.lettered:
            kinds.append(st.lists(_lettered_entry(forms), min_size=2, max_size=4).map(_numbered(numbering, 1)))
        else:
            kinds += [_entries(forms).map(_numbered(numbering, start)) for start in (1, 3)]
    return st.one_of(kinds)


def _numbered(numbering: Numbering, start: int) -> Callable[[object], Block]:
    return lambda entries: NumberedList(tuple(entries), numbering, start)  # type: ignore[arg-type]


def _lettered_entry(forms: Forms) -> st.SearchStrategy[ListEntry]:
    return paragraphs(forms).map(lambda paragraph: ListEntry((paragraph,)))


@cache
def _entries(forms: Forms) -> st.SearchStrategy[tuple[ListEntry, ...]]:
    return st.lists(_entry(forms), min_size=1, max_size=3).map(tuple)


@st.composite
def _entry(draw: st.DrawFn, forms: Forms) -> ListEntry:
    blocks: list[Block] = [draw(paragraphs(forms))]
    if forms.loose_entries and draw(st.integers(0, 4)) == 4:
        blocks.append(draw(paragraphs(forms)))
    if forms.depth > 1 and draw(st.integers(0, 2)) == 2:
        blocks.append(draw(_lists(replace(forms, depth=forms.depth - 1))))
    return ListEntry(tuple(blocks))
