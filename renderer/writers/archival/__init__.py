"""From what WeasyPrint draws to a file for the archive: PDF/A-3a (or 2a) and PDF/UA-1 in one.

One pass, through WeasyPrint's own hooks (pages, metadata, `finisher`); each step repairs one thing:

    painted_page.py    keeps which box became which content, and takes the tagging from WeasyPrint
    reading_order.py   one part for each HTML element, over all its pages; the rest becomes artifacts
    roles.py           HTML element -> structure type
    artifacts.py       page heads, page feet and repeated heading rows, in the content streams
    table_headers.py   ID, Scope and Headers
    tag_tree.py        the structure as PDF objects, with ParentTree and IDTree
    xmp.py             says PDF/UA-1 beside PDF/A, and what the archive registers
    source_data.py     the edition as JSON, listed once
    text_layer.py      no-break spaces read as spaces
    compression.py     every object as bytes, once
"""
