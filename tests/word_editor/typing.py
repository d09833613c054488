"""Edits of words in a field, tracked or not; each gives whether it could be made."""

import random
from collections.abc import Callable

from tests.word_editor.character import PLAIN, Character, typed, without
from tests.word_editor.opening import TypedField
from tests.word_editor.paragraph import TypedParagraph
from tests.word_editor.shape import TypedBlock
from tests.word_editor.stamp import Diary, Stamp

WORDS = (
    "Ballerup", "inden sommerferien", "0,5 mio. kr.", "i 2. kvartal", "ca. 40", "også", "efter § 16", "175.000",
    "(foreløbigt)", "”Åben Hal”", "børne- og ungeområdet", "fællesskabet", "x & y < z", "næste år,", "udvalget",
    "Måløv og Skovlunde",
)  # fmt: skip
SENTENCES = (
    "Der er ansat ni vejledere.", "Udbuddet er sendt ud i maj.", "Byggeriet er forsinket af fugt i kælderen.",
    "Centret følger op til efteråret.", "Alle 12 dagtilbud er med.", "Rådgiveren afleverer i uge 34.",
)  # fmt: skip
_ADDRESSES = ("https://ballerup.dk/bilag?a=1&b=2", "https://dagsorden.dk/punkt_7")

Edit = Callable[[TypedField, random.Random, Diary], bool]


