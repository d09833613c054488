"""The codes that the journeys print themselves, each with what it finds, for the manual."""

STOPS: dict[str, str] = {
    "udkast-fra-anden-sag": "Et udkast, der er kommet tilbage, hører til en anden sag.",
    "udkast-uden-opfølgning": "Et udkast, der er kommet tilbage, hører til en opfølgning, som sagen ikke har.",
    "fil-kan-ikke-læses": "En fil i en mappe med svar ligner et svar, men kan ikke læses.",
    "tekst-for-lang-til-celle": "En tekst i sagen er længere, end en celle i et regneark kan være.",
    "kan-ikke-skrives-sikkert": "Rettelser kan ikke skrives i en fil, uden at den kommer til at sige noget andet.",
    "sag-ændret-imens": "Sagsmappens filer blev ændret af andre, mens rettelserne skulle skrives.",
    "punkt-to-gange": "Den underskrevne aftale har to punkter med samme nummer eller titel, så planen kan ikke lægges.",
    "udstedt-fil-afviger": "En fil i arkivet er ikke den, som udgavens egne data giver, eller dataene kan ikke læses.",
    "arkiv-ændret": "Noget i arkivet er ikke, som det var, da det blev udstedt.",
    "kontrolpunkt-passer-ikke": "Arkivet er skrevet om, siden et kontrolpunkt blev underskrevet, eller det er ændret.",
    "tidsstempel-passer-ikke": "Tidsstemplet ved et kontrolpunkt passer ikke til rodcertifikatet.",
    "pakke-afvist": "En pakke fra et andet arkiv er ændret, mangler noget eller har noget i sig, som ikke hører til.",
    "sidetal-afviger": "En PDF-fil har et andet antal sider, end dens egne kildedata giver.",
    "side-afviger": "En side i en PDF-fil viser noget andet, end filens egne kildedata siger.",
    "fil-ændret": "En PDF-fil er ændret et andet sted end i sidernes indhold, for eksempel i metadata eller mærkning.",
}
"""Printed as `fejl`."""

WARNS: dict[str, str] = {
    "fil-er-åben": "Ved siden af et dokument ligger et mærke om, at det er åbent i Word, Excel eller LibreOffice.",
    "fil-ikke-læst": "En fil i en mappe med svar er hverken et udkast eller et regneark, så den er ikke læst.",
    "udkast-fra-tidligere-opfølgning": "Et udkast er kommet tilbage, efter at sagen har fået en senere opfølgning.",
    "svar-til-udmøntningen": "Et udkast til udmøntningen, der er kommet tilbage, har smileyer eller status.",
    "slettet-men-meldt-før": "Et svar, der er kommet tilbage, sletter noget, som en tidligere opfølgning meldte.",
    "tidligere-svar-igen": "Et svar er slettet, så det, en tidligere opfølgning meldte, bliver trykt igen.",
    "dato-langt-fremme": "Et dokument, der skal udstedes, er dateret mere end to måneder frem i tiden.",
    "tiden-går-tilbage": "Et led i arkivets kæde er dateret før det, der går forud.",
    "tidsstempel-mangler": "Et kontrolpunkt i arkivet har intet tidsstempel.",
    "udstedt-med-anden-version": "En fil i arkivet er dannet af en anden version og bliver ikke den samme med denne.",
    "anden-version": "En PDF-fil er dannet af en anden version af programmet og bliver ikke den samme med denne.",
    "side-kan-ikke-bevises": "En side i en PDF-fil fra en anden version bliver dannet anderledes af denne.",
    "fil-kan-ikke-bevises": "En PDF-fil fra en anden version bliver dannet anderledes af denne og kan ikke bevises.",
}
"""Printed as `advarsel`."""
