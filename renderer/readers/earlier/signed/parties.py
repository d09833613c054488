"""The names of parties and of people, as far as they tell two columns of a signature block apart.

A line `Venstre Dansk Folkeparti` is two parties only because both are known; a line of names is parted only where
every other way to part it can be ruled out.
"""

import re
from collections.abc import Iterator, Sequence

PARTIES = (
    "Socialdemokratiet", "Socialdemokraterne", "Venstre", "Det Radikale Venstre", "Radikale Venstre", "Radikale",
    "Det Konservative Folkeparti", "Konservative Folkeparti", "De Konservative", "Konservative", "Dansk Folkeparti",
    "SF - Socialistisk Folkeparti", "SF – Socialistisk Folkeparti", "Socialistisk Folkeparti (SF)",
    "Socialistisk Folkeparti", "SF", "Enhedslisten - De Rød-Grønne", "Enhedslisten – De Rød-Grønne", "Enhedslisten",
    "Liberal Alliance", "Alternativet", "Nye Borgerlige", "Danmarksdemokraterne", "Moderaterne", "Kristendemokraterne",
    "Kristdemokraterne", "Slesvigsk Parti", "Veganerpartiet", "Frie Grønne", "Tværpolitisk Forening",
)  # fmt: skip
_LOCAL = re.compile(
    r"(?:\w*[Ll]isten?\b.*|.*\b\w*[Ll]iste|.*[Pp]arti(?:et)?|.*[Ff]olkeparti|\w*[Pp]artiet\b.*|Borgerne\b.*|"
    r"[Uu]den for part(?:i|ierne)|[Ll]øsgænger|Upolitisk.*|Tværpolitisk.*|Nyt .*|Fælleslisten.*)"
)
_GIVEN_NAMES = """
    adam ahmed ali allan alexander anders andreas anette anita anja ann anna anne annette arne asger astrid bent
    benny bente benjamin birgit birgitte birthe bjarne bjørn bo bodil brian britt camilla carina carl carsten
    caroline cecilie charlotte christian christina christine christoffer claus connie daniel david dennis dorte
    dorthe ebbe egon ejvind elisabeth ellen else emil emma erik erling esben eva fatma flemming frank frede frederik
    freja georg gert gitte grethe gunnar hanne hans harald hasse hassan heidi helen helene helge helle henning
    henriette henrik hussein ib ida inge inger ingrid irene ivan jacob jakob jan jane jannie jens jeppe jesper jette
    jim johan johannes john johnny jonas jonathan jonna josefine julie jytte jørgen jørn kaj karen karin karina karl
    karsten kasper kate katja katrine kent kim kirsten kirstine kjeld klaus knud kristian kristina kristine kurt
    kåre lars lasse laura leif lena lene leo lilian line linda lis lisbeth lise lone lotte louise mads magnus maj
    maja malene maria marianne marie martin mathias mathilde merete mette michael mikael mikkel mogens mohamed mona
    morten musa nanna nicolai niels nina ole oliver oskar otto paul pelle per pernille peter philip pia poul preben
    randi rasmus rebecca regitze rene rené rikke robert rolf ruth sabrina sally sara sarah sebastian signe simon
    sine sofie solveig steen steffen sten stig stine susan susanne svend sven søren tanja thomas thorkild tim tina
    tine tobias tom tommy tony torben tove trine troels uffe ulla ulrik ulrikke vagn vibeke victor viggo villy vivi
    yvonne yusuf åge åse
"""
_GIVEN = frozenset(_GIVEN_NAMES.split())
_SURNAME = re.compile(r"\w+(?:sen|gaard|gård|strup|holm|berg|lund|bæk|dal|ager|skov|toft)$")
_NAME_WORD = re.compile(r"(?:[A-ZÆØÅÖÄÜÉ][\w’'.-]*|von|van|de|al|el|af|bin)")
_OFFICE = re.compile(
    r"(?:\d\.\s*|første\s+|anden\s+|tredje\s+|fg\.?\s+|konst\.?\s+)*(?:vice)?(?:borgmester|rådmand|gruppeformand|"
    r"udvalgsformand|formand|næstformand|byrådsmedlem|kommunalbestyrelsesmedlem|gruppenæstformand|politisk ordfører|"
    r"politisk leder|medlem af \w+|spidskandidat|kommunaldirektør)(?:\s+for\s+.+|,?\s+MF)?",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    {
        "for",
        "af",
        "i",
        "og",
        "til",
        "på",
        "den",
        "det",
        "de",
        "uden",
        "partierne",
        "gruppe",
        "liste",
        "forening",
        "parti",
    }
)
_JOINED = re.compile(r" og | samt |;")
_LETTER = re.compile(r"(?:[Ll]iste\s+)?[A-ZÆØÅ]")
# `A: Socialdemokratiet`, `(A) Socialdemokratiet`, `Liste A - Socialdemokratiet`; `Socialdemokratiet, A`.
_LETTERED = re.compile(
    r"(?:[Ll]iste\s+)?(?:\([A-ZÆØÅ]\)|[A-ZÆØÅ](?:[.:]|\s[-–])?)\s+(?P<before>\S.*)|(?P<behind>\S.*?)(?:,|\s[-–])\s[A-ZÆØÅ]"
)
_NO_NAMES = frozenset({"parti", "partiet", "folkeparti", "liste", "listen"})
_SHORTEST_NAME, _LONGEST_NAME = 2, 5


