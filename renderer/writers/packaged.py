"""What WeasyPrint may fetch: the program's own styles and fonts, and nothing else in the world."""

from typing import Any
from urllib.parse import urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from renderer.errors import BrokenResource
from renderer.resources import Kind, read_resource

BASE = "https://aftalerapport.invalid/"
"""Where the program's files seem to lie; `.invalid` can never be a real address (RFC 2606)."""

_MEDIA_TYPES: dict[str, tuple[Kind, str]] = {"styles": ("styles", "text/css"), "fonts": ("fonts", "font/ttf")}


class PackagedFiles(URLFetcher):  # type: ignore[misc]
    """Serves the files below `BASE`. WeasyPrint swallows what a fetcher raises, so the first failure is kept."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=())
        self.failure: BrokenResource | None = None

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002
        """One packaged file. Raises `BrokenResource` for everything else."""
        try:
            content, media_type = _packaged(url)
        except BrokenResource as failure:
            self.failure = self.failure or failure
            raise
        return URLFetcherResponse(url, content, {"Content-Type": media_type})


def _packaged(url: str) -> tuple[bytes, str]:
    folder, _, name = urlsplit(url).path.removeprefix("/").partition("/")
    if not url.startswith(BASE) or folder not in _MEDIA_TYPES or "/" in name or name in {"", ".."}:
        raise BrokenResource(
            f"Dokumentet henviser til »{url[:200]}«, som ikke er en af programmets egne filer.",
            "Brug kun programmets egne skrifter og typografier.",
        )
    kind, media_type = _MEDIA_TYPES[folder]
    return read_resource(kind, name), media_type
