"""The chase list: what was asked, what is reported, what is missing, and the e-mail to each centre."""

import datetime
import email
import email.policy
from email.message import EmailMessage

import pytest

from renderer.casefolder.write import case_files
from renderer.errors import UnknownChoice
from renderer.journeys.collecting.collect import collected_files, collection
from renderer.journeys.collecting.missing import Chase, Lack, chase
from renderer.journeys.collecting.remind import reminder_files
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.readers.yaml.folder import read_case_folder
from renderer.vocabulary.workbook_marks import NO_CENTRE
from tests.journeys.round_cases import CULTURE, WORK, case

TODAY = datetime.date(2018, 6, 15)


def owed(found: Chase) -> dict[str, list[tuple[str, str, Lack]]]:
    return {one.centre: [(o.item.ref, o.about, o.lack) for o in one.owed] for one in found.centres}


def mails(found: Case) -> dict[str, EmailMessage]:
    files = reminder_files(chase(found, 2, TODAY))
    parse = email.message_from_bytes
    return {name: parse(data, policy=email.policy.default) for name, data in files.items()}


def test_everything_due_is_owed_while_nothing_is_reported() -> None:
    found = chase(case(), 2, TODAY)

    both = [("1. budgetopfølgning 2018", Lack.SMILEY), ("2. budgetopfølgning 2018", Lack.SMILEY)]
    assert owed(found) == {
        WORK: [*(("5.1", *one) for one in both), ("5.1", "økonomi", Lack.SMILEY)],
        CULTURE: [("5.2", *one) for one in both],
        NO_CENTRE: [("5.3", *one) for one in both],
    }
    assert next((one.centre, one.asked, one.reported) for one in found.centres) == (WORK, 3, 0)


def test_what_is_reported_is_not_owed_and_a_sad_smiley_needs_its_text() -> None:
    sad = {"smiley": "sur"}
    reports = {
        "5.1": {"milepæle": {"2": sad}, "økonomi": {"smiley": "glad"}},
        "5.2": {"milepæle": {"2": {**sad, "status": "Hallen er lukket."}}},
        "5.3": {"milepæle": {"2": {"smiley": "glad"}}},
    }
    earlier = {ref: {"milepæle": {"1": {"smiley": "glad"}}} for ref in reports}
    found = chase(case(reports, earlier), 2, TODAY)

    assert owed(found) == {WORK: [("5.1", "2. budgetopfølgning 2018", Lack.STATUS)], CULTURE: [], NO_CENTRE: []}
    assert [(one.asked, one.reported) for one in found.centres] == [(2, 1), (1, 1), (1, 1)]


def test_last_rounds_finances_are_no_answer_to_this_one() -> None:
    happy = {"smiley": "glad"}
    earlier = {"5.1": {"milepæle": {"1": happy}, "økonomi": happy}}
    reports: dict[str, dict[str, object]] = {"5.1": {"milepæle": {"2": happy}}}

    assert owed(chase(case(reports, earlier), 2, TODAY))[WORK] == [("5.1", "økonomi", Lack.SMILEY)]
    reports["5.1"]["økonomi"] = happy
    assert owed(chase(case(reports, earlier), 2, TODAY))[WORK] == []


def test_finances_of_which_nothing_is_said_are_not_owed_but_what_was_begun_is() -> None:
    happy = {"smiley": "glad"}
    both = {"1": happy, "2": happy}
    reports: dict[str, dict[str, object]] = {ref: {"milepæle": both} for ref in ("5.1", "5.2", "5.3")}
    assert owed(chase(case(reports), 2, TODAY))[CULTURE] == []

    reports["5.2"]["økonomi"] = {"smiley": "sur"}
    assert owed(chase(case(reports), 2, TODAY))[CULTURE] == [("5.2", "økonomi", Lack.STATUS)]


def test_days_to_the_deadlines() -> None:
    found = chase(case(), 2, TODAY)

    assert found.days_to(found.deadline.reporting) == 5
    assert found.days_to(found.deadline.meeting) == 19
    assert chase(case(), 1, TODAY).deadline.reporting is None


def test_a_followup_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownChoice):
        chase(case(), 3, TODAY)


def test_each_centre_that_owes_something_gets_its_workbook() -> None:
    found = case()
    books = collected_files(list(collection(found, 2)))
    written = mails(found)

    assert [name.removesuffix(".eml") for name in written] == [name.removesuffix(".xlsx") for name in books]
    for message, (name, content) in zip(written.values(), books.items(), strict=True):
        (attached,) = message.iter_attachments()
        assert attached.get_filename() == name
        assert attached.get_content() == content


def first_mail(found: Case, today: datetime.date = TODAY) -> tuple[EmailMessage, str]:
    """The mail to the first centre, and its words."""
    data = next(iter(reminder_files(chase(found, 2, today)).values()))
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body()
    assert body is not None
    return message, " ".join(body.get_content().split())


