"""The styles of the template, found by their names: ids change when a Danish Word saves the file, names do not."""

from collections.abc import Mapping

from lxml import etree

from renderer.errors import BrokenResource
from renderer.writers.word_parts.ooxml import qualified


class Styles:
    """Name of a style -> its id in this template."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids

    @classmethod
    def of(cls, root: etree._Element) -> "Styles":
        """The styles of a styles part."""
        ids = {}
        for style in root.iterchildren(qualified("style")):
            name = style.find(qualified("name"))
            if name is not None:
                ids[str(name.get(qualified("val"))).casefold()] = str(style.get(qualified("styleId")))
        return cls(ids)

    def __getitem__(self, name: str) -> str:
        """The id of a style. Raises `BrokenResource` where the template lacks it."""
        try:
            return self._ids[name.casefold()]
        except KeyError:
            raise BrokenResource(
                f"Wordskabelonen mangler typografien »{name}«.",
                "Hent den oprindelige skabelon frem, og ret den igen uden at slette eller omdøbe typografier.",
            ) from None
