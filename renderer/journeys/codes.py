"""The codes that the journeys print themselves, each with what it finds, for the manual."""

STOPS: dict[str, str] = {
    "punkt-to-gange": "Den underskrevne aftale har to punkter med samme nummer eller titel, så planen kan ikke lægges.",
    "udstedt-fil-afviger": "En fil i arkivet er ikke den, som udgavens egne data giver.",
    "arkiv-ændret": "Noget i arkivet er ikke, som det var, da det blev udstedt.",
    "anden-version": "En PDF-fil er dannet af en anden version af programmet, så den kan ikke efterprøves med denne.",
    "sidetal-afviger": "En PDF-fil har et andet antal sider, end dens egne kildedata giver.",
    "side-afviger": "En side i en PDF-fil viser noget andet, end filens egne kildedata siger.",
    "fil-ændret": "En PDF-fil er ændret et andet sted end i sidernes indhold, for eksempel i metadata eller mærkning.",
}
"""Printed as `fejl`."""

WARNS: dict[str, str] = {
    "udstedt-med-anden-version": "En udgave i arkivet er dannet af en anden version og kan ikke dannes igen med denne.",
}
"""Printed as `advarsel`."""
