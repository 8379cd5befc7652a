"""`./hearth packs`, and commands that find no database."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hearth.config import coverage
from hearth.foundation import packs
from hearth.foundation.packs.places import PACKS
from tests.support.commands import Told


def test_packs_are_checked_in_one_command(hearth: Told) -> None:
    told = hearth.run("packs")
    assert told.code == 0
    assert [line.split(":")[0] for line in told.out.splitlines()] == [*packs.names(), "statutory"]
    assert all(line.endswith(" cases worked") for line in told.out.splitlines())


def test_a_requirement_that_is_in_no_catalogue_is_named_with_its_line(
    hearth: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "packs"
    shutil.copytree(PACKS, copy)
    file = copy / "swindon/standards/front-door.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("[SWI-STD-02]", "[SWI-STD-20]"), encoding="utf-8")
    monkeypatch.setattr(coverage, "PACKS", copy)
    told = hearth.run("packs", "--pack", "swindon")
    assert told.code == 1
    line = 1 + file.read_text(encoding="utf-8").splitlines().index("  requirements: [SWI-STD-20]")
    assert told.err == f"{file}:{line}: SWI-STD-20 is not in the catalogue; check it or add it there\n"


@pytest.mark.parametrize("command", [["standards", "recompute"], ["timeline", "verify"], ["timeline", "seal"]])
def test_without_a_database_a_command_says_so_in_one_line(command: list[str]) -> None:
    environment = os.environ | {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    told = subprocess.run(
        [sys.executable, "-m", "hearth.config.commandline", *command], env=environment, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("The database of DATABASE_URL does not answer (")
    assert len(told.stderr.splitlines()) == 1


def test_packs_of_no_such_name_fail(hearth: Told) -> None:
    told = hearth.run("packs", "--pack", "nowhere")
    assert told.code == 1
    assert "there is no pack called nowhere" in told.err
