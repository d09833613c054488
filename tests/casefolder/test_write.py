"""A case written to its files and read again is the same case, and the files are what a person would write."""

from hypothesis import given, settings

from renderer.casefolder.emit import emit, wrapped
from renderer.casefolder.write import case_files
from renderer.model.case import Case
from renderer.model.markdown import parse_prose
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.yaml.folder import read_case_folder
from tests.cases import cases, small_case
from tests.examples import examples
from tests.signed_agreements import signed_agreements


def read_back(files: dict[str, str]) -> Case | None:
    return read_case_folder({name: text.encode() for name, text in files.items()}).case


@settings(max_examples=examples(30, 120), deadline=None)
@given(cases(signed=True, mid_year=True))
def test_a_case_written_and_read_again_is_the_same_case(case: Case) -> None:
    assert read_back(case_files(case)) == case


@settings(max_examples=examples(60, 200), deadline=None)
@given(signed_agreements())
def test_a_signed_agreement_written_and_read_again_is_the_same(signed: SignedAgreement) -> None:
    case = Case(agreement=small_case().agreement, signed=signed)

    assert read_back(case_files(case)) == case


def test_numbers_and_dates_stand_unquoted() -> None:
    text = case_files(small_case())["aftale.yaml"]
    assert "\nbudgetår: 2018\n" in text
    assert not [line for line in text.splitlines() if "nummer: '" in line]


def test_long_texts_are_wrapped_and_say_the_same() -> None:
    markdown = "Der blev i 2016. ansat - som aftalt - mange. " * 12
    lines = wrapped(markdown.strip(), 80)
    assert max(len(line) for line in lines.split("\n")) <= 80
    assert parse_prose(lines) == parse_prose(markdown)


def test_a_note_stands_as_a_comment_in_the_place_of_the_value() -> None:
    case = small_case()
    ref = next(case.agreement.items()).ref
    number = case.followups[-1].number
    files = case_files(
        case, {(f"opfoelgning-{number}.yaml", ref, "milepæle › 3 › smiley"): "mellemfornøjet eller sur?"}
    )
    text = files[f"opfoelgning-{number}.yaml"]
    assert "smiley: # mellemfornøjet eller sur?" in text
    reading = read_case_folder({name: content.encode() for name, content in files.items()})
    assert reading.findings == []


def test_text_that_looks_like_yaml_is_quoted() -> None:
    assert emit({"titel": "Ja: nej # måske"}) == "titel: 'Ja: nej # måske'\n"
    assert emit({"titel": "- punkt"}) == "titel: '- punkt'\n"
