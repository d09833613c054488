"""What each returned file answers: a text alone, or a smiley with its status, which are one answer; pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from renderer.model.case import Case
from renderer.model.field import Field, FieldKind, said_by, shown
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Proposal, Returned

Fields = tuple[Field, ...]
"""Fields that go together."""


@dataclass(frozen=True)
class Answer:
    """What a file says of fields that go together; one that it left as it was sent has the same text twice.

    `fresh` answers begin a report where the follow-up had none: they do not go on from what earlier ones reported.
    """

    proposals: tuple[Proposal, ...]

    @property
    def fields(self) -> Fields:
        """The fields, in their order."""
        return tuple(one.field for one in self.proposals)

    @property
    def fresh(self) -> bool:
        """Whether it begins a report."""
        return all(one.fresh for one in self.proposals)

    def says(self, texts: Mapping[Field, str]) -> bool:
        """Whether the case says it already."""
        return all(same(one.field, one.new, texts[one.field]) for one in self.proposals)

    def fits(self, texts: Mapping[Field, str]) -> bool:
        """Whether the case still says what was sent, or already what came back."""
        return all(
            any(same(one.field, text, texts[one.field]) for text in (one.old, one.new)) for one in self.proposals
        )

    def is_like(self, other: "Answer") -> bool:
        """Whether both say the same."""
        return all(same(one.field, one.new, two.new) for one, two in zip(self.proposals, other.proposals, strict=True))

    def covers(self, other: "Answer") -> bool:
        """Whether it says all that the other one changes."""
        pairs = zip(self.proposals, other.proposals, strict=True)
        return all(same(one.field, one.new, two.new) or same(two.field, two.old, two.new) for one, two in pairs)

    def joined(self, other: "Answer") -> "Answer":
        """This answer with everybody who gave the other one, too, and its sources."""
        pairs = zip(self.proposals, other.proposals, strict=True)
        return Answer(tuple(_with(one, two) if same(one.field, one.new, two.new) else one for one, two in pairs))


def together(field: Field) -> Fields:
    """The fields that are proposed, taken, left and in conflict together with a field, itself among them."""
    return field.report_fields or (field,)


def answers_of(case: Case, returned: Returned) -> Iterator[Answer]:
    """The answers of one file; a row that stands in it twice may give two about the same fields."""
    found: dict[tuple[tuple[Field, str], ...], Answer] = {}
    proposed = Counter(one.field for one in returned.proposals)
    halves = {one.field: one for one in returned.proposals if proposed[one.field] == 1}
    for proposal in returned.proposals:
        answer = Answer(tuple(_part(case, proposal, field, halves) for field in together(proposal.field)))
        key = tuple((one.field, one.new) for one in answer.proposals)
        before = found.get(key, answer)
        # What the file changed itself names its own cell; what only stands beside a change names that one's.
        own = {one.field: one for one in returned.proposals if (one.field, one.new) in key}
        found[key] = Answer(tuple(own.get(one.field, one) for one in before.proposals))
    yield from found.values()


def open_answers(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers that differ: those that say the same are one, and one that another covers is part of it."""
    kept: list[Answer] = []
    for answer in answers:
        over = next((place for place, before in enumerate(kept) if before.covers(answer)), None)
        if over is not None:
            kept[over] = kept[over].joined(answer)
            continue
        under = [before for before in kept if answer.covers(before)]
        kept = [before for before in kept if before not in under]
        kept.append(reduce(Answer.joined, under, answer))
    return tuple(kept)


def printed_in(case: Case, fields: Sequence[Field]) -> dict[Field, str] | None:
    """What the documents print in fields; `None` where the case does not have one of them."""
    texts = {field: shown(case, field) for field in fields}
    return None if None in texts.values() else {field: text or "" for field, text in texts.items()}


def own_in(case: Case, fields: Sequence[Field]) -> dict[Field, str]:
    """What the fields' own files say."""
    return {field: said_by(case, field) for field in fields}


def same(field: Field, one: str, other: str) -> bool:
    """Whether two texts of a field say the same; spaces that do not matter are no difference."""
    if one == other:
        return True
    return field.kind is FieldKind.PROSE and parse_prose(one) == parse_prose(other)


def _part(case: Case, proposal: Proposal, field: Field, halves: Mapping[Field, Proposal]) -> Proposal:
    """What the file of a proposal says of one of the fields that belong to it."""
    if field == proposal.field:
        return proposal
    if proposal.beside is None:
        if field in halves:
            return halves[field]
        # The file does not say: what stands in the case stays.
        now = (said_by(case, field) if proposal.fresh else shown(case, field)) or ""
        return replace(proposal, field=field, old=now, new=now, beside=None)
    old, new = proposal.beside
    return replace(proposal, field=field, old=old, new=new, beside=(proposal.old, proposal.new))


def _with(before: Proposal, other: Proposal) -> Proposal:
    sources = dict.fromkeys((before.source, *before.also, other.source, *other.also))
    return replace(
        before,
        who=tuple(dict.fromkeys((*before.who, *other.who))),
        when=max(before.when, other.when),
        also=tuple(sources)[1:],
        fresh=before.fresh and other.fresh,
    )
