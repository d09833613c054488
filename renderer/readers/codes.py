"""The codes that the readers and the model print, each with what it finds, for the manual.

A code may stand in both tables: what stops in a case folder is only told of an earlier document. What a check of the
whole case finds stands in `checks/table.py`.
"""

STOPS: dict[str, str] = {
    # The files of a case folder
    "fil-mangler": "Sagsmappen mangler en fil, som den skal have.",
    "forkert-filnavn": "Tallet i en opfølgnings filnavn er et andet end det, der står i filen.",
    "tom-fil": "En fil i sagsmappen er tom.",
    "binær-fil": "En fil i sagsmappen er ikke en tekstfil.",
    "forkert-tegnsæt": "En fil i sagsmappen er ikke gemt med tegnsættet UTF-8.",
    # The form of a file
    "ugyldig-yaml": "En linje kan ikke læses, oftest på grund af indrykning, et kolon eller et anførselstegn.",
    "samme-felt-to-gange": "Samme felt står to gange samme sted.",
    "felt-uden-kolon": "I en krøllet parentes står noget uden kolon, oftest fordi en tekst eller et beløb har et komma.",
    "flere-dokumenter": "En fil er delt i flere dokumenter af en linje med tre bindestreger.",
    "for-dyb-indrykning": "Felterne er rykket ind i flere niveauer, end en sag kan have.",
    "ugyldig-nøgle": "Et felts navn er ikke et ord, men en liste eller en gruppe.",
    "anker": "En fil bruger et anker eller en henvisning (& eller *), så den siger noget andet end det, der står.",
    "mærke": "En fil bruger et YAML-mærke (et ord med ! foran).",
    # The fields
    "ukendt-felt": "Et felt har et navn, som ikke findes på det sted.",
    "felt-mangler": "Et felt, som skal være der, mangler.",
    "forkert-form": "Der står en tekst, hvor der skal stå en liste eller en gruppe af felter, eller omvendt.",
    "ikke-tekst": "Der står en liste eller en gruppe af felter, hvor der skal stå en tekst.",
    "tom-tekst": "Et felt, som skal have en tekst, er tomt.",
    "ugyldigt-tegn": "En tekst har et tegn, som ikke kan trykkes.",
    "ukendt-værdi": "Der står et andet ord end et af dem, feltet kan have.",
    "hverken-ja-eller-nej": "Der står noget andet end ja eller nej.",
    "ugyldig-dato": "En dato findes ikke, eller den er ikke skrevet som år-måned-dag.",
    "ugyldigt-årstal": "Et årstal er ikke skrevet med fire cifre.",
    "ugyldigt-nummer": "Et nummer er ikke skrevet som tal med punktum imellem.",
    "ugyldigt-beløb": "Et beløb er ikke skrevet med cifre, eller det har flere decimaler, end enheden kan have.",
    "tomt-beløb": "Et felt, som skal have et beløb, er tomt.",
    "ugyldig-periode": "De år, aftalen gælder, er ikke skrevet som første og sidste år med en bindestreg imellem.",
    "ugyldigt-sagsid": "Et sagsid er ikke skrevet som i sagssystemet.",
    "ukendt-type": "Et delelements type er hverken drift, anlæg eller øvrig finansiering.",
    "ukendt-milepæl": "En milepæl har et andet nummer end 1, 2, 3 eller 4.",
    "ukendt-opfølgning": "En opfølgning har et andet nummer end 0, 1, 2, 3 eller 4.",
    "ref-mangler": "Et delelement uden nummer har ingen ref.",
    # Names that point at something
    "ukendt-center": "Et ansvarligt center står ikke på aftalens liste over centre.",
    "ukendt-udvalg": "Et ansvarligt udvalg står ikke på aftalens liste over udvalg.",
    # Earlier documents
    "titel-mangler": "Et tidligere dokument har ingen titel, som kan læses som en udmøntning eller en opfølgning.",
    "ikke-en-opfølgning": "Et tidligere dokument er selve aftalen, men dens punkter kan ikke genkendes.",
    "forskellige-sager": "De tidligere dokumenter hører ikke til samme aftale.",
    "flere-aftaler": "Flere af de tidligere dokumenter er den underskrevne aftale selv.",
    "budgetår-mangler": "Et tidligere dokument siger ikke, hvilket budgetår det gælder.",
    "opfølgning-mangler": "Et tidligere dokument siger ikke, hvilken opfølgning det er.",
    "dato-mangler": "Et tidligere dokument har ingen dato.",
    "sagsid-mangler": "Et tidligere dokument har intet sagsid.",
    "kommune-mangler": "Et tidligere dokument siger ikke, hvilken kommune det er fra.",
}
"""Printed as `fejl`."""

