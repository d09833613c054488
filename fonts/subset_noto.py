"""Cuts the text fonts in this folder out of the published Noto fonts.

    python fonts/subset_noto.py FOLDER

FOLDER holds the published files, wherever in it they lie; README.md says where they come from. They carry
scripts that no Danish document needs (Devanagari, mathematical alphabets) and are almost four times as large.
Nothing else is changed: outlines, widths, kerning, names and versions are the published ones, and the
licence, which reserves no font name, lets them keep their name.

The same published files and the same fontTools give the same bytes; a published file that is not the one the
fonts here were cut from is refused.
"""

import argparse
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fontTools import subset

HERE: Final = Path(__file__).parent

TEXT: Final = (
    "U+0020-024F U+02B0-036F "  # Latin, spacing modifiers, combining marks
    "U+0370-03FF U+0400-045F "  # Greek and Cyrillic, for names and symbols
    "U+1E00-1EFF "  # more Latin
    "U+2000-20CF U+2100-218F "  # punctuation, raised and lowered figures, currencies, letterlike, fractions
    "U+2212 U+2215 U+25CC U+FB00-FB06 U+FEFF U+FFFD"
)
SYMBOLS: Final = (
    "U+0020 U+00A0 "  # a space after a symbol is set in the symbol's font
    "U+2190-2199 U+21D0-21D4 "  # arrows
    "U+2206 U+220F U+2211 U+2219-221A U+221E U+2248 U+2260 U+2264-2265 "  # sums and comparisons
    "U+25A0-25A1 U+25AA-25AB U+25B2 U+25B6 U+25BA U+25BC U+25C4 U+25C6 U+25CA-25CB U+25CF U+25E6 "  # bullets
    "U+2605-2606 U+2713"
)
FIGURES: Final = [
    "tnum",
    "pnum",
    "lnum",
    "onum",
    "frac",
    "numr",
    "dnom",
    "sups",
    "subs",
    "ordn",
    "case",
    "zero",
]
"""The features kept beside those that every text needs (kerning, marks, Danish and other local forms)."""


@dataclass(frozen=True)
class Cut:
    """One font of this folder: its file, the published file it is cut from, and the characters it keeps."""

    file: str
    published: str
    sha256: str
    characters: str = TEXT


CUTS: Final = [
    Cut(
        "NotoSans-Regular.ttf",
        "NotoSans_400Regular.ttf",
        "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614",
    ),
    Cut(
        "NotoSans-Italic.ttf",
        "NotoSans_400Regular_Italic.ttf",
        "feb3e57888ce3acb604f270c278cfb304c674306518771619ddbdefca42a066b",
    ),
    Cut(
        "NotoSans-SemiBold.ttf",
        "NotoSans_600SemiBold.ttf",
        "e691fe27813ec6ed11d0a5be4c6c1f6739996ed682462eaa3244a6185217dd6c",
    ),
    Cut(
        "NotoSans-Bold.ttf",
        "NotoSans_700Bold.ttf",
        "13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431",
    ),
    Cut(
        "NotoSans-BoldItalic.ttf",
        "NotoSans_700Bold_Italic.ttf",
        "7e34616e092593c340449baf9a259075a054c6419511ccf21ff0d83a1c9dd0d0",
    ),
    Cut(
        "NotoSansMath-Regular.ttf",
        "NotoSansMath_400Regular.ttf",
        "b4a1dfdbfa13b4755e5eac20cb25c1d17ed5a745ceb89639595e8cf45a2b1e07",
        SYMBOLS,
    ),
]


def find_published(cut: Cut, folder: Path) -> Path:
    """The published file a font is cut from; stops the program where it is missing or another version."""
    found = next(folder.rglob(cut.published), None)
    if found is None:
        sys.exit(f"{cut.published} is not in {folder}")
    if hashlib.sha256(found.read_bytes()).hexdigest() != cut.sha256:
        sys.exit(f"{found} is not the version the fonts here were cut from")
    return found


def cut_font(cut: Cut, published: Path, target: Path) -> None:
    """Writes the font with only the characters it keeps."""
    options = subset.Options(name_IDs=["*"], name_languages=["*"], notdef_outline=True)
    options.layout_features += FIGURES
    options.drop_tables += ["MATH"]
    font = subset.load_font(published, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(cut.characters))
    subsetter.subset(font)
    subset.save_font(font, target, options)


def main() -> None:
    """Cuts every font, and prints the check sums that README.md lists."""
    parser = argparse.ArgumentParser(description="Cut the text fonts out of the published Noto fonts.")
    parser.add_argument("folder", type=Path, help="where the published files lie")
    parser.add_argument("--output", type=Path, default=HERE, help="where to write (default: beside the script)")
    arguments = parser.parse_args()
    for cut in CUTS:
        target = arguments.output / cut.file
        cut_font(cut, find_published(cut, arguments.folder), target)
        print(hashlib.sha256(target.read_bytes()).hexdigest(), cut.file)


if __name__ == "__main__":
    main()
