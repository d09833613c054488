"""Every code that the source can print, read off the source itself.

A finding's code is the first argument of `error`, `warning` or `refuse`. Where it is not written there, it is
followed to where it is: through a constant, a local name, a table that is looped over, what a function returns, or the
calls of the function that it is a parameter of. What cannot be followed is `Unfollowed`, so that no code escapes.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from renderer.findings import Severity
from tests.repository import programs

Function = ast.FunctionDef | ast.AsyncFunctionDef
Site = tuple[str, Severity]

FINDING_MAKERS = {"error": Severity.ERROR, "warning": Severity.WARNING, "refuse": Severity.ERROR}
"""What makes findings; the model's refusals become errors (readers/yaml/validation.py)."""

PASSED_ON = ("renderer/readers/yaml/validation.py", "_explained")
"""Gives the model's refusals their own code back: the one place where a code is what was matched."""


class Unfollowed(AssertionError):
    """A code whose text could not be found in the source."""


@dataclass(frozen=True)
class Module:
    """A parsed file of the program."""

    path: str
    tree: ast.Module

    def printed(self) -> set[Site]:
        """The codes of its findings, each with its severity. Raises `Unfollowed`."""
        makers = [node for node in ast.walk(self.tree) if isinstance(node, ast.Name) and node.id in self._makers]
        called = [call.func for call, _ in self._calls]
        if handed_on := [node for node in makers if node not in called]:
            raise Unfollowed(self._at(handed_on[0]))
        return {
            (code, self._makers[call.func.id])
            for call, function in self._calls
            if isinstance(call.func, ast.Name) and call.func.id in self._makers
            for code in self._codes(self._argument(call, 0, "code"), function)
        }

    @cached_property
    def _makers(self) -> dict[str, Severity]:
        """The finding makers by the names they have here."""
        imported = {
            alias.asname or alias.name: FINDING_MAKERS[alias.name]
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("renderer.")
            for alias in node.names
            if alias.name in FINDING_MAKERS
        }
        return imported | {name: FINDING_MAKERS[name] for name in self._functions if name in FINDING_MAKERS}

    @cached_property
    def _functions(self) -> dict[str, Function]:
        return {node.name: node for node in ast.walk(self.tree) if isinstance(node, Function)}

    @cached_property
    def _calls(self) -> list[tuple[ast.Call, Function | None]]:
        return list(_calls(self.tree, None))

    def _codes(self, expression: ast.expr, function: Function | None) -> set[str]:
        """The texts that an expression inside a function can be."""
        match expression:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.IfExp(body=body, orelse=orelse):
                return self._codes(body, function) | self._codes(orelse, function)
            case ast.Name(id=name):
                return self._named(name, function, expression)
        raise Unfollowed(self._at(expression))

    def _named(self, name: str, function: Function | None, use: ast.expr) -> set[str]:
        if function and name in (parameters := [argument.arg for argument in function.args.args]):
            return self._given(function, parameters, name)
        found = [
            code
            for target, value in self._bindings(function)
            for place in [_place_of(name, target)]
            if place is not None
            for code in self._parts(value, place, function)
        ]
        if function and self._is_passed_on(name, function):
            return set(found)
        if not found:
            raise Unfollowed(self._at(use))
        return set(found)

    def _given(self, function: Function, parameters: list[str], name: str) -> set[str]:
        """What the calls of a function give it for a parameter; only this file may call it, so its name is private."""
        position = [one for one in parameters if one != "self"].index(name)
        calls = [(call, within) for call, within in self._calls if _called(call) == function.name]
        if not calls or not function.name.startswith("_"):
            raise Unfollowed(self._at(function))
        arguments = ((self._argument(call, position, name), within) for call, within in calls)
        return {code for value, within in arguments for code in self._codes(value, within)}

    def _argument(self, call: ast.Call, position: int, name: str) -> ast.expr:
        """What a call gives for a parameter."""
        named = [keyword.value for keyword in call.keywords if keyword.arg == name]
        given = [*call.args[position : position + 1], *named]
        if not given:
            raise Unfollowed(self._at(call))
        return given[0]

    def _bindings(self, function: Function | None) -> Iterator[tuple[ast.expr, ast.expr]]:
        """What is bound to what in a function, or else in the file: assignments and loops."""
        nodes = [*ast.walk(function)] if function else []
        for node in [*nodes, *self.tree.body]:
            if isinstance(node, ast.Assign):
                yield from ((target, node.value) for target in node.targets)
            elif isinstance(node, ast.AnnAssign) and node.value:
                yield node.target, node.value
            elif isinstance(node, ast.For):
                yield node.target, node.iter

    def _parts(self, value: ast.expr, place: int | None, function: Function | None) -> set[str]:
        """The texts of a value, or of what stands at a place in it (-1: the whole of it)."""
        match value:
            case _ if place == -1:
                return self._codes(value, function)
            case ast.Tuple(elts=parts) if all(isinstance(part, ast.Tuple) for part in parts):
                return {code for part in parts for code in self._parts(part, place, function)}
            case ast.Tuple(elts=parts):
                return self._codes(parts[place or 0], function)
            case ast.Name(id=name):
                tables = (bound for target, bound in self._bindings(None) if _place_of(name, target) == -1)
                return {code for table in tables for code in self._parts(table, place, None)}
            case ast.Call() if (called := _called(value)) in self._functions:
                returning = self._functions[called]
                returns = [node.value for node in ast.walk(returning) if isinstance(node, ast.Return) and node.value]
                return {code for given in returns for code in self._parts(given, place, returning)}
        raise Unfollowed(self._at(value))

    def _is_passed_on(self, name: str, function: Function) -> bool:
        captures = {node.name for node in ast.walk(function) if isinstance(node, ast.MatchAs)}
        return (self.path, function.name) == PASSED_ON and name in captures

    def _at(self, node: ast.expr | Function) -> str:
        return f"{self.path}:{node.lineno}: the code cannot be followed: {ast.unparse(node)[:80]}"


def _calls(node: ast.AST, within: Function | None) -> Iterator[tuple[ast.Call, Function | None]]:
    if isinstance(node, ast.Call):
        yield node, within
    inside = node if isinstance(node, Function) else within
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, inside)


def _called(call: ast.expr) -> str:
    """The name of a called function or method, of whatever object; empty for everything else."""
    match call:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name
    return ""


def _place_of(name: str, target: ast.expr) -> int | None:
    """Where a name stands in what is assigned to: its position in a tuple, -1 when alone, `None` when nowhere."""
    match target:
        case ast.Name(id=alone) if alone == name:
            return -1
        case ast.Tuple(elts=parts):
            return next((n for n, part in enumerate(parts) if isinstance(part, ast.Name) and part.id == name), None)
    return None


def modules() -> list[Module]:
    """The program, file by file."""
    return [Module(path.as_posix(), tree) for path, tree in programs("renderer").items()]


def printed() -> set[Site]:
    """Every code of a finding in the whole program, each with its severity."""
    return {site for module in modules() for site in module.printed()}
