"""What stops the program: one tree of errors, each with a stable code, a Danish sentence and a way out.

    AftalerapportError
    ├── InputError            the input cannot be read, or the call is wrong       (exit 2)
    │   ├── UnreadableFile    a file is missing, locked, binary or of another format
    │   ├── UnknownChoice     a follow-up, committee or format that does not exist
    │   ├── WrongCall         options or arguments that contradict each other
    │   ├── ReasonNeeded      what was issued before is issued again without a reason
    │   ├── KeyUsed           two different requests bear one idempotency key
    │   └── LimitExceeded     what is sent, or what it takes to make, is more than the service allows
    ├── Stopped               findings that stop (defined in findings.py)          (exit 1)
    ├── ArchiveUnavailable    the archive's database cannot be opened or written     (exit 3)
    ├── Busy                  as much is at work as may be at once                 (exit 3)
    └── RenderingError        the document could not be made or written            (exit 3)
        ├── BrokenResource    a template, style or font is missing or altered
        └── CannotWrite       the disk is full, the folder is read-only

What an editor should know, but what need not stop, is no error: it is a `Finding`.

Each class whose code is printed says in `finds`, for the manual, what it tells the user.
"""

from typing import ClassVar


class AftalerapportError(Exception):
    """Root of all errors of the program; `str()` gives the Danish sentence without the way out."""

    code: ClassVar[str] = "fejl"
    finds: ClassVar[str] = "Der skete en fejl i programmet, som ikke var forudset."
    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(AftalerapportError):
    """The input cannot be read, or the call is wrong."""

    code = "forkert-input"
    finds = ""
    exit_code = 2


class UnreadableFile(InputError):
    """A file is missing, locked, empty, binary or of another format than its name says."""

    code = "ulæselig-fil"
    finds = "En fil eller en mappe mangler, kan ikke læses, er beskadiget eller er af en anden slags end ventet."


class UnknownChoice(InputError):
    """A follow-up, committee or format was asked for that the case or the program does not have."""

    code = "ukendt-valg"
    finds = "Der er bedt om en opfølgning eller et udvalg, som sagen ikke har."


class WrongCall(InputError):
    """Options or arguments that are missing or contradict each other."""

    code = "forkert-kald"
    finds = "Kommandoen kan ikke udføres, som den er skrevet; meddelelsen siger hvorfor."


class ReasonNeeded(InputError):
    """An edition that was issued before is to be issued again, and nobody has said why."""

    code = "begrundelse-mangler"
    finds = "En udgave, der er udstedt før, skal have en begrundelse for at blive udstedt igen."


class KeyUsed(InputError):
    """A key that stands for another request was sent with this one."""

    code = "nøgle-brugt"
    finds = "Et andet system har brugt den samme Idempotency-Key til to forskellige bestillinger."


class LimitExceeded(InputError):
    """What is sent is larger, or takes more time or memory, than the service allows."""

    code = "grænse-overskredet"
    finds = "Det, der er sendt, er større eller tager længere tid, end tjenesten tillader."


class ArchiveUnavailable(AftalerapportError):
    """The archive's database cannot be reached, opened or written, or is of a newer version."""

    code = "arkiv-utilgængeligt"
    finds = "Arkivets database kan ikke nås, åbnes eller skrives; meddelelsen siger hvorfor."


class Busy(AftalerapportError):
    """Everything is at work, and as much waits as may wait."""

    code = "optaget"
    finds = "Tjenesten har så meget at lave, at den ikke tager imod mere lige nu."


class RenderingError(AftalerapportError):
    """The document could not be made."""

    code = "dannelse-mislykkedes"
    finds = "Et dokument kunne ikke dannes."


class BrokenResource(RenderingError):
    """A template, style or font of the program is missing or not as it was delivered."""

    code = "ressource-mangler"
    finds = "En skabelon, en typografi eller en skrift, som hører til programmet, mangler eller er ændret."


class CannotWrite(RenderingError):
    """A finished document could not be written: full disk, read-only folder, name too long."""

    code = "kan-ikke-skrive"
    finds = "De færdige filer kunne ikke skrives, for eksempel fordi der ikke er plads."
