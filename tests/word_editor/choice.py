"""The drop-down lists of smileys: another line is chosen, tracked or not."""

import random
from html import escape

from lxml import etree
from lxml.etree import _Element

from renderer.edition.draft_fields import DraftField
from renderer.vocabulary import NOT_YET_GIVEN
from tests.readers.draft.opened_draft import OpenedDraft, W, drop, node, nodes
from tests.word_editor.hand import Hand
from tests.word_editor.stamp import Diary, Stamp


def choose(
    draft: OpenedDraft, about: DraftField, hand: Hand, chance: random.Random, diary: Diary
) -> tuple[str, Stamp | None]:
    """Choose a line of the list; gives the smiley's word, or the empty text, and the stamp if it was tracked."""
    control = draft.control(about.mark)
    lines = [(str(one.get(f"{W}displayText")), str(one.get(f"{W}value"))) for one in control.iter(f"{W}listItem")]
    shown, value = chance.choice(lines)
    stamp = diary.maybe()
    prompting = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    draft.answered(about.mark)
    look = control.find(f"{W}sdtPr/{W}rPr")
    properties = "".join(etree.tostring(one).decode() for one in look) if look is not None else ""
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>{escape(shown)}</w:t></w:r>"
    content = draft.content(about.mark)
    said = f'w:author="{escape(stamp.author)}" w:date="{stamp.when}"' if stamp else ""
    for one in list(content.iter(f"{W}r")):
        if next(one.iterancestors(f"{W}del"), None) is not None:
            continue
        # Word does not track that a prompt goes.
        if stamp and not prompting:
            one.addnext(node(f'<w:del w:id="{hand.id()}" {said}>{_deleted(one)}</w:del>'))
        drop(one)
    content.extend(nodes(f'<w:ins w:id="{hand.id()}" {said}>{run}</w:ins>' if stamp else run))
    return "" if value == NOT_YET_GIVEN else value, stamp


def _deleted(run: _Element) -> str:
    """A run as it stands when it was deleted with tracked changes."""
    return etree.tostring(run).decode().replace("</w:t>", "</w:delText>").replace("<w:t ", "<w:delText ")
