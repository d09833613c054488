"""Changes of a tree of fields -> splices of the file in which it stands, in blocks (one field a line).

Groups in braces are the work of `edit_braces.py`.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

import yaml

from renderer.casefolder.edit_braces import braced_lines, edit_braces, reads_well
from renderer.casefolder.edit_plan import Order, Plan, Unfit, only_given, ranks_of, sorted_out
from renderer.casefolder.edit_source import Entry, Source, column_of, end_of, is_absent, is_block_scalar, start_of
from renderer.casefolder.edit_text import Hand, block_lines, entry_lines, fits, inline

_DEEPEST_APART = 2


def edit_group(source: Source, group: yaml.MappingNode, plan: Plan, order: Order, hand: Hand, depth: int = 0) -> None:
    """Splice the changes of one group and everything in it into the source."""
    _Blocks(source, order, hand).edit(group, plan, depth)


class _Blocks:
    def __init__(self, source: Source, order: Order, hand: Hand) -> None:
        self.source = source
        self.order = order
        self.hand = hand

    def edit(self, group: yaml.MappingNode, plan: Plan, depth: int) -> None:
        if group.flow_style:
            edit_braces(self.source, group, plan, self.order, depth)
            return
        gone, changed, new = sorted_out(group, plan)
        for entry, wanted in changed:
            self._change(entry, wanted, depth)
        going = {id(key) for key, _ in gone}
        left = [entry for entry in group.value if id(entry[0]) not in going]
        for entry in gone:
            self._remove(entry)
        if new:
            self._insert(group, left, new, depth)

    def _change(self, entry: Entry, wanted: Any, depth: int) -> None:
        value = entry[1]
        if isinstance(wanted, str):
            self._write(entry, wanted)
        elif isinstance(wanted, Mapping):
            if is_absent(value) or (isinstance(value, yaml.MappingNode) and not value.value):
                self._fill(entry, only_given(wanted))
            elif not isinstance(value, yaml.MappingNode):
                raise Unfit
            elif value.flow_style and not reads_well(self.source, value, wanted, self.order, depth + 1):
                self._open(entry, value, wanted, depth + 1)
            else:
                self.edit(value, wanted, depth + 1)

    # A text in the place of another

    def _write(self, entry: Entry, text: str) -> None:
        key, value = entry
        if not isinstance(value, yaml.ScalarNode):
            raise Unfit
        if is_block_scalar(value):
            self._write_under_sign(entry, text)
        elif fits(text, column_of(key)):
            quote = value.style if value.style in ("'", '"') else None
            self._set(entry, inline(text, quote))
        else:
            after = end_of(value)
            end = self.source.line_end(max(after, self.source.colon(entry)))
            self._set(entry, "|")
            self._insert_lines(end, block_lines(text, self._free_indent(end, column_of(key) + self.hand.step)))

    def _set(self, entry: Entry, written: str) -> None:
        """Put a text on the line of its key."""
        value, colon = entry[1], self.source.colon(entry)
        start, after = start_of(value), end_of(value)
        if not self.source.text[colon + 1 : start].strip() and (start == after or written == "|"):
            self.source.splice(colon + 1, max(after, colon + 1) if start < after else colon + 1, f" {written}")
        else:
            self.source.splice(start, after, written)

    def _write_under_sign(self, entry: Entry, text: str) -> None:
        source, value = self.source, entry[1]
        sign_end = source.header(value)
        sign = source.text[start_of(value) : sign_end]
        begin, end = source.line_end(sign_end), source.content_end(entry)
        old = source.text[begin : max(begin, end)]
        first = next((line for line in old.splitlines() if line.strip()), "")
        indent = len(first) - len(first.lstrip(" "))
        if not first or any(character.isdigit() for character in sign):
            indent = self._free_indent(max(begin, end), column_of(entry[0]) + self.hand.step)
        source.splice(start_of(value), sign_end, "|")
        self._insert_lines(begin, block_lines(text, indent), replacing=max(begin, end))

    def _free_indent(self, end: int, usual: int) -> int:
        """How deep a text under a sign has to stand so that the remarks below it do not become part of it."""
        deepest = 0
        for _, line in self.source.lines_after(end):
            words = line.lstrip(" ")
            if words and not words.startswith("#"):
                break
            deepest = max(deepest, len(line) - len(words) if words else 0)
        return usual if deepest < usual else deepest + self.hand.step

    # A field that goes

    def _remove(self, entry: Entry) -> None:
        source, (key, value) = self.source, entry
        start, end = source.line_start(start_of(key)), source.content_end(entry)
        if self.hand.keep_keys or source.text[start : start_of(key)].strip(" "):
            self._blank(entry)
            return
        after = source.next_line(end)
        kept = source.comments(start, source.line_end(end), (key, value))
        start = start if kept else self._with_gap_above(start, after)
        prefix = " " * column_of(key)
        source.take_lines(start, after, "".join(f"{prefix}{comment}{self.hand.newline}" for comment in kept))

    def _with_gap_above(self, start: int, after: int) -> int:
        """Where to begin so that two empty lines do not become neighbours."""
        above, line = next(self.source.lines_before(start), (start, "-"))
        below = self.source.text[after : self.source.line_end(after)] if after < len(self.source.text) else ""
        return start if line.strip() or below.strip() else above

    def _blank(self, entry: Entry) -> None:
        """Leave the key with nothing behind it: to the reader that is no field."""
        source, (key, value) = self.source, entry
        if is_block_scalar(value):
            source.splice(start_of(value), source.header(value), "")
            begin = source.line_end(start_of(value))
            source.splice(begin, max(begin, source.content_end(entry)), "")
        elif isinstance(value, yaml.ScalarNode):
            source.splice(start_of(value), end_of(value), "")
        else:
            begin, end = source.colon(entry) + 1, source.line_end(source.content_end(entry))
            prefix = self.hand.newline + " " * (column_of(key) + self.hand.step)
            source.splice(begin, end, "".join(prefix + one for one in source.comments(begin, end, (value,))))

    # A field that comes

    def _fill(self, entry: Entry, wanted: Any) -> None:
        """Write a group under a key that has nothing, or only empty braces, behind it."""
        source, (key, value) = self.source, entry
        if not wanted:
            return
        if start_of(value) < end_of(value):
            source.splice(source.colon(entry) + 1, end_of(value), "")
        end = self._end_of_entry(entry, column_of(key))
        inner = column_of(key) + self.hand.step
        self._insert_lines(
            end, [line for one, new in wanted.items() for line in entry_lines(one, new, inner, self.hand)]
        )

    def _open(self, entry: Entry, group: yaml.MappingNode, wanted: Plan, depth: int) -> None:
        """Write a group in braces as lines under its key, since what comes into it is too long for braces."""
        source, column = self.source, column_of(entry[0]) + self.hand.step
        lines = braced_lines(source, group, wanted, self.order, self.hand, column, depth)
        source.splice(source.colon(entry) + 1, end_of(group), "")
        self._insert_lines(self._end_of_entry(entry, column_of(entry[0])), lines)

    def _insert(self, group: yaml.MappingNode, left: list[Entry], new: dict[str, Any], depth: int) -> None:
        column, keys = column_of(group.value[0][0]), self.order(depth)
        placed = ranks_of(left, keys)
        ranks = [rank for rank, _ in placed]
        apart = [""] if depth < _DEEPEST_APART and self._stand_apart(group) else []
        for key in sorted(new, key=keys.index):
            lines = entry_lines(key, new[key], column, self.hand)
            before = bisect_left(ranks, keys.index(key))
            if before:
                self._insert_lines(self._end_of_entry(placed[before - 1][1], column), [*apart, *lines])
            else:
                self._insert_above((left or group.value)[0], lines)

    def _insert_lines(self, at: int, lines: list[str], replacing: int | None = None) -> None:
        text = "".join(self.hand.newline + line for line in lines)
        self.source.splice(at, at if replacing is None else replacing, text)

    def _insert_above(self, first: Entry, lines: list[str]) -> None:
        source, key = self.source, first[0]
        start = source.line_start(start_of(key))
        if source.text[start : start_of(key)].strip(" "):
            rest = self.hand.newline + " " * column_of(key)
            source.splice(start_of(key), start_of(key), (rest.join(line[column_of(key) :] for line in lines)) + rest)
            return
        for above, line in source.lines_before(start):
            if not line.startswith(" " * column_of(key) + "#"):
                break
            start = above
        source.splice(start, start, "".join(line + self.hand.newline for line in lines))

    def _end_of_entry(self, entry: Entry, column: int) -> int:
        """The end of the last line that belongs to an entry, remarks that stand deeper than its key included."""
        end = self.source.line_end(self.source.content_end(entry))
        for start, line in self.source.lines_after(end):
            words = line.lstrip(" ")
            if words and not (words.startswith("#") and len(line) - len(words) > column):
                break
            if words:
                end = start + len(line)
        return end

    def _stand_apart(self, group: yaml.MappingNode) -> bool:
        """Whether empty lines stand between the entries of a group, at most places."""
        ends = [self.source.content_end(entry) for entry in group.value[:-1]]
        starts = [start_of(key) for key, _ in group.value[1:]]
        empty = [any(not line.strip() for line in self._between(*span)) for span in zip(ends, starts, strict=True)]
        return bool(empty) and 2 * sum(empty) > len(empty)

    def _between(self, end: int, start: int) -> list[str]:
        return self.source.text[self.source.next_line(end) : self.source.line_start(start)].splitlines()
