"""Commands as they are typed, and a copy of the packs that a test may spoil."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hearth.foundation import checks
from hearth.foundation.caseforms import loading as forms
from hearth.foundation.decision_tables import loading as tables
from hearth.foundation.letters import templates
from hearth.foundation.packs import PackError, loading
from hearth.foundation.packs.places import PACKS
from hearth.foundation.standards import loading as standards
from hearth.foundation.standards import proving
from hearth.services.frontdoor import guidance
from tests.support.commands import Told

Break = Callable[[str, str, str], tuple[PackError, Path, str]]


def forget() -> None:
    """Packs are kept once read; read them again."""
    kept = (loading.load, standards.rulebook, templates.letter_templates, forms.case_forms, tables.decision_tables)
    for one in (*kept, guidance._entries):
        one.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the packs that a test may spoil."""
    copy = tmp_path / "packs"
    shutil.copytree(PACKS, copy)
    for module in (loading, standards, checks, templates, proving, forms, tables, guidance):
        monkeypatch.setattr(module, "PACKS", copy)
    forget()
    yield copy
    forget()


@pytest.fixture
def spoil(folder: Path) -> Break:
    """Replace some text in a file, once; the mistake found, the file, and what it says on the line named."""

    def run(name: str, text: str, by: str) -> tuple[PackError, Path, str]:
        file = folder / name
        before = file.read_text(encoding="utf-8")
        assert text in before
        file.write_text(before.replace(text, by, 1), encoding="utf-8")
        with pytest.raises(PackError) as found:
            checks.check_pack("southampton")
        return found.value, file, file.read_text(encoding="utf-8").splitlines()[found.value.line - 1]

    return run


@pytest.fixture
def hearth(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    return Told(capsys, monkeypatch)
