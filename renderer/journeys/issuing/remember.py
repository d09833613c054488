"""Remember what was accepted: the warnings that an edition was issued with, into the case's own list of waivers.

What the archive has recorded is taken, so that the case accepts just what was accepted there, with the same words.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from renderer import vocabulary
from renderer.archive.record import Acceptance, IssuedEdition
from renderer.casefolder.source_text import NotInsertable
from renderer.casefolder.waivers import with_waivers
from renderer.checks import CHECKS
from renderer.errors import WrongCall
from renderer.findings import Severity
from renderer.journeys.case_files import CaseFiles, save_files
from renderer.model.case import Waiver
from renderer.readers.yaml.folder import read_case_folder

_FILE = vocabulary.WAIVER_FILE
# A line moves whenever the file is edited.
_LINE = re.compile(r" linje \d+(?=,|$)")
_NOT_INSERTABLE = (
    f"{_FILE} er skrevet på en måde, så der ikke kan sættes noget ind, uden at andet bliver ændret.",
    "Skriv undtagelserne på hver sine linjer med indrykning i stedet for i klammer, eller udelad --remember.",
)
_TRIED = {"kode": "status-mangler", "sted": ""}


def require_room(files: CaseFiles, by: str, reasons: Iterable[str]) -> None:
    """Raises `WrongCall` where reasons cannot be put into the case's list of waivers: to be asked before issuing."""
    _text_with(files, [_waiver(Acceptance(_TRIED, by, ""), reason) for reason in reasons])


def accepted_warnings(issued: Iterable[IssuedEdition]) -> tuple[Acceptance, ...]:
    """What was accepted of the editions that the case can accept itself, each once.

    What it has accepted itself is not among it, nor are the warnings of other makers: they cannot be waived.
    """
    given = {(one.finding["kode"], one.finding["sted"]): one for edition in issued for one in edition.accepted}
    return tuple(one for (code, _), one in given.items() if one.by != _FILE and _can_be_waived(code))


def remember(files: CaseFiles, accepted: Iterable[Acceptance], reason: str) -> list[Path]:
    """Write accepted warnings into the case's list of waivers, each with its own reason or else this one.

    Raises `WrongCall` where the list is in a form that nothing can be put into, and as `save_files` does.
    """
    new = [_waiver(one, reason) for one in accepted]
    return save_files(files, {_FILE: _text_with(files, new).encode()}) if new else []


def _waiver(one: Acceptance, reason: str) -> Waiver:
    place = _LINE.sub("", one.finding["sted"])
    words = (one.reason or reason).strip()
    try:
        return Waiver(code=one.finding["kode"], place=place or None, reason=f"{words} (accepteret af {one.by})")
    except ValidationError as cause:
        message = f"Begrundelsen »{words}« kan ikke stå i {_FILE}."
        raise WrongCall(message, "Skriv den igen på én linje uden at kopiere den.") from cause


def _can_be_waived(code: str) -> bool:
    return code in CHECKS and CHECKS[code].severity is Severity.WARNING


def _text_with(files: CaseFiles, new: Iterable[Waiver]) -> str:
    """The new text, held to say what stood there and the new ones, and nothing else."""
    before = files.get(_FILE, b"").decode("utf-8")
    added = tuple(new)
    try:
        text = with_waivers(before, added)
    except NotInsertable as cause:
        raise WrongCall(*_NOT_INSERTABLE) from cause
    old, now = (read_case_folder(one).readable for one in (files, files.changed({_FILE: text.encode()})))
    if old and (now is None or now != old.model_copy(update={"waivers": (*old.waivers, *added)})):
        raise WrongCall(*_NOT_INSERTABLE)
    return text
