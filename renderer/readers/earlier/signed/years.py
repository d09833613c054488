"""The years that words name as those of an agreement: `2021-24`, `2022 og overslagsårene 2023-2025`."""

import re

_YEAR = r"(?:19|20|21)\d\d"
_RANGE = re.compile(
    rf"\b(?P<first>{_YEAR})\s*(?:[-–—/]|til(?:\s+og\s+med)?)\s*(?P<last>{_YEAR}|\d\d)\b(?!\s*[.,]\d)", re.IGNORECASE
)
_ESTIMATES = re.compile(
    rf"\b(?P<first>{_YEAR})\W+(?:(?:og|samt|med)\s+)?(?:budget)?overslags?(?:år\w*)?\b(?P<rest>[^.]*)", re.IGNORECASE
)
_LONGEST = 10


def read_period(text: str) -> str | None:
    """The first and the last year that words name together, as `2021-2024`, or `None`."""
    if found := _ESTIMATES.search(text):
        first = int(found["first"])
        later = [_year(year, first) for year in re.findall(rf"\b(?:{_YEAR}|\d\d)\b", found["rest"])]
        if later and first < later[-1] <= first + _LONGEST:
            return f"{first}-{later[-1]}"
    for found in _RANGE.finditer(text):
        first = int(found["first"])
        last = _year(found["last"], first)
        if first < last <= first + _LONGEST:
            return f"{first}-{last}"
    return None


def _year(text: str, first: int) -> int:
    """A year whose century may be left out."""
    return int(text) if len(text) > 2 else first // 100 * 100 + int(text)
