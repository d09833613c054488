"""What is issued can be found, fetched and withdrawn, and never changed."""

import datetime
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.database import open_engine
from renderer.archive.record import State, Wanted
from renderer.archive.signing_key import make_signing_key
from renderer.archive.tables import APPEND_ONLY, head_stamp, metadata
from renderer.edition.build import build_edition
from renderer.errors import ArchiveUnavailable, ReasonNeeded, UnknownChoice, WrongCall
from tests.archive.editions import AT, FINDING, a_round, issuing, new_edition
from tests.samples import small_case


def test_an_edition_is_kept_with_everything_about_it(archive: Archive) -> None:
    new = new_edition()

    [issued] = archive.issue([new], issuing())

    assert (issued.number, issued.version, issued.state) == (1, 1, State.ISSUED)
    assert (issued.issued_by, issued.issued_at) == ("Anna Holm", "2018-07-04T08:30:00+00:00")
    assert (issued.case_id, issued.title) == (new.edition.facts.case_id, new.edition.facts.title)
    assert [one.finding for one in issued.accepted] == [FINDING]
    assert archive.file(1, "pdf") == ("udgave.pdf", b"%PDF-1.7 a")
    assert archive.bytes(issued.edition_sha256).decode() == new.edition.as_json()
    assert archive.edition(1) == issued


def test_a_round_takes_numbers_in_order(archive: Archive) -> None:
    issued = archive.issue(a_round(), issuing())

    assert [one.number for one in issued] == list(range(1, len(issued) + 1))
    assert archive.find() == issued
    assert audit(archive) == []


def test_issuing_again_needs_a_reason_and_makes_the_next_version(archive: Archive) -> None:
    archive.issue([new_edition()], issuing())

    with pytest.raises(ReasonNeeded, match="version 2"):
        archive.issue(a_round(), issuing(reason="  "))
    assert len(archive.find()) == 1

    [again] = archive.issue([new_edition(content=b"%PDF-1.7 b")], issuing("Et beløb var forkert."))
    assert (again.number, again.version, again.reason) == (2, 2, "Et beløb var forkert.")


def test_a_round_that_is_issued_again_passes_over_what_is_unchanged(archive: Archive) -> None:
    first = archive.issue(a_round(), issuing())
    changed = new_edition(committee=first[1].committee, content=b"%PDF-1.7 rettet")
    again = [changed if one.edition.facts.committee == first[1].committee else one for one in a_round()]

    with pytest.raises(ReasonNeeded, match="version 2"):
        archive.issue_changed(again, issuing())
    done = archive.issue_changed(again, issuing("Et beløb var forkert."))

    assert [(one.committee, one.version) for one in done.issued] == [(first[1].committee, 2)]
    assert [one.number for one in done.unchanged] == [one.number for one in first if one != first[1]]
    assert archive.issue_changed(again, issuing()).issued == ()
    assert len(archive.find()) == len(first) + 1
    assert audit(archive) == []


def test_a_withdrawn_edition_is_issued_again_though_it_is_unchanged(archive: Archive) -> None:
    archive.issue([new_edition()], issuing())
    archive.withdraw(1, "Bo Lund", AT, "Sendt for tidligt.")

    [again] = archive.issue_changed([new_edition()], issuing("Nu er den klar.")).issued

    assert (again.number, again.version) == (2, 2)


def test_the_data_and_each_file_decide_whether_an_edition_is_unchanged(archive: Archive) -> None:
    new = new_edition()
    archive.issue([new], issuing())
    [pdf, docx] = new.files
    other_word = replace(new, files=(pdf, replace(docx, content=b"andet")))
    other_data = replace(new, edition=new.edition.model_copy(update={"language": "nn"}))

    assert archive.issue_changed([replace(new, files=(docx, pdf))], issuing()).issued == ()
    for changed in (other_word, other_data, replace(new, files=(pdf,))):
        with pytest.raises(ReasonNeeded):
            archive.issue_changed([changed], issuing())


def test_an_older_version_says_which_is_the_newest(archive: Archive) -> None:
    archive.issue([new_edition(), new_edition(3)], issuing())
    for content in (b"%PDF-1.7 b", b"%PDF-1.7 c"):
        archive.issue([new_edition(content=content)], issuing("Rettet."))
    archive.withdraw(2, "Bo Lund", AT, "Forkert udvalg.")

    assert [one.replaced_by for one in archive.find()] == [4, None, 4, None]
    assert archive.edition(1).replaced_by == 4
    assert archive.numbers(Wanted(newest=True)) == [4]
    assert archive.numbers(Wanted(newest=True, numbers=(1, 2))) == []


