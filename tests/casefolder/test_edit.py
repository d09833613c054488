"""Corrections written into case files that people wrote: what is changed is changed, and nothing else moves."""

import re

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from renderer.casefolder.edit import case_after, edited
from renderer.readers.yaml.folder import read_case_folder
from tests.casefolder.corrections import FORMS, corrections
from tests.casefolder.handwritten import folders
from tests.cases import cases
from tests.examples import examples

Parts = dict[tuple[str, ...], tuple[yaml.Node, yaml.Node]]
"""Every key and value by its path; what stands in a list has itself for a key."""


def parts(content: bytes) -> Parts:
    found: Parts = {}

    def walk(key: yaml.Node, node: yaml.Node, path: tuple[str, ...]) -> None:
        found[path] = (key, node)
        for place, part in enumerate(node.value if isinstance(node, yaml.CollectionNode) else ()):
            if isinstance(part, tuple):
                walk(part[0], part[1], (*path, part[0].value))
            else:
                walk(part, part, (*path, str(place)))

    root = yaml.compose(content.decode("utf-8-sig"), Loader=yaml.CSafeLoader)
    assert root is not None
    walk(root, root, ())
    return found


def words(content: bytes, node: yaml.Node) -> str:
    """A value as it stands in the file."""
    return content.decode("utf-8-sig")[node.start_mark.index : node.end_mark.index].rstrip()


def differing(before: bytes, after: bytes) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """The paths of texts that say something else, and those of keys that came or went."""
    old, new = parts(before), parts(after)
    both = {path for path in old.keys() & new.keys() if isinstance(old[path][1], yaml.ScalarNode)}
    other = {path for path in both if str(old[path][1].value).rstrip() != str(new[path][1].value).rstrip()}
    assert all(words(before, old[path][1]) == words(after, new[path][1]) for path in both - other)
    return other, old.keys() ^ new.keys()


def untouched_lines(before: bytes, after: bytes) -> list[str]:
    """The lines of a file on which nothing stands that changed, came or went; groups in braces are one."""
    old, new = parts(before), parts(after)
    lines: list[str | None] = list(before.decode().splitlines())
    other, moved = differing(before, after)
    for path in other | moved:
        for length in range(1, len(path) + 1):
            entry = old.get(path[:length])
            if entry and (length == len(path) or path[:length] not in new or gives_way(entry[1])):
                end = entry[0].end_mark if not words(before, entry[1]) else entry[1].end_mark
                for number in range(entry[0].start_mark.line, min(end.line + bool(end.column), len(lines))):
                    lines[number] = None
    return [line for line in lines if line]


def gives_way(node: yaml.Node) -> bool:
    """Whether a value makes room for what comes into it: braces, or nothing at all."""
    return bool(node.flow_style) if isinstance(node, yaml.CollectionNode) else not node.value


def in_order(few: list[str], many: list[str]) -> bool:
    """Whether the lines stand among the others in the same order."""
    rest = iter(many)
    return all(line in rest for line in few)


def comments(content: bytes) -> list[str]:
    """What stands outside all scalars, from a # on."""
    text = content.decode("utf-8-sig")
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            assert event.start_mark is not None
            assert event.end_mark is not None
            start, end = event.start_mark.index, event.end_mark.index
            if event.style in ("|", ">"):
                start += len(text[start:end].splitlines()[0])
            text = text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
    return ["#" + line.split("#", 1)[1].rstrip() for line in text.splitlines() if "#" in line]


@settings(max_examples=examples(30, 120), deadline=None)
@given(st.data())
def test_a_corrected_folder_says_the_corrected_case_and_all_else_stays(data: st.DataObject) -> None:
    case = data.draw(cases(most_chapters=2, most_items=2, forms=FORMS, waivers=False))
    files = data.draw(folders(case))
    # A remark that happens to stand deep enough below a text is a part of it.
    assume(read_case_folder(files).case == case)
    changes = data.draw(corrections(case))

    new = edited(files, changes, case)

    after = read_case_folder({**files, **new})
    assert after.case == case_after(changes, case)
    assert set(new) == {field.file for field in changes if case_after({field: changes[field]}, case) != case}
    for name, content in new.items():
        assert files[name].startswith(b"\xef\xbb\xbf") == content.startswith(b"\xef\xbb\xbf")
        assert (b"\r\n" in files[name]) >= (b"\r\n" in content)
        assert b"\n" not in content.replace(b"\r\n", b"") or b"\n" in files[name].replace(b"\r\n", b"")
        assert sorted(comments(files[name])) == sorted(comments(content))
        other, moved = differing(files[name], content)
        assert len(other) <= len(changes)
        assert len(moved) <= 6 * len(changes)
        assert in_order(untouched_lines(files[name], content), content.decode().splitlines())
