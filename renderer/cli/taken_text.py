"""Returned changes on a terminal: place, old and new with the changed words marked, who, when and from which file."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from renderer.cli.output import console
from renderer.edition.field_subject import subject_of
from renderer.edition.proposal_origin import file_of, joined, moment, origin
from renderer.edition.wording.changed_text import Change, ChangedBlock, ChangedParagraph, Piece
from renderer.edition.wording.compare import compare_prose
from renderer.journeys.returned.summarise import counts_line
from renderer.journeys.returned.take_back import TakenBack
from renderer.model.field import Field, FieldKind
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Comment, Conflict, Proposal

_NOTHING = {FieldKind.PROSE: "(ingen tekst)", FieldKind.SMILEY: "(ingen smiley)"}
_MARKS = {Change.DELETED: ("[-", "-]", "red"), Change.INSERTED: ("{+", "+}", "green")}


def show_taken(taken: TakenBack) -> None:
    """Everything that came back, on standard output."""
    out = console()
    for proposal in taken.proposals:
        out.print(proposal_text(taken, proposal))
    for conflict in taken.conflicts:
        out.print(conflict_text(taken, conflict))
    for comment in taken.comments:
        out.print(comment_text(taken, comment))
    out.print(counts_line(taken))


def proposal_text(taken: TakenBack, proposal: Proposal) -> Text:
    """A proposal: its place, the old and the new text, and where it comes from."""
    text = Text(f"{taken.place_of(proposal.field)}\n", style="bold")
    text.append_text(_about(taken, proposal.field))
    old, new = _compared(proposal.field.kind, proposal.old, proposal.new)
    text.append_text(_labelled("  før: ", old)).append_text(_labelled("  nu:  ", new))
    return text.append(f"  {origin(proposal)}\n", style="dim not bold")


def conflict_text(taken: TakenBack, conflict: Conflict) -> Text:
    """A conflict: its place, why it is one, and all three texts, the returned ones held against the case's."""
    text = Text("konflikt: ", style="bold yellow").append(f"{taken.place_of(conflict.field)}\n", style="bold default")
    text.append_text(_about(taken, conflict.field))
    text.append(f"  {conflict.reason}\n", style="not bold default")
    kind = conflict.field.kind
    text.append_text(_labelled("  sendt:   ", [_plain(kind, conflict.sent)]))
    text.append_text(_labelled("  i sagen: ", [_plain(kind, conflict.current)]))
    for number, proposal in enumerate(conflict.proposals, 1):
        _, new = _compared(kind, conflict.current, proposal.new)
        text.append_text(_labelled(f"  svar {number}:  ", new))
        text.append(f"    {origin(proposal)}\n", style="dim not bold default")
    return text


def comment_text(taken: TakenBack, comment: Comment) -> Text:
    """A comment: whose it is, what it is about, and its words."""
    place = str(taken.place_of(comment.about)) if comment.about else file_of(comment.source)
    text = Text("kommentar: ", style="bold").append(f"{place}\n")
    if comment.about:
        text.append_text(_about(taken, comment.about))
    if comment.quote:
        text.append(f"  om »{comment.quote}«\n", style="not bold")
    text.append(f"  {comment.author or 'Ukendt'}: {comment.text}\n", style="not bold")
    marks = [f"svar på {comment.replies_to}" if comment.replies_to else "", "afsluttet" if comment.done else ""]
    facts = [moment(comment.when), *marks, file_of(comment.source) if comment.about else ""]
    return text.append(f"  {joined(facts)}\n", style="dim not bold")


def _about(taken: TakenBack, field: Field) -> Text:
    """The item by its title, and what was to be reached there; nothing for what belongs to the whole agreement."""
    line = subject_of(taken.case, field).line
    return Text(f"  {line}\n" if line else "", style="not bold default")


def _compared(kind: FieldKind, old: str, new: str) -> tuple[list[Text], list[Text]]:
    """The old text with what went, and the new one with what came, a line a paragraph."""
    if kind is FieldKind.SMILEY or not old or not new:
        return [_plain(kind, old)], [_plain(kind, new)]
    blocks = compare_prose(parse_prose(old), parse_prose(new)).blocks
    return list(_lines(blocks, Change.INSERTED)), list(_lines(blocks, Change.DELETED))


def _plain(kind: FieldKind, text: str) -> Text:
    return Text(text or _NOTHING[kind], style="not bold default")


def _lines(blocks: Iterable[ChangedBlock], hidden: Change, bullet: str = "") -> Iterator[Text]:
    for block in blocks:
        if block.change is hidden:
            continue
        if isinstance(block, ChangedParagraph):
            line = Text(bullet, style="not bold default")
            for piece in block.pieces:
                if piece.change is not hidden:
                    line.append_text(_piece(piece))
            yield line
        else:
            for entry in block.entries:
                if entry.change is not hidden:
                    yield from _lines(entry.blocks, hidden, f"{bullet}- ")


def _piece(piece: Piece) -> Text:
    if piece.change not in _MARKS:
        return Text(piece.text)
    before, after, colour = _MARKS[piece.change]
    words = piece.text
    bare = words.strip()
    start = len(words) - len(words.lstrip())
    marked = words[:start] + before + bare + after + words[start + len(bare) :] if bare else words
    return Text(marked, style=colour)


def _labelled(label: str, lines: list[Text]) -> Text:
    """Lines under a label, the following ones as deep as the first."""
    indent = " " * len(label)
    text = Text(label, style="not bold default")
    parts = [part for line in lines for part in line.split("\n")]
    for number, part in enumerate(parts):
        text.append(indent if number else "").append_text(part).append("\n")
    return text
