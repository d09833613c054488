"""What stops the program: one tree of errors, each with a stable code, a Danish sentence and a way out.

    AftalerapportError
    ├── InputError            the input cannot be read, or the call is wrong       (exit 2)
    │   ├── UnreadableFile    a file is missing, locked, binary or of another format
    │   ├── UnknownChoice     a follow-up, committee or format that does not exist
    │   └── WrongCall         options or arguments that contradict each other
    ├── Stopped               findings that stop (defined in findings.py)          (exit 1)
    └── RenderingError        the document could not be made or written            (exit 3)
        ├── BrokenResource    a template, style or font is missing or altered
        └── CannotWrite       the disk is full, the folder is read-only

What an editor should know, but what need not stop, is no error: it is a `Finding`.
"""

from typing import ClassVar


class AftalerapportError(Exception):
    """Root of all errors of the program; `str()` gives the Danish sentence without the way out."""

    code: ClassVar[str] = "fejl"
    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(AftalerapportError):
    """The input cannot be read, or the call is wrong."""

    code = "forkert-input"
    exit_code = 2


class UnreadableFile(InputError):
    """A file is missing, locked, empty, binary or of another format than its name says."""

    code = "ulæselig-fil"


class UnknownChoice(InputError):
    """A follow-up, committee or format was asked for that the case or the program does not have."""

    code = "ukendt-valg"


class WrongCall(InputError):
    """Options or arguments that are missing or contradict each other."""

    code = "forkert-kald"


class RenderingError(AftalerapportError):
    """The document could not be made."""

    code = "dannelse-mislykkedes"


class BrokenResource(RenderingError):
    """A template, style or font of the program is missing or not as it was delivered."""

    code = "ressource-mangler"


class CannotWrite(RenderingError):
    """A finished document could not be written: full disk, read-only folder, name too long."""

    code = "kan-ikke-skrive"
