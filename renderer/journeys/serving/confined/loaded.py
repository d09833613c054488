"""What most tasks need, loaded and used once, in the process that every task is forked from (`zygote.py`).

So a task begins at once, and all of them share the memory: the dictionary alone is 80 MB. What is made when it is
first used (templates compiled, styles parsed, fonts opened) is made here, by a case of no municipality.
"""

import gc
import json
from contextlib import suppress

from renderer.errors import AftalerapportError
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.verify import verify_content
from renderer.journeys.serving.sent_body import round_in_json
from renderer.journeys.serving.uploaded_case import Upload, check_upload, render_upload
from renderer.writers import WRITERS

_ITEM = {
    "nummer": "1.1", "titel": "Opvarmning", "type": "drift", "ansvarligt_center": "Center",
    "ansvarligt_udvalg": "Udvalg",
    "aftaletekst": "Der **opvarmes**.\n\n* En ting.\n* En *anden*.", "beskrivelse": "Der bruges 0,5 mio. kr.",
    "milepæle": {"1": "Det er gjort."}, "økonomi": "Neutral.",
}  # fmt: skip
_CASE = {
    "aftale": {
        "titel": "Aftale om budget 2018", "budgetår": "2018", "sagsid": "00.30.00-S00-1-16",
        "organisation": {"kommune": "Kommune"}, "udvalg": ["Udvalg"], "centre": ["Center"], "overblik": "ja",
        "smileyer": {"indsats": {"glad": "Nået", "sur": "Ikke nået"}, "økonomi": {"glad": "Holder", "sur": "Skrider"}},
        "kapitler": [{"nummer": "1", "titel": "Kapitel", "delelementer": [_ITEM]}],
    },
    "opfølgninger": [
        {
            "opfølgning": "1", "dato": "2018-04-01",
            "status": {"1.1": {"milepæle": {"1": {"smiley": "sur", "status": "Nej."}}, "økonomi": {"smiley": "glad"}}},
        }
    ],
}  # fmt: skip


def warm_up() -> None:
    """Do once what tasks do. Where something is missing, the first task that needs it says so."""
    upload = Upload(json.dumps(_CASE).encode())
    with suppress(AftalerapportError):
        round_in_json(json.dumps({"sag": _CASE}).encode(), {"opfølgning": 1, "af": "Ingen"})
        check_upload(upload, None)
        files, _ = render_upload(upload, RenderOrder(1, None, False, tuple(WRITERS)))
        for content in files.values():
            if content.startswith(b"%PDF-"):
                verify_content("opvarmning.pdf", content)
    # What is loaded stays: looking for cycles goes through a task's own objects, and leaves shared memory untouched.
    gc.collect()
    gc.freeze()
