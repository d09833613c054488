"""The table of checks: every rule has a Danish code, a sentence, tests of its own, and never fails."""

import re
from pathlib import Path

from hypothesis import given, settings

from renderer import vocabulary
from renderer.checks import CHECKS, run_checks
from renderer.findings import Finding
from renderer.model.case import Case
from tests.cases import PLAIN, cases, large_case, small_case

CODE = re.compile(r"[a-zæøå]+(?:-[a-zæøå]+)+")


def test_codes_are_danish_words_with_hyphens() -> None:
    assert [code for code in CHECKS if not CODE.fullmatch(code)] == []


def test_every_check_says_in_a_sentence_what_it_finds() -> None:
    assert [code for code, check in CHECKS.items() if not _is_sentence(check.finds)] == []


def test_every_check_is_one_function_with_a_docstring() -> None:
    rules = [check.rule for check in CHECKS.values()]

    assert len(set(rules)) == len(rules)
    assert [rule for rule in rules if not rule.__doc__] == []


def test_every_check_is_seen_to_fire_in_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_*.py")))

    assert [code for code in CHECKS if f"{code} | " not in tests] == []


def test_the_samples_have_no_findings() -> None:
    assert run_checks(small_case()) == ()
    assert run_checks(large_case()) == ()


@settings(max_examples=60)
@given(cases(forms=PLAIN))
def test_any_case_can_be_checked_at_any_followup(generated: Case) -> None:
    for followup in (None, 0, 1, 2, 3, 4):
        findings = run_checks(generated, followup)

        assert findings == run_checks(generated, followup)
        assert not any(finding.stops for finding in findings)
        assert {finding.code for finding in findings} <= CHECKS.keys()
        assert all(_is_whole(finding) for finding in findings)
        newest = max((each.number for each in generated.followups), default=0) if followup is None else followup
        assert all(_number(finding) <= newest for finding in findings)


def _is_whole(finding: Finding) -> bool:
    """Two Danish sentences and a place in a file."""
    return bool(finding.place.file) and _is_sentence(finding.message) and _is_sentence(finding.hint)


def _is_sentence(text: str) -> bool:
    return text[0] in "»0123456789" or text[0].isupper() if text.endswith((".", "?")) else False


def _number(finding: Finding) -> int:
    """The follow-up whose file a finding names; -1 for the agreement's."""
    files = {vocabulary.followup_file(number): number for number in range(5)}
    return files.get(finding.place.file or "", -1)
