"""The table of all rules: the code that is printed, how much it weighs, and what it finds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from renderer.checks import agreed, changes, contributors, deadlines, names, numbers, smileys, texts, unfinished, years
from renderer.checks.editorial import progress, rules
from renderer.checks.figures import point_rules, table_rules
from renderer.checks.view import Remark, View
from renderer.findings import Finding, Severity
from renderer.model.case import Case

Rule = Callable[[View], Iterable[Remark]]


@dataclass(frozen=True)
class Check:
    """A rule, and the sentence that says in the manual what it finds."""

    rule: Rule
    finds: str
    severity: Severity = Severity.WARNING


CHECKS: dict[str, Check] = {
    # What makes a document wrong stops.
    "nummer-to-gange": Check(
        numbers.number_twice, "Flere delelementer har både samme nummer og samme ref.", Severity.ERROR
    ),
    "ref-to-gange": Check(numbers.ref_twice, "Flere delelementer har samme ref.", Severity.ERROR),
    "ukendt-delelement": Check(
        numbers.unknown_item, "Der er meldt status på et delelement, som aftalen ikke har.", Severity.ERROR
    ),
    "opfølgning-to-gange": Check(numbers.followup_twice, "To opfølgninger har samme nummer.", Severity.ERROR),
    # Smileys
    "smiley-før-tid": Check(smileys.smiley_before_its_time, "En smiley er givet, før tidspunktet var kommet."),
    "svar-i-udmøntningen": Check(smileys.reports_in_plan, "Udmøntningens fil har en smiley eller en status."),
    "smiley-mangler": Check(smileys.missing_smiley, "En milepæl har ingen smiley, selv om tidspunktet er kommet."),
    "smiley-falder-bort": Check(smileys.lost_smiley, "En nyere status uden smiley skjuler en tidligere smiley."),
    "smiley-uden-milepæl": Check(smileys.smiley_without_milestone, "En smiley er givet, hvor der ingen milepæl er."),
    "smiley-uden-betydning": Check(smileys.smiley_without_meaning, "En smiley har ingen betydning i aftalens skala."),
    "status-mangler": Check(smileys.missing_status, "En sur eller mellemfornøjet smiley har ingen statustekst."),
    "økonomi-uden-smiley": Check(
        smileys.finances_without_smiley, "En økonomi med et beløb har ingen smiley, selv om andre har fået en."
    ),
    "økonomi-fra-tidligere": Check(
        smileys.finances_of_earlier,
        "En smiley for økonomi er fra en tidligere opfølgning og ikke meldt i den nyeste.",
        Severity.HINT,
    ),
    # What changes in the middle of the year
    "status-på-udgået": Check(changes.reported_though_given_up, "Der er meldt status på et delelement, som er udgået."),
    "ændring-uden-opfølgning": Check(
        changes.change_without_followup,
        "Et delelement er udgået eller flyttet i en opfølgning, som sagen ikke har.",
    ),
    "flyttet-efter-udgået": Check(changes.moved_after_given_up, "Et delelement er flyttet, efter at det er udgået."),
    "flyttet-uden-ændring": Check(
        changes.moved_nowhere, "Et delelement er flyttet til det center og det udvalg, det hører under i forvejen."
    ),
    "opfølges-ikke-men-er-i-planen": Check(
        changes.not_followed_up, "Et punkt har »opfølges: nej«, men planen har et delelement til det."
    ),
    "opfølgning-uden-status": Check(smileys.followup_without_reports, "En opfølgning melder slet ingen status."),
    "skala-mangler": Check(smileys.missing_scale, "Aftalen siger ikke, hvad smileyerne betyder."),
    # Numbers
    "fælles-nummer": Check(
        numbers.number_shared, "Flere delelementer har samme nummer uden at være dele af det, men hver sin ref."
    ),
    "nummer-uden-for-kapitel": Check(
        numbers.number_outside_chapter, "Et delelements nummer hører ikke til dets kapitel."
    ),
    "ude-af-rækkefølge": Check(numbers.out_of_order, "Et delelement står ikke i nummerorden."),
    "kapitel-ude-af-rækkefølge": Check(numbers.chapter_out_of_order, "Et kapitel står ikke i nummerorden."),
    "henvisning-til-ukendt-nummer": Check(
        numbers.unknown_reference, "En tekst henviser til et nummer, som aftalen ikke har."
    ),
    "del-mangler": Check(numbers.missing_part, "En del af et delelement findes uden de dele, der går forud."),
    # Names
    "center-under-to-navne": Check(names.centre_under_two_names, "Et center er skrevet på to måder."),
    "udvalg-under-to-navne": Check(names.committee_under_two_names, "Et udvalg er skrevet på to måder."),
    "bidragsyder-er-ansvarlig": Check(
        contributors.is_responsible, "Det ansvarlige center er også nævnt som bidragsyder."
    ),
    "bidragsyder-to-gange": Check(contributors.named_twice, "En bidragsyder er nævnt to gange."),
    "bidragsydere-i-et-navn": Check(
        contributors.in_one_name, "Flere bidragsydere ser ud til at være skrevet som ét navn."
    ),
    "bidragsyder-skrevet-forkert": Check(
        contributors.misspelt, "En bidragsyder står ikke på aftalens lister, men ligner et navn, der gør."
    ),
    "bidragsyder-uden-for-listerne": Check(
        contributors.not_listed,
        "En eller flere bidragsydere står ikke på aftalens lister over centre og udvalg.",
        Severity.HINT,
    ),
    "center-mangler": Check(names.missing_centre, "Et delelement har intet ansvarligt center."),
    "udvalg-mangler": Check(names.missing_committee, "Et delelement har intet ansvarligt udvalg."),
    "udvalg-uden-delelementer": Check(names.committee_without_items, "Et udvalg på listen har ingen delelementer."),
    # Texts
    "afsnit-to-gange": Check(texts.paragraph_twice, "Et afsnit står to gange i samme tekst."),
    "status-gentager-milepæl": Check(texts.status_repeats_milestone, "En statustekst gentager milepælen."),
    "beskrivelse-gentager-aftaletekst": Check(
        texts.description_repeats_agreement, "Beskrivelsen gentager et afsnit af aftaleteksten."
    ),
    "milepæl-gentaget": Check(texts.copied_milestone, "En lang milepæl står ved to tidspunkter."),
    "aftaletekst-er-titlen": Check(texts.agreement_text_is_title, "Aftaleteksten er kun delelementets titel."),
    "tekst-mangler": Check(texts.missing_text, "Et delelement har ingen aftaletekst, eller slet ingen tekst."),
    "milepæle-mangler": Check(texts.missing_milestones, "Et delelement har ingen milepæle."),
    "type-mangler": Check(texts.missing_type, "Et delelement har ingen type."),
    "statusord-i-teksten": Check(texts.label_in_text, "En tekst har selv ordet »Status:«."),
    "henvisning-uden-adresse": Check(
        texts.link_that_leads_nowhere,
        "En henvisning fører ikke til en hjemmeside, en mail eller et telefonnummer.",
    ),
    "læsevejledning-mangler": Check(texts.missing_guide, "Aftalen har ingen læsevejledning."),
    "kapitel-uden-delelementer": Check(texts.chapter_without_items, "Et kapitel har ingen delelementer."),
    # The plan against the signed agreement
    "titel-ændret": Check(agreed.title_differs, "Et delelements titel er en anden end den, parterne skrev under på."),
    "aftaletekst-ændret": Check(
        agreed.agreement_text_differs, "En aftaletekst har andre ord end den aftale, parterne skrev under på."
    ),
    # Years and letterhead
    "årstal-modsiger-aftalen": Check(
        years.contradicting_year, "En titel, læsevejledningen eller en milepæl nævner et andet år end aftalens."
    ),
    "dato-uden-for-året": Check(years.date_outside_year, "En opfølgnings dato passer ikke til budgetåret."),
    "dato-går-baglæns": Check(years.dates_go_backwards, "En opfølgning er ikke dateret senere end den forrige."),
    "sagsid-efter-dokumentet": Check(
        years.case_opened_after_document, "Sagen er efter sit sagsid oprettet senere end dens første dokument."
    ),
    "kontakt-mangler": Check(years.missing_contact, "En opfølgning har ingen kontaktoplysninger."),
    "e-mail-ugyldig": Check(years.broken_email, "En e-mailadresse kan ikke bruges."),
    # Deadlines
    "frist-efter-møde": Check(
        deadlines.reporting_after_meeting, "Fristen for at melde ligger efter det udvalgsmøde, den er til."
    ),
    "frist-efter-opfølgningen": Check(
        deadlines.reporting_after_document, "Fristen for at melde ligger efter opfølgningens egen dato."
    ),
    # The signed agreement: its texts against its annexes
    "beløb-forkert-afrundet": Check(
        point_rules.wrongly_rounded, "Et beløb i et punkts tekst er bilagets beløb, men forkert afrundet."
    ),
    "beløb-modsiger-bilaget": Check(
        point_rules.contradicting_amount, "Et punkts tekst afsætter et andet beløb end bilaget."
    ),
    "beløb-kun-i-teksten": Check(
        point_rules.amount_only_in_text, "Et punkts tekst afsætter et beløb, som ikke står i noget bilag."
    ),
    "beløb-kun-i-bilaget": Check(
        point_rules.amount_only_in_annex, "Et bilag har et beløb, som punktets tekst ikke har."
    ),
    "beløb-uklart": Check(point_rules.unclear_amount, "Et beløb i budgetaftalens tekst kan læses på flere måder."),
    "beløb-overlapper": Check(
        point_rules.overlapping_amounts, "To beløb i samme sætning gælder samme år, og bilaget afgør det ikke."
    ),
    # The signed agreement: its tables
    "række-uden-punkt": Check(table_rules.row_without_point, "En række i et bilag har et nummer, som intet punkt har."),
    "række-under-anden-titel": Check(
        table_rules.row_of_another_title, "En række i et bilag har en anden titel end punktet med samme nummer."
    ),
    "række-to-gange": Check(table_rules.row_twice, "Et bilag har flere rækker til samme punkt."),
    "besparelse-to-gange": Check(table_rules.saving_twice, "Flere besparelser har samme nummer."),
    "besparelse-uden-minus": Check(
        table_rules.saving_without_minus, "En besparelse har et beløb uden minus, så det læses som en udgift."
    ),
    "investering-med-minus": Check(
        table_rules.investment_with_minus, "En anlægsinvestering i besparelserne er negativ."
    ),
    "beløb-uden-for-perioden": Check(
        table_rules.year_outside_period, "En tabel i budgetaftalen har beløb i et år, som aftalen ikke gælder."
    ),
    "sum-stemmer-ikke": Check(table_rules.wrong_sum, "En sum i budgetaftalen er ikke det, rækkerne giver."),
    "investeringssum-stemmer-ikke": Check(
        table_rules.wrong_investment_sum, "Summen af anlægsinvesteringer er ikke det, besparelserne giver."
    ),
    # How it is written
    "mulig-stavefejl": Check(rules.misspelt_words, "Et ord er ikke kendt og ligner et, der er.", Severity.HINT),
    "ord-to-gange": Check(rules.words_twice, "Et ord står to gange efter hinanden.", Severity.HINT),
    "sætning-uden-slutning": Check(
        rules.unended_sentences, "En tekst slutter midt i en sætning eller uden punktum.", Severity.HINT
    ),
    "andre-anførselstegn": Check(rules.quotation_marks, "En tekst har andre anførselstegn end ”…”.", Severity.HINT),
    "bindestreg-som-tankestreg": Check(
        rules.dashes, "En bindestreg eller en lang streg står, hvor der skal være tankestreg.", Severity.HINT
    ),
    "interval-med-mellemrum": Check(
        rules.spaced_ranges, "Et interval eller en periode er skrevet med mellemrum eller tankestreg.", Severity.HINT
    ),
    "procenttegn-i-teksten": Check(rules.per_cent_signs, "En tekst har tegnet % og ikke pct.", Severity.HINT),
    "mellemrum-før-tegn": Check(
        rules.spaces_before_stops,
        "Der står et mellemrum før et punktum, et komma eller et lignende tegn.",
        Severity.HINT,
    ),
    "komma-uden-mellemrum": Check(
        rules.joined_by_comma, "Der mangler et mellemrum efter et komma i en tekst.", Severity.HINT
    ),
    "datoer-på-flere-måder": Check(
        rules.differing_dates, "En dato er skrevet på en anden måde end de fleste andre.", Severity.HINT
    ),
    "milepæl-uden-mål": Check(
        progress.unmeasurable_milestone, "Den sidste milepæl siger kun, at noget følges eller pågår.", Severity.HINT
    ),
    "status-kopieret": Check(progress.copied_status, "Statusteksten er den samme ved alle tidspunkter.", Severity.HINT),
    # What is not filled in yet
    "beskrivelse-mangler": Check(
        unfinished.missing_descriptions, "Et eller flere delelementer har ingen beskrivelse.", Severity.HINT
    ),
    "økonomitekst-mangler": Check(
        unfinished.missing_finances, "Et eller flere delelementer har ingen tekst om økonomien.", Severity.HINT
    ),
    "afdeling-mangler": Check(
        unfinished.missing_department, "Sagen siger ikke, hvilken afdeling der udsender dokumenterne.", Severity.HINT
    ),
}


def run_checks(case: Case, followup: int | None = None, *, hints: bool = False) -> tuple[Finding, ...]:
    """Every finding about a case as the edition of one follow-up shows it (`None`: the newest).

    In the order of the files, the items and the table. Hints are looked for only where they are asked for: they take
    a dictionary. Waivers are not applied: that is `apply_waivers`.
    """
    view = View.of(case, followup)
    order = {item.ref: position for position, item in enumerate(view.items)}
    codes = (code for code, check in CHECKS.items() if hints or check.severity is not Severity.HINT)
    findings = (finding for code in codes for finding in _found(code, view))
    return tuple(sorted(findings, key=lambda each: (each.place.file or "", order.get(each.place.item or "", -1))))


def run_check(code: str, case: Case) -> tuple[Finding, ...]:
    """What one rule finds in a case."""
    return tuple(_found(code, View.of(case, None)))


def _found(code: str, view: View) -> Iterator[Finding]:
    check = CHECKS[code]
    return (Finding(code, check.severity, one.place, one.message, one.hint) for one in check.rule(view))