def insert_words(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Type words before or after a word, in its look or plain."""
    found = _word(field, chance)
    if found is None:
        return False
    paragraph, word = found
    stamp, words = diary.maybe(), chance.choice(WORDS)
    look = paragraph.characters[word.start].look if chance.random() < 0.7 else PLAIN
    if look.href:
        return False
    if chance.random() < 0.5:
        paragraph.characters[word.start : word.start] = typed(f"{words} ", look, stamp)
    else:
        paragraph.characters[word.stop : word.stop] = typed(f" {words}", look, stamp)
    return True


def delete_words(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Delete some words in a row, with the space behind them."""
    found = _some_words(field, chance)
    if found is None:
        return False
    paragraph, words = found
    stop = words.stop
    if stop < len(paragraph.characters) and paragraph.characters[stop].text == " ":
        stop += 1
    paragraph.characters[words.start : stop] = without(paragraph.characters[words.start : stop], diary.maybe())
    return True


def replace_words(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Type other words over some in a row."""
    found = _some_words(field, chance)
    if found is None:
        return False
    paragraph, words = found
    gone = paragraph.characters[words.start : words.stop]
    look = next(one.look for one in gone if one.stays)
    _put(paragraph, words, gone, typed(chance.choice(WORDS), look._replace(href=None, kept=""), None), diary.maybe())
    return True


def replace_inside_word(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Change the end of a word, as who corrects a spelling does."""
    found = _word(field, chance)
    if found is None or len(found[1]) < 4:
        return False
    paragraph, word = found
    end = range(word.stop - chance.randint(1, 2), word.stop)
    look = paragraph.characters[word.start].look
    if not "".join(paragraph.characters[at].text for at in word).isalpha():
        return False
    _put(paragraph, end, paragraph.characters[end.start : end.stop], typed("erne", look), diary.maybe())
    return True


def retype(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Select a whole paragraph's words and write something else."""
    paragraph = chance.choice(field.paragraphs)
    if not paragraph.text.strip() or paragraph.end_deleted:
        return False
    stamp = diary.maybe()
    left = without(paragraph.characters, stamp)
    paragraph.characters = left + typed(" ".join(chance.sample(SENTENCES, 2)), PLAIN, stamp)
    return True


def emphasise(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Make words bold or italic, or plain again."""
    found = _some_words(field, chance)
    if found is None:
        return False
    paragraph, words = found
    stamp, mark = diary.maybe(), chance.choice(("bold", "italic"))
    on = not getattr(paragraph.characters[words.start].look, mark)
    for at in words:
        one = paragraph.characters[at]
        if one.stays:
            look = one.look._replace(bold=on) if mark == "bold" else one.look._replace(italic=on)
            paragraph.characters[at] = one._replace(look=look, reformatted=stamp or one.reformatted)
    return True


def link(field: TypedField, chance: random.Random, _diary: Diary) -> bool:
    """Make words a link; Word tracks no such change."""
    found = _some_words(field, chance)
    if found is None:
        return False
    paragraph, words = found
    href = chance.choice(_ADDRESSES)
    for at in words:
        one = paragraph.characters[at]
        kept = '<w:rStyle w:val="Hyperlink"/>'
        paragraph.characters[at] = one._replace(look=one.look._replace(href=href, kept=kept))
    return True


def move_words(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Cut words and paste them elsewhere in the field, tracked as a move."""
    if not diary.tracking:
        return False
    found = _some_words(field, chance)
    target = _word(field, chance)
    if found is None or target is None:
        return False
    (paragraph, words), (other, place) = found, target
    cut = paragraph.characters[words.start : words.stop]
    inside = other is paragraph and words.start <= place.stop <= words.stop
    if inside or any(one.stamps or one.look.href for one in cut) or other.characters[place.start].look.href:
        return False
    stamp = diary.move()
    gone = [one._replace(deleted=stamp) for one in cut]
    pasted = [*typed(" ", PLAIN, stamp), *(one._replace(inserted=stamp) for one in cut)]
    for target_paragraph, at, width, new in sorted(
        ((paragraph, words.start, len(words), gone), (other, place.stop, 0, pasted)), key=lambda one: -one[1]
    ):
        target_paragraph.characters[at : at + width] = new
    return True


def settle_some(field: TypedField, chance: random.Random, _diary: Diary) -> bool:
    """Accept or reject some of the changes of words that are open."""
    answers: dict[Stamp, bool | None] = {}

    def decide(stamp: Stamp) -> bool | None:
        return answers.setdefault(stamp, chance.choice((True, False, None)))

    # Both halves of a move are settled alike, since they carry one stamp.
    for paragraph in field.paragraphs:
        paragraph.settle(decide)
    field.blocks = _with_settled_ends(field.blocks, decide)
    return bool(answers)


def _with_settled_ends(blocks: list[TypedBlock], decide: Callable[[Stamp], bool | None]) -> list[TypedBlock]:
    """The blocks with ends of paragraphs accepted or rejected; two paragraphs become one where an end goes."""
    left: list[TypedBlock] = []
    for block in blocks:
        before = left[-1] if left else None
        if isinstance(block, TypedParagraph) and isinstance(before, TypedParagraph) and _goes(before, decide):
            block.characters = [*before.characters, *block.characters]
            left.pop()
        left.append(block)
    return left


def _goes(paragraph: TypedParagraph, decide: Callable[[Stamp], bool | None]) -> bool:
    """Whether the end of the paragraph goes when its changes are settled; those that are lose their mark."""
    inserted = decide(paragraph.end_inserted) if paragraph.end_inserted else None
    deleted = decide(paragraph.end_deleted) if paragraph.end_deleted else None
    if inserted is not None:
        paragraph.end_inserted = None
    if deleted is not None:
        paragraph.end_deleted = None
    return inserted is False or deleted is True


def undo_insertions(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Somebody else deletes what was inserted: it stays as inserted and deleted."""
    stamp = diary.stamp()
    inserted = [one for paragraph in field.paragraphs for one in paragraph.characters if one.inserted and one.stays]
    if not inserted:
        return False
    for paragraph in field.paragraphs:
        left: list[Character] = []
        for one in paragraph.characters:
            left += without([one], stamp) if one.inserted and one.stays else [one]
        paragraph.characters = left
    return True


def _put(
    paragraph: TypedParagraph, place: range, gone: list[Character], new: list[Character], stamp: Stamp | None
) -> None:
    fresh = [one._replace(inserted=stamp) for one in new]
    paragraph.characters[place.start : place.stop] = [*without(gone, stamp), *fresh]


def _word(field: TypedField, chance: random.Random) -> tuple[TypedParagraph, range] | None:
    paragraph = chance.choice(field.paragraphs)
    words = paragraph.words()
    return (paragraph, chance.choice(words)) if words else None


def _some_words(field: TypedField, chance: random.Random) -> tuple[TypedParagraph, range] | None:
    """Up to four words in a row, with everything between them."""
    paragraph = chance.choice(field.paragraphs)
    words = paragraph.words()
    if not words:
        return None
    first = chance.randrange(len(words))
    last = min(len(words) - 1, first + chance.randint(0, 3))
    return paragraph, range(words[first].start, words[last].stop)


WORD_EDITS: tuple[Edit, ...] = (
    insert_words, delete_words, replace_words, replace_inside_word, retype, emphasise, link, move_words, settle_some,
    undo_insertions,
)  # fmt: skip
