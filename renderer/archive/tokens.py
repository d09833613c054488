"""Tokens: who may come in and for what, and the log of every use.

A token is a long random text that is shown once; what is kept is its SHA-256, which suffices since nobody can guess
among 2^256 (unlike a password). The log can only be added to.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, insert, select, update

from renderer.archive.archive import Archive
from renderer.archive.database import said_in_danish
from renderer.archive.payload import moment, sha256
from renderer.archive.service_tables import access_token, token_use
from renderer.errors import UnknownChoice, WrongCall


class Scope(StrEnum):
    """What a token opens."""

    READ = "read"
    RENDER = "render"
    ISSUE = "issue"
    ADMIN = "admin"


@dataclass(frozen=True)
class Token:
    """A token without its secret; `revoked_at` is empty while it holds."""

    number: int
    name: str
    scopes: frozenset[Scope]
    made_at: str
    revoked_at: str = ""


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

    def make(self, name: str, scopes: frozenset[Scope], secret: str, at: datetime.datetime) -> Token:
        """Make a token with this secret. Raises `WrongCall` for a name that is taken or missing, or no scope."""
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
            }
            made = connection.execute(insert(access_token).values(row).returning(access_token)).one()
        return _token(made)

    def all(self) -> list[Token]:
        """Every token there ever was, in order."""
        with said_in_danish(self._engine), self._engine.connect() as connection:
            return [_token(row) for row in connection.execute(select(access_token).order_by(access_token.c.number))]

    def ever(self) -> bool:
        """Whether there has been a token, whether it holds or not; none is ever deleted."""
        with said_in_danish(self._engine), self._engine.connect() as connection:
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

    def admit(self, secret: str, use: Use) -> Token | None:
        """The token with this secret, its use written down; `None` where none holds."""
        known = (access_token.c.digest == sha256(secret.encode())) & access_token.c.revoked_at.is_(None)
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
        with said_in_danish(self._engine), self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(columns).mappings()]


def _token(row: Row[Any]) -> Token:
    scopes = frozenset(Scope(word) for word in row.scopes.split())
    return Token(row.number, row.name, scopes, row.made_at, row.revoked_at or "")