WARNS: dict[str, str] = {
    "ukendt-fil": "En fil i sagsmappen bliver ikke læst, for dens navn er ikke kendt.",
    # What an earlier document holds, but was not read
    "linje-ikke-placeret": "En eller flere linjer i et tidligere dokument er ikke genkendt.",
    "brevhoved-ikke-forstået": "Noget i et tidligere dokuments brevhoved er ikke forstået.",
    "billede": "Et tidligere dokument har et billede, som ikke kan læses.",
    "ugyldigt-tegn": "Et tidligere dokument har tegn, som ikke kan trykkes; de er udeladt.",
    "skjult-tekst": "Et tidligere Word-dokument har skjult tekst, som ikke er læst.",
    "kommentarer": "Et tidligere Word-dokument har kommentarer, som ikke er læst.",
    "sporede-ændringer": "Et tidligere Word-dokument har ændringer, som ingen har taget stilling til.",
    "ingen-delelementer": "Der er ikke fundet nogen delelementer i et tidligere dokument.",
    "ukendt-type": "Et delelement i et tidligere dokument har ikke en type, som kan læses.",
    # Smileys
    "tvetydig-smiley": "En smiley i et tidligere dokument kan betyde både mellemfornøjet og sur, så den er ikke læst.",
    "ukendt-smiley": "Et tegn eller et ord i smileyfeltet er ikke en kendt smiley, så det er ikke læst.",
    "flere-smileyer": "Der står flere forskellige smileyer i samme felt, så ingen af dem er læst.",
    "smiley-i-teksten": "En smiley står i teksten i et tidligere dokument, og der er ingen i smileyfeltet.",
    "tvetydig-definition": "Et tidligere dokument forklarer to betydninger med samme smiley.",
    # What was read, but may be meant otherwise
    "andet-årstal": "Et tidspunkt i et tidligere dokument nævner et andet år end budgetåret.",
    "ukendt-tidspunkt": "En milepæl i et tidligere dokument har ikke et tidspunkt, som kan læses.",
    "milepæl-to-gange": "Et delelement i et tidligere dokument har flere milepæle med samme tidspunkt.",
    "delelement-to-gange": "Et tidligere dokument har samme delelement to gange.",
    "kapitel-mangler": "De første delelementer i et tidligere dokument står uden kapitel.",
    "nummer-uden-punktum": "Et nummer i et tidligere dokument står uden det afsluttende punktum.",
    "uklare-bidragsydere": "Det er uklart, hvor den ene bidragsyders navn ender, og den næstes begynder.",
    "blandede-typebetegnelser": "Typen står i den korte form nogle steder i et tidligere dokument, men ikke alle.",
    "forskellige-tekster": "To tidligere dokumenter siger ikke det samme; det nyeste dokuments ord er brugt.",
    "andet-årstal-i-sidehoved": "Et sidehoved i et tidligere dokument nævner et andet budgetår end titlen.",
    "flere-sagsid": "Et tidligere dokument nævner to forskellige sagsid.",
    # The signed agreement itself
    "overskrift-i-tvivl": "En kort linje inde i et punkt er læst som en overskrift.",
    "nummer-mangler": "Et nummer mangler i rækken af aftalens punkter.",
    "punkt-to-gange": "To af aftalens punkter har samme nummer.",
    "underskrift-i-tvivl": "Det kan ikke ses, hvem der har skrevet aftalen under for hvilket parti.",
    "beløb-uden-år": "Det kan ikke ses, hvilke år beløbene i en række hører til, så de er ikke læst.",
    "beløb-ikke-læst": "Der står noget andet end et beløb i en tabel.",
    # What was concluded, because the document does not say it
    "titel-udledt": "Aftalens titel er dannet af budgetåret, fordi dokumentet ikke har en.",
    "periode-udledt": "Aftalens periode er sat til budgetåret alene, fordi dokumentet ingen bilag har med beløb.",
    "underskrift-udledt": "Et hverv, som står under flere navne, er sat ved det første af dem.",
    "kolonne-udledt": "En række i en tabel mangler felter til sidst; beløbene er læst fra det første år.",
    "enhed-udledt": "En tabel siger ikke, hvilken enhed beløbene står i, så den sædvanlige er brugt.",
    "budgetår-udledt": "Budgetåret er taget fra tidspunkterne eller bilagene, fordi titlen ikke nævner det.",
    "kommune-udledt": "Kommunens navn er taget fra teksten, fordi titlen ikke nævner det.",
}
"""Printed as `advarsel`."""
