"""Writes out every form of the words of Stavekontrolden, once, so that no check has to apply 2,500 rules of inflection.

    python dictionaries/make_danish_words.py [FILE]

Reads `source/da_DK.aff.gz` and `source/da_DK.dic.gz` (Hunspell's format, hunspell(5)) and writes gzip with the words in
four parts, each sorted, an empty line between them: words that only stand alone (names, function words); words that
may also end a compound; forms that may begin or continue one, with their linking letters (`besparelses`); words that
are known to be wrong. Genitives in -s are left out where the word itself is there. The same sources give the same list.
"""

import argparse
import gzip
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
NOTICE: Final = "# Made from Stavekontrolden 2.7.001, (C) 2022 Foreningen for frit tilgængelige sprogværktøjer; MPL 1.1"

# The flags of da_DK.aff, by its own headings.
FORBIDDEN, NEEDS_AFFIX, BEGINS, CONTINUES, ENDS, ONLY_INSIDE = "6", "8", "32", "33", "34", "36"
_DEEPEST: Final = 3
_NOTES = re.compile(r"[\t ](?=[a-z]{2}:)")
_ENTRY = re.compile(r"(?P<word>.+?)(?:(?<!\\)/(?P<flags>[\d,]+))?")


@dataclass(frozen=True)
class Affix:
    """One rule: what is taken off, what is put on, the flags of the result, and the stems it is for."""

    stripped: str
    added: str
    flags: frozenset[str]
    stems: re.Pattern[str] | None

    def suffixed(self, stem: str) -> str | None:
        """The stem with this ending, or `None` where it does not take it."""
        if not stem.endswith(self.stripped) or (self.stems and not self.stems.search(stem)):
            return None
        return stem[: len(stem) - len(self.stripped)] + self.added

    def prefixed(self, stem: str) -> str | None:
        """The stem with this beginning, or `None` where it does not take it."""
        if not stem.startswith(self.stripped) or (self.stems and not self.stems.match(stem)):
            return None
        return self.added + stem[len(self.stripped) :]


@dataclass
class Words:
    """Everything that the source allows or forbids."""

    alone: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    tails: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)

    def add(self, form: str, flags: frozenset[str]) -> None:
        """Put a form where its flags say."""
        if FORBIDDEN in flags:
            self.wrong.add(form)
            return
        if not flags & {ONLY_INSIDE, NEEDS_AFFIX}:
            self.alone.add(form)
        if flags & {BEGINS, CONTINUES}:
            self.heads.add(form)
        if ENDS in flags:
            self.tails.add(form)

    def parts(self) -> list[list[str]]:
        """The four parts of the list."""
        words = {word for word in self.alone - self.wrong if " " not in word and not self._is_genitive(word)}
        tails = words & self.tails
        return [sorted(part) for part in (words - tails, tails, self.heads, self.wrong)]

    def _is_genitive(self, word: str) -> bool:
        return word.endswith("'") or (len(word) > 3 and word.endswith("s") and word[:-1] in self.alone)


def affixes(text: str) -> tuple[dict[str, list[Affix]], dict[str, list[Affix]]]:
    """The suffixes and the prefixes by their flag."""
    suffixes: dict[str, list[Affix]] = defaultdict(list)
    prefixes: dict[str, list[Affix]] = defaultdict(list)
    for line in text.splitlines():
        kind, *rest = line.partition("#")[0].split() or [""]
        if kind in {"SFX", "PFX"} and len(rest) >= 4:
            flag, stripped, put, stems = rest[:4]
            added, _, flags = put.partition("/")
            condition = None if stems == "." else re.compile(f"{stems}$" if kind == "SFX" else stems)
            rule = Affix(_letters(stripped), _letters(added), _flags(flags), condition)
            (suffixes if kind == "SFX" else prefixes)[flag].append(rule)
    return suffixes, prefixes


def expanded(aff: str, dic: str) -> Words:
    """Every form of every word."""
    suffixes, prefixes = affixes(aff)
    words = Words()

    def expand(form: str, flags: frozenset[str], depth: int) -> None:
        words.add(form, flags)
        if depth == _DEEPEST:
            return
        for flag in flags:
            for rule in suffixes.get(flag, ()):
                if (longer := rule.suffixed(form)) is not None:
                    expand(longer, rule.flags, depth + 1)
            for rule in prefixes.get(flag, ()) if depth == 0 else ():
                if (longer := rule.prefixed(form)) is not None:
                    expand(longer, rule.flags, depth + 1)

    for line in dic.splitlines()[1:]:
        entry = _ENTRY.fullmatch(_NOTES.split(line.strip())[0].strip())
        if entry:
            expand(entry["word"], _flags(entry["flags"] or ""), 0)
    return words


def packed(words: Words) -> bytes:
    """The list as it is delivered."""
    text = "\n\n".join([NOTICE, *("\n".join(part) for part in words.parts())]) + "\n"
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=HERE / "danish-words.txt.gz")
    parser.parse_args().file.write_bytes(packed(expanded(published("da_DK.aff"), published("da_DK.dic"))))


def published(name: str) -> str:
    """A file of the dictionary as it was published."""
    return gzip.decompress((HERE / "source" / f"{name}.gz").read_bytes()).decode()


def _letters(text: str) -> str:
    return "" if text == "0" else text


def _flags(text: str) -> frozenset[str]:
    return frozenset(text.split(",")) - {""}


if __name__ == "__main__":
    main()
