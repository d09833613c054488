"""YAML text -> a tree of texts with line numbers.

Every scalar is the text that stands there, in composed letters: `5.10`, `nej`, `2018-07-04` and `1_000` stay as they
are, since none of YAML's own typing is used. Anchors, aliases, tags, several documents and duplicate keys are refused:
they would let the data say something else than what an economist reads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import yaml

from renderer.findings import Finding, Place, error
from renderer.model.tidying import composed, lines_as_seen
from renderer.readers.yaml.syntax import syntax_finding, unspaced

_DEEPEST = 40


@dataclass(frozen=True)
class Scalar:
    """A text; `plain` says that it stands without quotation marks or block sign."""

    text: str
    line: int
    plain: bool = True


@dataclass(frozen=True)
class Sequence:
    """A list."""

    entries: tuple["Node", ...]
    line: int


@dataclass(frozen=True)
class Mapping:
    """A group of fields; a key that stands twice is reported and its first value is kept."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int


Node = Scalar | Sequence | Mapping


class _Unfit(Exception):
    """The text is YAML, but says something that a case file may not say."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass
class _Composer:
    """Turns the parser's events into a tree; `findings` collects what does not stop the reading."""

    file: str
    events: Iterator[yaml.Event]
    findings: list[Finding] = field(default_factory=list)

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._unfit(event, "flere-dokumenter", "Filen har mere end ét dokument (en linje med ---).")
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def _node(self, event: yaml.NodeEvent, depth: int) -> Node:
        self._refuse_foreign(event)
        if depth > _DEEPEST:
            raise self._unfit(event, "for-dyb-indrykning", "Felterne er indrykket i for mange niveauer.")
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(composed(event.value), line, not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._node(child, depth + 1) for child in self._children()), line)
        return self._mapping(line, depth)

    def _children(self) -> Iterator[yaml.NodeEvent]:
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield cast(yaml.NodeEvent, event)

    def _mapping(self, line: int, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self._children():
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self._unfit(event, "ugyldig-nøgle", "Et felts navn skal være et ord, ikke en liste eller gruppe.")
            value_event = cast(yaml.NodeEvent, next(self.events))
            value = self._node(value_event, depth + 1)
            if crowded := self._without_space(key):
                self.findings.append(crowded)
                continue
            if _ends_where(event, value_event):
                self.findings.append(self._without_colon(key))
            if key.text in entries:
                self.findings.append(self._twice(key, entries[key.text][0]))
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), line)

    def _refuse_foreign(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            message = "Filen bruger et anker eller en henvisning (& eller *)."
            raise self._unfit(event, "anker", message, "Skriv teksten helt ud, eller sæt den i anførselstegn.")
        if getattr(event, "tag", None):
            message = "Filen bruger et YAML-mærke (et ord med !)."
            raise self._unfit(event, "mærke", message, "Slet mærket, eller sæt teksten i anførselstegn.")

    def _unfit(
        self, event: yaml.Event, code: str, message: str, hint: str = "Ret filen, så den følger mønstret."
    ) -> _Unfit:
        return _Unfit(error(code, Place(self.file, _line(event)), message, hint))

    def _without_space(self, key: Scalar) -> Finding | None:
        """A name such as `1:{smiley`, which YAML takes whole."""
        told = unspaced(key.text) if key.plain else None
        return error("ugyldig-yaml", Place(self.file, key.line), *told) if told else None

    def _without_colon(self, key: Scalar) -> Finding:
        message = f"»{key.text}« står i en krøllet parentes uden kolon. Et komma begynder et nyt felt der."
        hint = f'Skriv felterne på hver sin linje, eller sæt det, der har komma i sig, i anførselstegn: "0,{key.text}".'
        example = hint if key.text.isdigit() else hint.partition(":")[0] + "."
        return error("felt-uden-kolon", Place(self.file, key.line), message, example)

    def _twice(self, key: Scalar, first: Scalar) -> Finding:
        message = f"Feltet »{key.text}« står to gange; første gang på linje {first.line}."
        return error("samme-felt-to-gange", Place(self.file, key.line), message, "Slet det ene, eller saml de to.")


def _ends_where(key: yaml.Event, value: yaml.Event) -> bool:
    """Whether a value begins right behind its key, where not even a colon has room."""
    return bool(key.end_mark and value.start_mark and key.end_mark.index == value.start_mark.index)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def read_tree(file: str, content: bytes) -> tuple[Node | None, list[Finding]]:
    """The tree of a YAML file (`None` when there is none to use) and what was wrong with it."""
    text, findings = _decoded(file, content)
    if text is None:
        return None, findings
    composer = _Composer(file, iter(()))
    try:
        composer.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        root = composer.document()
    except _Unfit as unfit:
        return None, [*composer.findings, unfit.finding]
    except yaml.YAMLError as problem:
        return None, [*composer.findings, syntax_finding(file, text, problem)]
    if root is None:
        return None, [error("tom-fil", Place(file), "Filen er tom.", "Udfyld filen, eller slet den.")]
    return root, composer.findings


def _decoded(file: str, content: bytes) -> tuple[str | None, list[Finding]]:
    if b"\x00" in content:
        hint = "Gem filen som ren tekst (UTF-8) i et tekstprogram."
        return None, [error("binær-fil", Place(file), "Filen er ikke en tekstfil.", hint)]
    try:
        return lines_as_seen(content.decode("utf-8-sig")), []
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        hint = "Gem filen med tegnsættet UTF-8; så kan æ, ø og å læses."
        return None, [error("forkert-tegnsæt", Place(file, line), "Filen er ikke gemt som UTF-8.", hint)]