def is_office(text: str) -> bool:
    """Whether words are an office: `borgmester`, `1. viceborgmester`."""
    return bool(_OFFICE.fullmatch(text.strip().rstrip(",")))


def is_party(text: str) -> bool:
    """Whether words are the name of one party, known or by its form."""
    words = text.strip()
    if lettered := _LETTERED.fullmatch(words):
        words = lettered["before"] or lettered["behind"]
    if words.casefold() in _NO_NAMES or "," in words or any(map(is_party, _JOINED.split(words)[1:])):
        return False
    bare = re.sub(r"\s*\([A-ZÆØÅ]{1,3}\)$", "", words)
    named = all(word[:1].isupper() or word in _SMALL_WORDS for word in re.findall(r"\w[\w-]*", bare)[1:])
    return bare in PARTIES or (named and bool(_LOCAL.fullmatch(bare)))


def is_letter(text: str) -> bool:
    """Whether words are nothing but a party's letter on the ballot: `A`, `Ø`, `Liste T`."""
    return bool(_LETTER.fullmatch(text.strip()))


def parties_in(text: str, count: int) -> tuple[str, ...] | None:
    """The `count` parties that a line holds one after another, or `None` where it has other words or reads twice.

    A single party need not be known, as long as it has a party's form.
    """
    words = " ".join(text.split())
    partings = list(_partings(words))
    found = [one for one in partings if len(one) == count]
    if count == 1 and not partings and is_party(words):
        return (words,)
    return found[0] if len(found) == 1 else None


def names_in(text: str, count: int) -> tuple[str, ...] | None:
    """The names in a line that holds `count` of them, or `None` where several ways to part them are left."""
    words = text.split()
    if not all(_NAME_WORD.fullmatch(word) for word in words):
        return None
    ways = [way for way in _ways(words, count) if all(map(_may_be_name, way))]
    return tuple(" ".join(name) for name in ways[0]) if len(ways) == 1 else None


def is_name(text: str) -> bool:
    """Whether words look like one person's name."""
    words = text.split()
    short = _SHORTEST_NAME <= len(words) <= _LONGEST_NAME + 1
    return short and all(_NAME_WORD.fullmatch(word) for word in words) and not is_party(text) and not is_office(text)


def begins_like_name(text: str) -> bool:
    """Whether words look like a person's name and begin with a common given name."""
    return is_name(text) and text.split(maxsplit=1)[0].casefold() in _GIVEN


def _partings(text: str) -> Iterator[tuple[str, ...]]:
    if not text:
        yield ()
        return
    for party in PARTIES:
        if text == party or text.startswith(f"{party} "):
            for rest in _partings(text[len(party) :].strip()):
                yield (party, *rest)


def _ways(words: Sequence[str], count: int) -> Iterator[tuple[tuple[str, ...], ...]]:
    if count == 1:
        if _SHORTEST_NAME <= len(words) <= _LONGEST_NAME:
            yield (tuple(words),)
        return
    for end in range(_SHORTEST_NAME, min(len(words) - 1, _LONGEST_NAME + 1)):
        for rest in _ways(words[end:], count - 1):
            yield (tuple(words[:end]), *rest)


def _may_be_name(words: tuple[str, ...]) -> bool:
    """A name neither begins with a word that only ends names, nor ends with one that only begins them."""
    first, last = words[0].casefold(), words[-1].casefold()
    begins_wrong = first not in _GIVEN and bool(_SURNAME.fullmatch(first))
    return not begins_wrong and last not in _GIVEN
