"""Hold signed heads against the chain: who signed them, and the first entry that is not as it was signed."""

from collections.abc import Iterator, Mapping, Sequence

from renderer.archive.signed_head import SignedHead
from renderer.findings import Finding, Place, error

_RESTORE = "Hent arkivet fra en sikkerhedskopi, og find ud af, hvem der har haft adgang."
_ASK = "Find ud af, hvem der har haft adgang til arkivet og til nøglen."


def head_faults(heads: Sequence[SignedHead], digests: Mapping[int, str], file: str | None = None) -> Iterator[Finding]:
    """What does not hold of signed heads in order, `digests` being the chain's by the numbers of its entries.

    Only the first entry that is not as it was signed is named: every later one follows from it.
    """
    key = ""
    for head in heads:
        if not head.genuine:
            yield _finding(f"Kontrolpunktet fra {head.at} er ændret: Underskriften passer ikke.", file, _ASK)
            continue
        if key and head.key != key:
            yield _finding(f"Kontrolpunktet fra {head.at} er underskrevet med en fremmed nøgle.", file, _ASK)
        key = head.next_key
    for head in heads:
        if head.genuine and (number := _first_rewritten(head, digests)):
            what = "mangler" if number not in digests else "er skrevet om"
            yield _finding(f"Led {number} i arkivets kæde {what} siden kontrolpunktet fra {head.at}.", file, _RESTORE)
            return


def unknown_heads(kept: Sequence[SignedHead], there: Sequence[SignedHead], file: str) -> Iterator[Finding]:
    """The signed heads of a file that the archive itself does not have any more."""
    known = {head.statement for head in there}
    for head in kept:
        if head.statement not in known:
            yield _finding(f"Arkivet har ikke kontrolpunktet fra {head.at}.", file, _RESTORE)


def _first_rewritten(head: SignedHead, digests: Mapping[int, str]) -> int:
    """The number of the first entry that is not as it was signed, 0 where all are."""
    for number, digest in enumerate(head.digests, head.since + 1):
        if digests.get(number) != digest:
            return number
    return 0


def _finding(message: str, file: str | None, hint: str) -> Finding:
    return error("kontrolpunkt-passer-ikke", Place(file), message, hint)
