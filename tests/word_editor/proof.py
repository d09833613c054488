"""What a user did in Word, held against what was read: every difference as a sentence."""

from collections.abc import Iterable, Iterator

from renderer.model.field import Field, FieldKind
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.proposal import Comment, Proposal, Returned
from tests.word_editor.remark import Remark
from tests.word_editor.saying import said_of_markdown, shown
from tests.word_editor.session import Change, WordSession
from tests.word_editor.vandal import Damage


def differences(session: WordSession, returned: Returned, *, marks: bool = True) -> list[str]:
    """Everything in which the proposals and comments are not what was done; without `marks`, who and when are left out.

    Findings are left to the test.
    """
    made = {field: change for field, change in session.changes.items() if change.is_one}
    read = {proposal.field: proposal for proposal in returned.proposals}
    told = [f"not proposed: {field.place}" for field in made.keys() - read.keys()]
    told += [f"not done: {read[field].old!r} -> {read[field].new!r}" for field in read.keys() - made.keys()]
    for field in made.keys() & read.keys():
        told += _of_text(made[field], read[field])
        told += _of_marks(made[field], read[field]) if marks else []
    told += _of_comments(session.remarked, returned.comments)
    if len(read) != len(returned.proposals):
        told.append("a field is proposed twice")
    return told


def untold(damages: Iterable[Damage], returned: Returned, file: str) -> list[str]:
    """The damages that no finding tells with its place, and the proposals that come of them."""
    told: list[str] = []
    proposed = {one.field for one in returned.proposals}
    for damage in damages:
        found = [
            one
            for one in returned.findings
            if one.code in damage.codes
            and one.place.file == file
            and one.place.item == damage.item
            and damage.words in " ".join(one.message.replace("\u00a0", " ").split())
        ]
        told += [] if found else [f"{damage.deed} ({damage.item}) is not told"]
        wrong = [field for field in damage.spared & proposed if not _emptied(damage, field)]
        told += [f"{damage.deed} is proposed: {field.place}" for field in wrong]
    return told


def fields_of(damages: Iterable[Damage]) -> frozenset[Field]:
    """The fields that nobody must write in any more."""
    return frozenset(field for damage in damages for field in damage.spared)


def _emptied(damage: Damage, field: Field) -> bool:
    return damage.emptied is not None and damage.emptied.field == field


def _of_text(change: Change, proposal: Proposal) -> Iterator[str]:
    place = proposal.field.place
    if proposal.old != change.about.sent:
        yield f"{place}: sent {change.about.sent!r}, old {proposal.old!r}"
    smiley = proposal.field.kind is FieldKind.SMILEY
    says = proposal.new if smiley else said_of_markdown(proposal.new)
    if says != change.says:
        yield f"{place}: says {shown(change.says)}, read {shown(says)}"
    if not smiley and write_prose(parse_prose(proposal.new)) != proposal.new:
        yield f"{place}: is not as the data writes it: {proposal.new!r}"


def _of_marks(change: Change, proposal: Proposal) -> Iterator[str]:
    who = {stamp.author for stamp in change.stamps}
    if set(proposal.who) != who or len(proposal.who) != len(who):
        yield f"{proposal.field.place}: by {who}, read {proposal.who}"
    when = max((stamp.when for stamp in change.stamps), default="")
    if proposal.when != when:
        yield f"{proposal.field.place}: at {when!r}, read {proposal.when!r}"


def _of_comments(made: list[Remark], read: tuple[Comment, ...]) -> Iterator[str]:
    wanted = [
        (
            (one.text, one.stamp.author, one.stamp.when, one.about, one.quote, one.done),
            f"{one.replies_to.stamp.author}: {one.replies_to.text}" if one.replies_to else "",
        )
        for one in made
    ]
    found = [((one.text, one.author, one.when, one.about, one.quote, one.done), one.replies_to) for one in read]
    if wanted != found:
        yield f"comments made {wanted}, read {found}"
