"""What an earlier edition said in the fields of a draft, so that the draft can mark what has changed since."""

from collections.abc import Iterator

from renderer.edition.draft_fields import DraftField, draft_fields
from renderer.edition.edition import Edition, Face
from renderer.model.prose import Prose
from renderer.writers.word_parts.redline import Redline

_Key = tuple[str | None, tuple[str, ...]]


class Earlier:
    """The texts and smileys of an earlier edition, by item and path, and how changes since it are marked."""

    def __init__(self, edition: Edition, redline: Redline) -> None:
        self.redline = redline
        fields = draft_fields(edition, reports=True)
        self._said: dict[_Key, Prose | Face | None] = dict(zip(map(_key, fields), _said(edition), strict=True))

    def prose(self, field: DraftField) -> Prose | None:
        """The running text of a field, or `None` where the earlier edition does not have its item."""
        said = self._said.get(_key(field))
        assert said is None or isinstance(said, Prose)
        return said

    def face(self, field: DraftField) -> Face | None:
        """The smiley of a field, or `None` where none was given."""
        said = self._said.get(_key(field))
        assert said is None or isinstance(said, Face)
        return said


def _key(field: DraftField) -> _Key:
    # Not the follow-up: a smiley's field is another in each of them.
    return field.field.ref, field.field.path


def _said(edition: Edition) -> Iterator[Prose | Face | None]:
    """What stands in each field, in the order of `draft_fields`."""
    guide = edition.letter.guide
    yield from (guide.prose, guide.finances_prose)
    for item in edition.items():
        yield from (item.agreement_text, item.description)
        for row in item.rows:
            yield from (row.text, row.status, row.face)
