"""Numbers that pass their checks and belong to nobody: NHS numbers of the test range, pupil numbers, telephone numbers.

Each comes from the record's own number, so that no two records share one by chance.
"""

NHS_TEST_RANGE = 1_000_000
"""NHS numbers beginning 999 are never given to anybody; six digits are left, and about one in eleven has no check digit."""

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
DRAMA = 1_000
"""Ofcom keeps 07700 900000 to 900999 for drama."""


def nhs_check_digit(first_nine: str) -> str:
    """The tenth digit by modulus 11 (NHS Data Dictionary), or "" where these nine digits have none."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True)) % 11
    return "" if rest == 10 else str(rest % 11)


def nhs_number(number: int) -> str:
    """The test NHS number of a record, or "" for the one in eleven whose digits have no check digit."""
    first_nine = f"999{number * 618_033 % NHS_TEST_RANGE:06d}"
    check = nhs_check_digit(first_nine)
    return first_nine + check if check else ""


def upn_check_letter(twelve: str) -> str:
    """The letter before a pupil number's twelve digits: weights 2 to 13, modulus 23 (DfE guide to UPNs)."""
    return UPN_LETTERS[sum(int(digit) * weight for digit, weight in zip(twelve, range(2, 14), strict=True)) % 23]


def upn(number: int, started: int) -> str:
    """The pupil number of a record that started school in that year, of authority 999, which does not exist."""
    twelve = f"999{2000 + number // 1000:04d}{started % 100:02d}{number % 1000:03d}"
    return upn_check_letter(twelve) + twelve


def telephone(number: int, *, mobile: bool) -> str:
    """A number that rings nowhere: the drama range first, then 07000, and the area code 01632, which no place has."""
    scattered = number * 618_033 % 1_000_000
    if mobile:
        return f"07700 {900_000 + number - 1}" if number <= DRAMA else f"07000 {scattered:06d}"
    return f"01632 {scattered:06d}"
