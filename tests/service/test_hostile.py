"""Whatever is sent is answered with a problem in Danish, never with a fault of the service."""

import io
import json
import os
import zipfile
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.service.cases import case, zipped_case
from tests.service.running import Client

EXAMPLES = int(os.environ.get("SERVICE_EXAMPLES", "25"))
TRIED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PATHS = st.sampled_from(
    ["/v1/check", "/v1/render?followup=2&format=html", "/v1/render?followup=0&format=docx&all=true"]
)
SMALL: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, False, 0, -1, 10**30, 1.5, "", "\0", "a" * 3000, "\u202e", "5.1", [], {}, "<script>"]
)
VALUES = st.recursive(
    SMALL, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
)

NAMES = st.sampled_from(["aftale.yaml", "opfoelgning-1.yaml", "tjek.yaml", "x.yaml", "../x", "a/b.yaml"])


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path in the data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(one for key, part in inner for one in places(part, (*path, key)))]


PLACES = [path for path in places(case()) if path]


def refused_or_done(answer: Any) -> None:
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        said = answer.json()
        assert said["detail"]
        assert said["status"] == answer.status_code
        assert "Traceback" not in answer.text


@given(PATHS, st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
@TRIED
def test_a_case_with_anything_anywhere(client: Client, path: str, changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    said = case()
    for place, value in changes:
        part: Any = said
        try:
            for key in place[:-1]:
                part = part[key]
            part[place[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    content = json.dumps(said).encode("utf-8", "surrogatepass")
    refused_or_done(client.post(path, content=content, headers={"Content-Type": "application/json"}))


@given(
    PATHS,
    st.binary(max_size=400),
    st.sampled_from(["application/json", "multipart/form-data; boundary=x", "", "text/plain"]),
)
@TRIED
def test_any_bytes(client: Client, path: str, content: bytes, media_type: str) -> None:
    refused_or_done(client.post(path, content=content, headers={"Content-Type": media_type}))


@given(st.data())
@TRIED
def test_a_zip_with_altered_bytes(client: Client, data: st.DataObject) -> None:
    content = bytearray(zipped_case())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    refused_or_done(client.post("/v1/check", files={"case": ("sag.zip", bytes(content))}))


@given(st.dictionaries(NAMES, st.text(max_size=80)))
@TRIED
def test_a_zip_with_any_files(client: Client, files: dict[str, str]) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text.encode("utf-8", "replace"))
    refused_or_done(client.post("/v1/check", files={"case": ("sag.zip", target.getvalue())}))


@given(
    st.dictionaries(
        st.sampled_from(["sag", "opfølgning", "af", "udvalg", "alle", "accepterede", "webhook", "x"]), VALUES
    )
)
@TRIED
def test_an_order_with_anything_in_it(client: Client, order: dict[str, Any]) -> None:
    content = json.dumps(order).encode("utf-8", "surrogatepass")
    refused_or_done(client.post("/v1/rounds", content=content, headers={"Content-Type": "application/json"}))


@given(st.text(max_size=30), st.text(max_size=30))
@TRIED
def test_any_address_and_any_query(client: Client, path: str, query: str) -> None:
    raw = (path + "?text=" + query).encode("utf-8", "replace").hex()
    quoted = "".join(f"%{raw[position : position + 2]}" for position in range(0, len(raw), 2))
    for place in (
        f"/v1/editions?text={quoted}&case_id={quoted}",
        f"/v1/jobs/{quoted}",
        f"/v1/editions/{quoted}",
        f"/{quoted}",
    ):
        refused_or_done(client.get(place))
