"""The findings about a returned draft, as the editor reads them: what was met, where, and what to do."""

from renderer.findings import Finding, Place, warning

_LONGEST_QUOTE = 80
_LONGEST_WHOLE = 600
_BY_HAND = "Se efter i Word, og ret det i sagens data, hvis det skal med."
_LOCKED = "Skal det ændres, så ret det i sagens data; et udkast kan ikke ændre det."


def quoted(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """A text in quotation marks, cut where it is long."""
    plain = " ".join(text.split())
    return f"»{plain[: longest - 1].rstrip()}…«" if len(plain) > longest else f"»{plain}«"


def whole(text: str) -> str:
    """A text that is told nowhere else, in quotation marks."""
    return quoted(text, _LONGEST_WHOLE)


def by(authors: tuple[str, ...]) -> str:
    """Who did it, as the end of a sentence: ` af Mette Holm`; empty where nobody is named."""
    return f" af {', '.join(authors)}" if authors else ""


def no_record(place: Place, *, altered: bool) -> Finding:
    """The draft does not say what was sent out."""
    what = "er ændret" if altered else "mangler"
    return warning(
        "udkast-uden-oplysninger", place,
        f"Udkastets egne oplysninger om, hvad der blev sendt ud, {what}.",
        "Udkastet er sammenlignet med det, sagen siger nu; se efter, at hvert forslag virkelig er en rettelse.",
    )  # fmt: skip


def saved_by_libreoffice(place: Place) -> Finding:
    """LibreOffice saved the file last."""
    return warning(
        "gemt-i-libreoffice", place,
        "Udkastet er gemt i LibreOffice, som kan tabe markeringen af rettelser, så både den gamle og den nye tekst står"
        " tilbage, og som taber ny fed og kursiv skrift i første afsnit af et felt.",
        "Læs hvert forslag igennem, før det skrives i sagen, eller bed om at få udkastet igen, gemt i Word.",
    )  # fmt: skip


def saved_by_other(place: Place, program: str) -> Finding:
    """A program that does not keep the fields saved the file last."""
    return warning(
        "gemt-i-andet-program", place,
        f"Udkastet er gemt i {program}, som ikke bevarer felterne; teksterne er læst efter deres plads i tabellerne.",
        "Læs hvert forslag igennem, før det skrives i sagen.",
    )  # fmt: skip


def old_and_new(place: Place, text: str) -> Finding:
    """A text in which the old and the new may stand together."""
    return warning(
        "gammel-og-ny-tekst", place,
        f"Her ser den gamle og den nye tekst ud til at stå sammen: {quoted(text)}.",
        "Slet i forslaget det, der skulle være væk, før det skrives i sagen.",
    )  # fmt: skip


def marks_lost(place: Place) -> Finding:
    """A text that was changed while changes were tracked, in a program that loses their marks."""
    return warning(
        "rettelse-uden-mærke", place,
        "Teksten er ændret, mens rettelser blev registreret, men LibreOffice gemmer ikke, hvad der er slettet: Slettede"
        " ord kan være kommet igen.",
        "Spørg, hvad der er slettet, eller bed om at få udkastet igen, gemt i Word.",
    )  # fmt: skip


def text_eaten(place: Place) -> Finding:
    """A text that went with the saving of a comment."""
    return warning(
        "tekst-tabt-i-libreoffice", place,
        "Her står en kommentar, og LibreOffice har tabt den tekst, den gælder, da udkastet blev gemt; feltet er ikke"
        " læst.",
        "Spørg, om teksten er rettet, eller bed om at få udkastet igen, gemt i Word.",
    )  # fmt: skip


def formatting_lost(place: Place, kinds: tuple[str, ...], words: str) -> Finding:
    """Formatting that Markdown cannot say."""
    return warning(
        "formatering-mistes", place,
        f"Teksten {quoted(words)} har {_listed(kinds)}, som ikke kan gemmes i sagen.",
        "Teksten er læst uden. Brug fed, kursiv eller en liste, hvis noget skal fremhæves.",
    )  # fmt: skip


def marks_inside_words(place: Place) -> Finding:
    """Bold, italic or links that Markdown cannot say where they stand."""
    return warning(
        "formatering-mistes", place,
        "Teksten har fed eller kursiv skrift eller et link midt i et ord, hvor det ikke kan gemmes i sagen.",
        "Teksten er læst uden. Marker hele ord, hvis noget skal fremhæves.",
    )  # fmt: skip


def link_lost(place: Place, address: str) -> Finding:
    """A link of which only the address is left."""
    return warning(
        "formatering-mistes", place,
        f"Her er indsat et link til {quoted(address)}, men LibreOffice gemmer ikke, hvilke ord det hører til.",
        "Teksten er læst uden. Skriv linket i sagen i hånden, hvis det skal med.",
    )  # fmt: skip


def insert_lost(place: Place, kind: str, words: str, *, in_field: bool) -> Finding:
    """Something that is no text."""
    where = "i feltet" if in_field else "uden for felterne"
    said = f" ({whole(words)})" if words else ""
    return warning("indsat-indhold", place, f"Her står {kind} {where}{said}, som ikke kan læses ind i sagen.", _BY_HAND)


def unknown_smiley(place: Place, text: str) -> Finding:
    """Text in a smiley's place that is no smiley."""
    return warning(
        "ukendt-smiley", place,
        f"I smileyens felt står {whole(text)}, som ikke er en kendt smiley.",
        "Er det ment som en status, så skriv den i sagen; ellers vælg smileyen i sagen.",
    )  # fmt: skip


def not_relevant(place: Place, text: str) -> Finding:
    """A smiley's place says that there is none to give, and not why."""
    return warning(
        "smiley-ikke-relevant", place,
        f"I smileyens felt står {quoted(text)}, som ikke siger, hvordan det går, så der er ikke læst nogen smiley.",
        "Spørg, hvad der menes. Er der intet at melde endnu, så slet det, der står i feltet; er delelementet opgivet, "
        "så skriv i sagen, at det er udgået.",
    )  # fmt: skip


def several_smileys(place: Place, text: str) -> Finding:
    """More than one smiley in a place."""
    return warning(
        "flere-smileyer", place,
        f"Der står mere end én smiley i feltet ({quoted(text)}), så ingen af dem er læst.",
        "Spørg, hvilken der gælder, og skriv den i sagen.",
    )  # fmt: skip


def smiley_not_in_scale(place: Place, text: str) -> Finding:
    """A smiley that the scale does not have."""
    return warning(
        "smiley-ikke-i-brug", place,
        f"I smileyens felt står {quoted(text)}, men aftalen bruger ikke den smiley her.",
        "Spørg, hvilken smiley der er ment, og skriv den i sagen.",
    )  # fmt: skip


def text_beside_smiley(place: Place, text: str) -> Finding:
    """Text beside a smiley that was understood."""
    return warning(
        "tekst-i-smileyfelt", place,
        f"Ved smileyen står {whole(text)}, som ikke er læst.",
        "Er det ment som en status, så skriv den i sagen.",
    )  # fmt: skip


def fixed_changed(place: Place, old: str, new: str, authors: tuple[str, ...]) -> Finding:
    """A fixed line that was changed."""
    message = f"Den låste tekst {quoted(old)} er ændret til {whole(new)}{by(authors)}."
    return warning("låst-tekst-ændret", place, message, _LOCKED)


def fixed_missing(place: Place, old: str, authors: tuple[str, ...]) -> Finding:
    """A fixed line that is gone."""
    return warning("låst-tekst-mangler", place, f"Den låste tekst {whole(old)} er slettet{by(authors)}.", _LOCKED)


def text_outside(place: Place, text: str, authors: tuple[str, ...]) -> Finding:
    """Text that was written outside all fields."""
    message = f"Uden for felterne er der skrevet {whole(text)}{by(authors)}; det er ikke læst ind."
    return warning("tekst-uden-for-felter", place, message, _BY_HAND)


def uncertain_place(place: Place, text: str) -> Finding:
    """Text that was given to a field but may belong to another."""
    return warning(
        "usikker-placering", place,
        f"Teksten {quoted(text)} står uden for felterne; den er læst som en del af dette felt.",
        "Se efter i Word, om den hører til her.",
    )  # fmt: skip


def unmarked_field(place: Place) -> Finding:
    """A field whose control and bookmark are gone."""
    return warning(
        "felt-uden-mærke", place,
        "Feltets markering er slettet, så det er læst efter sin plads.",
        "Se efter i Word, om det var meningen.",
    )  # fmt: skip


def field_deleted(place: Place) -> Finding:
    """A field whose control, bookmark and text are gone."""
    return warning(
        "felt-slettet", place,
        "Feltet er slettet, og pladsen er tom; det er læst, som om teksten er slettet.",
        "Se efter i Word, om det var meningen.",
    )  # fmt: skip


def unmarked_fields(place: Place, count: int) -> Finding:
    """Many fields whose control and bookmark are gone."""
    return warning(
        "felt-uden-mærke", place,
        f"Markeringen af {count} felter er slettet, så de er læst efter deres plads i tabellerne.",
        "Læs hvert forslag igennem, før det skrives i sagen.",
    )  # fmt: skip


def fields_gone(place: Place, names: tuple[str, ...]) -> Finding:
    """Fields that are no longer in the file."""
    message = f"{_counted(len(names))} ikke i filen: {_some(names)}. Intet er læst for {_them(len(names))}."
    return warning("felt-mangler-i-udkast", place, message, "Skal noget slettes, så gør det i sagens data.")


def field_twice(place: Place, text: str) -> Finding:
    """A field whose control stands more than once."""
    return warning(
        "felt-to-gange", place,
        f"Feltet står flere gange i udkastet; her står {whole(text)}." if text else "Feltet står flere gange.",
        "Kun feltet på den oprindelige plads er læst. Se efter, hvilken tekst der gælder.",
    )  # fmt: skip


def row_deleted(place: Place, name: str, authors: tuple[str, ...]) -> Finding:
    """A row that was deleted."""
    message = f"Rækken med {name} er slettet{by(authors)}; intet er læst fra den."
    return warning("række-slettet", place, message, "Skal teksterne tømmes, så gør det i sagens data.")


def row_new(place: Place, text: str, authors: tuple[str, ...]) -> Finding:
    """A row that was not sent."""
    message = f"Der er indsat en række i tabellen{by(authors)}: {whole(text)}; den er ikke læst ind."
    return warning("ny-række", place, message, _BY_HAND)


def row_moved(place: Place, name: str) -> Finding:
    """A row that stands in another place."""
    message = f"Rækken med {name} er flyttet; teksterne er læst, men rækkefølgen er ikke ændret."
    return warning("række-flyttet", place, message, "Rækkefølgen af milepæle kan ikke ændres i et udkast.")


def table_new(place: Place, text: str) -> Finding:
    """A table that was not sent."""
    return warning("ny-tabel", place, f"Der er indsat en tabel: {whole(text)}; den er ikke læst ind.", _BY_HAND)


def table_twice(place: Place, text: str) -> Finding:
    """An item's table that stands twice."""
    return warning(
        "gentaget-delelement", place,
        f"Delelementet {quoted(text)} står to gange i udkastet; kun den første tabel er læst.",
        "Se efter, om der er rettet i den anden.",
    )  # fmt: skip


def table_moved(place: Place, text: str) -> Finding:
    """An item's table that stands in another place."""
    return warning(
        "delelement-flyttet", place,
        f"Delelementet {quoted(text)} er flyttet; teksterne er læst, men rækkefølgen er ikke ændret.",
        _LOCKED,
    )  # fmt: skip


def item_deleted(place: Place, text: str) -> Finding:
    """An item whose table is gone."""
    return warning(
        "delelement-slettet", place,
        f"Delelementet {quoted(text)} er slettet i udkastet; intet er læst for det.",
        "Skal delelementet udgå, så gør det i sagens data.",
    )  # fmt: skip


def comment_on_several(place: Place, names: tuple[str, ...]) -> Finding:
    """A comment that spans several fields."""
    message = f"En kommentar gælder flere felter: {_some(names)}; den er vist ved det første."
    return warning("kommentar-om-flere-felter", place, message, "Læs kommentaren, hvor den står i Word.")


def comment_without_text(place: Place, author: str) -> Finding:
    """A comment whose words are gone: LibreOffice 7.4 loses those of comments inside controls."""
    message = f"En kommentar{by((author,) if author else ())} har ingen tekst; den kan være gået tabt i LibreOffice."
    return warning("kommentar-uden-tekst", place, message, "Spørg, hvad der stod i kommentaren.")


def reference_outside(place: Place, address: str) -> Finding:
    """Something the file would have fetched from outside."""
    message = f"Filen henviser til noget uden for sig selv ({quoted(address)}); det er ikke hentet."
    return warning("ekstern-henvisning", place, message, "Bed om en fil, hvor indholdet er sat ind.")


def _listed(words: tuple[str, ...]) -> str:
    *first, last = words
    return f"{', '.join(first)} og {last}" if first else last


def _some(names: tuple[str, ...]) -> str:
    most = 4
    more = f" og {len(names) - most} mere" if len(names) > most else ""
    return f"{'; '.join(names[:most])}{more}"


def _counted(count: int) -> str:
    return "Et felt er" if count == 1 else f"{count} felter er"


def _them(count: int) -> str:
    return "det" if count == 1 else "dem"
