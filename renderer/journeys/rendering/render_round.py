"""Render a round: the editions of a follow-up, each in the formats asked for, complete or not at all.

Asked again for what it rendered before from the very same files, it neither opens the case nor loads what
draws: the files come out of the cache.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from renderer.findings import Finding, Place, Severity
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.rendering.render_cache import RenderCache, contents
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.round_content import Progress, RoundContent
from renderer.journeys.write_files import write_files


@dataclass(frozen=True)
class Rendered:
    """The files that were written, in order, and the findings (warnings) that stood."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def render_round(
    files: CaseFiles,
    order: RenderOrder,
    target: Path,
    progress: Progress | None = None,
    cache: RenderCache | None = None,
) -> Rendered:
    """Render the editions of a case into a target folder.

    Raises `Stopped` for findings that stop, `UnknownChoice` for a follow-up or committee the case does not have,
    `RenderingError` when a document cannot be made or written; then no file has been written or changed.
    """

    def make() -> RoundContent:
        from renderer.journeys.rendering.make_round import make_round

        return make_round(files, order, progress or _no_progress, cache)

    return render_files(files, ("runde", repr(order)), target, cache, make)


def render_files(
    files: CaseFiles, asked: tuple[str, ...], target: Path, cache: RenderCache | None, make: Callable[[], RoundContent]
) -> Rendered:
    """Write what was `asked` of a case, out of the cache or made now. Raises as `make` and `write_files` do."""
    key = _key(cache, files, asked) if cache else ""
    content = _remembered(cache, key) if cache else None
    if content is None:
        content = make()
        if cache:
            _remember(cache, key, content)
    return Rendered(tuple(write_files(target, content.files)), content.findings)


def _no_progress(_done: int, _total: int) -> None:
    return


def _key(cache: RenderCache, files: CaseFiles, asked: tuple[str, ...]) -> str:
    parts = [part for name, content in files.items() for part in (name.encode(), content)]
    return cache.key(*asked, *parts)


def _remembered(cache: RenderCache, key: str) -> RoundContent | None:
    note = cache.note(key)
    try:
        found = contents(cache, note["filer"].values())
        findings = tuple(_finding(one) for one in note["anmærkninger"])
    except (TypeError, KeyError, AttributeError, ValueError):
        return None
    return RoundContent(dict(zip(note["filer"], found, strict=True)), findings) if found else None


def _remember(cache: RenderCache, key: str, content: RoundContent) -> None:
    names = {name: cache.keep(file) for name, file in content.files.items()}
    cache.remember(key, {"filer": names, "anmærkninger": [asdict(finding) for finding in content.findings]})
    cache.tidy()


def _finding(note: dict[str, Any]) -> Finding:
    return Finding(**{**note, "severity": Severity(note["severity"]), "place": Place(**note["place"])})
