"""A PDF of ours that is no edition is refused for what it is."""

import pytest

from renderer.errors import UnreadableFile
from renderer.readers.own_pdf import read_own_pdf
from renderer.writers.comparison.pdf import write_comparison_pdf
from tests.compared import compared


def test_a_list_of_changes_is_no_edition() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_own_pdf("liste.pdf", write_comparison_pdf(compared({}, {})))
    assert refused.value.message == "Filen »liste.pdf« er en liste over ændringer og ikke en udgave."
