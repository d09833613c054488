"""Bookmarks: names that Word can hold, and numbers that occur once."""

import re

# Word: a letter first, then letters, digits and underscores, at most 40 of them; capitals do not count.
_NOT_IN_A_NAME = re.compile(r"[^0-9a-z_]+")
_LONGEST_NAME = 40


class Bookmarks:
    """The bookmarks of one document."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def around(self, anchor: str, content: str) -> str:
        """The content between the two ends of a new bookmark named for the anchor (`delelement_5_1`)."""
        name = self._unique(bookmark_name(anchor))
        number = len(self._names)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def _unique(self, wanted: str) -> str:
        name, count = wanted, 1
        while name in self._names:
            count += 1
            name = f"{wanted[: _LONGEST_NAME - 8]}_{count}"
        self._names.add(name)
        return name


def bookmark_name(anchor: str) -> str:
    """The name that the bookmark of an anchor has where no other wanted it before: `delelement_5_1`."""
    wanted = _NOT_IN_A_NAME.sub("_", anchor.lower()).strip("_") or "sted"
    return (wanted if wanted[0].isalpha() else f"sted_{wanted}")[:_LONGEST_NAME]
