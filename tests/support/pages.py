"""A signed-in reader of pages, without JavaScript, and a page as words."""

import re
from typing import Any

from django.test import Client

from hearth.foundation.access.readers import Reader


def words(html: bytes | str) -> str:
    """A page as words: tags gone, spaces single."""
    text = html.decode() if isinstance(html, bytes) else html
    text = re.sub(r"<(script|style).*?</\1>", " ", text, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).replace(" ,", ",").replace(" .", ".").replace("&#39;", "'")


class Reading:
    """What one member of staff reads and sends. Signed in afresh each time, since tests jump further than a session lasts."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def _client(self) -> Client:
        made = Client()
        made.force_login(self.reader.user)
        return made

    def raw(self, path: str) -> str:
        """A page as it is sent."""
        answer = self._client().get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()

    def get(self, path: str) -> str:
        """A page as words."""
        return words(self.raw(path))

    def status(self, path: str) -> int:
        """What asking for a page is answered with."""
        return self._client().get(path).status_code

    def save(self, path: str, **data: Any) -> str:
        """Send a form that is accepted; where it leads."""
        answer = self._client().post(path, data)
        assert answer.status_code == 302, words(answer.content)
        return str(answer.url)

    def refused(self, path: str, **data: Any) -> str:
        """Send a form that is not accepted as it is; what the page says."""
        answer = self._client().post(path, data)
        assert answer.status_code == 422, answer.status_code
        return words(answer.content)

    def forbidden(self, path: str, **data: Any) -> None:
        """Send a form that this reader may not send."""
        assert self._client().post(path, data).status_code == 403
