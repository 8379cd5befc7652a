"""Where the packs are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
PACKS = ROOT / "packs"
