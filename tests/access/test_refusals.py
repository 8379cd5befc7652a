"""What every route refuses to whoever may not see it at all: a wrong role, a stranger, a forged id, a wrong method."""

import pytest
from django.urls import get_resolver

from hearth.foundation import packs
from hearth.foundation.access.models import AccessLog
from tests.access.walking import ABOUT_ONE_CHILD, OURS, PACKS, address, may_open, parameters
from tests.support.people import staff

pytestmark = [pytest.mark.django_db, pytest.mark.long]


def test_every_route_declares_what_it_asks():
    for row in OURS:
        assert hasattr(_view(row), "asks"), f"{row['route']} is not a @page"


def _view(row):
    return get_resolver().resolve(address(row, {})).func


@pytest.mark.parametrize("pack", PACKS)
def test_whoever_holds_none_of_the_capabilities_is_refused_and_it_is_logged(pack, browse):
    packs.set_active(pack)
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, next(iter(packs.active().teams)))
        client, refusals = browse(reader), AccessLog.objects.filter(what="refusal", user_id=reader.id)
        refused = [row for row in OURS if row["capability"] and not reader.can_any(row["capability"])]
        for logged, row in enumerate(refused, 1):
            answer = client.generic(row["methods"][-1], address(row, {}))
            assert answer.status_code == 403, (role, row["route"])
            assert refusals.count() == logged, (role, row["route"])


@pytest.mark.parametrize("pack", PACKS)
def test_a_forged_id_is_not_found_for_those_who_might_see_a_true_one(pack, browse):
    packs.set_active(pack)
    for role in packs.active().roles:
        reader = staff(f"Rex {role}", role, next(iter(packs.active().teams)))
        client = browse(reader)
        for row in OURS:
            if parameters(row) and may_open(reader, row):
                # A form that checks its record when it is sent may show, and a call that is gone leads to the queue:
                # nothing of a record is on either.
                assert client.get(address(row, {})).status_code in (
                    {404} if set(parameters(row)) & ABOUT_ONE_CHILD else {404, 200, 302, 422}
                )


def test_a_wrong_method_is_answered_405(browse):
    manager = staff("Mara Manager", "manager", "crs")
    client = browse(manager)
    for row in OURS:
        for method in {"GET", "POST", "PUT", "DELETE"} - set(row["methods"]):
            assert client.generic(method, address(row, {})).status_code == 405, (method, row["route"])


def test_nothing_but_signing_in_and_the_health_page_is_open_to_strangers(client):
    for row in OURS:
        answer = client.generic(row["methods"][0], address(row, {}))
        assert answer.status_code == 302, row["route"]
        assert answer.url.startswith("/accounts/login/"), row["route"]
