"""Letters written in two characters, as macOS and some programs write å, are the letters they are read as."""

import json
import unicodedata
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from renderer.archive.record import Wanted
from renderer.casefolder.edit import edited
from renderer.casefolder.write import case_files
from renderer.cli.app import main
from renderer.edition.build import build_edition
from renderer.journeys.serving.round_order import round_order
from renderer.model.case import Case
from renderer.model.field import Field
from renderer.readers.json.case import read_case_json
from renderer.readers.yaml.folder import read_case_folder
from renderer.readers.zipped_folder import unzipped
from tests.archive.editions import issuing, new_edition
from tests.samples import small_case
from tests.signed_samples import small_signed

AREA = "Områdeudvalget på Åen"


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.fixture
def case() -> Case:
    """A case with å in a committee's name, a title and a text, and the signed agreement."""
    whole = small_case()
    agreement = whole.agreement
    chapter = agreement.chapters[0]
    item = chapter.items[0].model_copy(update={"committee": AREA, "title": "Gå på tå"})
    chapters = (chapter.model_copy(update={"items": (item, *chapter.items[1:])}), *agreement.chapters[1:])
    committees = (*agreement.committees, AREA)
    changed = agreement.model_copy(update={"chapters": chapters, "committees": committees})
    return whole.model_copy(update={"agreement": changed, "signed": small_signed()})


def files_of(case: Case) -> dict[str, bytes]:
    return {name: decomposed(text).encode() for name, text in case_files(case).items()}


def test_the_files_of_a_case_say_the_same(case: Case) -> None:
    plain = {name: text.encode() for name, text in case_files(case).items()}
    assert files_of(case) != plain

    assert read_case_folder(files_of(case)).case == read_case_folder(plain).case == case


def test_what_is_written_into_them_leaves_every_other_line_as_it_was(case: Case) -> None:
    before = files_of(case)
    item = next(case.agreement.items())
    new = edited(before, {Field(None, item.ref, ("økonomi",)): "Neutral i år."}, case)

    (name,) = new
    changed = set(new[name].splitlines()) - set(before[name].splitlines())
    assert [line.split(b":")[1].strip().decode() for line in changed] == ["Neutral i år."]
    after = read_case_folder({**before, **new}).case
    assert after is not None
    assert next(after.agreement.items()).finances is not None


def test_a_case_sent_as_json_or_in_a_zip_says_the_same(case: Case) -> None:
    said = json.dumps(case.model_dump(mode="json"), ensure_ascii=False)
    assert read_case_json(decomposed(said).encode()).case == read_case_json(said.encode()).case == case
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files_of(case).items():
            archive.writestr(decomposed(f"Årets sag/{name}"), content)
    assert read_case_folder(unzipped(target.getvalue())).case == case


def test_two_fields_that_differ_in_their_characters_alone_are_one_twice() -> None:
    twice = f'{{"aftale": {{"budgetår": "2018", "{decomposed("budgetår")}": "2019"}}}}'

    assert [one.code for one in read_case_json(twice.encode()).findings] == ["samme-felt-to-gange"]


def test_names_are_found_where_they_are_typed(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in files_of(case).items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SystemExit) as left:
        main(["status", str(tmp_path), "--committee", decomposed(AREA), "--json"])

    assert left.value.code == 0
    assert [row["titel"] for row in json.loads(capsys.readouterr().out)] == ["Gå på tå"]
    order = round_order({"opfølgning": 1, "af": "Åse", "udvalg": decomposed(AREA)}, {})
    assert order.committee == AREA


def test_an_edition_is_found_in_the_archive(case: Case) -> None:
    with Archive("sqlite://") as archive:
        archive.issue([replace(new_edition(), edition=build_edition(case, 2, AREA))], issuing())

        assert len(archive.find(Wanted(committee=decomposed(AREA)))) == 1
        assert len(archive.find(Wanted(text=decomposed("gå på TÅ")))) == 1