def test_a_centre_that_has_said_nothing_is_asked_and_not_reminded() -> None:
    message, text = first_mail(case())

    assert message["Subject"] == "Anden opfølgning på Aftale om budget 2018: regneark til Arbejdsmarked"
    assert message["From"] == "Ida Holm <budget@example.dk>"
    assert message["To"] is None
    assert message["Date"] is None
    assert message["X-Unsent"] == "1"
    opening = "Anden opfølgning på Aftale om budget 2018 er i gang, og vi beder jer om at melde det, der står herunder."
    assert text.startswith(f"Kære kolleger i Arbejdsmarked {opening} Fristen er den 20. juni 2018.")
    assert "Udvalgene behandler opfølgningen den 4. juli 2018. Vælg en smiley for:" in text
    assert "- 5.1. Flere i fleksjob, 2. budgetopfølgning 2018 - 5.1. Flere i fleksjob, økonomi" in text
    assert text.endswith("Venlig hilsen Ida Holm Økonomi og Styring, Ballerup Kommune Tlf. 4477 2000")


@pytest.mark.parametrize(
    ("reports", "today", "lacks", "limit"),
    [
        ({}, datetime.date(2018, 6, 21), "3 af 3 svar", "Fristen var den 20. juni 2018."),
        (
            {"5.1": {"milepæle": {"1": {"smiley": "sur"}}}},
            TODAY,
            "2 af 3 svar og 1 statustekst",
            "Fristen er den 20. juni 2018.",
        ),
    ],
)
def test_a_centre_that_is_late_or_has_begun_is_reminded(
    reports: dict[str, object], today: datetime.date, lacks: str, limit: str
) -> None:
    message, text = first_mail(case(reports), today)

    assert message["Subject"] == f"Anden opfølgning på Aftale om budget 2018: Arbejdsmarked mangler {lacks}"
    assert f"mangler vi stadig noget fra jer. Det står herunder. {limit}" in text
    assert "Der mangler en smiley: - 5.1. Flere i fleksjob" in text


@pytest.mark.parametrize("address", ["okonomi", "a@b, c@d.dk", "økonomi@balk.dk"])
def test_an_address_that_mail_cannot_carry_is_left_to_the_person(address: str) -> None:
    data = case().model_dump(mode="json")
    data["opfølgninger"][1]["kontakt"]["e-mail"] = address

    assert {message["From"] for message in mails(Case.model_validate(data)).values()} == {None}


def test_the_same_list_gives_the_same_mails_and_none_where_nothing_is_owed() -> None:
    happy = {"smiley": "glad"}
    done = {ref: {"milepæle": {"1": happy, "2": happy}, "økonomi": happy} for ref in ("5.1", "5.2", "5.3")}

    assert reminder_files(chase(case(), 2, TODAY)) == reminder_files(chase(case(), 2, TODAY))
    assert reminder_files(chase(case(done), 2, TODAY)) == {}


ADDRESSED = {
    "centre_emails": {WORK.lower(): "arbejdsmarked@example.dk; leder.job@example.dk", CULTURE: "kultur@example.dk"},
    "new_names": [{"followup": "2", "name": CULTURE, "new_name": "Kultur og Fritid"}],
}


def addressed(**given: object) -> Case:
    found = case()
    data = {**found.agreement.model_dump(mode="json", by_alias=False), **ADDRESSED, **given}
    return found.model_copy(update={"agreement": Agreement.model_validate(data)})


def test_a_mail_is_addressed_to_its_centre_by_the_name_it_has_then() -> None:
    written = mails(addressed())

    assert [message["To"] for message in written.values()] == [
        "arbejdsmarked@example.dk, leder.job@example.dk", "kultur@example.dk", None
    ]  # fmt: skip
    assert "Kultur og Fritid" in next(one for one in written.values() if one["To"] == "kultur@example.dk")["Subject"]


def test_addresses_stand_in_the_data_as_they_were_given() -> None:
    found = addressed()
    text = case_files(found)["aftale.yaml"]

    assert f"e-mail_til_centre:\n  {WORK}: arbejdsmarked@example.dk, leder.job@example.dk\n" in text
    reading = read_case_folder({name: content.encode() for name, content in case_files(found).items()})
    assert reading.case == found


@pytest.mark.parametrize(
    ("addresses", "code", "words"),
    [
        ("Arbejdsmarked: jobcenteret", "ugyldig-e-mail", "»jobcenteret« er ikke en e-mailadresse."),
        ("Arbejdsmarked: Job <job@example.dk>", "ugyldig-e-mail", "»Job <job@example.dk>« er ikke en e-mailadresse."),
        ("Arbejdsmarked: job..x@example.dk", "ugyldig-e-mail", "»job..x@example.dk« er ikke en e-mailadresse."),
        ("Arbejdmarked: job@example.dk", "ukendt-center", "Centret »Arbejdmarked« står ikke i aftalens liste"),
        ("{Arbejdsmarked: a@example.dk, ARBEJDSMARKED: b@example.dk}", "samme-felt-to-gange", "adresser to steder"),
    ],
)
def test_what_is_no_address_or_no_centre_is_told(addresses: str, code: str, words: str) -> None:
    text = case_files(case())["aftale.yaml"] + f"e-mail_til_centre:\n  {addresses}\n"
    findings = read_case_folder({"aftale.yaml": text.encode()}).findings

    assert [(one.code, words in one.message) for one in findings] == [(code, True)]
    assert (findings[0].place.line or 0) >= text.splitlines().index("e-mail_til_centre:") + 1
