"""Remind: an e-mail for every centre that still owes something, with its workbook, as files in a folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from renderer.edition import danish
from renderer.edition.questionnaires import round_of
from renderer.edition.reminder import Enclosure, Reminder
from renderer.edition.titles import followup_name, item_heading
from renderer.journeys.collecting.collect import collected_files, collection
from renderer.journeys.collecting.missing import CentreState, Chase, Owed
from renderer.journeys.write_files import write_files
from renderer.model.followup import Contact
from renderer.model.mail_address import ADDRESS
from renderer.vocabulary import workbook_marks
from renderer.writers.mail import write_mail


def write_reminders(chased: Chase, target: Path) -> list[Path]:
    """Write an e-mail for each centre that owes something, all of them or none. Raises `CannotWrite`."""
    return write_files(target, reminder_files(chased))


def reminder_files(chased: Chase) -> dict[str, bytes]:
    """The e-mails by their names; nothing is sent."""
    owing = [one for one in chased.centres if one.owed]
    books = _workbooks(chased) if owing else {}
    files: dict[str, bytes] = {}
    for one in owing:
        enclosure = books.get(one.centre)
        name = f"{enclosure.name.removesuffix('.xlsx')}.eml" if enclosure else f"{len(files) + 1}.eml"
        files[name] = write_mail(reminder(chased, one, enclosure))
    return files


def _workbooks(chased: Chase) -> dict[str, Enclosure]:
    records = list(collection(chased.case, chased.followup))
    written = collected_files(records).items()
    return {
        record.centre: Enclosure(name=name, content=content)
        for record, (name, content) in zip(records, written, strict=True)
    }


def reminder(chased: Chase, state: CentreState, enclosure: Enclosure | None) -> Reminder:
    """The e-mail to one centre."""
    followup = chased.case.followup(chased.followup)
    contact = followup.contact if followup else Contact()
    address = contact.email if contact.email and ADDRESS.fullmatch(contact.email) else ""
    agreement = chased.case.agreement
    organisation = agreement.organisation
    nobody = state.centre == workbook_marks.NO_CENTRE
    return Reminder(
        subject=f"{round_of(chased.case, chased.followup).name}: {_subject(chased, state)}",
        sender_name=contact.name or organisation.department or organisation.municipality,
        sender_address=address,
        receivers=agreement.mail_to(state.centre, chased.followup),
        greeting="Kære kolleger" if nobody else f"Kære kolleger i {state.centre}",
        paragraphs=tuple(_paragraphs(chased, state)),
        lists=tuple(_lists(chased, state)),
        closing=tuple(_closing(enclosure)),
        signature=tuple(_signature(chased, contact)),
        enclosure=enclosure,
    )


def _is_first(chased: Chase, state: CentreState) -> bool:
    """Whether the centre is asked, and not yet reminded: it has said nothing, and there is still time."""
    days = chased.days_to(chased.deadline.reporting)
    return state.silent and (days is None or days >= 0)


def _subject(chased: Chase, state: CentreState) -> str:
    if _is_first(chased, state):
        return f"regneark til {state.centre}"
    return f"{state.centre} mangler {_count(state)}"


def _count(state: CentreState) -> str:
    said = []
    if late := len(state.without_smiley):
        said.append(f"{late} af {state.asked} svar")
    if late := len(state.without_text):
        said.append(f"{late} af {state.asked} tekster")
    if late := len(state.without_status):
        said.append(f"{late} {'statustekst' if late == 1 else 'statustekster'}")
    return " og ".join(said)


def _paragraphs(chased: Chase, state: CentreState) -> Iterator[str]:
    of_plan, title = chased.followup == 0, chased.case.agreement.title
    about = f"Udmøntningen af {title}" if of_plan else f"{followup_name(chased.followup)} på {title}"
    if _is_first(chased, state):
        what = "skrive" if of_plan else "melde"
        yield f"{about} er i gang, og vi beder jer om at {what} det, der står herunder."
    else:
        yield f"Til {about[0].lower()}{about[1:]} mangler vi stadig noget fra jer. Det står herunder."
    reporting, meeting = chased.deadline.reporting, chased.deadline.meeting
    said = []
    if reporting:
        passed = reporting < chased.today
        said.append(f"Fristen {'var' if passed else 'er'} den {danish.long_date(reporting)}.")
    if meeting:
        what = "udmøntningen" if of_plan else "opfølgningen"
        said.append(f"Udvalgene behandler {what} den {danish.long_date(meeting)}.")
    if said:
        yield " ".join(said)


def _lists(chased: Chase, state: CentreState) -> Iterator[tuple[str, tuple[str, ...]]]:
    if state.without_text:
        yield "Skriv:" if _is_first(chased, state) else "Der mangler:", _entries(state.without_text)
        return
    if _is_first(chased, state):
        yield "Vælg en smiley for:", _entries(state.without_smiley)
    elif state.without_smiley:
        yield "Der mangler en smiley:", _entries(state.without_smiley)
    if state.without_status:
        yield "Smileyen er ikke glad, så der skal en statustekst til:", _entries(state.without_status)


def _entries(owed: Sequence[Owed]) -> tuple[str, ...]:
    return tuple(f"{item_heading(one.item)}, {one.about}" for one in owed)


def _closing(enclosure: Enclosure | None) -> Iterator[str]:
    if enclosure:
        yield "Regnearket til jeres svar er vedhæftet. Udfyld det, gem det, og send det tilbage som svar på denne mail."


def _signature(chased: Chase, contact: Contact) -> Iterator[str]:
    organisation = chased.case.agreement.organisation
    yield "Venlig hilsen"
    if contact.name:
        yield contact.name
    yield ", ".join(name for name in (organisation.department, organisation.municipality) if name)
    if contact.phone:
        yield f"Tlf. {contact.phone}"
