"""Editorial hints: how a text is written. Text in, remarks out; `text_rules.remarks_on` needs no case."""
