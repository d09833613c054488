"""The styles of the template, found by their names: ids change when a Danish Word saves the file, names do not."""

from lxml import etree

from renderer.errors import BrokenResource
from renderer.writers.word_parts.ooxml import copied, qualified


class Styles:
    """Name of a style -> its id in this template. Capitals in names do not count, as in Word."""

    def __init__(self, root: etree._Element) -> None:
        self._elements = {_name(style): style for style in root.iterchildren(qualified("style"))}
        self._ids = {name: str(style.get(qualified("styleId"))) for name, style in self._elements.items()}

    def __getitem__(self, name: str) -> str:
        """The id of a style. Raises `BrokenResource` where the template lacks it."""
        try:
            return self._ids[name.casefold()]
        except KeyError:
            raise BrokenResource(
                f"Wordskabelonen mangler typografien »{name}«.",
                "Hent den oprindelige skabelon frem, og ret den igen uden at slette eller omdøbe typografier.",
            ) from None

    def frame(self, name: str) -> str:
        """The frame of a paragraph style as XML, to stand on the paragraph too: LibreOffice 7.4 overlooks a style's."""
        frame = self._elements[name.casefold()].find(f"{qualified('pPr')}/{qualified('framePr')}")
        return "" if frame is None else copied(frame)


def _name(style: etree._Element) -> str:
    name = style.find(qualified("name"))
    return "" if name is None else str(name.get(qualified("val"))).casefold()
