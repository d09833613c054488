"""A bag that was altered, lacks something, has too much or is unsafe is refused, with its name and the file's."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderer.archive.archive import Archive
from renderer.archive.bag import RECORD
from renderer.archive.chain import Entry, canonical
from renderer.archive.record import Wanted
from renderer.errors import WrongCall
from renderer.findings import Finding, Stopped
from renderer.journeys.issuing.hand_over import export_bags, import_bags
from tests.archive.editions import AT, issuing, new_edition

NAME = "000001_udgave"
MANIFESTS = ("manifest-sha256.txt", "manifest-sha512.txt")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two bags in it."""
    folder = tmp_path_factory.mktemp("pakker")
    with Archive(f"sqlite:///{folder}/arkiv/udgaver.db") as archive:
        archive.issue([new_edition(1), new_edition(2, content=b"%PDF-1.7 b")], issuing())
        archive.withdraw(1, "Bo Lund", AT, "Fejl.")
        export_bags(archive, Wanted(), folder / "ud")
    return folder / "ud"


@pytest.fixture
def bags(packed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(packed, tmp_path / "ud"))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Archive]:
    with Archive(f"sqlite:///{tmp_path}/tomt/udgaver.db") as archive:
        yield archive


def refused(archive: Archive, folder: Path) -> list[Finding]:
    with pytest.raises(Stopped) as stopped:
        import_bags(archive, folder, "Carl Dam", AT)
    assert archive.find() == []
    assert archive.head() is None
    assert {finding.code for finding in stopped.value.findings} == {"pakke-afvist"}
    return list(stopped.value.findings)


def test_any_altered_file_is_named(bags: Path, empty: Archive) -> None:
    files = sorted(path for path in bags.rglob("*") if path.is_file())
    for path in files:
        before = path.read_bytes()
        path.write_bytes(before[:-2] + bytes([before[-2] ^ 1]) + before[-1:])
        bag, _, name = path.relative_to(bags).as_posix().partition("/")
        findings = refused(empty, bags)
        places = [finding.place.file or "" for finding in findings]
        # A digest that was altered in an outermost manifest is a file that does not fit it.
        assert f"{bag}/{name}" in places or name.startswith("tagmanifest"), (name, findings)
        assert all(place.startswith(f"{bag}/") for place in places)
        path.write_bytes(before)
    import_bags(empty, bags, "", AT)


def test_any_missing_file_is_named(bags: Path, empty: Archive) -> None:
    for path in sorted(path for path in bags.rglob("*") if path.is_file()):
        content = path.read_bytes()
        path.unlink()
        name = path.relative_to(bags).as_posix()
        findings = refused(empty, bags)
        assert any(finding.place.file == name and "mangler" in finding.message for finding in findings), name
        path.write_bytes(content)


@pytest.mark.parametrize(
    "name", ["data/mere.txt", "mere.txt", "fetch.txt", "metadata/mere.xml", "data/under/mere.txt", "manifest-md5.txt"]
)
def test_an_extra_file_is_named(bags: Path, empty: Archive, name: str) -> None:
    first = min(bags.iterdir())
    (first / name).parent.mkdir(exist_ok=True)
    (first / name).write_text("mere")

    assert any(finding.place.file == f"{first.name}/{name}" for finding in refused(empty, bags))


def test_a_link_out_of_the_bag_is_not_followed(bags: Path, empty: Archive, tmp_path: Path) -> None:
    first, second = sorted(bags.iterdir())
    [pdf] = first.glob("data/*.pdf")
    (tmp_path / "andet.pdf").write_bytes(pdf.read_bytes())
    pdf.unlink()
    pdf.symlink_to(tmp_path / "andet.pdf")

    [finding] = refused(empty, bags)

    assert finding.place.file == f"{first.name}/data/{pdf.name}"
    assert "genvej" in finding.message
    shutil.rmtree(first)
    (first).symlink_to(second)
    with pytest.raises(Exception, match="ikke en pakke"):
        import_bags(empty, bags, "Carl Dam", AT)


def test_what_is_no_file_is_not_opened(bags: Path, empty: Archive) -> None:
    first = min(bags.iterdir())
    os.mkfifo(first / "data" / "pibe")

    [finding] = refused(empty, bags)
    assert finding.place.file == f"{first.name}/data/pibe"


@pytest.mark.parametrize(
    "name", ["../../andet.txt", "/etc/passwd", "~/noter.txt", "data/../../andet.txt", "data/%2e%2e/x"]
)
def test_a_path_out_of_the_bag_is_not_read(bags: Path, empty: Archive, name: str) -> None:
    first = min(bags.iterdir())
    (bags.parent / "andet.txt").write_text("x")
    for manifest in MANIFESTS:
        with (first / manifest).open("a") as file:
            file.write(f"{'0' * 64}  {name}\n")

    assert any(finding.place.file == f"{first.name}/{name}".rstrip("/") for finding in refused(empty, bags))


