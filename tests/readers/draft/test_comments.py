"""Comments come back with who, when, what they are anchored to, what they answer, and whether they are done."""

from tests.readers.draft.opened_draft import AUTHOR, W14, WHEN, Element, OpenedDraft, codes, node, paragraph, run

TEXT = "felt_1_1_beskrivelse"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:w14="{W14[1:-1]}" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)


def commented(draft: OpenedDraft, *texts: str, extended: str = "") -> OpenedDraft:
    """The draft with these comments, numbered from 0; the last paragraph of number n has the id 0000000n."""
    said = "".join(
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{WHEN}" w:initials="MH">'
        f'<w:p w14:paraId="0000000{number}">'
        f"<w:r><w:annotationRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        for number, text in enumerate(texts)
    )
    xml = f"<w:comments {_NAMESPACES}>{said}</w:comments>"
    draft.add_part("comments.xml", "comments", f"{_TYPE}.comments+xml", xml)
    if extended:
        xml = f"<w15:commentsEx {_NAMESPACES}>{extended}</w15:commentsEx>"
        draft.add_part("commentsExtended.xml", "commentsExtended", f"{_TYPE}.commentsExtended+xml", xml)
    return draft


def anchor(first: Element, last: Element, number: int = 0) -> None:
    """Anchor a comment from before the first run to behind the last."""
    first.addprevious(node(f'<w:commentRangeStart w:id="{number}"/>'))
    last.addnext(node(f'<w:r><w:commentReference w:id="{number}"/></w:r>'))
    last.addnext(node(f'<w:commentRangeEnd w:id="{number}"/>'))


def runs(draft: OpenedDraft, mark: str) -> list[Element]:
    return list(draft.content(mark).iter("{*}r"))


def test_a_comment_in_a_field_is_about_it_and_quotes_its_words() -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Der ansættes "), run("to"), run(" nu.")))
    (_, middle, _) = runs(draft, TEXT)
    anchor(middle, middle)
    found = commented(draft, "Er det nok?").read()
    (comment,) = found.comments

    assert (comment.text, comment.author, comment.when) == ("Er det nok?", AUTHOR, WHEN)
    assert comment.quote == "to"
    assert comment.about is not None
    assert (comment.about.ref, comment.about.path) == ("5.01", ("beskrivelse",))
    assert comment.source.paragraph
    assert not comment.done
    assert comment.replies_to == ""


def test_a_comment_changes_no_text() -> None:
    draft = OpenedDraft()
    first, last = runs(draft, TEXT)[0], runs(draft, TEXT)[-1]
    anchor(first, last)

    assert commented(draft, "Fint").read().proposals == ()


def test_a_comment_on_fixed_text_says_which_item() -> None:
    draft = OpenedDraft()
    cell = next(next(draft.control(TEXT).iterancestors("{*}tbl")).iter("{*}tc"))
    anchor(next(cell.iter("{*}r")), list(cell.iter("{*}r"))[-1])
    (comment,) = commented(draft, "Ny titel?").read().comments

    assert comment.about is None
    assert comment.quote == "5.01. Dialog med erhvervslivet"
    assert comment.source.item == "5.01"


def test_a_comment_without_a_range_stands_where_its_sign_stands() -> None:
    draft = OpenedDraft()
    draft.paragraphs(TEXT)[0].append(node('<w:r><w:commentReference w:id="0"/></w:r>'))
    (comment,) = commented(draft, "Her").read().comments

    assert comment.about is not None
    assert comment.about.path == ("beskrivelse",)
    assert comment.quote == ""


def test_a_comment_that_is_nowhere_in_the_text_is_kept() -> None:
    (comment,) = commented(OpenedDraft(), "Løs").read().comments

    assert (comment.text, comment.about, str(comment.source)) == ("Løs", None, "udkast.docx")


def test_a_comment_over_several_fields_is_told() -> None:
    draft = OpenedDraft()
    anchor(runs(draft, "felt_1_1_aftaletekst")[0], runs(draft, TEXT)[-1])
    found = commented(draft, "Begge dele").read()
    (comment,) = found.comments

    assert comment.about is not None
    assert comment.about.path == ("aftaletekst",)
    assert codes(found) == ["kommentar-om-flere-felter"]
    assert "beskrivelse" in found.findings[0].message


def test_replies_and_done_threads_are_known() -> None:
    draft = OpenedDraft()
    first = runs(draft, TEXT)[0]
    anchor(first, first, 0)
    anchor(first, first, 1)
    extended = (
        '<w15:commentEx w15:paraId="00000000" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="1"/>'
    )
    first_comment, reply = commented(draft, "Passer det?", "Ja.", extended=extended).read().comments

    assert first_comment.done
    assert reply.replies_to == f"{AUTHOR}: Passer det?"
    assert reply.about == first_comment.about


def test_a_reply_without_an_anchor_is_about_what_it_answers() -> None:
    draft = OpenedDraft()
    first = runs(draft, TEXT)[0]
    anchor(first, first, 0)
    extended = (
        '<w15:commentEx w15:paraId="00000000" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="0"/>'
    )
    first_comment, reply = commented(draft, "Passer det?", "Ja.", extended=extended).read().comments

    assert reply.about is not None
    assert reply.about == first_comment.about
    assert not reply.done
