"""Cuts the text fonts in this folder out of the published Noto fonts.

    python fonts/subset_noto.py FOLDER

FOLDER holds the published files, wherever in it they lie; README.md says where they come from. They carry
scripts that no Danish document needs (Devanagari, mathematical alphabets) and are almost four times as large.
Outlines, widths, kerning, names and versions are the published ones (what else is done stands at `cut_font`), and the
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
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

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
# What stands in ticked lists, mails and chats of an office. Signs that say something by their colour alone (a red and
# a green dot) are left out: in one colour they would say the same.
CIRCLED: Final = (
    "U+0020 U+00A0 U+2300 U+2302 U+2460-2473 U+24D8 U+2640 U+2642 U+267B U+2690-2691 U+2696 U+2699 U+2776-277F"
)
SIGNS: Final = (
    "U+0020 U+00A0 U+21E6-21E9 U+22C5 U+2318 U+23CE "
    "U+25A2 U+25B3 U+25B7 U+25BD U+25C1 U+25C7 U+25C9 U+25CE U+25FB-25FE "  # more bullets
    "U+2600-2602 U+260E U+2610-2612 U+261A-261F U+2660-2667 U+267F U+26A0-26A1 U+26D4 "  # boxes, hands, suits, warnings
    "U+2702 U+2706 U+2708-2709 U+270D-2710 U+2714-2718 U+2726-2727 U+2731-2732 U+2736 U+274F-2753 U+2756-2757 "
    "U+2764-2765 U+2794 U+279C U+27A1-27A4 U+27A8 U+2B05-2B07 U+2B1B-2B1C U+2B29 U+2B50"
)
EMOJI: Final = (
    "U+0020 U+00A0 U+231B U+23F0 U+23F3 U+2705 U+2728 U+274C U+274E U+2754-2755 U+2795-2797 "
    "U+1F331-1F333 U+1F37D U+1F389 U+1F393 U+1F3AF U+1F3C1 U+1F3C3 U+1F3C6 U+1F3E0 U+1F3E2 U+1F3E5 U+1F3EB "
    "U+1F440 U+1F446-1F44F U+1F465 U+1F4A1 U+1F4AA U+1F4AC U+1F4B0 U+1F4B6 U+1F4BB U+1F4C1-1F4C2 U+1F4C4-1F4C6 "
    "U+1F4C8-1F4CE U+1F4D6 U+1F4DA U+1F4DD-1F4DE U+1F4E2-1F4E3 U+1F4E7 U+1F4F1 U+1F50D U+1F512-1F514 U+1F517 U+1F525 "
    "U+1F527-1F528 U+1F600-1F609 U+1F60B-1F60F U+1F611-1F640 U+1F643-1F64F U+1F680 U+1F68C U+1F697 U+1F6A7 U+1F6A9 "
    "U+1F6AB U+1F6B2 U+1F6B6 U+1F910-1F917 U+1F91D U+1F91E U+1F920-1F92F U+1F937 U+1F970-1F976 U+1F97A"
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
    in_line: bool = False
    """Whether it gets the height of the text font, so that a sign does not open up the line it stands in."""


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
    Cut(
        "NotoSansSymbols-Regular.ttf",
        "NotoSansSymbols_400Regular.ttf",
        "aedeec1cd0514930aeeafc4a88a6deff83cda1e6b58086f0b9bb9c7dd0157578",
        CIRCLED,
        in_line=True,
    ),
    Cut(
        "NotoSansSymbols2-Regular.ttf",
        "NotoSansSymbols2_400Regular.ttf",
        "f67f40c65f929f029827ab37cfdc4897dfd9ae3c28d9e98ba46e0d52e39eb97e",
        SIGNS,
        in_line=True,
    ),
    Cut(
        "NotoEmoji-Regular.ttf",
        "NotoEmoji_400Regular.ttf",
        "24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504",
        EMOJI,
        in_line=True,
    ),
]
LINE: Final = {"ascent": 1069, "descent": -293}
"""The height of Noto Sans over and under the baseline, in thousandths of the em."""


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
    keep_letters_whole(font)
    if cut.in_line:
        set_line_height(font)
    subset.save_font(font, target, options)


def keep_letters_whole(font: TTFont) -> None:
    """Let no letter that has a glyph of its own fall into two (`ị` into an i and a dot below).

    The glyph looks the same; but of two, readers of a PDF make two letters, and the word is not found.
    """
    if "GSUB" not in font:
        return
    characters = set(font.getBestCmap().values())
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if isinstance(table, otTables.MultipleSubst):
                table.mapping = {glyph: parts for glyph, parts in table.mapping.items() if glyph not in characters}


def set_line_height(font: TTFont) -> None:
    """Give the font the line height of the text font."""
    ascent, descent = (round(part * font["head"].unitsPerEm / 1000) for part in LINE.values())
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, descent, 0
    metrics = font["OS/2"]
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = ascent, descent, 0
    metrics.usWinAscent, metrics.usWinDescent = ascent, -descent


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
