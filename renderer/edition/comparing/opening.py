"""What a comparison says of itself in Danish: its title, the sentences that sum up, the headings of its sections."""

from collections.abc import Mapping, Sequence

from renderer.edition.comparison import SectionKind
from renderer.edition.titles import followup_name

HEADINGS: Mapping[SectionKind, str] = {
    SectionKind.WORSE: "Blevet dårligere",
    SectionKind.BETTER: "Blevet bedre",
    SectionKind.FIRST: "Vurderet for første gang",
    SectionKind.GIVEN_UP: "Udgåede delelementer",
    SectionKind.STATUS: "Ændrede statustekster",
    SectionKind.AMOUNTS: "Ændrede beløb",
    SectionKind.CORRECTED: "Rettelser til tidligere opfølgninger",
    SectionKind.PLAN: "Ændringer i aftalen og planen",
    SectionKind.NEW: "Nye delelementer",
    SectionKind.ENDED: "Delelementer, som ikke længere er med",
    SectionKind.MOVED: "Flyttet til et andet udvalg",
}

MARKING = (
    "Hvor en tekst er ændret, er de nye ord fremhævet, og de ord, der er gået ud, er gennemstreget og står i "
    "[kantet parentes]."
)

_NUMBER_WORDS = ("ingen", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ITEM = ("delelement", "delelementer")


def title(old: int) -> str:
    """`Ændringer siden første opfølgning`."""
    return f"Ændringer siden {since(old)}"


def since(followup: int) -> str:
    """`første opfølgning`, `udmøntningen`, as it stands inside a sentence."""
    return "udmøntningen" if followup == 0 else followup_name(followup).lower()


def opening(old: int, new: int, counts: Mapping[SectionKind, int], *, new_reports: bool) -> tuple[str, ...]:
    """The paragraphs that sum up; `counts` says how many smileys, texts or items each section holds."""
    if not any(counts.values()) and not new_reports:
        return (f"Der er ingen forskel på {since(old)} og {since(new)}.",)
    others = _others(counts)
    return (_smileys(since(old), counts), others) if others else (_smileys(since(old), counts),)


def unchanged_notice(count: int, new: int, *, new_reports: bool) -> str | None:
    """What is said of the items that are not listed, and where their new status texts stand."""
    if not count:
        return None
    said = f"{number(count, neuter=True).capitalize()} {_ITEM[count > 1]} er vurderet som før og er ikke nævnt her."
    return f"{said} De nye statustekster til milepælene står i {since(new)}." if new_reports else said


def number(count: int, *, neuter: bool = False) -> str:
    """A number in a sentence: in words up to twelve; `neuter` is for what takes `et`."""
    if count == 1 and neuter:
        return "ét"
    return _NUMBER_WORDS[count] if count < len(_NUMBER_WORDS) else str(count)


def _smileys(since_then: str, counts: Mapping[SectionKind, int]) -> str:
    worse, better, first = (counts[kind] for kind in (SectionKind.WORSE, SectionKind.BETTER, SectionKind.FIRST))
    if not worse and not better:
        if not first:
            return f"Ingen smileyer er ændret siden {since_then}."
        return f"Siden {since_then} er {_smileys_named(first)} givet for første gang, og ingen andre er ændret."
    clauses = [f"Siden {since_then} er {_smileys_named(worse)} blevet dårligere", f"{number(better)} er blevet bedre"]
    if first:
        clauses.append(f"{number(first)} er givet for første gang")
    return _sentence(clauses)


def _smileys_named(count: int) -> str:
    return f"{number(count)} {'smiley' if count == 1 else 'smileyer'}"


def _others(counts: Mapping[SectionKind, int]) -> str:
    clauses = []
    if count := counts[SectionKind.GIVEN_UP]:
        clauses.append(f"{_items(count)} er udgået")
    if count := counts[SectionKind.STATUS]:
        clauses.append(f"{number(count)} {'statustekst' if count == 1 else 'statustekster'} er ændret")
    if count := counts[SectionKind.AMOUNTS]:
        clauses.append(f"beløbene er ændret i {_items(count)}")
    if count := counts[SectionKind.CORRECTED]:
        clauses.append(f"tidligere opfølgninger er rettet i {_items(count)}")
    if count := counts[SectionKind.PLAN]:
        clauses.append(
            f"aftalen eller planen er ændret {number(count, neuter=True)} {'sted' if count == 1 else 'steder'}"
        )
    if count := counts[SectionKind.NEW]:
        clauses.append(f"{_items(count)} er kommet til")
    if count := counts[SectionKind.ENDED]:
        clauses.append(f"{_items(count)} er ikke længere med")
    if count := counts[SectionKind.MOVED]:
        clauses.append(f"{_items(count)} er flyttet til et andet udvalg")
    return _sentence(clauses) if clauses else ""


def _items(count: int) -> str:
    return f"{number(count, neuter=True)} {_ITEM[count > 1]}"


def _sentence(clauses: Sequence[str]) -> str:
    joined = ", og ".join([", ".join(clauses[:-1]), clauses[-1]]) if len(clauses) > 1 else clauses[0]
    return f"{joined[0].upper()}{joined[1:]}."
