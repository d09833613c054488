"""Signs that are typed as letters in the fonts Symbol and Wingdings: which character they stand for.

Word stores them as the letter in that font, or as the letter's code in the private use area (U+F000 + code).
The three faces of Wingdings keep their private-use codes U+F04A, U+F04B and U+F04C: unlike U+2639, which other
documents use for two faces, they say for certain which face was meant.
"""

_PRIVATE_USE = 0xF000
_FACES = "JKL"
_WINGDINGS = {
    "n": "▪", "o": "□", "q": "□", "v": "❖", "w": "◆", "l": "●", "m": "○", "§": "▪", "¨": "☐", "Ø": "➢", "ü": "✓",
    "û": "✗", "þ": "☑", "ý": "☒", "à": "→", "ß": "←", "á": "↑", "â": "↓", "è": "➔", "F": "☞", "(": "☎", "*": "✉",
    "·": "▪", " ": " ", "x": "☒", "Ÿ": "•", "\u009f": "•", "s": "⬩", "u": "◆", "Ä": "⇐", "ð": "⇨",
}  # fmt: skip
_WINGDINGS_2 = {
    "P": "✓", "O": "✗", "R": "☑", "S": "☒", "T": "☒", "Q": "☒", "£": "☐",
}  # fmt: skip
_SYMBOL = {
    "·": "•", "®": "→", "¬": "←", "­": "↑", "¯": "↓", "£": "≤", "³": "≥", "¹": "≠", "±": "±", "´": "×", "-": "−",
    "å": "∑", "D": "Δ", "a": "α", "b": "β", "m": "μ", "p": "π", "§": "♣", "¨": "♦", "ª": "♠", "×": "⋅", "°": "°",
    " ": " ", "=": "=", "+": "+", "»": "≈", "Û": "⇔", "Þ": "⇒", "Ö": "√", "¥": "∞", "%": "%", "(": "(", ")": ")",
}  # fmt: skip


def sign(character: str, font: str | None) -> str:
    """What a character in a font stands for; one that is not known stays as it is."""
    family = (font or "").lower()
    code = ord(character)
    letter = chr(code - _PRIVATE_USE) if _PRIVATE_USE <= code < _PRIVATE_USE + 256 else character
    if family.rstrip().endswith("wingdings 2"):
        return _WINGDINGS_2.get(letter, character)
    if "wingdings" in family and not family.rstrip().endswith("3"):
        return chr(_PRIVATE_USE + ord(letter)) if letter in _FACES else _WINGDINGS.get(letter, character)
    if family.startswith("symbol") or family.endswith("symbolmt"):
        return _SYMBOL.get(letter, character)
    if letter is not character and not family:
        # The font is not told: faces are kept, bullets of both fonts are known by their code.
        return {"·": "•", "§": "▪", "Ø": "➢", "ü": "✓"}.get(letter, character)
    return character


def is_symbol_font(font: str | None) -> bool:
    """Whether the font's letters are signs."""
    family = (font or "").lower()
    return "wingdings" in family or family.startswith("symbol") or family.endswith("symbolmt")
