"""Texts made to be slow: short pieces said over and over, which a pattern with two ways through would try in all ways.

Every pump is a head, a piece that is repeated, and a foot that spoils the match at the very end. They are the same at
every run. What reads, checks or prints a text must take about twice as long for twice as many pieces.
"""
# ruff: noqa: E501

from dataclasses import dataclass

_ONE_CHARACTER = (
    " ", "\t", "\n", "\u00a0", "\u00ad", "\r", "a", "A", "æ", "1", "0", "-", "–", "_", "*", ".", ",", ":", ";", "!", "?", "(", ")", "[", "]",
    "{", "}", "<", ">", "\"", "'", "”", "»", "«", "#", "|", "`", "~", "\\", "/", "&", "%", "=", "+", "@", "§", "^", "•", "·",
    "☺", "☹", "😐", "\ufe0f", "\u0301", "\u200b", "\u2028", "\ufffd",
)  # fmt: skip
_SPACED = (
    " \n", "\n\n", " \t", " \u00a0", " .", ". ", " -", "- ", "a ", "A ", "1 ", "1.", "1. ", "1, ", "1.000 ", "0,5 ", "( ", ") ", "* ", "** ", "# ",
    "a\n", "A\n", "1\n", "1.\n", "\n ", "\n    ", "a  ", "A   ", "| ", "a.", "a, ", ", ", ": ", "a: ", "a-", "a/",
)  # fmt: skip
_MARKS = (
    "**", "__", "*a", "_a", "**a", "**a ", " **a", "*a**", "_a_", "**a*", "](", "[a](", "[a", "[a]", "a](b)", "![", "![a](", "[[", "]]",
    "[](", "<a", "<a ", "</a>", "<!--", "-->", "<!-- a ", "<br>", "<br/>", "<td>", "<td", "<tr><td>", "&amp;", "&#", "&#1;", "\\*", "\\[", "\\\\",
    "``", "`a", "~~", "http://", "http://a.", "www.", "www.a", "a@", "a@a.", "mailto:", "tel:1", "§ 1", "|a", "|a|", "|---", "|\n", "||\n",
)  # fmt: skip
_LINES = (
    "1. A\n", "1. a\n", "1) a\n", "a) b\n", "a. b\n", "- a\n", "* a\n", "• a\n", "o a\n", "1.1. A\n", "1.1.1. Aa bb\n", "# A\n", "## 1. A\n",
    "1. A\n\n", "A b c\n", "A b c\n\n", "A b c.\n", "Aa bb cc dd\n", "a b c\n", "Aa: b\n", "Aa:\n", "Aa,\n", "A-\n", "Status:\n", "Status: a\n",
    "Milepæl\n", "Milepæl:\n", "Milepæl a ", "Økonomi\n", "Tid\n", "Smiley\n", "Drift\n", "Ansvarligt center: ", "Ansvarligt center: A\n",
    "Ansvarligt udvalg:\n", "Væsentlig bidragsyder: ", "Kort beskrivelse af indsatsen (", "Læsevejledning\n", "Definition af smileys på ",
    "1. budgetopfølgning 2018\n", "1. budgetopfølgning ", "31.12.2018\n", "31.12.", "Side 1\n", "- 1 -\n", "Dato: ", "Dato: 1. maj 2018\n",
    "Sagsid: 00.30.00-S00-9-16\n", "Sagsid: ", "E-mail: a@b.dk\n", "Tlf. dir.: 1\n", "Kontakt: ", "Ballerup, den ", "Indholdsfortegnelse\n",
    "A ........ 1\n", "1. A ..... 1\n", "mellem\n", "Aftale om budget 2018\n", "Aftale om budget ", "Første opfølgning på ", "| a | b |\n",
    "| Milepæl | a | 31.12.2018 | ☺ |\n", "|---|---|\n", "A   B   C\n", "A   1   2\n", "a\t1\t2\n", "DRIFT Driftsinvesteringer (1.000 kr.)\n",
    "1.1 Aa   1.000   -2.000\n", "I alt   1   2\n", "A B (C)\n", "A (B)\n", "Bb, Cc\n", "\f\n", "\fA\n",
)  # fmt: skip
_WORDS = (
    "og ", "af ", "den ", "den 1. ", "1. maj ", "1. maj 2018 ", "maj 2018", "2018", "2018-", "2018 ", "2018 og ", "2018-2019 ", "i 2018, ", "0,5 mio. kr. ",
    "0,5 mio. ", "1.000 kr. ", "1.000.", "1 pct. ", "1 kr", "-1,0", "+1 ", "mio. kr. i 2018 ", "kr. ", "jf. 1.1", "jf. punkt ", "punkt 1.1 og ", "1.1.1 ",
    "1.1.", "§ 1, stk. ", "glad ", "glad (", "(glad) ", "sur, ", ":-)", ":", ":(", "☺ (a", "grøn ", "mellem ", "fornøjet ", "ikke ", "ikke relevant ", "n/a ",
    "del 1 ", "– del ", "(drift) ", "drift og ", "anlæg og drift, ", "Udvalget ", "Center for ", "A, B og ", "”a” ", "”a ", "\"a\" ", "»a« ", "a-b ",
    "a- ", "a -b", "1-2", "1 - 2 ", "1–", "a,b", "a ,", "a..", "en en ", "der der\n", "aftale ", "a.b@c.", "00.30.00-S00-", "0.0.0-", "Aa ", "aA", "Åå-", "x1",
    "1/1 ", "1-1-", "1.1.2018 ", "kl. 1 ", "à ", "1 x ", "fx ", "bl.a. ", "A. ", "og/eller ", "= 1", "=A1+", "{a}", "{{", "%s", "&a: ", "*a: ", "!a ", "? a\n",
)  # fmt: skip
_SHAPES = (
    "a" * 40 + " ",
    "a" * 200,
    "A" * 9 + "\n",
    "1" * 9 + ".",
    "a" * 79 + "\n",
    "- " * 3 + "a\n",
    "  - a\n",
    "1" + "." * 30,
)


@dataclass(frozen=True)
class Pump:
    """A text of any size: `head`, then `piece` so often that `size` characters are reached, then `foot`."""

    piece: str
    head: str = ""
    foot: str = ""

    def text(self, size: int) -> str:
        """The text with about `size` characters, never fewer than one piece."""
        return self.head + self.piece * max(1, size // len(self.piece)) + self.foot

    def __str__(self) -> str:
        return f"{self.head!r} {self.piece!r}… {self.foot!r}"


PIECES = (*_ONE_CHARACTER, *_SPACED, *_MARKS, *_LINES, *_WORDS, *_SHAPES)
"""What is repeated."""

CORE = (
    " ", "\n", "a", "A", "1", "-", "*", ".", "_", "(", "[", "|", "#", "\"", "<", "☺", "a ", "1. ", ". ", "**a ", "](", "[a](", "a\n", "1\n", "1. A\n",
    "- a\n", "a) b\n", "a. b\n", "# A\n", "Aa:\n", "A b c.\n\n", "Milepæl\n", "Status:\n", "1. maj 2018 ", "0,5 mio. kr. ", "2018-", "1.1.",
    "http://a.", "a@", "A B (C)\n", "A   1   2\n", "  - a\n",
)  # fmt: skip
"""Those of them that what is dear by itself is fed."""
