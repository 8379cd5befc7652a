"""Compiles the styles and gathers the design system's scripts and images for serving."""

import shutil
import subprocess

from hearth.config.places import ASSETS, ROOT

NODE = ROOT / "node_modules"
GOVUK = NODE / "govuk-frontend" / "dist" / "govuk"
MOJ = NODE / "@ministryofjustice" / "frontend" / "moj"


def main() -> None:
    """Write `var/assets`: hearth.css, the two design systems' scripts, their images and favicons."""
    shutil.rmtree(ASSETS, ignore_errors=True)
    ASSETS.mkdir(parents=True)
    subprocess.run(
        [
            NODE / ".bin" / "sass",
            "--style=compressed",
            "--no-source-map",
            "--quiet-deps",
            "--silence-deprecation=import,if-function",
            f"--load-path={ROOT}",
            ROOT / "src/hearth/web/styles/hearth.scss",
            ASSETS / "hearth.css",
        ],
        check=True,
    )
    shutil.copy(GOVUK / "govuk-frontend.min.js", ASSETS)
    shutil.copy(MOJ / "moj-frontend.min.js", ASSETS)
    shutil.copytree(MOJ / "assets" / "images", ASSETS / "images", ignore=shutil.ignore_patterns("moj-*", "govuk-*"))


if __name__ == "__main__":
    main()
