"""Tokens as an operator makes, lists and revokes them."""

import json
import re
from pathlib import Path

from renderer.archive.archive import Archive
from renderer.archive.payload import sha256
from renderer.archive.service_tables import access_token
from tests.cli.program import run


def test_a_token_is_made_listed_and_revoked(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/a.db"
    made = run("token", "make", "sagssystem", "--scopes", "render, issue", archive=address)
    secret = made.out.strip()
    assert (made.code, len(secret) > 40) == (0, True)
    with Archive(address) as archive, archive.engine.connect() as connection:
        [row] = connection.execute(access_token.select()).all()
    assert row.digest == sha256(secret.encode())

    [listed] = json.loads(run("token", "list", "--json", archive=address).out)
    assert (listed["navn"], listed["rettigheder"], listed["spærret"]) == ("sagssystem", ["issue", "render"], None)
    shown = run("token", "list", archive=address).out
    assert re.fullmatch(r"sagssystem: issue, render \(lavet \d+\. \w+ \d{4} kl\. \d\d\.\d\d, aldrig brugt\)\n", shown)

    assert run("token", "revoke", "sagssystem", archive=address).out == "sagssystem er spærret.\n"
    assert "spærret" in run("token", "list", archive=address).out
    assert run("token", "revoke", "sagssystem", archive=address).code == 2


def test_what_makes_no_token_is_refused(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/a.db"
    run("token", "make", "system", "--scopes", "read", archive=address)

    assert run("token", "make", "system", "--scopes", "read", archive=address).code == 2
    refused = run("token", "make", "andet", "--scopes", "alt,read", archive=address)
    assert (refused.code, "»alt«" in refused.err) == (2, True)
    assert run("token", "make", " ", "--scopes", "read", archive=address).code == 2
    assert json.loads(run("token", "log", "--json", archive=address).out) == []


def test_a_token_ends_with_its_last_day_in_denmark(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/a.db"
    assert run("token", "make", "revisor", "--scopes", "read", "--until", "2027-06-30", archive=address).code == 0

    [listed] = json.loads(run("token", "list", "--json", archive=address).out)
    assert (listed["udløber"], listed["sidst_brugt"]) == ("2027-06-30T22:00:00+00:00", None)
    assert "udløber 1. juli 2027 kl. 00.00" in run("token", "list", archive=address).out
    refused = run("token", "make", "en-til", "--scopes", "read", "--until", "snart", archive=address)
    assert (refused.code, "»snart« er ikke en dato" in refused.err) == (2, True)
