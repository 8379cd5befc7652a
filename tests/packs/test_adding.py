"""The page on adding an authority, followed as it is written."""

import re
import shutil
from pathlib import Path

import pytest

from hearth.foundation import checks, packs
from hearth.foundation.packs import PackError
from hearth.foundation.packs.places import ROOT
from hearth.foundation.standards import proving

PAGE = (ROOT / "docs" / "adding-an-authority.md").read_text(encoding="utf-8")
STANDARD, CASE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
COPIED = re.findall(r"^\| .* \| (\w+) \|$", PAGE, re.MULTILINE)[1:]


def renamed(folder: Path, copied: str) -> Path:
    """A new authority's folder, copied from one whose front door is most like it, its name and title changed."""
    mine = folder / "northtown"
    shutil.copytree(folder / copied, mine)
    file = mine / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^(name|title): .*$", lambda found: f"{found[1]}: northtown", text), encoding="utf-8")
    shutil.rmtree(mine / "standards")
    (mine / "standards").mkdir()
    (mine / "standards" / "front-door.yaml").write_text(STANDARD, encoding="utf-8")
    return mine


def test_the_page_names_every_pack_to_copy_from() -> None:
    assert sorted(COPIED) == packs.names()


@pytest.mark.parametrize("copied", COPIED)
def test_an_authority_made_by_the_page_is_read_whole_and_its_case_works(folder: Path, copied: str) -> None:
    mine = renamed(folder, copied)
    (mine / "standards" / "front-door.test.yaml").write_text(CASE, encoding="utf-8")
    assert "northtown" in packs.names()
    assert "3 standards" in checks.check_pack("northtown")
    assert proving.prove("northtown") == "1 cases worked"


def test_without_the_case_the_standard_is_named(folder: Path) -> None:
    renamed(folder, "swindon")
    with pytest.raises(PackError, match="NOR-DECIDE-1WD has no test"):
        proving.prove("northtown")