def test_a_withdrawn_edition_is_marked_and_stays(archive: Archive) -> None:
    archive.issue([new_edition()], issuing())

    gone = archive.withdraw(1, "Bo Lund", AT + datetime.timedelta(days=1), "Forkert udvalg.")

    assert (gone.state, gone.withdrawn_by, gone.withdrawn_reason) == (State.WITHDRAWN, "Bo Lund", "Forkert udvalg.")
    assert archive.edition(1) == gone
    assert archive.file(1, "pdf")[1] == b"%PDF-1.7 a"
    with pytest.raises(UnknownChoice, match="allerede"):
        archive.withdraw(1, "Bo Lund", AT, "Igen.")
    assert audit(archive) == []


def test_where_nothing_was_ever_issued_nothing_is_made_by_looking(addresses: Callable[[], str], tmp_path: Path) -> None:
    address = addresses()
    for _ in range(2):
        with pytest.raises(ArchiveUnavailable, match="Der er intet arkiv i »"):
            Archive(address, make=False)
    assert list(tmp_path.iterdir()) == []

    with Archive(address) as made:
        made.issue([new_edition()], issuing())
    with Archive(address, make=False) as opened:
        assert len(opened.find()) == 1


def test_the_database_of_another_program_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "andet.db").touch()

    with pytest.raises(ArchiveUnavailable, match="Der er intet arkiv i »"):
        Archive(f"sqlite:///{tmp_path}/andet.db", make=False)


def test_editions_are_found_by_case_committee_date_and_title(archive: Archive) -> None:
    issued = archive.issue(a_round(1), issuing()) + archive.issue(a_round(2), issuing())
    whole, committee = issued[0], issued[1]
    word = build_edition(small_case(), 2).chapters[0].items[0].heading.split()[-1]

    assert archive.find(Wanted(case_id=whole.case_id)) == issued
    assert archive.find(Wanted(case_id="00.00.00-A00-1-01")) == []
    assert {one.committee for one in archive.find(Wanted(committee=committee.committee))} == {committee.committee}
    assert [one.followup for one in archive.find(Wanted(since=issued[-1].date))] == [2] * (len(issued) // 2)
    assert [one.followup for one in archive.find(Wanted(until=issued[0].date))] == [1] * (len(issued) // 2)
    assert whole in archive.find(Wanted(text=word.upper()))
    assert archive.find(Wanted(text="%")) == []


@pytest.mark.parametrize("table", [table.name for table in APPEND_ONLY])
@pytest.mark.parametrize("act", ["DELETE FROM {0}", "UPDATE {0} SET {1} = {1}"])
def test_the_database_itself_refuses_to_change_or_delete(address: str, tmp_path: Path, table: str, act: str) -> None:
    column = next(iter(metadata.tables[table].columns)).name

    with Archive(address, key=make_signing_key(tmp_path / "noegle.pem")) as archive:
        archive.issue([new_edition()], issuing())
        archive.withdraw(1, "Bo Lund", AT, "Fejl.")
        with archive.engine.begin() as connection:
            connection.execute(insert(head_stamp).values(head=1, stamp=b"stempel"))
        with pytest.raises(DBAPIError, match="append-only"), archive.engine.begin() as connection:
            connection.execute(text(act.format(table, column)))


def test_two_who_issue_at_once_get_two_numbers(archive: Archive) -> None:
    gate = threading.Barrier(4)

    def issue(reason: str) -> None:
        with Archive(archive.engine.url.render_as_string(hide_password=False)) as other:
            gate.wait()
            other.issue([new_edition()], issuing(reason))

    threads = [threading.Thread(target=issue, args=(f"Nummer {count}",)) for count in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    issued = archive.find()
    assert [one.number for one in issued] == [1, 2, 3, 4]
    assert [one.version for one in issued] == [1, 2, 3, 4]
    assert audit(archive) == []


def test_the_tables_are_those_of_the_program(archive: Archive) -> None:
    with archive.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_number_or_format_that_is_not_there(archive: Archive) -> None:
    archive.issue([new_edition()], issuing())

    with pytest.raises(UnknownChoice, match="nummer 7"):
        archive.edition(7)
    with pytest.raises(UnknownChoice, match="formatet »odt«"):
        archive.file(1, "odt")


def test_an_archive_of_a_newer_program_is_left_alone(archive: Archive) -> None:
    with archive.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(ArchiveUnavailable, match="nyere version"):
        Archive(archive.engine.url.render_as_string(hide_password=False))


@pytest.mark.parametrize(
    "address", ["", "arkiv.db", "mysql://a/b", "sqlite", "http://x", "oracle://x/y", "://", "x://"]
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(WrongCall):
        open_engine(address)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"not a database at all" * 100)

    with pytest.raises(ArchiveUnavailable, match="beskadiget"):
        Archive(f"sqlite:///{path}")


def test_no_server_at_the_address() -> None:
    with pytest.raises(ArchiveUnavailable, match="forbindelse"):
        Archive("postgresql://nobody@127.0.0.1:1/arkiv")
