"""Summarise: everything that came back as a document, for whoever decides and has no terminal."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from renderer.edition import danish
from renderer.edition.comparing.opening import MARKING
from renderer.edition.comparison import Change, Entry, LineChange, NoteChange, TextChange
from renderer.edition.edition import Facts, Furniture, LabelledLine, Letterhead
from renderer.edition.field_subject import label_of, subject_of
from renderer.edition.proposal_origin import file_of, joined, moment, origin
from renderer.edition.return_summary import ReturnedPart, ReturnSummary
from renderer.edition.typesetting import typeset
from renderer.errors import WrongCall
from renderer.findings import Severity
from renderer.journeys.returned.take_back import TakenBack
from renderer.journeys.write_files import write_files
from renderer.model.field import Field, FieldKind
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Comment, Conflict, Proposal
from renderer.vocabulary import CASE_ID_LABEL, DATE_LABEL, PAGE_LABEL
from renderer.writers.returned import SUMMARY_WRITERS

_Found = TypeVar("_Found", Proposal, Conflict)
_TITLE = "Svar og rettelser, der er kommet tilbage"
_BEFORE = "Oversigten viser, hvad der stod i filerne, og hvad der stod i sagen, da de blev læst."
_WHOLE = "Hele aftalen"
_FILES = "Filerne"
_NOTHING = {FieldKind.PROSE: "(ingen tekst)", FieldKind.SMILEY: "(ingen smiley)"}


def require_summary_name(target: Path) -> None:
    """Raises `WrongCall` where a file's name is not that of a Word file or a page."""
    if target.suffix.lower().removeprefix(".") not in SUMMARY_WRITERS or target.is_dir():
        message = f"Oversigten kan gemmes som Word eller HTML, og »{target}« er ingen af delene."
        raise WrongCall(message, f"Skriv for eksempel --summary {target.stem or 'oversigt'}.docx eller .html.")


def write_summary(taken: TakenBack, documents: Sequence[Path], day: datetime.date, target: Path) -> Path:
    """Write the summary of returned files, in the format of the file's ending. Raises `WrongCall` and `CannotWrite`."""
    require_summary_name(target)
    writer = SUMMARY_WRITERS[target.suffix.lower().removeprefix(".")]
    content = writer(summary_of(taken, [path.name for path in documents], day))
    return write_files(target.parent, {target.name: content})[0]


def summary_of(taken: TakenBack, files: Sequence[str], day: datetime.date) -> ReturnSummary:
    """The summary of what files with these names said; `day` is the day it is made."""
    agreement, case = taken.case.agreement, taken.case
    title = f"{_TITLE} – {agreement.title}"
    lines = ((DATE_LABEL, danish.long_date(day)), (CASE_ID_LABEL, str(agreement.case_id)))
    organisation = agreement.organisation
    marked = any(one.old and one.new for one in taken.all_proposals if one.field.kind is FieldKind.PROSE)
    opening = (
        counts_line(taken),
        f"Læst: {danish.series(files)}." if files else "",
        _BEFORE,
        MARKING if marked else "",
    )
    return ReturnSummary(
        facts=Facts(
            agreement_title=agreement.title,
            budget_year=agreement.budget_year,
            followup=max((one.number for one in case.followups), default=0),
            committee=None,
            municipality=organisation.municipality,
            department=organisation.department,
            case_id=str(agreement.case_id),
            date=day,
            title=title,
        ),
        letter=Letterhead(
            municipality=organisation.municipality,
            department=organisation.department,
            lines=tuple(LabelledLine(label=label, value=danish.tied(value)) for label, value in lines),
            page_label=PAGE_LABEL,
            title=danish.tied(_TITLE),
            subtitle=danish.tied(agreement.title),
        ),
        furniture=Furniture(
            head_left=danish.tied(_TITLE),
            head_right=danish.tied(f"Den {danish.long_date(day)}"),
            foot_left=", ".join(name for name in (organisation.municipality, organisation.department) if name),
            foot_right=danish.tied(f"{CASE_ID_LABEL}: {agreement.case_id}"),
        ),
        opening=tuple(danish.tied(text) for text in opening if text),
        parts=tuple(_parts(taken)),
    )


