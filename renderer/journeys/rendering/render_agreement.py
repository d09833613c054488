"""Render the signed agreement of a case, in the formats asked for, complete or not at all.

As a round, it comes out of the cache where the very same files were rendered before.
"""

from dataclasses import dataclass
from pathlib import Path

from renderer.errors import WrongCall
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.rendering.render_cache import RenderCache
from renderer.journeys.rendering.render_order import FORMATS
from renderer.journeys.rendering.render_round import Rendered, render_files
from renderer.journeys.rendering.round_content import RoundContent
from renderer.vocabulary import SIGNED_FILE
from renderer.writers.agreement import AGREEMENT_WRITERS


@dataclass(frozen=True)
class AgreementOrder:
    """In which formats; `attach_data` makes PDF files that carry their own data, as `RenderOrder` has it.

    Raises `WrongCall` for formats that the agreement is not written in.
    """

    formats: tuple[str, ...] = FORMATS
    attach_data: bool = True

    def __post_init__(self) -> None:
        known = f"Vælg blandt formaterne: {', '.join(AGREEMENT_WRITERS)}."
        if not self.formats:
            raise WrongCall("Der er ikke valgt noget format.", known)
        unknown = [name for name in self.formats if name not in AGREEMENT_WRITERS]
        if unknown:
            raise WrongCall(f"Den underskrevne aftale kan ikke dannes som »{', '.join(unknown)}«.", known)


def render_agreement(
    files: CaseFiles, order: AgreementOrder, target: Path, cache: RenderCache | None = None
) -> Rendered:
    """Render the agreement of a case into a target folder.

    Raises `Stopped` for findings that stop, `UnknownChoice` where the case has no signed agreement, `RenderingError`
    when a document cannot be made or written; then no file has been written or changed.
    """
    return render_files(files, ("budgetaftale", repr(order)), target, cache, lambda: _made(files, order))


def _made(files: CaseFiles, order: AgreementOrder) -> RoundContent:
    from renderer.edition.agreement.build import build_agreement
    from renderer.edition.agreement.document import AgreementDocument
    from renderer.journeys.open_case import open_case
    from renderer.journeys.rendering.file_names import agreement_file_name

    def written(document: AgreementDocument, suffix: str) -> bytes:
        if suffix == "pdf" and not order.attach_data:
            from renderer.writers.agreement.pdf import write_agreement_pdf
            from renderer.writers.archival.grade import Grade

            return write_agreement_pdf(document, Grade.WITHOUT_DATA)
        return AGREEMENT_WRITERS[suffix](document)

    opened = open_case(files)
    document = build_agreement(opened.case)
    made = {agreement_file_name(document.facts, suffix): written(document, suffix) for suffix in order.formats}
    # Warnings on the plan and the follow-ups say nothing of what is printed here.
    findings = tuple(one for one in opened.findings if one.place.file in {None, SIGNED_FILE})
    return RoundContent(made, findings)
