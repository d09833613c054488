"""A document leads to web pages, mailboxes and telephones, however the address is written, and to nothing else."""

import pytest

from renderer.model.addresses import addresses, leads_out, printed
from renderer.model.markdown import parse_prose

LEAD_OUT = (
    "https://ballerup.dk/a?b=1&c=2", "HTTP://ballerup.dk", "https://ballerup.dk/%C3%A6ldre", "https://ballerup.dk/ø å",
    "https://ballerup.dk:8080/x.exe", "https://[::1]/", "mailto:okonomi@balk.dk", "MailTo:a@b.dk?subject=Svar",
    "tel:44772000", "tel:+45%2044%2077",
)  # fmt: skip
LEAD_NOWHERE = (
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "ms-msdt:/id PCWDiagnostic",
    "search-ms:query=x&crumb=location:\\\\host\\share", "ms-word:ofe|u|https://host/a.dotm", "ms-officecmd:x",
    "smb://host/share", "file:///etc/passwd", "file://host/share/a.docx", "ftp://host/a", "//host/share",
    "\\\\host\\share\\a.dotm", "https:\\\\host", "https://host\\share", "bilag.pdf", "../bilag.docx", "/bilag/4",
    "x.exe", "#top", "", " ", "www.ballerup.dk", "http:", "http:///sti", "https://", "http://[", "http://[::1",
    "http://ballerup.dk:port/", "mailto:", "tel:",
    "java\tscript:x", "ht\ntps://host", "\u200bhttps://host", "C:\\a.exe",
    "c:/a.exe", "onenote:x", "ldap://host", "jar:https://host!/a", "feed:https://host", "view-source:https://host",
)  # fmt: skip


@pytest.mark.parametrize("address", LEAD_OUT)
def test_what_leads_out(address: str) -> None:
    assert leads_out(address)


@pytest.mark.parametrize("address", LEAD_NOWHERE)
def test_what_leads_nowhere(address: str) -> None:
    assert not leads_out(address)


def test_of_a_link_that_leads_nowhere_the_words_are_printed() -> None:
    text = parse_prose("Se [**bilag** 1](smb://host/a), [siden](https://b.dk) og:\n\n- *et [andet](x.exe)*\n\n1. Slut.")

    assert list(addresses(text)) == ["smb://host/a", "https://b.dk", "x.exe"]
    expected = "Se **bilag** 1, [siden](https://b.dk) og:\n\n- *et andet*\n\n1. Slut."
    assert printed(text) == parse_prose(expected)
