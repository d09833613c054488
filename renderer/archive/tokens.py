"""Tokens: who may come in and for what, and the log of every use.

A token is a long random text that is shown once; what is kept is its SHA-256, which suffices since nobody can guess
among 2^256 (unlike a password). The log can only be added to.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update

from renderer.archive.archive import Archive
from renderer.archive.database import reading, said_in_danish
from renderer.archive.payload import moment, sha256
from renderer.archive.service_tables import access_token, token_use
from renderer.errors import ArchiveUnavailable, UnknownChoice, WrongCall


class Scope(StrEnum):
    """What a token opens."""

    READ = "read"
    RENDER = "render"
    ISSUE = "issue"
    ADMIN = "admin"


@dataclass(frozen=True)
class Token:
    """A token without its secret.

    `revoked_at` is empty while it holds, `until` where it has no end, `used_at` where it was never used.
    """

    number: int
    name: str
    scopes: frozenset[Scope]
    made_at: str
    revoked_at: str = ""
    until: str = ""
    used_at: str = ""

    def holds(self, at: datetime.datetime) -> bool:
        """Whether it opens anything at this time."""
        return not self.revoked_at and not (self.until and self.until <= moment(at))


@dataclass(frozen=True)
class Use:
    """One request that a token was used for."""

    at: datetime.datetime
    method: str
    path: str
    request: str
    client: str


class Tokens:
    """The tokens in an archive's database."""

    def __init__(self, archive: Archive) -> None:
        self._engine = archive.engine

    def make(
        self,
        name: str,
        scopes: frozenset[Scope],
        secret: str,
        at: datetime.datetime,
        until: datetime.datetime | None = None,
    ) -> Token:
        """Make a token with this secret, which opens nothing from `until` on.

        Raises `WrongCall` for a name that is taken or missing, no scope, or an end that has passed.
        """
        if until is not None and until <= at:
            raise WrongCall("Adgangsnøglen ville være udløbet, før den blev lavet.", "Skriv en dag, der kommer.")
        if not name.strip() or not scopes:
            raise WrongCall("En adgangsnøgle skal have et navn og mindst én rettighed.", "Skriv begge dele.")
        with said_in_danish(self._engine), self._engine.begin() as connection:
            if connection.scalar(select(access_token.c.number).where(access_token.c.name == name.strip())):
                raise WrongCall(f"Der er allerede en adgangsnøgle med navnet »{name.strip()}«.", "Vælg et andet navn.")
            row = {
                "name": name.strip(),
                "digest": sha256(secret.encode()),
                "scopes": " ".join(sorted(scopes)),
                "made_at": moment(at),
                "until": moment(until) if until else None,
            }
            made = connection.execute(insert(access_token).values(row).returning(access_token)).one()
        return _token(made)

    def all(self) -> list[Token]:
        """Every token there ever was, in order, each with when it was last used."""
        last = select(token_use.c.token, func.max(token_use.c.at).label("at")).group_by(token_use.c.token)
        with reading(self._engine) as connection:
            used = {row.token: row.at for row in connection.execute(last)}
            rows = connection.execute(select(access_token).order_by(access_token.c.number))
            return [replace(_token(row), used_at=used.get(row.number, "")) for row in rows]

    def ever(self) -> bool:
        """Whether there has been a token, whether it holds or not; none is ever deleted."""
        with reading(self._engine) as connection:
            return connection.scalar(select(access_token.c.number).limit(1)) is not None

    def revoke(self, name: str, at: datetime.datetime) -> Token:
        """Let a token hold no more. Raises `UnknownChoice` where there is none, or none that holds."""
        holds = (access_token.c.name == name.strip()) & access_token.c.revoked_at.is_(None)
        with said_in_danish(self._engine), self._engine.begin() as connection:
            revoke = update(access_token).where(holds).values(revoked_at=moment(at)).returning(access_token)
            gone = connection.execute(revoke).first()
        if gone is None:
            raise UnknownChoice(f"Der er ingen adgangsnøgle »{name.strip()}«, som gælder.", "Se dem med token list.")
        return _token(gone)

    def admit(self, secret: str, use: Use, *, unwritten: Callable[[], None] | None = None) -> Token | None:
        """The token with this secret, its use written down; `None` where none holds.

        With `unwritten`, it is admitted also where its use cannot be written down (a full disk), which is told so.
        """
        known = (access_token.c.digest == sha256(secret.encode("utf-8", "replace"))) & _holds(use.at)
        # Looked for without the write lock: whoever has no key holds nobody up.
        with reading(self._engine) as connection:
            row = connection.execute(select(access_token).where(known)).first()
        if row is None:
            return None
        try:
            return self._used(known, use)
        except ArchiveUnavailable:
            if unwritten is None:
                raise
            unwritten()
            return _token(row)

    def _used(self, known: ColumnElement[bool], use: Use) -> Token | None:
        with said_in_danish(self._engine), self._engine.begin() as connection:
            row = connection.execute(select(access_token).where(known)).first()
            if row is None:
                return None
            said = {"at": moment(use.at), "method": use.method, "path": use.path}
            used = {**said, "token": row.number, "request": use.request, "client": use.client}
            connection.execute(insert(token_use).values(used))
            return _token(row)

    def uses(self) -> list[dict[str, Any]]:
        """The log, oldest first, with the names of the tokens."""
        columns = select(token_use, access_token.c.name).join(access_token).order_by(token_use.c.number)
        with reading(self._engine) as connection:
            return [dict(row) for row in connection.execute(columns).mappings()]


def _holds(at: datetime.datetime) -> ColumnElement[bool]:
    """Neither revoked nor at its end."""
    c = access_token.c
    return c.revoked_at.is_(None) & (c.until.is_(None) | (c.until > moment(at)))


def _token(row: Row[Any]) -> Token:
    scopes = frozenset(Scope(word) for word in row.scopes.split())
    return Token(row.number, row.name, scopes, row.made_at, row.revoked_at or "", row.until or "")
