"""The paragraphs of a container shared out among its fixed lines and its fields.

What stands in a field's control or bookmark is the field's. A line that reads as a fixed one is that line. Everything
else belongs to the field it stands by; where two come into question, or none, that is told.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from renderer.edition.wording.matching import matches
from renderer.readers.draft.accepted import Accepted
from renderer.readers.draft.expected import FieldPlace, FixedLine, Part, comparable
from renderer.readers.draft.seen import Insert
from renderer.readers.draft.span import Change, Span

_ALIKE = 0.6
# Letter by letter takes the square of the length: longer lines are held together word by word.
_LONG = 2_000
_MOST_BETWEEN = 60


@dataclass
class Shares:
    """What became of each paragraph.

    `fields` holds the paragraphs of each field that has any; `changed` pairs a fixed line with what stands there now;
    `missing` are fixed lines that are gone, with the tracked changes that say who took them; `stray` is text that
    belongs to no field; `unsure` text that was given to a field but may belong to another; `foreign` text in the
    control of a field that is at home elsewhere.
    """

    fields: dict[str, list[Accepted]] = field(default_factory=dict)
    changed: list[tuple[FixedLine, Accepted]] = field(default_factory=list)
    missing: list[tuple[FixedLine, tuple[Change, ...]]] = field(default_factory=list)
    stray: list[Accepted] = field(default_factory=list)
    unsure: list[tuple[str, Accepted]] = field(default_factory=list)
    foreign: list[tuple[str, Accepted]] = field(default_factory=list)


def share(parts: Sequence[Part], paragraphs: Iterable[Accepted], at_home: Callable[[str], bool]) -> Shares:
    """Share the paragraphs out; `at_home` tells whether a field's mark belongs into this container."""
    shares = Shares()
    fixed = {part.text for part in parts if isinstance(part, FixedLine)}
    pieces: list[tuple[str | None, Accepted]] = []
    for paragraph in paragraphs:
        for owner, piece in _pieces(paragraph, fixed):
            if owner is not None and not at_home(owner):
                shares.foreign.append((owner, piece))
                pieces.append((None, piece))
            else:
                pieces.append((owner, piece))
    _Sharing(parts, pieces, shares).run()
    return shares


class _Sharing:
    def __init__(self, parts: Sequence[Part], pieces: list[tuple[str | None, Accepted]], shares: Shares) -> None:
        self._parts = parts
        self._pieces = [(owner, piece) for owner, piece in pieces if owner or piece.text or piece.inserts]
        self._gone = [piece for owner, piece in pieces if not owner and not piece.text]
        self._shares = shares
        self._marks = {part.mark: at for at, part in enumerate(parts) if isinstance(part, FieldPlace)}
        self._at: dict[int, int] = {}
        self._used: set[int] = set()

    def run(self) -> None:
        """Settle first what is certain, then the rest by what it stands between."""
        self._settle_owned()
        self._settle_fixed()
        self._used = set(self._at.values())
        following = self._following()
        before = -1
        for number, (owner, piece) in enumerate(self._pieces):
            if number not in self._at:
                self._settle_by_neighbours(number, piece, before, following[number])
            elif owner is not None:
                self._shares.fields.setdefault(owner, []).append(piece)
            elif isinstance(part := self._parts[self._at[number]], FieldPlace):
                self._shares.fields.setdefault(part.mark, []).append(piece)
            before = self._at.get(number, before)
        self._tell_missing()

    def _following(self) -> list[int]:
        """For each piece, the part that the next settled piece is."""
        following = [len(self._parts)] * (len(self._pieces) + 1)
        for number in range(len(self._pieces) - 1, -1, -1):
            following[number] = self._at.get(number, following[number + 1])
        return following

    def _settle_owned(self) -> None:
        for number, (owner, _) in enumerate(self._pieces):
            if owner in self._marks:
                self._at[number] = self._marks[owner]

    def _settle_fixed(self) -> None:
        lines = [at for at, part in enumerate(self._parts) if isinstance(part, FixedLine)]
        free = [number for number, (owner, _) in enumerate(self._pieces) if owner is None]
        if not lines or not free:
            return
        found = [comparable(self._pieces[number][1].text) for number in free]
        for line, number in matches([_text(self._parts[at]) for at in lines], found):
            self._at[free[number]] = lines[line]

    def _settle_by_neighbours(self, number: int, piece: Accepted, before: int, after: int) -> None:
        between = range(max(before, 0), min(after, len(self._parts) - 1) + 1)[:_MOST_BETWEEN]
        lines = [at for at in between if at not in self._used and isinstance(self._parts[at], FixedLine)]
        places = [at for at in between if isinstance(self._parts[at], FieldPlace)]
        stood = _before(piece.spans)
        near = next((at for at in lines if _text(self._parts[at]) == stood), None)
        if near is None:
            near = next((at for at in lines if alike(_text(self._parts[at]), piece.text)), None)
        if near is None and lines and not places and piece.text:
            near = lines[0]
        if near is not None:
            self._settle(number, near)
            line = self._parts[near]
            assert isinstance(line, FixedLine)
            self._shares.changed.append((line, piece))
        elif places:
            self._give(number, piece, places, before, doubted=bool(lines))
        else:
            self._shares.stray.append(piece)

    def _give(self, number: int, piece: Accepted, places: list[int], before: int, *, doubted: bool) -> None:
        """Give a piece to one of the fields around it: where it was sent, else the one before it."""
        sent = [at for at in places if piece.text and _was_sent(piece.text, self._parts[at])]
        chosen = sent[0] if sent else before if before in places else places[0]
        self._settle(number, chosen)
        place = self._parts[chosen]
        assert isinstance(place, FieldPlace)
        self._shares.fields.setdefault(place.mark, []).append(piece)
        if (doubted or len(places) > 1) and not sent and piece.text:
            self._shares.unsure.append((place.mark, piece))

    def _settle(self, number: int, at: int) -> None:
        self._at[number] = at
        self._used.add(at)

    def _tell_missing(self) -> None:
        stood = {_before(piece.spans): piece for piece in reversed(self._gone)}
        for at, part in enumerate(self._parts):
            if isinstance(part, FixedLine) and at not in self._used:
                gone = stood.get(part.text)
                self._shares.missing.append((part, gone.changes if gone else ()))


