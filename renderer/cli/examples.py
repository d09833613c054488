"""One whole call of each command, for its help and for the error that tells what a call lacks.

The names of files and folders are those of the user guide.
"""

EXAMPLES: dict[str, str] = {
    "new": 'ny-sag --year 2019 --case-id 00.30.00-S00-4-18 --municipality "Ballerup Kommune"',
    "import": "udmoentning.pdf foerste-opfoelgning.pdf -o ny-sag",
    "plan": "min-sag",
    "next": "min-sag --date 2018-07-04",
    "check": "min-sag",
    "status": "min-sag --followup 2",
    "render": "min-sag --followup 2 --all -o dokumenter",
    "draft": "min-sag --followup 2 --all -o udkast",
    "collect": "min-sag --followup 2 -o regneark",
    "missing": "min-sag --followup 2",
    "take-back": "min-sag rettet.docx arbejdsmarked.xlsx",
    "export": "min-sag -o sag.xlsx",
    "overview": "min-sag --followup 2",
    "compare": "min-sag --from 1 --to 2 -o dokumenter",
    "issue": 'min-sag --followup 2 --all --by "Anna Holm"',
    "extract": "modtaget.pdf",
    "verify": "modtaget.pdf",
    "schema": "",
    "serve": "--port 8000",
    "worker": "--jobs 2",
    "archive list": "--committee Økonomiudvalget",
    "archive show": "2",
    "archive get": "2 -o hentet",
    "archive withdraw": '2 --by "Bo Lund" --reason "Udvalget var forkert."',
    "archive verify": "",
    "archive key": "arkivets-noegle.pem",
    "archive checkpoint": "-o kontrolpunkter.json",
    "archive export": "--bagit pakker",
    "archive import": "pakker",
    "token make": "sagssystem --scopes render,issue",
    "token list": "",
    "token revoke": "sagssystem",
    "token log": "",
}
"""What stands after `aftalerapport` and the command's own words."""


def example_of(command_path: str) -> str | None:
    """A whole call of `aftalerapport archive get`, as it is typed; `None` for what is no command."""
    command = command_path.partition(" ")[2]
    return f"{command_path} {EXAMPLES[command]}".rstrip() if command in EXAMPLES else None
