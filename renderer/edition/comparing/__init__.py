"""Two editions of a case -> a comparison.

compare.py       `compare_editions`: the sections, from everything below
developments.py  smileys: what has become worse, better, or was given for the first time
reports.py       status texts, amounts, and earlier reports that were corrected
plan.py          agreement and plan: texts, titles, centres
opening.py       what is said of it all, in Danish
"""
