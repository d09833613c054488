"""Verify a PDF edition, or the signed agreement: render its own data again and hold the files against each other.

The bytes decide. Where they differ, the pages and items (or headings) are named that do not show what the file's own
data say. A file of another version of the program is made again with its own provenance; where it does not come out
byte for byte, its pages are compared as a reader sees them, and it is never called changed: the versions may differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.edition import Edition
from renderer.findings import Finding, Place, error, warning
from renderer.journeys.rendering.extract import file_content
from renderer.journeys.rendering.rendered_again import Compared, Likeness, compared, written_again
from renderer.readers.own_pdf import OwnPdf, read_own_pdf
from renderer.readers.pdf_pages import Page, read_pages
from renderer.writers.provenance import provenance


class Verdict(StrEnum):
    """What the comparison came to; the value is the word that is printed."""

    IDENTICAL = "identisk"
    IDENTICAL_OF_ANOTHER = "identisk (dannet af en anden version)"
    SAME_CONTENT = "samme indhold"
    UNPROVEN = "kan ikke bevises"
    DIFFERENT = "afviger"

    @property
    def proves(self) -> bool:
        """Whether the file is proved to its last byte."""
        return self in {Verdict.IDENTICAL, Verdict.IDENTICAL_OF_ANOTHER}


_OTHER_HINT = "Brug den version, som filen er dannet af."
_OF_ANOTHER = {
    Likeness.SAME_BYTES: Verdict.IDENTICAL_OF_ANOTHER,
    Likeness.SAME_CONTENT: Verdict.SAME_CONTENT,
    Likeness.UNKNOWN: Verdict.UNPROVEN,
}


@dataclass(frozen=True)
class Verification:
    """The verdict and, unless it proves the file, where the files differ or what cannot be proved."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()


def verify(path: Path) -> Verification:
    """Verify one PDF file. Raises `UnreadableFile` for a file that carries no readable data of its own."""
    return verify_content(path.name, file_content(path))


def verify_content(name: str, content: bytes) -> Verification:
    """Verify the bytes of a PDF file; raises as `verify` does."""
    own = read_own_pdf(name, content)
    if own.made_by != provenance():
        found = compared(own.document, own.source, own.made_by, content)
        return Verification(_OF_ANOTHER[found.likeness], tuple(_of_another(name, own, found)))
    again = written_again(own.document)
    if again == content:
        return Verification(Verdict.IDENTICAL)
    return Verification(Verdict.DIFFERENT, tuple(_differences(name, own.document, content, again)))


def _of_another(name: str, own: OwnPdf, found: Compared) -> Iterator[Finding]:
    """What cannot be said of a file of another version; nothing where it came out byte for byte."""
    if found.likeness is Likeness.SAME_BYTES:
        return
    made_by = own.made_by if own.made_by.isprintable() else ""
    told = (
        f"Filen er efter sin egen oplysning dannet af en anden version: {made_by or 'ukendt'}. Denne er {provenance()}."
    )
    if found.likeness is Likeness.SAME_CONTENT:
        told += " Siderne ser ud som dem, denne version danner af filens data, og har samme tekst."
        hint = "Skal filen også bevises til sidste tegn, så brug den version, som den er dannet af."
        yield warning("anden-version", Place(name), told, hint)
        return
    hint = "Det siger intet om, hvorvidt den er ændret. Brug den version, som filen er dannet af."
    yield warning("anden-version", Place(name), f"{told} Filen kan ikke bevises med denne version.", hint)
    where = found.unlike
    if where is None:
        yield warning("fil-kan-ikke-bevises", Place(name), "Siderne kan ikke sammenlignes.", _OTHER_HINT)
        return
    if where.length:
        message = "Denne version danner et andet antal sider af filens data."
        yield warning("fil-kan-ikke-bevises", Place(name), message, _OTHER_HINT)
    for page in where.pages:
        message = "Denne version danner siden anderledes, så det kan ikke bevises, at den viser filens data."
        yield warning("side-kan-ikke-bevises", Place(name, page=page), message, _OTHER_HINT)
    if where.beside:
        message = "Denne version skriver bogmærker, henvisninger, oplæste ord eller oplysninger om filen anderledes."
        yield warning("fil-kan-ikke-bevises", Place(name), message, _OTHER_HINT)


def _differences(name: str, document: Edition | AgreementDocument, content: bytes, again: bytes) -> Iterator[Finding]:
    ours, theirs = read_pages(again), read_pages(content)
    if len(ours) != len(theirs):
        message = (
            f"Filen har {len(theirs)} {'side' if len(theirs) == 1 else 'sider'}, men dens kildedata giver {len(ours)}."
        )
        yield error("sidetal-afviger", Place(name), message, "Hent filen igen fra arkivet.")
    pages = list(_different_pages(_headings(document), ours, theirs))
    for page, item in pages:
        message = "Siden viser ikke det, som filens kildedata siger."
        yield error("side-afviger", Place(name, page=page, item=item), message, "Hent filen igen fra arkivet.")
    if not pages and len(ours) == len(theirs):
        offset = next((at for at, (a, b) in enumerate(zip(content, again, strict=False)) if a != b), len(again))
        where = f"fra byte {offset}: i skrifter, metadata, mærkning eller opbygning"
        message = f"Siderne tegnes ens, men filen er ændret {where}."
        yield error("fil-ændret", Place(name), message, "Hent filen igen fra arkivet.")


def _headings(document: Edition | AgreementDocument) -> dict[str, str]:
    """What begins with which heading: an item by its ref, a part of the agreement by the heading itself."""
    if isinstance(document, AgreementDocument):
        texts = (heading.text.replace("\u00a0", " ") for heading in document.headings())
        return {text: text for text in texts}
    return {item.heading.replace("\u00a0", " "): item.ref for item in document.items()}


def _different_pages(
    refs: dict[str, str], ours: Sequence[Page], theirs: Sequence[Page]
) -> Iterator[tuple[int, str | None]]:
    before: str | None = None
    for number, (our, their) in enumerate(zip(ours, theirs, strict=False), 1):
        marked, after = _lines_of_items(our.lines, refs, before)
        if our.drawn != their.drawn:
            for item in _items_that_differ(marked, their.lines) or dict.fromkeys(ref for _, ref in marked):
                yield number, item
        before = after


def _lines_of_items(
    lines: Sequence[str], refs: dict[str, str], before: str | None
) -> tuple[list[tuple[str, str | None]], str | None]:
    """Each line with the item it belongs to, and the item that goes on overleaf."""
    marked, current = [], before
    for position, line in enumerate(lines):
        current = _item_beginning(" ".join(lines[position : position + 4]), refs) or current
        marked.append((line, current))
    return marked, current


def _item_beginning(text: str, refs: dict[str, str]) -> str | None:
    plain = text.replace("\u00a0", " ")
    found = [heading for heading in refs if plain.startswith(heading)]
    return refs[max(found, key=len)] if found else None


def _items_that_differ(marked: Sequence[tuple[str, str | None]], lines: Sequence[str]) -> list[str | None]:
    theirs = set(lines)
    return list(dict.fromkeys(item for line, item in marked if line not in theirs))
