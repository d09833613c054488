"""A user at work: one draft opened, edited at random, and saved, with everything that was done."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from renderer.edition.draft_fields import DraftField, draft_fields
from renderer.edition.edition import Edition
from renderer.model.field import Field, FieldKind
from renderer.vocabulary import key
from tests.readers.draft.opened_draft import OpenedDraft, W, tag_of
from tests.word_editor.building import BUILDING_EDITS
from tests.word_editor.choice import choose
from tests.word_editor.hand import Hand
from tests.word_editor.noise import packed, save_as_word
from tests.word_editor.opening import TypedField, open_field
from tests.word_editor.remark import Remark, Remarks
from tests.word_editor.saying import Said, said_of_markdown, said_of_typed
from tests.word_editor.shape import hollow
from tests.word_editor.stamp import Diary, Stamp
from tests.word_editor.typing import WORD_EDITS, Edit
from tests.word_editor.vandal import DEEDS, Damage, Deed, Scene

_MOST_EDITS = 4
_TRIES = 12


@dataclass(frozen=True)
class Change:
    """What a field says now, and the changes in it that are still open."""

    about: DraftField
    says: Said | str
    stamps: frozenset[Stamp]

    @property
    def is_one(self) -> bool:
        """Whether it says something else than what was sent."""
        before = self.about.sent if self.about.kind is FieldKind.SMILEY else said_of_markdown(self.about.sent)
        return self.says != before


@dataclass
class WordSession:
    """A draft opened in Word. `changes` is what was done to each field that was touched.

    `sender` is the stamp of the changes that were marked in it before it was sent out.
    """

    data: bytes
    edition: Edition
    chance: random.Random
    sender: Stamp | None = None
    changes: dict[Field, Change] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.draft = OpenedDraft(self.data)
        self.diary = Diary(self.chance)
        self.hand = Hand(self.draft, self.chance)
        self.remarks = Remarks(self.draft, self.hand, self.chance, self.diary)
        self.fields = list(draft_fields(self.edition))

    @property
    def remarked(self) -> list[Remark]:
        """The comments that were made."""
        return self.remarks.made

    def edit(self, count: int, *, spared: frozenset[Field] = frozenset()) -> None:
        """Edit that many fields, each up to four times; those that are spared are left alone."""
        free = [one for one in self.fields if one.field not in spared and one.field not in self.changes]
        for about in self.chance.sample(free, min(count, len(free))):
            if about.kind is FieldKind.SMILEY:
                self._choose(about)
            else:
                self._type(about)

    def vandalise(self, count: int, deeds: Sequence[Deed] = DEEDS) -> list[Damage]:
        """Do something to rows of items in which nobody has written; gives what must be told of it."""
        rows: dict[tuple[str, ...], list[DraftField]] = {}
        for about in self.fields:
            if about.field.ref is not None:
                rows.setdefault((about.field.ref, *_row(about.field)), []).append(about)
        free = [tuple(row) for row in rows.values() if not any(one.field in self.changes for one in row)]
        done: list[Damage] = []
        for row in self.chance.sample(free, min(count, len(free))):
            scene = Scene(self.draft, row, self.chance)
            damage = self.chance.choice(deeds)(scene)
            done += [damage] if damage else []
            if damage and damage.emptied:
                self.changes[damage.emptied.field] = Change(damage.emptied, (), frozenset())
        return done

    def comment(self, count: int) -> None:
        """Comment on fields and on fixed lines."""
        for _ in range(count):
            if self.chance.random() < 0.7:
                about = self.chance.choice(self.fields)
                element = self.draft.control(about.mark)
                paragraphs = list(element.iter(f"{W}p")) or [next(element.iterancestors(f"{W}p"))]
                self.remarks.remark(self.chance.choice(paragraphs), about.field)
            else:
                fixed = [one for one in self.draft.body.iter(f"{W}p") if not _in_a_field(one)]
                self.remarks.remark(self.chance.choice(fixed), None)

    def saved(self) -> bytes:
        """The file as Word saves it."""
        self.remarks.save()
        save_as_word(self.draft, self.hand, self.diary.lists, tracks=self.diary.tracking > 0)
        return packed(self.draft, self.chance)

    def _choose(self, about: DraftField) -> None:
        says, stamp = choose(self.draft, about, self.hand, self.chance, self.diary)
        self.changes[about.field] = Change(about, says, frozenset({stamp} if stamp else ()))

    def _type(self, about: DraftField) -> None:
        opened = open_field(self.draft, about)
        if opened and self._edited(opened, (*WORD_EDITS, *BUILDING_EDITS)):
            if hollow(opened.blocks):
                return
            self.hand.write(opened)
            says = () if opened.prompting else said_of_typed(opened.blocks)
            self.changes[about.field] = Change(about, says, frozenset(opened.stamps - {self.sender}))

    def _edited(self, opened: TypedField, edits: Sequence[Edit]) -> bool:
        wanted = self.chance.randint(1, _MOST_EDITS)
        done = 0
        for _ in range(_TRIES):
            done += done < wanted and not opened.closed and self.chance.choice(edits)(opened, self.chance, self.diary)
        return bool(done)


def _row(field: Field) -> tuple[str, ...]:
    plan = len(field.path) == 1 and field.path[0] != key("finances")
    return () if plan else field.path[: 2 if field.path[0] == key("milestones") else 1]


def _in_a_field(paragraph: _Element) -> bool:
    controls = [*paragraph.iterancestors(f"{W}sdt"), *paragraph.iter(f"{W}sdt")]
    return any(tag_of(one).startswith("felt_") for one in controls)
