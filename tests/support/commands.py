"""Commands as they are typed."""

import json
import sys
from typing import Any

import pytest

from hearth.config import commandline


class Told:
    """What a command said and how it ended."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch
        self.code, self.out, self.err = 0, "", ""

    def run(self, *words: str) -> "Told":
        """Type a command."""
        self.monkeypatch.setattr(sys, "argv", ["hearth", *words])
        with pytest.raises(SystemExit) as ended:
            commandline.main()
        self.code = int(ended.value.code or 0)
        self.out, self.err = self.capsys.readouterr()
        return self

    def json(self, *words: str) -> list[dict[str, Any]]:
        """Type a command and read its JSON."""
        told = self.run(*words, "--json")
        assert (told.code, told.err) == (0, "")
        rows: list[dict[str, Any]] = json.loads(told.out)
        return rows
