"""Reading a file of people: its encoding found, its columns named, its rows as texts."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hearth.people.importing.columns import COLUMNS

_PIECE = 1 << 20
TOO_MANY = "It has more columns than the first line names."


class Unreadable(Exception):
    """The file cannot be read at all; what is wrong with it, in words."""


class Line(NamedTuple):
    """One row: the number of the line it begins on, and its values by column; `extra` where it has too many."""

    number: int
    values: dict[str, str]
    extra: bool = False


class People(NamedTuple):
    """A file of people that can be read: where, in which encoding, how many bytes, and the columns it has."""

    path: Path
    encoding: str
    size: int
    columns: tuple[str, ...]
    unread: tuple[str, ...]
    """Columns of the file that mean nothing here."""

    def lines(self) -> Iterator[Line]:
        """Every row, empty ones left out."""
        with self.path.open(encoding=self.encoding, newline="") as file:
            rows = _Rows(file, self.path)
            header = _header(next(rows))
            before = rows.line
            for row in rows:
                number, before = before + 1, rows.line
                if any(cell.strip() for cell in row):
                    values = {name: cell for name, cell in zip(header, row, strict=False) if name in COLUMNS}
                    yield Line(number, values, len(row) > len(header))


def open_people(path: Path) -> People:
    """Look at a whole file, before anything of it is used.

    Raises Unreadable in plain words where there is none, where letters or quotation marks cannot be read anywhere in it, or
    where none of its columns is known.
    """
    try:
        if not path.is_file():
            raise Unreadable(f"{path} is a folder." if path.is_dir() else f"There is no file {path}.")
        encoding = _encoding(path)
        header = _checked_header(path, encoding)
    except OSError as problem:
        raise Unreadable(f"{path.name} cannot be opened: {problem.strerror}.") from problem
    columns = tuple(name for name in header if name in COLUMNS)
    if not {"forenames", "surname"} & set(columns):
        raise Unreadable(
            f"The first line of {path.name} must name the columns, separated by commas, with forenames or surname among them."
            f" The columns are: {', '.join(COLUMNS)}."
        )
    if twice := sorted({name for name in columns if columns.count(name) > 1}):
        raise Unreadable(f"{path.name} has a column twice: {', '.join(twice)}.")
    return People(path, encoding, path.stat().st_size, columns, tuple(name for name in header if name and name not in COLUMNS))


def _checked_header(path: Path, encoding: str) -> list[str]:
    with path.open(encoding=encoding, newline="") as file:
        rows = _Rows(file, path)
        try:
            header = _header(next(rows))
        except StopIteration:
            raise Unreadable(f"{path.name} is empty.") from None
        for _ in rows:  # a quotation mark that does not close is found here, and not when half of the file was written
            pass
    return header


def _encoding(path: Path) -> str:
    """UTF-8 (with or without its mark) where every byte is, else Windows-1252, as Excel saves in England."""
    with path.open("rb") as file:
        marked = file.read(2) in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            with path.open(encoding=encoding, newline="") as file:
                while file.read(_PIECE):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise Unreadable(f"{path.name} is neither UTF-8 nor Windows-1252, nor whole UTF-16. Save it as CSV UTF-8.")


class _Rows(Iterator[list[str]]):
    """Rows of a file with the number of the line each ends on."""

    def __init__(self, file: Iterable[str], path: Path) -> None:
        self._reader = csv.reader((line.replace("\0", "\ufffd") for line in file), strict=True)
        self._path = path

    def __next__(self) -> list[str]:
        try:
            return next(self._reader)
        except csv.Error as error:
            raise Unreadable(f"{self._path.name}, line {self.line}: {error}. Check the quotation marks there.") from error

    @property
    def line(self) -> int:
        """The line that the row just read ends on."""
        return self._reader.line_num


def _header(row: list[str]) -> list[str]:
    return ["_".join(name.split()).lower() for name in row]