def counts_line(taken: TakenBack) -> str:
    """How much of everything there is, in one line."""
    counts = [
        _counted(len(taken.proposals), "forslag", "forslag"),
        _counted(len(taken.conflicts), "konflikt", "konflikter"),
        _counted(len(taken.comments), "kommentar", "kommentarer"),
    ]
    errors = sum(finding.stops for finding in taken.findings)
    if errors:
        counts.append(_counted(errors, "fejl, som står øverst", "fejl, som står øverst"))
    done = f" {_counted(taken.done, 'rettelse', 'rettelser')} står allerede i sagen." if taken.done else ""
    return f"{', '.join(counts[:-1])} og {counts[-1]}.{done}"


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _parts(taken: TakenBack) -> Iterator[ReturnedPart]:
    """Everything in the order in which it is to be decided on; a part that would be empty is left out."""
    parts: list[tuple[str, str, Iterable[Entry]]] = [
        ("fejl", "Fejl, som skal rettes", _remarks(taken, Severity.ERROR)),
        ("konflikter", "Konflikter, som skal afgøres", _grouped(taken, taken.conflicts, _conflicting)),
        ("forslag", "Forslag", _grouped(taken, taken.proposals, _proposed)),
        ("kommentarer", "Kommentarer", (_commented(taken, one) for one in taken.comments)),
        ("advarsler", "Det, du skal være opmærksom på", _remarks(taken, Severity.WARNING)),
    ]
    for anchor, heading, found in parts:
        if entries := tuple(found):
            yield ReturnedPart(anchor=anchor, heading=heading, entries=entries)


def _remarks(taken: TakenBack, severity: Severity) -> Iterator[Entry]:
    for finding in taken.findings:
        if finding.severity is severity:
            yield _entry(
                str(finding.place) or _FILES, "", [_note("Bemærkning", f"{finding.message} {finding.hint}".strip())]
            )


def _grouped(
    taken: TakenBack, found: Sequence[_Found], changes: Callable[[_Found], Iterator[Change]]
) -> Iterator[Entry]:
    """An entry for each place that something is about, with everything of it."""
    for (heading, about), group in groupby(found, lambda one: _headed(taken, one.field)):
        yield _entry(heading, about, [change for one in group for change in changes(one)])


def _headed(taken: TakenBack, field: Field) -> tuple[str, str]:
    """The item, and the part of it with what was to be reached there."""
    subject = subject_of(taken.case, field)
    about = f"{subject.part}: {subject.aim}" if subject.part and subject.aim else subject.part or subject.aim
    return subject.item or _WHOLE, about[:1].upper() + about[1:]


def _proposed(proposal: Proposal) -> Iterator[Change]:
    label = label_of(proposal.field)
    if proposal.field.kind is FieldKind.SMILEY:
        yield LineChange(label=label, old=proposal.old, new=proposal.new)
    else:
        yield _text(label, proposal.old, proposal.new)
    if said := origin(proposal):
        yield _note("Fra", said)


def _conflicting(conflict: Conflict) -> Iterator[Change]:
    label, kind = label_of(conflict.field), conflict.field.kind
    yield _note(label, conflict.reason)
    yield _note("Sendt ud", _plain(kind, conflict.sent))
    yield _note("I sagen", _plain(kind, conflict.current))
    for number, proposal in enumerate(conflict.proposals, 1):
        if kind is FieldKind.SMILEY or not (proposal.new and conflict.current):
            yield _note(f"Svar {number}", _plain(kind, proposal.new))
        else:
            yield _text(f"Svar {number}", conflict.current, proposal.new)
        yield _note("Fra", origin(proposal))


def _commented(taken: TakenBack, comment: Comment) -> Entry:
    heading, about = _headed(taken, comment.about) if comment.about else (file_of(comment.source), "")
    said = [_note("Om", f"»{comment.quote}«")] if comment.quote else []
    facts = [moment(comment.when), f"svar på {comment.replies_to}" if comment.replies_to else ""]
    source = joined([*facts, "afsluttet" if comment.done else "", file_of(comment.source)])
    return _entry(heading, about, [*said, _note(comment.author or "Ukendt", comment.text), _note("Fra", source)])


def _entry(heading: str, about: str, changes: Sequence[Change]) -> Entry:
    return Entry(ref=None, heading=danish.tied(heading), centre=danish.tied(about), changes=tuple(changes))


def _text(label: str, old: str, new: str) -> TextChange:
    return TextChange(label=label, old=typeset(parse_prose(old)), new=typeset(parse_prose(new)))


def _note(label: str, text: str) -> NoteChange:
    return NoteChange(label=label, text=danish.tied(" ".join(text.split())))


def _plain(kind: FieldKind, text: str) -> str:
    words = text if kind is FieldKind.SMILEY else " ".join(parse_prose(text).plain.split())
    return words or _NOTHING[kind]