def _text(part: Part) -> str:
    return part.text if isinstance(part, FixedLine) else ""


def _now(spans: Iterable[Span]) -> str:
    return comparable("".join(span.text for span in spans if span.stays))


def _before(spans: Iterable[Span]) -> str:
    return comparable("".join(span.text for span in spans if span.stood))


def alike(old: str, new: str) -> bool:
    """Whether a line that stands there is a changed form of one that was sent."""
    if not new:
        return False
    label = old.partition(":")[0] + ":"
    if ":" in old and new.startswith(label):
        return True
    if len(old) + len(new) > _LONG:
        before, after = old.split(), new.split()
        return 2 * len(matches(before, after)) >= _ALIKE * (len(before) + len(after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _was_sent(text: str, part: Part) -> bool:
    return isinstance(part, FieldPlace) and text in comparable(part.field.sent.replace("\\", ""))


def _pieces(paragraph: Accepted, fixed: set[str]) -> list[tuple[str | None, Accepted]]:
    """The paragraph cut where its owner changes; what nobody owns, and is no fixed line, goes with its neighbour."""
    owners = {span.owner for span in paragraph.spans}
    if len(owners) <= 1:
        owner = next(iter(owners)) if owners else paragraph.owner or _owner_of(paragraph.inserts)
        return [(owner, paragraph)]
    groups: list[tuple[str | None, list[Span]]] = []
    for span in paragraph.spans:
        if groups and groups[-1][0] == span.owner:
            groups[-1][1].append(span)
        else:
            groups.append((span.owner, [span]))
    return [(owner, paragraph.part(spans, inserts)) for owner, spans, inserts in _given(groups, paragraph, fixed)]


def _owner_of(inserts: Sequence[Insert]) -> str | None:
    return next((insert.owner for insert in inserts if insert.owner), None)


def _given(
    groups: list[tuple[str | None, list[Span]]], paragraph: Accepted, fixed: set[str]
) -> list[tuple[str | None, list[Span], list[Insert]]]:
    """The groups of spans with an owner each; the inserts go with their owner, or with the first group."""
    settled: list[tuple[str | None, list[Span], list[Insert]]] = []
    leading: list[Span] = []
    for owner, spans in groups:
        is_fixed = owner is None and (_now(spans) or _before(spans)) in fixed
        if owner is None and not is_fixed and settled and settled[-1][0] is not None:
            settled[-1][1].extend(spans)
        elif owner is None and not is_fixed:
            leading.extend(spans)
        elif settled and owner is not None and settled[-1][0] == owner:
            settled[-1][1].extend((*leading, *spans))
            leading = []
        else:
            settled.append((owner, [*leading, *spans], []))
            leading = []
    if leading:
        settled.append((None, leading, []))
    for insert in paragraph.inserts:
        home = next((group for group in settled if group[0] == insert.owner), settled[0])
        home[2].append(insert)
    return settled
