"""Issuing and the archive as a user meets them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, Run, run

BY = ("--by", "Anna Holm")
ROUND = ("--followup", "2", "--all", *BY)
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an archive with one round in it."""
    address = f"sqlite:///{tmp_path_factory.mktemp('arkiv')}/udgaver.db"
    done = run("issue", EXAMPLE, *ROUND, archive=address)
    assert done.code == 0, done.err
    return address


def answered(done: Run) -> list[dict[str, object]]:
    assert done.code == 0, done.err
    answer: list[dict[str, object]] = json.loads(done.out)
    return answer


def test_a_round_is_listed_shown_and_fetched_as_it_was_rendered(issued: str, tmp_path: Path) -> None:
    rows = answered(run("archive", "list", "--json", archive=issued))
    assert [row["nummer"] for row in rows] == list(range(1, len(rows) + 1))
    assert {row["tilstand"] for row in rows} == {"udstedt"}

    assert run("archive", "get", "1", "-o", tmp_path / "hentet", archive=issued).code == 0
    run("render", EXAMPLE, "--followup", "2", "-o", tmp_path / "dannet")
    fetched = {path.name: path.read_bytes() for path in (tmp_path / "hentet").iterdir()}
    assert fetched == {path.name: path.read_bytes() for path in (tmp_path / "dannet").iterdir()}


def test_the_data_of_an_edition_can_be_fetched(issued: str, tmp_path: Path) -> None:
    done = run("archive", "get", "2", "-o", tmp_path, "--format", "json", archive=issued)

    [path] = tmp_path.iterdir()
    assert done.out == f"{path}\n"
    assert json.loads(path.read_text(encoding="utf-8"))["facts"]["followup"] == 2


def test_issuing_again_needs_a_reason(issued: str) -> None:
    again = run("issue", EXAMPLE, "--followup", "2", *BY, archive=issued)

    assert again.code == 2
    assert "begrundelse-mangler" in again.err


