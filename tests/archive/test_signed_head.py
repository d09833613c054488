"""Who keeps a checkpoint elsewhere can tell later which entry was the first to be written anew."""

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.chain import Act, next_entry
from renderer.archive.signed_head import SignedHead, heads_file, read_heads_file, sign_head
from renderer.archive.signing_key import SigningKey, make_signing_key, read_signing_key
from renderer.errors import CannotWrite, UnreadableFile, WrongCall
from renderer.journeys.issuing.checkpoints import heads_of, replace_key, write_checkpoints
from tests.archive.editions import AT, issuing, new_edition
from tests.archive.unlocked import unlocked


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    return make_signing_key(tmp_path / "noegle.pem")


@pytest.fixture
def signing(address: str, key: SigningKey) -> Any:
    with Archive(address, key=key) as archive:
        archive.issue([new_edition(1), new_edition(2, content=b"%PDF-1.7 b")], issuing())
        archive.withdraw(1, "Bo Lund", AT, "Udvalget var forkert.")
        archive.issue([new_edition(3)], issuing())
        yield archive


def kept(archive: Archive) -> list[SignedHead]:
    """The signed heads as a file carries them."""
    return read_heads_file(heads_file(heads_of(archive)))


def said(archive: Archive, heads: list[SignedHead]) -> list[str]:
    found = audit(archive, kept={"gemt.json": heads})
    return [finding.message for finding in found if finding.code == "kontrolpunkt-passer-ikke"]


def test_every_act_is_signed_in_its_own_transaction(signing: Archive) -> None:
    heads = heads_of(signing)

    assert [(head.since, head.number) for head in heads] == [(0, 2), (2, 3), (3, 4)]
    assert all(head.genuine for head in heads)
    assert [head.digest for head in heads][-1] == next(reversed(list(signing.entries()))).digest
    assert audit(signing, kept={"gemt.json": kept(signing)}) == []


@pytest.mark.parametrize("first", [1, 2, 3, 4])
def test_a_chain_that_was_made_anew_is_found_with_the_first_entry(signing: Archive, first: int) -> None:
    before = kept(signing)
    rewrite(signing, first)

    [rewritten] = said(signing, [])
    assert f"Led {first} i arkivets kæde er skrevet om" in rewritten
    forget_heads(signing)
    assert audit(signing) == []
    assert f"Led {first} i arkivets kæde er skrevet om siden kontrolpunktet" in said(signing, before)[-1]


def test_what_was_cut_off_is_found(signing: Archive) -> None:
    before = kept(signing)
    cut(signing, 4)
    forget_heads(signing)

    assert "Led 4 i arkivets kæde mangler" in said(signing, before)[-1]


def test_another_key_signs_only_after_a_hand_over(signing: Archive, address: str, tmp_path: Path) -> None:
    stranger = make_signing_key(tmp_path / "fremmed.pem")
    with Archive(address, key=stranger) as other, pytest.raises(WrongCall, match="ikke den"):
        other.issue([new_edition(4)], issuing())
    assert len(list(signing.entries())) == 4

    successor = replace_key(signing, tmp_path / "ny.pem", AT)
    with Archive(address, key=successor) as other:
        other.issue([new_edition(4)], issuing())
        assert audit(other) == []
        assert [head.key for head in heads_of(other)][-2:] == [signing.key and signing.key.public, successor.public]
    with pytest.raises(WrongCall, match="ikke den"):
        signing.issue([new_edition(3)], issuing("Igen."))


def test_a_signature_of_a_stranger_or_an_altered_one_is_told(signing: Archive, tmp_path: Path) -> None:
    *first, last = kept(signing)
    stranger = make_signing_key(tmp_path / "fremmed.pem")
    foreign = sign_head(stranger, last.at, last.since, last.digests)
    altered = replace(last, signature="0" * 128)

    assert any("fremmed nøgle" in one for one in said(signing, [*first, foreign]))
    assert any("Underskriften passer ikke" in one for one in said(signing, [*first, altered]))


def test_checkpoints_are_written_where_there_is_something_to_sign(
    archive: Archive, key: SigningKey, tmp_path: Path
) -> None:
    with pytest.raises(WrongCall, match="ingen nøgle"):
        write_checkpoints(archive, tmp_path / "k.json", AT)
    archive.issue([new_edition(1)], issuing())
    archive.key = key
    done = write_checkpoints(archive, tmp_path / "k.json", AT)

    assert done.newest.number == 1
    assert read_heads_file(done.file.read_bytes()) == heads_of(archive)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"format": "aftalerapport-kontrolpunkter-1", "heads": [1]}'])
def test_what_is_no_file_of_checkpoints_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_heads_file(content.encode())


def test_a_key_is_its_owners_alone_and_never_overwritten(tmp_path: Path) -> None:
    made = make_signing_key(tmp_path / "k.pem")

    assert (tmp_path / "k.pem").stat().st_mode & 0o777 == 0o600
    assert read_signing_key(tmp_path / "k.pem").public == made.public
    with pytest.raises(CannotWrite):
        make_signing_key(tmp_path / "k.pem")
    (tmp_path / "x.pem").write_text("ingen nøgle", encoding="utf-8")
    with pytest.raises(UnreadableFile):
        read_signing_key(tmp_path / "x.pem")


def test_a_clock_that_goes_back_is_told(signing: Archive, caplog: pytest.LogCaptureFixture) -> None:
    signing.issue([new_edition(3)], replace(issuing("Igen."), at=datetime.datetime(1999, 1, 1, tzinfo=datetime.UTC)))

    assert "Uret på maskinen går bagud" in caplog.text
    [told] = audit(signing)
    assert (told.code, told.severity.value) == ("tiden-går-tilbage", "advarsel")
    assert "Led 5 i arkivets kæde er fra 1999-01-01T00:00:00+00:00" in told.message


def test_an_unreadable_signature_hides_no_other_fault(signing: Archive) -> None:
    with unlocked(signing) as connection:
        connection.execute(text("UPDATE signed_head SET statement = 'x' WHERE position = 2"))
        connection.execute(text("UPDATE edition SET title = 'Andet' WHERE number = 1"))

    found = [finding.message for finding in audit(signing)]
    assert any("Kontrolpunkt 2 i arkivet kan ikke læses" in one for one in found)
    assert any("Feltet title" in one for one in found)


def rewrite(archive: Archive, first: int) -> None:
    """Make the chain anew from an entry on, consistently, as whoever owns the database could."""
    entries = list(archive.entries())
    before = entries[first - 2] if first > 1 else None
    with unlocked(archive) as connection:
        for old in entries[first - 1 :]:
            said_then = json.loads(old.payload) | {"reason": "Noget andet."}
            before = next_entry(before, Act(old.kind), old.at, old.by, said_then)
            sets = {"payload": before.payload, "previous": before.previous, "digest": before.digest}
            connection.execute(
                text("UPDATE entry SET payload = :payload, previous = :previous, digest = :digest WHERE number = :n"),
                {**sets, "n": old.number},
            )


def cut(archive: Archive, number: int) -> None:
    with unlocked(archive) as connection:
        for statement in (
            "DELETE FROM edition_file WHERE edition = (SELECT number FROM edition WHERE entry = :n)",
            "DELETE FROM edition WHERE entry = :n",
            "DELETE FROM entry WHERE number = :n",
        ):
            connection.execute(text(statement), {"n": number})


def forget_heads(archive: Archive) -> None:
    with unlocked(archive) as connection:
        connection.execute(text("DELETE FROM signed_head"))
