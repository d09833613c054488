"""The codes that writing into a case folder prints itself, each with what it finds, for the manual."""

STOPS: dict[str, str] = {
    "opfølgningsfil-mangler": "En rettelse hører til en opfølgning, som sagen ikke har nogen fil for.",
    "rettelse-uden-sted": "En rettelse gælder et delelement eller et felt, som sagen ikke har.",
    "svar-til-udmøntningen": "En rettelse er en smiley eller en status til udmøntningen, som ingen har.",
    "kan-ikke-slettes": "Noget meldt er slettet, men så blev det, en tidligere opfølgning meldte, trykt i stedet.",
    "kan-ikke-sættes-ind": "En fil er skrevet, så en rettelse ikke kan sættes ind, uden at andet i den bliver ændret.",
}
"""Printed as `fejl`."""
