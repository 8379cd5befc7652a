"""Where things are on disk. Nothing here needs Django."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / "var"
ASSETS = VAR / "assets"
PACKS = ROOT / "packs"
REQUIREMENTS = ROOT / "docs" / "requirements"
