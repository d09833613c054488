"""Proposals with signs that cannot be printed: told like an answer that cannot be read, and left out; pure."""

from collections.abc import Iterable

from renderer.edition.printed_signs import unprintable
from renderer.findings import Finding
from renderer.model.field import Field
from renderer.model.proposal import Proposal
from renderer.readers.yaml.signs import lacking


def printable_answers(proposals: Iterable[Proposal]) -> tuple[tuple[Proposal, ...], tuple[Finding, ...]]:
    """The proposals that can be printed, and a finding for each that cannot; a smiley goes with its status."""
    given = tuple(proposals)
    told = {one: lacking(one.source, signs) for one in given if (signs := unprintable(one.new))}
    left: set[Field] = {field for one in told for field in (one.field, *one.field.report_fields)}
    return tuple(one for one in given if one.field not in left), tuple(told.values())
