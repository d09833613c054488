"""Where the sentences of a prose begin and end."""

from bisect import bisect_right

from renderer.checks.amounts.tokens import Kind, Token


class Sentences:
    """The sentences of tokens: each from behind one `STOP` or `BREAK` to the next, counted in characters."""

    def __init__(self, tokens: list[Token], length: int) -> None:
        ends = [(token.start, token.end) for token in tokens if token.kind in (Kind.STOP, Kind.BREAK)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), length]

    def at(self, place: int) -> tuple[int, int]:
        """The sentence in which a character stands."""
        position = bisect_right(self._starts, place) - 1
        return self._starts[position], self._ends[position]
