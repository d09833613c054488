"""What is to be said of a returned workbook: each finding with its place and what to do."""

from renderer.findings import Finding, Place, error, warning

_BY_HAND = "Se efter i regnearket, og skriv det i sagen i hånden, hvis det skal med."
_ASK_WHICH = "Spørg centret, hvilken af aftalens smileyer der menes, og ret cellen, eller slet det, der står i den."
_NOT_RELEVANT = (
    "Spørg, hvad der menes. Er der intet at melde endnu, så slet det, der står i cellen; er delelementet opgivet, så "
    "skriv i sagen, at det er udgået."
)
_LONGEST = 200


def no_record(place: Place, *, altered: bool) -> Finding:
    """The workbook no longer says, or no longer surely says, what was sent out."""
    what = "er ændret" if altered else "mangler"
    message = f"Regnearkets egne oplysninger om, hvad der blev sendt ud, {what}."
    return warning("regneark-uden-oplysninger", place, message, "Svarene er holdt op imod det, sagen siger nu.")


def sheet_not_read(place: Place) -> Finding:
    """A sheet that somebody put in."""
    return warning("ark-ikke-læst", place, "Arket er ikke et af dem, der blev sendt ud, så det er ikke læst.", _BY_HAND)


def column_missing(place: Place, heading: str) -> Finding:
    """A column to fill in is gone."""
    message = f"Kolonnen »{heading}« er ikke fundet, så det, der stod i den, er ikke læst."
    return error("kolonne-mangler", place, message, "Giv kolonnen sin overskrift igen, og læs filen ind igen.")


def column_not_read(place: Place, heading: str) -> Finding:
    """A column that somebody put in."""
    named = f"»{heading}« " if heading else ""
    return warning("kolonne-ikke-læst", place, f"Kolonnen {named}er sat ind og er ikke læst.", _BY_HAND)


def cut_short(place: Place) -> Finding:
    """A text that a cell could not hold was sent out cut, and came back changed."""
    message = "Teksten er længere, end en celle kan rumme, så den blev sendt ud afkortet. Ændringen i den er ikke læst."
    return error("svar-afkortet", place, message, _BY_HAND)


def breaks_unsure(place: Place) -> Finding:
    """New lines where a paragraph had line breaks."""
    message = "Teksten havde linjeskift inde i et afsnit, og der er nye linjer: De er hver læst som et afsnit."
    return warning("linjeskift-i-tvivl", place, message, "Se efter i forslaget, før det skrives i sagen.")


def row_unknown(place: Place, words: str) -> Finding:
    """A row with something in it that is none of those asked."""
    message = f"Rækken kan ikke genkendes, så den er ikke læst: {_short(words)}"
    return error("række-ukendt", place, message, _BY_HAND)


def row_of_other(place: Place, title: str) -> Finding:
    """A row that another centre was asked."""
    message = f"Rækken om »{title}« blev ikke sendt ud med dette regneark, men den er læst."
    return warning("række-fra-andet-center", place, message, "Aftal med centret, hvem der svarer for delelementet.")


def row_missing(place: Place, named: str) -> Finding:
    """A row that was asked is not there."""
    message = f"Rækken om {named}{',' if not named.endswith('«') else ''} er slettet i regnearket."
    return warning("række-mangler", place, message, "Spørg centret, om det var meningen.")


def row_twice(place: Place, title: str, first: str) -> Finding:
    """The same row stands there more than once."""
    message = f"Rækken om »{title}« står flere gange; første gang i {first}."
    return warning("svarrække-to-gange", place, message, "Siger rækkerne ikke det samme, skal du vælge imellem dem.")


def rows_mixed(place: Place, title: str, named: str) -> Finding:
    """What stands in a row belongs to different rows: only some columns were sorted."""
    message = f"Rækken siger »{title}«, men er mærket som {named}. Der er nok kun sorteret i nogle af kolonnerne."
    hint = "Svarene i rækken er ikke læst. Bed centret om at udfylde et nyt regneark, eller skriv dem i hånden."
    return error("rækker-blandet", place, message, hint)


