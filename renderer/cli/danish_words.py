"""Danish words that are typed for the English names of commands and options: each leads to the right name."""

import difflib
import unicodedata
from collections.abc import Collection, Mapping

OPTIONS: dict[str, tuple[str, ...]] = {
    "--followup": ("opfølgning", "opfølgningen", "opfølgningsnummer", "runde", "udmøntning"),
    "--committee": ("udvalg", "udvalget", "fagudvalg"),
    "--center": ("center", "centret", "centre", "forvaltning", "afdeling"),
    "--output": ("ud", "mappe", "til-mappe", "fil", "uddata", "gem", "gem-i", "skriv-til"),
    "--format": ("filformat", "filtype", "form"),
    "--all": ("alle", "alt", "hele", "runden", "samtlige"),
    "--date": ("dato", "dags-dato", "pr"),
    "--today": ("i-dag", "dags-dato", "idag"),
    "--agreement": ("aftale", "aftalen", "budgetaftale"),
    "--draft": ("udkast",),
    "--apply": ("anvend", "skriv", "indfør", "gennemfør", "udfør"),
    "--interactive": ("spørg", "en-ad-gangen", "interaktiv"),
    "--leave-conflicts": ("lad-konflikter-stå", "behold-konflikter", "konflikter"),
    "--leave-unread": ("lad-ulæst-ligge", "ulæst", "ulæste"),
    "--by": ("af", "udstedt-af", "hvem", "navn"),
    "--reason": ("begrundelse", "årsag", "grund"),
    "--accept": ("accepter", "godkend", "godtag"),
    "--accept-warnings": ("accepter-advarsler", "godkend-advarsler", "advarsler", "ignorer-advarsler"),
    "--strict": ("streng", "strengt"),
    "--from": ("fra", "fra-opfølgning"),
    "--to": ("til", "til-opfølgning"),
    "--from-file": ("fra-fil", "fra-filen"),
    "--until": ("indtil", "til-og-med", "senest"),
    "--since": ("siden", "fra-og-med"),
    "--text": ("tekst", "søg", "søgning"),
    "--newest": ("nyeste", "seneste"),
    "--previous": ("forrige", "tidligere"),
    "--case-id": ("sagsid", "sagsnummer", "journalnummer"),
    "--municipality": ("kommune", "kommunen"),
    "--mail": ("post", "e-mail", "mails", "påmindelse"),
    "--number": ("nummer", "nr"),
    "--redline-from": ("rettet-fra", "ændret-siden", "marker-fra"),
    "--carry-over": ("overfør", "videreført", "viderefør"),
    "--overwrite": ("overskriv", "erstat"),
    "--no-data": ("uden-data", "uden-kildedata"),
    "--no-cache": ("uden-mellemlager", "uden-cache"),
    "--help": ("hjælp",),
    "--version": ("udgave",),
}
"""Each option with the Danish words for it; where a command has no such option, its word leads nowhere."""

COMMANDS: dict[str, tuple[str, ...]] = {
    "import": ("importer", "indlæs", "læs-ind"),
    "plan": ("planlæg", "udmønt", "udmøntning"),
    "next": ("næste", "ny-opfølgning", "klargør"),
    "check": ("tjek", "kontrol", "kontroller", "efterse"),
    "status": ("vis", "stilling"),
    "render": ("dan", "lav", "udskriv", "generer"),
    "draft": ("udkast", "kladde"),
    "collect": ("indsaml", "saml", "regneark"),
    "missing": ("mangler", "mangel", "rykker"),
    "take-back": ("tag-tilbage", "læs-tilbage", "hjemtag", "retur"),
    "export": ("eksporter", "eksport"),
    "overview": ("overblik", "oversigt"),
    "compare": ("sammenlign", "sammenligning"),
    "issue": ("udsted", "udgiv", "frigiv"),
    "extract": ("udtræk", "uddrag"),
    "verify": ("efterprøv", "verificer", "bekræft"),
    "schema": ("skema",),
    "serve": ("tjeneste", "server"),
    "archive": ("arkiv", "arkivet"),
    "token": ("nøgle", "nøgler", "adgang"),
}
"""Each command with the Danish words for it."""

_SPELLED_OUT = {"ae": "æ", "oe": "ø", "aa": "å"}
_ALIKE = 0.82


def english_option(word: str, options: Collection[str]) -> str | None:
    """The option that a Danish word is typed for, among those of the command; `None` where it is for none of them."""
    return _meant(word, {name: words for name, words in OPTIONS.items() if name in options})


def english_command(word: str, commands: Collection[str]) -> str | None:
    """The command that a Danish word is typed for, among those there are; `None` where it is for none of them."""
    return _meant(word, {name: words for name, words in COMMANDS.items() if name in commands})


def _meant(typed: str, names: Mapping[str, tuple[str, ...]]) -> str | None:
    meanings: dict[str, str] = {}
    for name, words in names.items():
        for word in words:
            meanings.setdefault(_plain(word), name)
    near = difflib.get_close_matches(_plain(typed), meanings, n=1, cutoff=_ALIKE)
    return meanings[near[0]] if near else None


def _plain(word: str) -> str:
    """Small, with one spelling of æ, ø and å, accents and hyphens left out."""
    plain = unicodedata.normalize("NFC", word).casefold().replace("é", "e")
    for spelled, letter in _SPELLED_OUT.items():
        plain = plain.replace(spelled, letter)
    return plain.replace("-", "").replace("_", "")
