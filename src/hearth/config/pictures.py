"""Makes the pictures of the README from a running demonstration; `--help` says what it asks for.

It needs a demonstration that is running, and what testing needs (playwright and chromium), which it loads only when run.
"""

import argparse
import sys
from pathlib import Path

from hearth.config.demo_people import PASSWORD
from hearth.config.places import ROOT

PICTURES = ROOT / "docs" / "pictures"
WIDE, NARROW = (1180, 780), (320, 640)


def main() -> int:
    """Sign in as somebody who takes calls and as somebody who decides, and take each screen once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="http://127.0.0.1:8000")
    parser.add_argument("--worker", required=True, help="e-mail address of somebody who takes calls")
    parser.add_argument("--manager", required=True, help="e-mail address of somebody who decides")
    arguments = parser.parse_args()
    try:
        from playwright.sync_api import Page, sync_playwright
    except ImportError:
        print("Install what testing needs first: ./hearth test --quick", file=sys.stderr)
        return 2

    def take(page: Page, name: str, path: str = "") -> None:
        if path:
            page.goto(f"{arguments.address}{path}")
        page.wait_for_load_state("networkidle")
        file: Path = PICTURES / f"{name}.png"
        page.screenshot(path=file)
        print(f"  {file.relative_to(ROOT)}")

    def sign_in(page: Page, email: str) -> None:
        page.goto(f"{arguments.address}/accounts/login/")
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/front-door/**")

    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for who, viewport in ((arguments.worker, WIDE), (arguments.manager, WIDE), (arguments.worker, NARROW)):
            width, height = viewport
            page = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB").new_page()
            page.set_default_timeout(60_000)
            sign_in(page, who)
            if viewport is NARROW:
                take(page, "queue-narrow")
            elif who == arguments.manager:
                take(page, "sign-off", "/front-door/sign-off/")
            else:
                take(page, "queue")
                page.get_by_label("Find in queue").fill("Filip Zawadzki")
                page.get_by_label("Find in queue").press("Enter")
                page.get_by_role("link", name="Filip").first.click()
                take(page, "contact")
                take(page, "call", "/front-door/call/")
            page.context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
