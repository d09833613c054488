"""Comments as Word writes them.

The texts stand in `comments.xml`, the threads in `commentsExtended.xml`, the authors in `people.xml`.
"""

import random
from dataclasses import dataclass
from html import escape

from lxml.etree import _Element

from renderer.model.field import Field
from tests.readers.draft.opened_draft import W14, OpenedDraft, W, node
from tests.word_editor.hand import Hand
from tests.word_editor.stamp import Diary, Stamp

_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_XML = f'xmlns:w="{W[1:-1]}" xmlns:w14="{W14[1:-1]}" xmlns:w15="{_W15}"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEXTS = (
    "Er det rigtigt?", "Skal vi skrive »i gang« & ikke <næsten>?", "Tal med Økonomi om de 0,5 mio. kr.", "Enig.",
    "Det passer ikke med punkt 3.", "Se bilaget.\nOg brevet.",
)  # fmt: skip
_GONE = ("del", "moveFrom")


@dataclass(frozen=True)
class Remark:
    """A comment that was made: at a field, or at none; `quote` is the words it is anchored to."""

    number: int
    text: str
    stamp: Stamp
    about: Field | None
    quote: str
    replies_to: "Remark | None" = None
    done: bool = False


class Remarks:
    """The comments of one draft; `made` are all of them in their order."""

    def __init__(self, draft: OpenedDraft, hand: Hand, chance: random.Random, diary: Diary) -> None:
        self._draft, self._hand, self._chance, self._diary = draft, hand, chance, diary
        self.made: list[Remark] = []

    def remark(self, paragraph: _Element, about: Field | None) -> None:
        """Mark some of a paragraph and comment on it; sometimes somebody answers."""
        pieces = [one for one in paragraph if one.tag in {f"{W}{name}" for name in ("r", "ins", "hyperlink", "sdt")}]
        pieces = [one for one in pieces if _shown(one).strip()]
        if not pieces:
            return
        first = self._chance.randrange(len(pieces))
        last = self._chance.randint(first, len(pieces) - 1)
        start, end = paragraph.index(pieces[first]), paragraph.index(pieces[last])
        quote = " ".join("".join(_shown(one) for one in list(paragraph)[start : end + 1]).split())
        done = self._chance.random() < 0.2
        made = [self._made(about, quote, None, done=done)]
        if self._chance.random() < 0.3:
            made.append(self._made(about, quote, made[0], done=done))
        for one in made:
            end = paragraph.index(pieces[last])
            paragraph.insert(end + 1, node(f'<w:r>{_LOOK}<w:commentReference w:id="{one.number}"/></w:r>'))
            paragraph.insert(end + 1, node(f'<w:commentRangeEnd w:id="{one.number}"/>'))
            paragraph.insert(paragraph.index(pieces[first]), node(f'<w:commentRangeStart w:id="{one.number}"/>'))

    def save(self) -> None:
        """Write the parts of all comments."""
        if not self.made:
            return
        said = "".join(self._comment(one) for one in self.made)
        threads = "".join(_thread(one) for one in self.made)
        people = "".join(
            f'<w15:person w15:author="{escape(name)}"><w15:presenceInfo w15:providerId="None"'
            f' w15:userId="{escape(name)}"/></w15:person>'
            for name in dict.fromkeys(one.stamp.author for one in self.made)
        )
        self._draft.add_part(
            "comments.xml", "comments", f"{_TYPES}.comments+xml", f"<w:comments {_XML}>{said}</w:comments>"
        )
        self._draft.add_part(
            "commentsExtended.xml",
            "commentsExtended",
            f"{_TYPES}.commentsExtended+xml",
            f"<w15:commentsEx {_XML}>{threads}</w15:commentsEx>",
        )
        self._draft.add_part(
            "people.xml", "people", f"{_TYPES}.people+xml", f"<w15:people {_XML}>{people}</w15:people>"
        )

    def _made(self, about: Field | None, quote: str, answered: Remark | None, *, done: bool) -> Remark:
        text = self._chance.choice(_TEXTS)
        remark = Remark(len(self.made), text, self._diary.stamp(), about, quote, answered, done)
        self.made.append(remark)
        return remark

    def _comment(self, remark: Remark) -> str:
        lines = remark.text.split("\n")
        paragraphs = "".join(
            f'<w:p w14:paraId="{_id(remark) if place == len(lines) - 1 else _id(remark, place + 1)}"><w:pPr>'
            f'<w:pStyle w:val="CommentText"/></w:pPr>{"" if place else _SIGN}<w:r><w:t>{escape(line)}</w:t></w:r>'
            "</w:p>"
            for place, line in enumerate(lines)
        )
        stamp = remark.stamp
        said = f'w:author="{escape(stamp.author)}" w:date="{stamp.when}" w:initials="{escape(stamp.author[:1])}"'
        return f'<w:comment w:id="{remark.number}" {said}>{paragraphs}</w:comment>'


_LOOK = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
_SIGN = f"<w:r>{_LOOK}<w:annotationRef/></w:r>"


def _id(remark: Remark, line: int = 0) -> str:
    return f"{0x10000000 + remark.number * 16 + line:08X}"


def _thread(remark: Remark) -> str:
    parent = f' w15:paraIdParent="{_id(remark.replies_to)}"' if remark.replies_to else ""
    return f'<w15:commentEx w15:paraId="{_id(remark)}"{parent} w15:done="{int(remark.done)}"/>'


def _shown(element: _Element) -> str:
    """The words that stay when all changes are accepted."""
    parts: list[str] = []
    for one in element.iter(f"{W}t", f"{W}br", f"{W}tab"):
        gone = any(above.tag in {f"{W}{name}" for name in _GONE} for above in one.iterancestors())
        parts.append("" if gone else one.text or "" if one.tag == f"{W}t" else " ")
    return "".join(parts)
