"""Every code that the program prints stands in a table with what it finds, and no table has a code too many."""

import ast
from collections import Counter
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

import pytest

from renderer.casefolder import codes as casefolder_codes
from renderer.checks import CHECKS, waivers
from renderer.errors import AftalerapportError
from renderer.findings import Severity, Stopped
from renderer.journeys import codes as journey_codes
from renderer.model.record import Record
from renderer.readers import codes as reader_codes
from renderer.readers.yaml.data import LocatedData
from renderer.readers.yaml.folder import WaiverFile
from renderer.readers.yaml.validation import validated
from tests.printed_codes import Module, Unfollowed, modules, printed
from tests.repository import programs

CHECKED = [(code, check.severity, check.finds) for code, check in CHECKS.items()]
TOLD = [
    *((code, Severity.ERROR, finds) for code, finds in reader_codes.STOPS.items()),
    *((code, Severity.WARNING, finds) for code, finds in reader_codes.WARNS.items()),
    *((code, Severity.WARNING, finds) for code, finds in waivers.WARNS.items()),
    *((code, Severity.ERROR, finds) for code, finds in casefolder_codes.STOPS.items()),
    *((code, Severity.ERROR, finds) for code, finds in journey_codes.STOPS.items()),
    *((code, Severity.WARNING, finds) for code, finds in journey_codes.WARNS.items()),
]
IMPORTED = "from renderer.findings import error\n"
ERROR_FILES = {"renderer/errors.py", "renderer/findings.py"}


def tree(root: type[AftalerapportError] = AftalerapportError) -> Iterator[type[AftalerapportError]]:
    yield root
    for branch in root.__subclasses__():
        yield from tree(branch)


def named(source: ast.AST) -> set[str]:
    """What is called by its name somewhere in a file."""
    calls = (node.func for node in ast.walk(source) if isinstance(node, ast.Call))
    return {function.id for function in calls if isinstance(function, ast.Name)}


def module(source: str) -> Module:
    """A file that is not there."""
    return Module("invented.py", ast.parse(source))


def test_every_code_of_a_finding_stands_in_a_table_and_every_table_entry_is_printed() -> None:
    sites = {(code, severity) for code, severity, _ in CHECKED}

    assert printed() | sites == {(code, severity) for code, severity, _ in (*CHECKED, *TOLD)}


def test_no_code_is_told_twice() -> None:
    counted = Counter((code, severity) for code, severity, _ in (*CHECKED, *TOLD))

    assert [site for site, count in counted.items() if count > 1] == []


def test_findings_are_made_nowhere_else() -> None:
    makers = {one.path for one in modules() if "Finding" in named(one.tree)}
    refusals = {one.path for one in modules() if "PydanticCustomError" in named(one.tree)}

    # The table of checks gives its own codes, and what was rendered before gives back what was found then.
    assert makers == {"renderer/findings.py", "renderer/checks/table.py", "renderer/journeys/rendering/render_round.py"}
    assert refusals == {"renderer/model/values.py"}


@pytest.mark.parametrize("error", list(tree()), ids=lambda error: error.__name__)
def test_an_error_says_what_it_tells_exactly_when_its_code_is_printed(error: type[AftalerapportError]) -> None:
    raised = any(error.__name__ in named(source) for source in programs("renderer").values())

    assert bool(vars(error)["finds"]) == (raised and error is not Stopped)


def test_every_error_stands_in_the_tree_under_a_code_of_its_own() -> None:
    names = {error.__name__ for error in tree()}
    classes = {
        (node.name, path.as_posix())
        for path, source in programs("renderer").items()
        for node in ast.walk(source)
        if isinstance(node, ast.ClassDef) and {ast.unparse(base).split(".")[-1] for base in node.bases} & names
    }
    codes = Counter(error.code for error in tree())

    assert {path for _, path in classes} == ERROR_FILES
    assert {name for name, _ in classes} | {AftalerapportError.__name__} == names
    assert max(codes.values()) == 1
    assert not set(codes) & {code for code, _, _ in (*CHECKED, *TOLD)}


def test_every_code_is_told_in_a_sentence_of_its_own() -> None:
    sentences = [finds for _, _, finds in (*CHECKED, *TOLD)] + [error.finds for error in tree() if error.finds]

    assert [one for one in sentences if not (one[0].isupper() and one.endswith(".") and "|" not in one)] == []
    assert [one for one, count in Counter(sentences).items() if count > 1] == []


WRONG: tuple[Any, ...] = (
    "", "x", "\x07", "x\n\ny", [], ["x"], [[]], [{}], {}, {"x": "y"}, {"x": {"x": {}}}, {"1": "x"}, {"5": []},
)  # fmt: skip
RECORDS = [WaiverFile, *(one for one in Record.__subclasses__() if one.__module__.startswith("renderer.model."))]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_validation_says_nothing_in_codes_of_its_own(record: type[Record]) -> None:
    """What cannot be followed in the source: the codes that pydantic itself would give."""
    aliases = [str(field.alias) for field in record.model_fields.values()]
    data: list[Any] = [*WRONG, *({alias: wrong, "x": "y"} for alias in aliases for wrong in WRONG)]
    found = {finding.code for one in data for finding in validated(record, LocatedData(one), "fil")[1]}

    assert "ukendt-felt" in found
    assert found <= set(reader_codes.STOPS)


FOLLOWED = {
    "written": """
        def f(x):
            return error("a", x), error("b", x)
    """,
    "a constant": """
        A, B = "a", "b"
        def f(x):
            return error(A, x), error(code=B, place=x)
    """,
    "a choice": """
        def f(x):
            return error("a" if x else "b", x)
    """,
    "a local name": """
        def f(x):
            if x:
                code, y = "a", 1
            else:
                code = "b"
            return error(code, y)
    """,
    "a table": """
        T = ((1, "a"), (2, "b"))
        def f():
            for n, code in T:
                yield error(code, n)
    """,
    "what a function returns": """
        def g(x):
            if x:
                return "a", 1
            return "b", 2
        def f():
            code, n = g(1)
            return error(code, n)
    """,
    "a parameter": """
        class C:
            def _tell(self, n, code):
                error(code, n)
            def f(self):
                self._tell(1, "a")
        def g(c):
            c._tell(1, code="b")
    """,
    "another name": """
        from renderer.findings import error as stop
        def f(x):
            return stop("a", x), stop("b", x)
    """,
}


@pytest.mark.parametrize("source", FOLLOWED.values(), ids=FOLLOWED)
def test_a_code_is_followed_to_where_it_is_written(source: str) -> None:
    found = module(IMPORTED + dedent(source)).printed()

    assert found == {("a", Severity.ERROR), ("b", Severity.ERROR)}


ESCAPING = {
    "put together": """
        def f(x):
            return error(f"{x}-mangler", x)
    """,
    "an attribute": """
        def f(x):
            return error(x.code, x)
    """,
    "an unknown name": """
        def f(x):
            return error(y, x)
    """,
    "a parameter that other files may give": """
        def tell(code):
            return error(code, 1)
        def f():
            tell("a")
    """,
    "a parameter that nobody gives": """
        def _tell(code):
            return error(code, 1)
    """,
    "handed on": """
        def f():
            return map(error, ["a"])
    """,
    "matched": """
        def f(x):
            match x:
                case code:
                    return error(code, x)
    """,
    "left out": """
        def f():
            return error()
    """,
}


@pytest.mark.parametrize("source", ESCAPING.values(), ids=ESCAPING)
def test_a_code_that_cannot_be_followed_is_told(source: str) -> None:
    with pytest.raises(Unfollowed):
        module(IMPORTED + dedent(source)).printed()