def test_of_a_round_only_what_is_changed_is_issued_again(issued: str, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/kopi.db"
    shutil.copy(issued.removeprefix("sqlite:///"), tmp_path / "kopi.db")
    before = answered(run("archive", "list", "--json", archive=address))
    same = run("issue", EXAMPLE, *ROUND, archive=address)
    assert (same.code, same.err) == (0, "Udgaverne er uændrede, siden de blev udstedt, så intet er udstedt.\n")
    assert [line.rsplit(": ", 1)[1] for line in same.out.splitlines()] == ["uændret"] * len(before)

    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    report = folder / "opfoelgning-2.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("Syv ", "Otte ", 1), encoding="utf-8")
    rows = answered(run("issue", folder, *ROUND, "--reason", "Syv skulle være otte.", "--json", archive=address))

    changed = [row for row in rows if not row["uændret"]]
    assert 0 < len(changed) < len(rows) == len(before)
    assert {row["version"] for row in changed} == {2}
    listed = answered(run("archive", "list", "--json", archive=address))
    newest = {row["udvalg"]: row["nummer"] for row in changed}
    assert [row["afløst_af"] for row in listed] == [
        newest.get(row["udvalg"]) if row["version"] == 1 else None for row in listed
    ]
    old = next(row for row in listed if row["afløst_af"])
    line = run("archive", "list", archive=address).out.splitlines()[int(str(old["nummer"])) - 1]
    assert re.search(rf"\(version 1, udstedt \d+\. \w+ \d{{4}}, afløst af nr\. {old['afløst_af']}\)$", line)
    assert f"  Afløst af: nr. {old['afløst_af']}\n" in run("archive", "show", str(old["nummer"]), archive=address).out
    newest_alone = answered(run("archive", "list", "--newest", "--json", archive=address))
    assert len(newest_alone) == len(before)


def test_a_date_that_is_far_ahead_must_be_accepted_before_anything_is_issued(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    report = folder / "opfoelgning-4.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(re.sub(r"^dato: .*$", "dato: 2999-02-28", text, flags=re.MULTILINE), encoding="utf-8")
    address = f"sqlite:///{tmp_path}/a.db"

    refused = run("issue", folder, "--followup", "4", *BY, "--accept", "dato-uden-for-året", archive=address)
    assert refused.code == 1
    assert "Dokumentet er dateret 28. februar 2999, og det er mere end to måneder frem i tiden." in refused.err
    assert run("archive", "list", archive=address).out == ""

    taken = run("issue", folder, "--followup", "4", *BY, "--accept-warnings", "--json", archive=address)
    [edition] = answered(taken)
    assert "dato-langt-fremme" in [one["kode"] for one in edition["accepteret"]]  # type: ignore[attr-defined]


def test_what_was_accepted_is_remembered_in_the_case_with_name_and_reason(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    waivers, address = folder / "tjek.yaml", f"sqlite:///{tmp_path}/a.db"
    first, _, last = waivers.read_text(encoding="utf-8").partition("  - kode: status-mangler")
    waivers.write_text(f"{first}# Se også referatet.\n", encoding="utf-8")
    assert last

    forgotten = run("issue", folder, "--followup", "3", *BY, "--accept-warnings", archive=address)
    assert "De 2 advarsler kommer igen. Skriv --remember og en begrundelse næste gang" in forgotten.err
    words = ("--accept-warnings", "--remember", "Den står ved del 1.", "--reason", "Igen.")
    done = run("issue", folder, "--followup", "3", *BY, *words, archive=address)

    assert done.code == 0, done.err
    assert f"De 2 advarsler er skrevet i {waivers}." in done.err
    text = waivers.read_text(encoding="utf-8")
    assert text.startswith(first.rstrip())
    assert "# Se også referatet." in text
    assert "sted: opfoelgning-3.yaml, 2.04-del-2, milepæle › 3\n" in text
    assert "begrundelse: Den står ved del 1. (accepteret af Anna Holm)\n" in text
    assert run("check", folder, "--strict").code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--remember", "Fordi."), "--remember kræver, at du accepterer advarsler."),
        (("--accept-warnings", "--remember", " "), "Der mangler en begrundelse efter --remember."),
    ],
)
def test_a_call_that_cannot_remember_issues_nothing(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/a.db"

    done = run("issue", EXAMPLE, "--followup", "2", *BY, *words, archive=address)

    assert (done.code, told in done.err) == (2, True)
    assert run("archive", "list", archive=address).out == ""


def test_a_file_that_stands_there_already_is_never_overwritten(issued: str, tmp_path: Path) -> None:
    [path] = run("archive", "get", "1", "-o", tmp_path, "--format", "pdf", archive=issued).out.splitlines()
    assert run("archive", "get", "1", "-o", tmp_path, "--format", "pdf", archive=issued).code == 0
    Path(path).write_bytes(b"%PDF-1.7 version 2")

    refused = run("archive", "get", "1", "-o", tmp_path, archive=issued)

    assert refused.code == 2
    assert "findes, og der står noget andet i den end i arkivets" in " ".join(refused.err.split())
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(Path(path).name, b"%PDF-1.7 version 2")]


@pytest.mark.parametrize(
    "words", [("archive", "list"), ("archive", "show", "1"), ("archive", "verify"), ("token", "list"), ("token", "log")]
)
def test_a_mistyped_address_makes_no_archive(words: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*words, archive=f"sqlite:///{tmp_path}/mappe/x.db")

    assert done.code == 3
    assert f"Der er intet arkiv i »{tmp_path}/mappe/x.db«." in done.err.replace("\n", "")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_archive_is_told_from_one_where_nothing_matches(issued: str) -> None:
    assert run("archive", "list").err == "Arkivet er tomt: Der er ikke udstedt noget endnu.\n"
    none = run("archive", "list", "--committee", "Kulturudvalget", archive=issued)
    assert (none.code, none.err) == (0, "Arkivet har ingen udgaver, der passer.\n")


@pytest.mark.parametrize("word", ["abc", "0" * 63, "g" * 64])
def test_what_is_no_digest_is_refused_before_anything_is_recounted(issued: str, word: str) -> None:
    done = run("archive", "verify", "--digest", word, archive=issued)

    assert done.code == 2
    assert f"»{word}« er ikke en kontrolsum" in done.err.replace("\n", " ")


def test_the_digest_is_told_by_its_name_and_may_be_given_in_capitals(issued: str) -> None:
    [line] = run("archive", "verify", archive=issued).out.splitlines()
    name, _, digest = line.partition(": ")

    assert name == "Kontrolsum"
    assert run("archive", "verify", "--digest", f" {digest.upper()}", archive=issued).code == 0


def test_rendering_again_gives_what_the_archive_has(issued: str) -> None:
    done = run("archive", "verify", "--render", "--json", archive=issued)

    answer = json.loads(done.out)
    assert (done.code, answer["anmærkninger"]) == (0, [])
    assert run("archive", "verify", "--digest", answer["kontrolsum"], archive=issued).code == 0
    assert run("archive", "verify", "--digest", "0" * 64, archive=issued).code == 1


def test_errors_cannot_be_issued(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    agreement = folder / "aftale.yaml"
    agreement.write_text(agreement.read_text(encoding="utf-8").replace("budgetår: 2018", "budgetår: atten"))
    address = f"sqlite:///{tmp_path}/udgaver.db"

    assert run("issue", folder, *ROUND, "--accept-warnings", archive=address).code == 1
    assert answered(run("archive", "list", "--json", archive=address)) == []


def test_warnings_must_be_accepted_and_are_remembered(tmp_path: Path, without_a_status: Path) -> None:
    address = f"sqlite:///{tmp_path}/udgaver.db"
    refused = run("issue", without_a_status, *ROUND, "--json", archive=address)
    assert refused.code == 1
    codes = sorted({finding["kode"] for finding in json.loads(refused.out)["anmærkninger"]})
    assert codes

    accepted = [word for code in codes for word in ("--accept", f"{code}=Tallet kommer senere.")]
    rows = answered(run("issue", without_a_status, *ROUND, *accepted, "--json", archive=address))

    remembered = rows[0]["accepteret"]
    assert isinstance(remembered, list)
    assert {(one["kode"], one["af"], one["begrundelse"]) for one in remembered if one["af"] != "tjek.yaml"} == {
        (code, "Anna Holm", "Tallet kommer senere.") for code in codes
    }


def test_only_what_concerns_the_editions_has_to_be_accepted(tmp_path: Path, without_a_status: Path) -> None:
    address = f"sqlite:///{tmp_path}/udgaver.db"
    refused = run("issue", without_a_status, *ROUND, "--json", archive=address)
    [item] = {finding["sted"].split(", ")[1] for finding in json.loads(refused.out)["anmærkninger"]}
    rows = json.loads(run("status", without_a_status, "--json").out)
    [owner] = {row["ansvarligt_udvalg"] for row in rows if row["ref"] == item}
    other = next(row["ansvarligt_udvalg"] for row in rows if row["ansvarligt_udvalg"] not in {owner, None})
    of_one = ("--followup", "2", *BY, "--committee")

    assert run("issue", without_a_status, *of_one, owner, archive=address).code == 1
    [issued] = answered(run("issue", without_a_status, *of_one, other, "--json", archive=address))
    assert issued["udvalg"] == other


def test_what_the_case_waives_is_remembered_with_its_reason(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/udgaver.db"

    [whole] = answered(run("issue", EXAMPLE, "--followup", "3", *BY, "--accept-warnings", "--json", archive=address))

    remembered = whole["accepteret"]
    assert isinstance(remembered, list)
    reasons = {(one["kode"], one["begrundelse"].strip()) for one in remembered if one["af"] == "tjek.yaml"}
    waived = "Forklaringen er asbesten på den tredje skole. Den er beskrevet ved 2.04-del-1."
    assert ("status-mangler", waived) in reasons
    shown = run("archive", "show", "1", archive=address).out
    assert f"    Accepteret i tjek.yaml: {waived}\n" in shown


def test_the_signed_agreement_is_issued_too(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/udgaver.db"
    case = EXAMPLE.parent / "budget-2019"

    [issued] = answered(run("issue", case, "--agreement", *BY, "--accept-warnings", "--json", archive=address))

    assert (issued["dokument"], issued["opfølgning"], issued["udvalg"]) == ("budgetaftale", None, None)
    assert run("archive", "get", "1", "-o", tmp_path / "hentet", archive=address).code == 0
    run("render", case, "--agreement", "-o", tmp_path / "dannet")
    assert shown_files(tmp_path / "hentet") == shown_files(tmp_path / "dannet")
    assert run("issue", case, "--agreement", *BY, "--accept-warnings", archive=address).code == 2
    assert run("archive", "verify", "--render", archive=address).code == 0
    assert run("issue", case, "--agreement", "--followup", "2", *BY, archive=address).code == 2
    assert run("issue", case, *BY, archive=address).code == 2


def test_editions_are_handed_over_and_taken_in(issued: str, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path}/andet.db"
    packed = run("archive", "export", "--bagit", tmp_path / "ud", "--access", "åben", archive=issued)
    assert packed.code == 0
    bags = packed.out.splitlines()
    assert [Path(bag).is_dir() for bag in bags] == [True] * 5

    taken = run("archive", "import", tmp_path / "ud", archive=other)

    assert taken.code == 0
    assert "Læst ind: 5, som de var." in taken.err
    assert run("archive", "list", archive=other).out == run("archive", "list", archive=issued).out
    assert run("archive", "verify", archive=other).out == run("archive", "verify", archive=issued).out
    again = json.loads(run("archive", "import", tmp_path / "ud", "--json", archive=other).out)
    assert (again["indlæst"], again["kendt"]) == ([], 5)


def test_what_was_altered_on_the_way_is_refused_with_its_name(issued: str, tmp_path: Path) -> None:
    run("archive", "export", "--bagit", tmp_path / "ud", "--committee", "Økonomiudvalget", archive=issued)
    [pdf] = tmp_path.glob("ud/*/data/*.pdf")
    pdf.write_bytes(pdf.read_bytes() + b"x")

    done = run("archive", "import", tmp_path / "ud", archive=f"sqlite:///{tmp_path}/andet.db")

    assert done.code == 1
    assert f"{pdf.parent.parent.name}/data/{pdf.name}" in done.err.replace("\n", "")
    assert "pakke-afvist" in done.err


def test_editions_are_handed_over_by_their_numbers(issued: str, tmp_path: Path) -> None:
    packed = run("archive", "export", "2", "4", "--bagit", tmp_path / "ud", archive=issued)

    assert [Path(line).name[:6] for line in packed.out.splitlines()] == ["000002", "000004"]
    assert run("archive", "export", "99", "--bagit", tmp_path / "andet", archive=issued).code == 2


def test_a_selection_shows_where_it_came_from(issued: str, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path}/andet.db"
    run("archive", "export", "--bagit", tmp_path / "ud", "--committee", "Økonomiudvalget", archive=issued)

    assert run("archive", "import", tmp_path / "ud", archive=other).code == 2
    assert run("archive", "import", tmp_path / "ud", "--by", "Carl Dam", archive=other).code == 0

    shown = run("archive", "show", "1", archive=other).out
    assert "Fra et andet arkiv: udgave 2 dér, læst ind" in shown
    [row] = answered(run("archive", "list", "--json", archive=other))
    assert isinstance(row["oprindelse"], dict)
    assert (row["oprindelse"]["nummer"], row["oprindelse"]["indlæst_af"]) == (2, "Carl Dam")


def test_a_call_without_a_command_names_its_own_commands() -> None:
    done = run("archive")

    assert done.code == 2
    for command in ("list", "show", "get", "withdraw", "verify", "export", "import"):
        assert command in done.err
    assert "aftalerapport archive --help" in done.err


def shown_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_code_that_nothing_bears_is_refused(tmp_path: Path) -> None:
    done = run("issue", EXAMPLE, *ROUND, "--accept", "findes-ikke", archive=f"sqlite:///{tmp_path}/a.db")

    assert done.code == 2
    assert "»findes-ikke«" in done.err


@pytest.fixture
def without_a_status(tmp_path: Path) -> Path:
    """The example with a smiley that nobody explains."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "uden-status"))
    report = folder / "opfoelgning-2.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(re.sub(r"        status: Syv .*\n", "", text), encoding="utf-8")
    assert report.read_text(encoding="utf-8") != text
    return folder


def test_a_checkpoint_that_was_kept_tells_what_was_rewritten(
    issued: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"sqlite:///{tmp_path}/kopi.db"
    shutil.copy(issued.removeprefix("sqlite:///"), tmp_path / "kopi.db")
    none = run("archive", "checkpoint", "-o", tmp_path / "k.json", archive=address)
    assert (none.code, "Lav en nøgle med archive key" in none.err) == (2, True)

    assert run("archive", "key", tmp_path / "noegle.pem").out.startswith("Offentlig nøgle: ")
    monkeypatch.setenv("AFTALERAPPORT_SIGNING_KEY", str(tmp_path / "noegle.pem"))
    written = run("archive", "checkpoint", "-o", tmp_path / "k.json", archive=address)
    assert written.out == f"{tmp_path / 'k.json'}\n", written.err
    assert run("archive", "verify", "--checkpoints", tmp_path / "k.json", archive=address).code == 0

    other = run("archive", "verify", "--checkpoints", tmp_path / "k.json", archive=issued)
    assert (other.code, "Arkivet har ikke kontrolpunktet" in other.err) == (1, True)
    replaced = run("archive", "key", tmp_path / "ny.pem", "--replaces", archive=address)
    assert replaced.code == 0, replaced.err
    refused = run("archive", "withdraw", "1", "--by", "Bo", "--reason", "Fejl.", archive=address)
    assert (refused.code, "Nøglen er ikke den" in refused.err) == (2, True)
