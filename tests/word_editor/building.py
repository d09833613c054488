"""Edits of the paragraphs and lists of a field, tracked or not; each gives whether it could be made."""

import random

from lxml.etree import _Element

from renderer.model.prose import Numbering
from tests.readers.draft.opened_draft import W, drop, node
from tests.word_editor.character import PLAIN, typed, without
from tests.word_editor.opening import TypedField
from tests.word_editor.paragraph import TypedParagraph
from tests.word_editor.shape import TypedBlock, TypedList, leaves, lists
from tests.word_editor.stamp import Diary, Stamp
from tests.word_editor.typing import SENTENCES, Edit

_PROMPTS = ("", "Klik eller tryk her for at skrive tekst.", "Click or tap here to enter text.")


def append_paragraph(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Press Enter at the end of the last paragraph, and write."""
    last = field.blocks[-1]
    if field.prompting or not isinstance(last, TypedParagraph):
        return False
    stamp = diary.maybe()
    new = last.another()
    new.characters = typed(chance.choice(SENTENCES), PLAIN, stamp)
    last.end_inserted = stamp
    field.blocks.append(new)
    return True


def split_paragraph(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Press Enter between two words."""
    places = [
        at for at, block in enumerate(field.blocks) if isinstance(block, TypedParagraph) and len(block.words()) > 1
    ]
    if not places:
        return False
    at = chance.choice(places)
    second = field.blocks[at]
    assert isinstance(second, TypedParagraph)
    word = chance.choice(second.words()[1:])
    first = second.another()
    first.characters, second.characters = second.characters[: word.start], second.characters[word.start :]
    first.end_inserted = diary.maybe()
    first.reshaped = second.reshaped
    field.blocks.insert(at, first)
    return True


def merge_paragraphs(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Delete the end of a paragraph before another one."""
    pairs = list(zip(field.blocks, field.blocks[1:], strict=False))
    both = [(one, two) for one, two in pairs if isinstance(one, TypedParagraph) and isinstance(two, TypedParagraph)]
    both = [(one, two) for one, two in both if not one.end_deleted and one.text.strip() and two.text.strip()]
    if not both:
        return False
    first, second = chance.choice(both)
    stamp = diary.maybe()
    space = typed(" ", PLAIN, stamp)
    if stamp and not (first.end_inserted and first.end_inserted.author == stamp.author):
        first.characters += space
        first.end_deleted = stamp
    else:
        second.characters = [*first.characters, *space, *second.characters]
        field.blocks.remove(first)
    return True


def delete_paragraph(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Delete a paragraph with its end, before another paragraph."""
    pairs = list(zip(field.blocks, field.blocks[1:], strict=False))
    alone = [one for one, two in pairs if isinstance(one, TypedParagraph) and isinstance(two, TypedParagraph)]
    alone = [one for one in alone if not one.end_deleted]
    if not alone:
        return False
    gone = chance.choice(alone)
    before = field.blocks[field.blocks.index(gone) - 1] if field.blocks.index(gone) else None
    if isinstance(before, TypedParagraph) and before.end_deleted:
        return False
    stamp = diary.maybe()
    gone.characters = without(gone.characters, stamp)
    if stamp and not (gone.end_inserted and gone.end_inserted.author == stamp.author):
        gone.end_deleted = stamp
    elif not gone.characters:
        field.blocks.remove(gone)
    return True


def delete_entry(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Delete an entry of one paragraph that is not the last of its list."""
    long_enough = [one for one in lists(field.blocks) if len(one.entries) > 2]
    choices = [
        (one, entry)
        for one in long_enough
        for entry, after in zip(one.entries, one.entries[1:], strict=False)
        if len(entry) == 1 and isinstance(entry[0], TypedParagraph) and isinstance(after[0], TypedParagraph)
    ]
    if not choices:
        return False
    listed, entry = chance.choice(choices)
    paragraph = entry[0]
    assert isinstance(paragraph, TypedParagraph)
    stamp = diary.maybe()
    paragraph.characters = without(paragraph.characters, stamp)
    if stamp:
        paragraph.end_deleted = stamp
    elif not paragraph.characters:
        listed.entries.remove(entry)
    return True


def add_entry(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Press Enter at the end of an entry of one paragraph, and write another."""
    choices = [
        (one, entry)
        for one in lists(field.blocks)
        for entry in one.entries
        if len(entry) == 1 and isinstance(entry[0], TypedParagraph) and not entry[0].end_deleted
    ]
    if not choices:
        return False
    listed, entry = chance.choice(choices)
    before = entry[0]
    assert isinstance(before, TypedParagraph)
    stamp = diary.maybe()
    new = before.another()
    new.characters, before.end_inserted = typed(chance.choice(SENTENCES), PLAIN, stamp), stamp
    listed.entries.insert(listed.entries.index(entry) + 1, [new])
    return True


def make_list(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Make paragraphs a list with Word's button; or write one behind what stands there."""
    if field.prompting or not isinstance(field.blocks[-1], TypedParagraph):
        return False
    kind = chance.choice((None, None, *Numbering))
    stamp = diary.maybe()
    number, last = diary.new_list(kind), field.blocks[-1]
    entries: list[list[TypedBlock]] = []
    for sentence in chance.sample(SENTENCES, chance.randint(2, 3)):
        entry = last.another()
        _listed(entry, number, stamp)
        entry.characters = typed(sentence, PLAIN, stamp)
        entry.end_inserted = stamp
        entries.append([entry])
    _end_of(entries).end_inserted = last.end_inserted
    last.end_inserted = stamp
    field.blocks.append(TypedList(kind, 1, entries))
    return True


def turn_into_list(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Select all paragraphs of a field without lists, and press the button for bullets or numbers."""
    whole = [block for block in field.blocks if isinstance(block, TypedParagraph)]
    alone = len(whole) == len(field.blocks) and all(one.text.strip() and not one.end_deleted for one in whole)
    if field.prompting or not alone or len(whole) < 2:
        return False
    if any("\n" in one.text for one in whole):
        return False
    kind = chance.choice((None, *Numbering))
    number, stamp = diary.new_list(kind), diary.maybe()
    for paragraph in whole:
        _listed(paragraph, number, stamp)
    field.blocks = [TypedList(kind, 1, [[paragraph] for paragraph in whole])]
    return True


def empty(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Delete everything; without tracking, Word shows a prompt, or nothing."""
    if field.prompting:
        return False
    stamp = diary.maybe()
    paragraphs = field.paragraphs
    if stamp:
        for paragraph in paragraphs:
            paragraph.characters = without(paragraph.characters, stamp)
            if paragraph is not paragraphs[-1]:
                paragraph.end_deleted = stamp
        if any(isinstance(block, TypedList) for block in field.blocks):
            # What is written into the joined entry afterwards would be an entry again.
            field.blocks, field.closed = list(paragraphs), True
        return True
    only = paragraphs[0].another()
    if any(isinstance(block, TypedList) for block in field.blocks):
        _unlisted(only)
        for style in list(only.properties.iter(f"{W}pStyle")):
            drop(style)
    field.blocks = [only]
    field.prompt = chance.choice(_PROMPTS)
    field.prompting = bool(field.prompt)
    return True


def fill(field: TypedField, chance: random.Random, diary: Diary) -> bool:
    """Write in a field that shows its prompt."""
    if not field.prompting:
        return False
    field.prompting = False
    paragraph = field.paragraphs[0]
    paragraph.characters = typed(" ".join(chance.sample(SENTENCES, chance.randint(1, 3))), PLAIN, diary.maybe())
    field.blocks = [paragraph]
    return True


def _listed(paragraph: TypedParagraph, number: int, stamp: Stamp | None) -> None:
    """Let a paragraph be an entry of one of Word's own lists, in the style that Word gives it."""
    _unlisted(paragraph)
    for style in list(paragraph.properties.iter(f"{W}pStyle")):
        drop(style)
    paragraph.properties.insert(0, node(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
    paragraph.properties.insert(0, node('<w:pStyle w:val="ListParagraph"/>'))
    paragraph.reshaped = stamp


def _unlisted(paragraph: TypedParagraph) -> None:
    found: list[_Element] = [*paragraph.properties.iter(f"{W}numPr"), *paragraph.properties.iter(f"{W}ind")]
    for one in found:
        drop(one)


def _end_of(entries: list[list[TypedBlock]]) -> TypedParagraph:
    return list(leaves(entries[-1]))[-1]


BUILDING_EDITS: tuple[Edit, ...] = (
    append_paragraph, split_paragraph, merge_paragraphs, delete_paragraph, delete_entry, add_entry, make_list,
    turn_into_list, empty, fill,
)  # fmt: skip
