"""The calls that the operator's page shows can be made as they stand there."""

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.repository import ROOT
from tests.service.cases import zipped_case
from tests.service.running import Client, opened, running

PAGE = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")


def shown_calls() -> list[list[str]]:
    """The words of every `curl` on the page; a line that ends in a backslash goes on."""
    blocks = re.findall(r"^```shell\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [shlex.split(line) for line in lines if line.startswith("curl ")]


def made(client: Client, words: list[str], job: str) -> dict[str, str]:
    """Make a call, without its token; gives the answer, where it is JSON."""
    form = [words[place + 1].partition("=") for place, word in enumerate(words) if word == "-F"]
    [address] = [urlsplit(word) for word in words if word.startswith("http://")]
    path = f"{address.path}?{address.query}".replace("/ID", f"/{job}")
    if not form:
        answer = client.get(path)
    else:
        data = {name: value for name, _, value in form if not value.startswith("@")}
        files = {name: (value, zipped_case()) for name, _, value in form if value.startswith("@")}
        answer = client.post(path, data=data, files=files)
    assert answer.status_code in {200, 202}, answer.text
    said: dict[str, str] = answer.json() if "json" in answer.headers["content-type"] else {}
    return said


@pytest.mark.slow
def test_the_calls_on_the_operators_page_are_answered(tmp_path: Path) -> None:
    job = ""
    with running(opened(tmp_path)) as client:
        for words in shown_calls():
            job = made(client, words, job).get("id", job)

    assert job
    assert len(shown_calls()) > 3
