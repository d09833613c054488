"""Nobody gets in without a token that opens for what is asked, and every use is written down."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from renderer.archive.archive import Archive
from renderer.archive.tokens import Scope, Tokens, Use
from renderer.errors import WrongCall
from renderer.service.app import make_app
from tests.service.cases import case
from tests.service.running import Client, bearer, now, opened, running, settings

PLACES = {
    Scope.RENDER: [("POST", "/v1/check"), ("POST", "/v1/render?followup=2")],
    Scope.READ: [("GET", "/v1/editions"), ("GET", "/v1/editions/1"), ("GET", "/v1/editions/1/files/pdf"),
                 ("POST", "/v1/verify")],
    Scope.ISSUE: [("POST", "/v1/rounds"), ("GET", "/v1/jobs/x")],
    Scope.ADMIN: [("GET", "/metrics")],
}  # fmt: skip
OPEN = ["/healthz", "/readyz", "/version", "/openapi.json"]


@pytest.mark.parametrize("needed", Scope)
@pytest.mark.parametrize("held", [*Scope, None, "wrong"])
def test_a_place_opens_for_its_own_scope_only(guarded: Client, needed: Scope, held: Scope | str | None) -> None:
    headers = bearer(str(held)) if held else {}
    for method, path in PLACES[needed]:
        answer = guarded.request(method, path, headers=headers)
        expected = 403 if isinstance(held, Scope) else 401
        if held == needed:
            assert answer.status_code not in {401, 403, 500}, path
        else:
            assert (answer.status_code, answer.headers["content-type"]) == (expected, "application/problem+json")


def test_every_place_is_guarded_or_meant_to_be_open(guarded: Client) -> None:
    described = guarded.get("/openapi.json").json()["paths"]
    guarded_paths = {path.partition("?")[0] for places in PLACES.values() for _, path in places}
    same = {path.replace("{number}", "1").replace("{format}", "pdf").replace("{id}", "x") for path in described}

    assert same == guarded_paths | {path for path in OPEN if path != "/openapi.json"}


@pytest.mark.parametrize("path", OPEN)
def test_what_keeps_it_running_needs_no_token(guarded: Client, path: str) -> None:
    assert guarded.get(path).status_code == 200


def test_who_is_refused_is_told_what_to_do(guarded: Client) -> None:
    reader = bearer("read")
    answers = [
        guarded.get("/v1/editions", headers={}),
        guarded.post("/v1/check", json=case(), headers=reader),
        guarded.get("/v1/editions/999", headers=reader),
        guarded.get("/v1/jobs/x", headers=bearer("issue")),
        guarded.get("/v1/findes-ikke", headers=reader),
        guarded.delete("/v1/editions", headers=reader),
        guarded.post("/v1/check", content=b"x", headers={**bearer("render"), "Content-Type": "text/plain"}),
    ]

    assert [answer.status_code for answer in answers] == [401, 403, 404, 404, 404, 405, 415]
    assert all(len(answer.json()["råd"].split()) > 3 for answer in answers)
    assert "»render«" in answers[1].json()["råd"]


@pytest.mark.parametrize("header", ["read", "Basic cmVhZA==", "Bearer", "Bearer \xe6", "Bearer " + "a" * 9000])
def test_what_is_no_token_is_refused(guarded: Client, header: str) -> None:
    answer = guarded.get("/v1/editions", headers=[(b"Authorization", header.encode("latin-1"))])

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_every_use_is_written_down_and_cannot_be_unwritten(guarded: Client) -> None:
    guarded.get("/v1/editions?text=hemmeligt", headers=bearer("read"))

    last = guarded.service.tokens.uses()[-1]
    assert (last["name"], last["method"], last["path"]) == ("read-system", "GET", "/v1/editions")
    assert last["request"]
    assert "hemmeligt" not in str(last)


def test_a_revoked_token_opens_nothing(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    with Archive(chosen.database) as archive:
        Tokens(archive).make("kort", frozenset({Scope.READ}), "s3", now())
    with running(chosen) as client:
        assert client.get("/v1/editions", headers=bearer("s3")).status_code == 200
        client.service.tokens.revoke("kort", now())
        assert client.get("/v1/editions", headers=bearer("s3")).status_code == 401
        assert client.get("/v1/editions").status_code == 401


def test_a_token_opens_the_archive_that_it_was_made_in_and_no_other(guarded: Client, tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    with Archive(chosen.database) as archive:
        Tokens(archive).make("nabokommune", frozenset({Scope.READ}), "nabo", now())
    with running(chosen) as neighbour:
        assert neighbour.get("/v1/editions", headers=bearer("nabo")).status_code == 200
        assert neighbour.get("/v1/editions", headers=bearer("read")).status_code == 401
    assert guarded.get("/v1/editions", headers=bearer("nabo")).status_code == 401


def test_the_secret_is_kept_nowhere(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    with Archive(chosen.database) as archive:
        Tokens(archive).make("navn", frozenset({Scope.READ}), "en-lang-hemmelighed", now())

    assert all(b"en-lang-hemmelighed" not in path.read_bytes() for path in tmp_path.iterdir())


def test_without_tokens_it_starts_when_it_is_told_to_and_on_this_machine_only(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="ingen adgangsnøgler"):
        make_app(settings(tmp_path), now)
    with pytest.raises(WrongCall, match="egen adresse"):
        make_app(opened(tmp_path, host="0.0.0.0"), now)


def test_without_tokens_it_serves_who_has_the_secret(tmp_path: Path) -> None:
    with running(opened(tmp_path)) as client:
        assert client.get("/v1/editions").status_code == 200
        secret = client.headers.pop("Authorization")
        for wrong in ({}, bearer("-"), bearer("gæt".encode().hex()), {"Authorization": secret[:-1]}):
            assert client.get("/v1/editions", headers=wrong).status_code == 401


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Host", "example.org"), ("Host", "evil]"), ("Host", "[evil.com]"), ("Host", "localhost:evil.com"),
        ("Host", "testserver"), ("Host", "127.0.0.1.evil.com"), ("Host", "localhost.evil.com"), ("Host", "[::1]evil"),
        ("Host", "localhost:80:80"), ("Host", "evil@localhost"), ("Host", "0.0.0.0"), ("Host", "127.0.0.2"),
        ("Origin", "https://example.org"), ("Origin", "null"), ("Origin", "http://localhost.evil.com"),
        ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "localhost"), ("X-Real-IP", "127.0.0.1"),
        ("Forwarded", "for=127.0.0.1"), ("Via", "1.1 proxy"),
    ],
)  # fmt: skip
def test_the_secret_is_of_no_use_from_elsewhere(client: Client, name: str, value: str) -> None:
    refused = client.get("/v1/editions", headers={name: value})

    assert (refused.status_code, "token make" in refused.json()["råd"]) == (403, True)


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_every_name_of_this_machine_itself_will_do(client: Client, host: str) -> None:
    assert client.get("/v1/editions", headers={"Host": host}).status_code == 200
    same = {"Host": host, "Origin": f"http://{host}"}
    assert client.get("/v1/editions", headers=same).status_code == 200


def test_once_a_token_has_existed_it_never_opens_again(tmp_path: Path) -> None:
    with running(opened(tmp_path)) as client:
        client.service.tokens.make("ny", frozenset({Scope.READ}), "s", now())
        assert client.get("/v1/editions").status_code == 401
        client.service.tokens.revoke("ny", now())
        assert client.get("/v1/editions").status_code == 401
    with pytest.raises(WrongCall, match="har haft adgangsnøgler"):
        make_app(opened(tmp_path), now)
    with running(settings(tmp_path)) as client:
        assert client.get("/v1/editions").status_code == 401


def test_whoever_tries_many_keys_is_slowed_and_others_are_not(tmp_path: Path) -> None:
    chosen = settings(tmp_path, proxies=("127.0.0.1",))
    with Archive(chosen.database) as archive:
        Tokens(archive).make("kort", frozenset({Scope.READ}), "s3", now())
    guesser, other = {"X-Forwarded-For": "10.0.0.1"}, {"X-Forwarded-For": "10.0.0.2"}
    with running(chosen) as client:
        answers = [client.get("/v1/editions", headers={**guesser, **bearer(str(key))}) for key in range(21)]
        assert {answer.status_code for answer in answers[:20]} == {401}
        assert (answers[20].status_code, int(answers[20].headers["retry-after"]) > 0) == (429, True)
        assert client.get("/v1/editions", headers={**guesser, **bearer("s3")}).status_code == 200
        assert client.get("/v1/editions", headers=other).status_code == 401
        assert client.service.tokens.uses()[-1]["client"] == "10.0.0.1"


def test_a_token_ends_on_its_day(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    soon = datetime.timedelta(days=1)
    with Archive(chosen.database) as archive:
        made = Tokens(archive).make("kort", frozenset({Scope.READ}), "s3", now(), now() + soon)
        use = Use(now(), "GET", "/", "1", "")
        assert made.until
        assert Tokens(archive).admit("s3", use)
        assert Tokens(archive).all()[0].used_at
        assert Tokens(archive).admit("s3", replace(use, at=now() + 2 * soon)) is None
        with pytest.raises(WrongCall, match="udløbet"):
            Tokens(archive).make("for sent", frozenset({Scope.READ}), "s4", now(), now() - soon)


def test_a_use_that_cannot_be_written_down_holds_up_who_looks_up_and_no_other(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    with Archive(chosen.database) as archive:
        Tokens(archive).make("alt", frozenset(Scope), "s3", now())
    with running(chosen) as client:
        with client.service.archive.engine.begin() as connection:
            connection.execute(
                text("CREATE TRIGGER full BEFORE INSERT ON token_use BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
            )
        assert client.get("/v1/editions", headers=bearer("s3")).status_code == 200
        assert client.post("/v1/check", json=case(), headers=bearer("s3")).status_code == 503


def test_an_archive_is_its_owners_alone(tmp_path: Path) -> None:
    with Archive(settings(tmp_path).database) as archive:
        archive.find()
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("path", ["/v1/editions/", "/healthz/", "//example.org/x"])
def test_nobody_is_sent_to_another_host(guarded: Client, path: str) -> None:
    answer = guarded.get(path, headers={**bearer("read"), "Host": "example.org"}, follow_redirects=False)
    assert answer.status_code == 404
    assert "example.org" not in str(answer.headers)


def test_answers_are_kept_by_nobody_and_run_nothing(guarded: Client) -> None:
    for path in ("/healthz", "/v1/editions", "/findes-ikke"):
        headers = guarded.get(path, headers=bearer("read")).headers
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
