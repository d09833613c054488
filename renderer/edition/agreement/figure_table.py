"""A table of figures as it is printed: a figure annex, or the overview of savings."""

from pydantic import Field

from renderer.edition.agreement.heading import Heading
from renderer.edition.edition import Block, PrintedProse


class FigureColumn(Block):
    """A column of amounts: a year, or the investment."""

    label: str
    decimals: int = Field(description="The most decimals that an amount in it has; shorter ones stand as far left.")

    @property
    def is_year(self) -> bool:
        """Whether it is a year's; those are all as wide as the widest."""
        return self.label.isdigit()


class FigureLine(Block):
    """A row of amounts; `cells` has one text for each column, empty where there is no entry."""

    code: str = Field(description="The number or code; empty where it stands in the label.")
    label: str
    cells: tuple[str, ...]
    note: str
    calculated: bool = Field(False, description="Whether it is a sum of ours, that the agreement does not have.")


class FigureGroup(Block):
    """Rows under a heading of their own, with their sums; heading and sums may be missing."""

    heading: str
    lines: tuple[FigureLine, ...]
    totals: tuple[FigureLine, ...]

    @property
    def has_rows(self) -> bool:
        """Whether anything of it is printed."""
        return bool(self.heading or self.lines or self.totals)


class FigureTable(Block):
    """A table with its heading, its rows in groups, its sum and the notes under it."""

    heading: Heading
    code_label: str = Field(description="What stands over the codes; empty where the table has no such column.")
    label_label: str = Field(description="What stands over the labels, with the unit.")
    columns: tuple[FigureColumn, ...]
    note_label: str = Field(description="What stands over the notes; empty where no row has one.")
    groups: tuple[FigureGroup, ...]
    totals: tuple[FigureLine, ...]
    remarks: tuple[PrintedProse, ...] = Field(description="The agreement's own notes under the table.")
    calculated_notice: str = Field(description="What the mark on our own sums says; empty where there are none.")

    @property
    def has_rows(self) -> bool:
        """Whether there is more to print than its heading and its notes."""
        return bool(self.totals) or any(group.has_rows for group in self.groups)

    @property
    def width(self) -> int:
        """How many columns it has in all."""
        return bool(self.code_label) + 1 + len(self.columns) + bool(self.note_label)

    @property
    def year_characters(self) -> int:
        """How many characters the columns of years must hold, the longest amount and its place on the comma."""
        years = [n for n, column in enumerate(self.columns) if column.is_year]
        return max((self._characters(n) for n in years), default=0)

    def _characters(self, column: int) -> int:
        lines = [line for group in self.groups for line in (*group.lines, *group.totals)] + list(self.totals)
        cells = [line.cells[column] for line in lines if line.cells[column]]
        return max((len(cell) + sum(self.missing_decimals(column, cell)) for cell in cells), default=0)

    def missing_decimals(self, column: int, cell: str) -> tuple[int, bool]:
        """How many digits a cell lacks behind the comma, and whether it lacks the comma too."""
        own = len(cell.partition(",")[2])
        most = self.columns[column].decimals
        return most - own, bool(most) and not own
