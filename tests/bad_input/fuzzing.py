"""What can be wrong with a form: its fields as a page shows them, and every kind of thing that may stand in one."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote_from_bytes

Fields = dict[str, list[bytes]]

WRONG: dict[str, bytes] = {
    "nothing": b"",
    "spaces": b" \t\r\n",
    "emoji": "👩\u200d👧 \U0001faf6".encode(),
    "right to left": "\u202eعَلِي\u202c".encode(),
    "null": b"a\x00b",
    "half a surrogate": b"\xed\xa0\x80",
    "broken UTF-8": b"\xff\xfe\xc3\x28",
    "script": b"<script>alert(1)</script>'\"--",
    "template": b"{{ 7*7 }}{% raise %}%s%(x)s",
    "whole number": b"9223372036854775808",
    "many digits": b"9" * 5000,
    "negative": b"-1",
    "four hundred": b"400",
    "not a number": b"NaN",
    "infinite": b"1e400",
    "other digits": "١٢²½".encode(),
    "no such day": b"31/02/2026",
    "first day": b"0001-01-01",
    "last day": b"31 12 9999",
    "first moment": b"0001-01-01T00:00",
    "first moment away": b"0001-01-01T00:00:00+14:00",
    "last moment": b"9999-12-31T23:59",
    "last moment away": b"9999-12-31T23:59:59-12:00",
    "a year on": b"1 6 2027 09:00",
    "odd time": b"1 6 2026 25:61",
    "no such code": b"no-such-code",
    "uuid": b"7d444840-9dc0-11d1-b245-5ffdce74fad2",
    "list": b'["a", {"b": null}]',
    "object": b'{"where_now": {"a": [1]}, "x": null, "version": "y"}',
    "half an object": b'{"a":',
    "deep list": b"[" * 3000,
    "null and surrogate in an object": rb'{"where_now": "\u0000\ud800", "safe_now": "\ud83d"}',
    "bare word": b"null",
    "path": b"../../etc/passwd",
    "too long": b"x" * 200_001,
}


@dataclass
class Shown:
    """A form as a page shows it: where it goes, and each field with what a browser would send and what may be chosen."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, words: dict[str, str]) -> Fields:
        """What somebody in a hurry would send: what stands there, else `words` for the name, else the last choice or a word."""
        found: Fields = {}
        for name, values in self.fields.items():
            given = [value for value in values if value]
            if not given and self.choices.get(name):
                given = [self.choices[name][-1]]
            plain = name.rsplit("-", 1)[-1]
            found[name] = [one.encode() for one in given or [words.get(plain, "Words long enough.")]]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Shown] = []
        self.select = ""
        self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Shown(given.get("action", ""), given.get("method", "get").lower()))
        elif self.forms:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        shown, name = self.forms[-1], given.get("name", "")
        if tag == "option" and self.select:
            shown.choices[self.select].append(given.get("value", ""))
            if "selected" in given:
                shown.fields[self.select].append(given.get("value", ""))
        if not name or tag not in ("input", "textarea", "select", "button"):
            return
        kind = given.get("type", "text") if tag == "input" else tag
        values = shown.fields.setdefault(name, [])
        shown.kinds.setdefault(name, kind)
        if kind in ("radio", "checkbox", "button"):
            shown.choices.setdefault(name, []).append(given.get("value", "on"))
            if "checked" in given:
                values.append(given.get("value", "on"))
        elif kind == "select":
            shown.choices[name] = []
            self.select = name
        elif kind == "textarea":
            self.area = name
        else:
            values.append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area and self.forms:
            self.forms[-1].fields[self.area].append(data)


def forms_in(page: str) -> list[Shown]:
    """Every form that a page shows."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms


def encoded(fields: Fields) -> bytes:
    """Fields as a browser sends them, whatever their bytes."""
    pairs = [(name.encode(), one) for name, ones in fields.items() for one in ones]
    return "&".join(f"{quote_from_bytes(name)}={quote_from_bytes(one)}" for name, one in pairs).encode()