def locked_changed(place: Place, old: str, new: str) -> Finding:
    """A cell that was not to be changed says something else."""
    message = f"En låst celle er ændret fra »{_short(old)}« til »{_short(new)}«; det er ikke læst ind."
    return warning("låst-celle-ændret", place, message, "Skal det rettes, så ret det i sagen.")


def not_asked(place: Place, words: str) -> Finding:
    """Something stands where nothing was asked."""
    message = f"Der er svaret, hvor der ikke skulle svares: {_short(words)}"
    return warning("svar-uden-spørgsmål", place, message, _BY_HAND)


def merged(place: Place) -> Finding:
    """Answers were made one cell."""
    message = "Celler er flettet sammen, så det kan ikke ses, hvilke rækker svaret gælder; det er læst for den første."
    return warning("flettede-celler", place, message, "Se efter, om svaret også gælder de andre rækker.")


def covered(place: Place) -> Finding:
    """The answer's cell lies under merged cells."""
    message = "Cellen er flettet sammen med en anden, så der er ikke læst noget svar i den."
    return warning("celle-dækket", place, message, "Se efter, om svaret i den første af cellerne også gælder her.")


def formula(place: Place, words: str) -> Finding:
    """A formula gave the answer."""
    message = f"Svaret er regnet ud af en formel; det er læst som: {_short(words)}"
    return warning("formel-i-svar", place, message, "Se efter, om det er rigtigt.")


def formula_unreckoned(place: Place) -> Finding:
    """A formula without a value, or with an error."""
    message = "Der står en formel eller en fejlværdi i cellen, så svaret er ikke læst."
    return error("svar-kan-ikke-læses", place, message, "Åbn filen i Excel, skriv svaret som tekst, og gem den igen.")


def number_unsure(place: Place, words: str) -> Finding:
    """A number or a date may have been typed otherwise than it is stored."""
    message = f"Svaret er gemt som et tal eller en dato i regnearket; det er læst som »{words}«."
    return warning("tal-i-svar", place, message, "Se efter i regnearket, om det var det, der blev skrevet.")


def unknown_smiley(place: Place, words: str) -> Finding:
    """A smiley's cell says something that is no smiley for certain."""
    message = f"»{_short(words)}« er ikke en smiley, der kan forstås, så hverken den eller dens status er læst."
    return error("svar-ukendt-smiley", place, message, _ASK_WHICH)


def not_relevant(place: Place, words: str) -> Finding:
    """A smiley's cell says that there is none to give, and not why."""
    message = f"»{_short(words)}« siger ikke, hvordan det går, så der er ikke læst nogen smiley."
    return error("svar-smiley-ikke-relevant", place, message, _NOT_RELEVANT)


def several_smileys(place: Place, words: str) -> Finding:
    """Several smileys in one cell."""
    message = f"Der står flere forskellige smileyer: »{_short(words)}«, så hverken de eller deres status er læst."
    return error("svar-flere-smileyer", place, message, _ASK_WHICH)


def smiley_not_in_scale(place: Place, words: str) -> Finding:
    """A smiley that the agreement does not use here."""
    message = (
        f"»{_short(words)}« er ingen af de smileyer, aftalen bruger her, så hverken den eller dens status er læst."
    )
    return error("svar-smiley-uden-betydning", place, message, _ASK_WHICH)


def text_beside_smiley(place: Place, words: str) -> Finding:
    """Words beside the smiley."""
    message = f"Ved siden af smileyen står der noget, som ikke er læst: »{_short(words)}«."
    return warning("tekst-ved-smiley", place, message, "Skriv det i status, hvis det skal med.")


def link_outside(place: Place, target: str) -> Finding:
    """Something in the file would be fetched from elsewhere."""
    message = f"Regnearket henter noget fra »{_short(target)}«; det er ikke hentet."
    return warning("regneark-henter-udefra", place, message, "Se efter, om svarene er de rigtige.")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
