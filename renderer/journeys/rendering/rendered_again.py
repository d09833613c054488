"""A document rendered again from the data that were kept with it, by this program or with what another held fixed."""

from dataclasses import dataclass
from enum import Enum, auto

from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.edition import Edition
from renderer.errors import AftalerapportError
from renderer.journeys.rendering.same_content import Unlike, unlike
from renderer.readers.pdf_shown import NotShown
from renderer.writers.provenance import Held, is_provenance

Document = Edition | AgreementDocument


class Likeness(Enum):
    """How a file of another version compares with what this program makes of its data."""

    SAME_BYTES = auto()
    SAME_CONTENT = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class Compared:
    """How a file compares; `unlike` says where it shows something else, `None` where that could not be found out."""

    likeness: Likeness
    unlike: Unlike | None = None


def written_again(document: Document, held: Held | None = None) -> bytes:
    """The document as PDF. Raises `RenderingError`."""
    if isinstance(document, AgreementDocument):
        from renderer.writers.agreement.pdf import write_agreement_pdf

        return write_agreement_pdf(document, held=held)
    from renderer.writers.pdf import write_pdf

    return write_pdf(document, held=held)


def compared(document: Document, source: str, made_by: str, content: bytes) -> Compared:
    """Hold a PDF that says it is of another version against what this one makes of its data.

    `source` is the text of the data in the file. Bytes are compared only where nothing in the file is beyond what a
    version of the program writes: its provenance has our form, its data stand as they are written.
    """
    try:
        held = Held(made_by, source) if is_provenance(made_by) and _as_written(document, source) else None
        again = written_again(document, held)
        if held and again == content:
            return Compared(Likeness.SAME_BYTES)
        found = unlike(again, content)
    except (AftalerapportError, NotShown):
        return Compared(Likeness.UNKNOWN)
    return Compared(Likeness.UNKNOWN, found) if found else Compared(Likeness.SAME_CONTENT)


def _as_written(document: Document, source: str) -> bool:
    """Whether the data stand as some version writes them: all keys, or all but those that it did not know yet.

    Else blanks, keys that stand twice or another order could carry what no page shows.
    """
    return source in {document.as_json(), document.model_dump_json(indent=1, exclude_unset=True)}
