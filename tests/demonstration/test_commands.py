"""`./hearth demo` says in words what it will not do: a busy port, and a database that holds something else."""

import argparse
import socket
import uuid
from collections.abc import Iterator

import psycopg
import pytest

from hearth.config import demo, embedded


def arguments(**more: object) -> argparse.Namespace:
    return argparse.Namespace(**({"pack": "southampton", "port": 8000, "weeks": 0, "reset": False} | more))


def test_a_busy_port_is_named_with_the_option_that_chooses_another(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo.run(arguments(port=port)) == 1
    assert f"Port {port} is in use. Choose another: ./hearth demo --port {port + 1}" in capsys.readouterr().err


class TestSomethingElse:
    """Tables that are not the demonstration's."""

    @pytest.fixture
    def environment(self) -> Iterator[dict[str, str]]:
        name = f"hearth_else_{uuid.uuid4().hex[:8]}"
        where = embedded.start()
        embedded.ensure_database(where, name)
        with psycopg.connect(where.url(embedded.OWNER, name), autocommit=True) as connection:
            connection.execute("CREATE TABLE library (book text)")
        yield {
            "DATABASE_URL": where.url(embedded.APPLICATION, name),
            "DATABASE_OWNER_URL": where.url(embedded.OWNER, name),
        }
        embedded.drop_database(where, name)

    def test_in_the_data_folder_the_way_out_is_named(self, environment, capsys):
        assert not demo._prepare(arguments(pack="swindon"), environment, own=True)
        assert "./hearth demo --pack swindon --reset" in capsys.readouterr().err

    def test_on_a_server_of_ones_own_it_is_never_thrown_away(self, environment, capsys):
        assert not demo._prepare(arguments(reset=True), environment, own=False)
        assert "Name an empty database." in capsys.readouterr().err
        with psycopg.connect(environment["DATABASE_OWNER_URL"]) as connection:
            assert connection.execute("SELECT count(*) FROM library").fetchone() == (0,)
