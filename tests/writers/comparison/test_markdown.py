"""A comparison as Markdown: readable as it stands, and the same text to a program that reads Markdown."""

from markdown_it import MarkdownIt

from renderer.writers.comparison.markdown import write_comparison_markdown
from tests.compared import HAPPY, SAD, compared, everything, report

READER = MarkdownIt("commonmark").enable("strikethrough")


def written(first: str, second: str) -> str:
    """The comparison of two status texts on finances."""
    old, new = ({"5.01": {"økonomi": report(HAPPY, text)}} for text in (first, second))
    return write_comparison_markdown(compared(old, new)).decode()


def test_it_has_every_section_and_entry() -> None:
    comparison = everything()
    lines = write_comparison_markdown(comparison).decode().split("\n")
    assert [line[3:] for line in lines if line.startswith("## ")] == [one.heading for one in comparison.sections]
    assert len([line for line in lines if line.startswith("### ")]) == sum(
        len(section.entries) for section in comparison.sections
    )


def test_changed_words_are_marked() -> None:
    assert "> ~~\\[Syv\\]~~ **Ni** er ansat." in written("Syv er ansat.", "Ni er ansat.")
    assert "<s>[Syv]</s> <strong>Ni</strong> er ansat." in READER.render(written("Syv er ansat.", "Ni er ansat."))


def test_signs_of_the_texts_stay_signs() -> None:
    old = "Se *b* <c> 5_1 `d` &amp; ~e~.\n\n# Nyt [i](https://k?a=1&b=2)\n\nSyv."
    page = READER.render(written(old, old.replace("Syv", "[Ni]* <b>")))
    assert "<p>Se <em>b</em> &lt;c&gt; 5_1 `d` &amp;amp; ~e~.</p>" in page
    assert '<p># Nyt <a href="https://k?a=1&amp;b=2">i</a></p>' in page
    assert "<p><s>[Syv.]</s> <strong>[Ni]* &lt;b&gt;.</strong></p>" in page


def test_smileys_stand_with_their_words() -> None:
    comparison = compared({"5.01": {"økonomi": report(HAPPY)}}, {"5.01": {"økonomi": report(SAD)}})
    assert "Økonomi: fra ☺ Glad til ☹ Sur\n" in write_comparison_markdown(comparison).decode()
