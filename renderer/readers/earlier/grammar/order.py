"""The order in which findings on an earlier document are told."""

from collections.abc import Sequence

from renderer.findings import Finding


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What stops first, then in the order of the document."""

    def position(finding: Finding) -> tuple[bool, int, int]:
        place = finding.place
        return (not finding.stops, place.page or 0, place.line or place.paragraph or 0)

    return tuple(sorted(findings, key=position))