def test_everything_wrong_in_every_bag_is_told_at_once(bags: Path, empty: Archive) -> None:
    for bag in bags.iterdir():
        next(bag.glob("data/*.docx")).unlink()

    assert len({(finding.place.file or "").split("/")[0] for finding in refused(empty, bags)}) == 2


@pytest.mark.parametrize(
    "forge",
    [
        lambda said: said["issued"].update(by="En anden"),
        lambda said: said.update(withdrawn=None, issued={**said["issued"], "number": "1"}),
        lambda said: said["issued"].update(payload="[]"),
        lambda said: said["issued"].update(payload="[" * 100_000),
        lambda said: said["withdrawn"].update(at="2020-01-01T00:00:00+00:00"),
        lambda said: said.update(issued=said["withdrawn"]),
        lambda said: said.update(withdrawn=said["issued"]),
        lambda said: said.update(more=1),
    ],
)
def test_a_forged_record_in_a_bag_that_is_counted_anew(
    bags: Path, empty: Archive, forge: Callable[[dict[str, object]], None]
) -> None:
    first = min(bags.iterdir())
    said = json.loads((first / RECORD).read_bytes())
    forge(said)
    (first / RECORD).write_text(json.dumps(said), encoding="utf-8")
    counted_anew(first)

    assert any(finding.place.file == f"{first.name}/{RECORD}" for finding in refused(empty, bags))


def test_another_file_than_the_record_says(bags: Path, empty: Archive) -> None:
    first = min(bags.iterdir())
    [pdf] = first.glob("data/*.pdf")
    pdf.write_bytes(b"%PDF-1.7 forfalsket")
    counted_anew(first)

    [finding] = refused(empty, bags)
    assert finding.place.file == f"{first.name}/data/{pdf.name}"


def test_a_number_that_no_database_holds(bags: Path, empty: Archive) -> None:
    first = min(bags.iterdir())
    said = json.loads((first / RECORD).read_bytes())
    inner = {**json.loads(said["issued"]["payload"]), "budget_year": 10**30}
    sealed = Entry.from_json({**said["issued"], "payload": canonical(inner)})
    said["issued"] = {**sealed.as_json(), "digest": sealed.recounted}
    (first / RECORD).write_text(json.dumps(said), encoding="utf-8")
    counted_anew(first)

    assert refused(empty, bags)


def test_the_same_edition_twice(bags: Path, empty: Archive) -> None:
    first = min(bags.iterdir())
    shutil.copytree(first, bags / "kopi")

    with pytest.raises(WrongCall, match="samme udgave"):
        import_bags(empty, bags, "Carl Dam", AT)


def test_a_single_bag_can_be_named(bags: Path, empty: Archive) -> None:
    first = min(bags.iterdir())

    assert len(import_bags(empty, first, "Carl Dam", AT).editions) == 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_written_into_a_bag_is_refused_in_danish(bags: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(path for path in bags.rglob("*") if path.is_file())))
    before = path.read_bytes()
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, min(len(before), start + 20)))
    after = before[:start] + data.draw(st.binary(max_size=30)) + before[end:]
    path.write_bytes(after)
    try:
        with Archive("sqlite://") as empty:
            # Nothing seals the outermost manifests: a blank at the end of a line, or digests in capitals, say the same.
            if after == before or (path.name.startswith("tagmanifest-") and same(before, after)):
                import_bags(empty, bags, "", AT)
            else:
                refused(empty, bags)
    finally:
        path.write_bytes(before)


def same(before: bytes, after: bytes) -> bool:
    """Whether two manifests say the same."""
    try:
        lines = [set(text.decode().removesuffix("\n").split("\n")) for text in (before, after)]
    except ValueError:
        return False
    first, second = ({(line[: line.find(" ")].lower(), line[line.find(" ") :]) for line in each} for each in lines)
    return first == second


def counted_anew(bag: Path) -> None:
    """Make the manifests fit what is in the bag, as a forger would."""
    for kind, inside in (("manifest", True), ("tagmanifest", False)):
        for algorithm in ("sha256", "sha512"):
            names = sorted(path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file())
            chosen = [n for n in names if n.startswith("data/") == inside and not n.startswith("tagmanifest")]
            lines = [f"{hashlib.new(algorithm, (bag / n).read_bytes()).hexdigest()}  {n}\n" for n in chosen]
            (bag / f"{kind}-{algorithm}.txt").write_text("".join(lines), encoding="utf-8")
    info = bag / "bag-info.txt"
    sizes = [path.stat().st_size for path in bag.glob("data/*")]
    kept = [line for line in info.read_text(encoding="utf-8").splitlines() if not line.startswith("Payload-Oxum")]
    info.write_text("\n".join([*kept, f"Payload-Oxum: {sum(sizes)}.{len(sizes)}", ""]), encoding="utf-8")
    for algorithm in ("sha256", "sha512"):
        path = bag / f"tagmanifest-{algorithm}.txt"
        names = [line.split("  ", 1)[1] for line in path.read_text(encoding="utf-8").splitlines()]
        lines = [f"{hashlib.new(algorithm, (bag / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
        path.write_text("".join(lines), encoding="utf-8")
