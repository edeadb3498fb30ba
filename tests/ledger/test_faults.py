"""What goes wrong is told with what to do, and what was recorded before is whole."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import Server
from tests.ledger import reports as r
from vidocq.ledger import LedgerError, LedgerFault, open_ledger
from vidocq.model import Reading

NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A SQLite ledger with three reports, closed."""
    path = tmp_path / "ledger.sqlite"
    with open_ledger(str(path)) as ledger:
        ledger.record(r.ALL[:3], extractor=r.EXTRACTOR)
    return path


def _refused(address: object, kind: LedgerFault, *words: str, read_only: bool = False) -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger(str(address), read_only=read_only).close()
    assert caught.value.kind is kind
    for word in words:
        assert word in str(caught.value)


def test_a_newer_schema_is_refused_and_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE ledger_fact SET value = '99' WHERE name = 'schema_version'")
    connection.close()
    before = file.read_bytes()
    _refused(file, LedgerFault.NEWER_SCHEMA, "schema 99", "pip install --upgrade", str(file))
    _refused(file, LedgerFault.NEWER_SCHEMA, read_only=True)
    assert file.read_bytes() == before


def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir, " * 50)
    _refused(letter, LedgerFault.NOT_A_LEDGER, "letter.txt")
    assert letter.read_text() == "Dear Sir, " * 50
    _refused(tmp_path, LedgerFault.NOT_A_LEDGER, "folder")
    foreign = tmp_path / "browser.sqlite"
    with sqlite3.connect(foreign) as connection:
        connection.execute("PRAGMA application_id = 42")
        connection.execute("CREATE TABLE visits (url)")
    connection.close()
    before = foreign.read_bytes()
    _refused(foreign, LedgerFault.NOT_A_LEDGER, "another program")
    assert foreign.read_bytes() == before


def test_tables_of_another_program_are_left_alone(tmp_path: Path, server: Server) -> None:
    foreign = tmp_path / "notes.sqlite"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE notes (words)")
    connection.close()
    _refused(foreign, LedgerFault.NOT_A_LEDGER, "notes")
    import psycopg

    address = server.new_database()
    with psycopg.connect(address) as database:
        database.execute("CREATE TABLE document (words text)")
    _refused(address, LedgerFault.NOT_A_LEDGER, "document")


def test_a_ledger_that_is_not_there_is_not_made_to_be_read(tmp_path: Path) -> None:
    _refused(tmp_path / "none.sqlite", LedgerFault.NOT_FOUND, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_opened_for_reading_is_not_written(file: Path) -> None:
    before = file.read_bytes()
    with open_ledger(str(file), read_only=True) as ledger:
        assert len(list(ledger.claims())) == 6
        with pytest.raises(LedgerError) as caught:
            ledger.record([r.QUIET], extractor=r.EXTRACTOR)
    assert caught.value.kind is LedgerFault.READ_ONLY
    assert file.read_bytes() == before


def test_a_file_without_the_right_to_write_can_be_read(file: Path) -> None:
    # As root every file can be written, so the question is asked as nobody, in a child.
    folder = Path(tempfile.mkdtemp(prefix="vidocq-read-only-"))
    try:
        copy = folder / "ledger.sqlite"
        shutil.copy(file, copy)
        copy.chmod(0o444)
        folder.chmod(0o555)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                if os.geteuid() == 0:
                    os.seteuid(NOBODY)
                with open_ledger(str(copy)) as ledger:
                    read = len(list(ledger.claims()))
                    try:
                        ledger.record([r.QUIET], extractor=r.EXTRACTOR)
                    except LedgerError as error:
                        told = error.kind is LedgerFault.READ_ONLY and "writable" in str(error)
                        status = 0 if read == 6 and told else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert copy.read_bytes() == file.read_bytes()
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_damage_is_told_and_not_made_worse(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    for start in range(4096 * 3, len(raw), 4096):
        raw[start : start + 64] = b"\xde\xad" * 32
    file.write_bytes(raw)
    with pytest.raises(LedgerError) as caught, open_ledger(str(file)) as ledger:
        list(ledger.claims())
    assert caught.value.kind is LedgerFault.DAMAGED
    assert ".recover" in str(caught.value)
    with pytest.raises(LedgerError), open_ledger(str(file)) as ledger:
        ledger.record([r.QUIET], extractor="vidocq 2")
    assert bytes(raw)[4096 * 3 :] == file.read_bytes()[4096 * 3 : len(raw)]


def test_a_damaged_text_is_told(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE text SET body = x'0011'")
    connection.commit()
    connection.close()
    with open_ledger(str(file)) as ledger, pytest.raises(LedgerError) as caught:
        list(ledger.claims())
    assert caught.value.kind is LedgerFault.DAMAGED


def test_a_damaged_first_page_is_told(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[:16] = bytes(16)
    file.write_bytes(raw)
    _refused(file, LedgerFault.NOT_A_LEDGER, "damaged")
    assert file.read_bytes() == bytes(raw)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = Path(tempfile.mkdtemp(prefix="vidocq-small-disk-"))
    mounted = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True
        ).returncode
    )
    if not mounted:
        folder.rmdir()
        pytest.skip("no right to mount a small file system: the full disk is not tested")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_is_told_and_nothing_is_lost(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "ledger.sqlite"
    with open_ledger(str(path)) as ledger:
        ledger.record(r.ALL[:3], extractor=r.EXTRACTOR)
        before = list(ledger.dump())
        text = os.urandom(1_500_000).hex()
        large = Reading(document=r.document(text, id="large"))
        with pytest.raises(LedgerError) as caught:
            ledger.record([r.QUIET, large], extractor=r.EXTRACTOR)
        assert caught.value.kind is LedgerFault.FULL
        assert "make room" in str(caught.value)
        assert list(ledger.dump()) == before
        ledger.record([r.QUIET], extractor=r.EXTRACTOR)
        assert ledger.check() == []
        after = list(ledger.dump())
    with open_ledger(str(tmp_path / "clean.sqlite")) as clean:
        clean.record(r.ALL, extractor=r.EXTRACTOR)
        assert list(clean.dump()) == after


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql://ada:secret@127.0.0.1:9/ledger?connect_timeout=2")
    assert caught.value.kind is LedgerFault.UNREACHABLE
    assert "secret" not in str(caught.value)
    assert "ada:***@127.0.0.1" in str(caught.value)


def test_a_database_that_is_not_there_is_told(server: Server) -> None:
    _refused(server.address("nowhere"), LedgerFault.UNREACHABLE, "nowhere")


def test_a_newer_schema_is_refused_on_postgresql(server: Server) -> None:
    import psycopg

    address = server.new_database()
    open_ledger(address).close()
    with psycopg.connect(address) as connection:
        connection.execute("UPDATE ledger_fact SET value = '99' WHERE name = 'schema_version'")
    _refused(address, LedgerFault.NEWER_SCHEMA, "schema 99")


def test_a_database_that_may_only_be_read_is_told(server: Server) -> None:
    address = server.new_database()
    with open_ledger(address) as ledger:
        ledger.record(r.ALL[:3], extractor=r.EXTRACTOR)
    with open_ledger(f"{address}&options=-cdefault_transaction_read_only%3Don") as ledger:
        assert len(list(ledger.claims())) == 6
        with pytest.raises(LedgerError) as caught:
            ledger.record([r.QUIET], extractor=r.EXTRACTOR)
    assert caught.value.kind is LedgerFault.READ_ONLY


def test_a_fault_can_be_handed_from_process_to_process(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as raised:
        open_ledger(str(tmp_path / "nothing.sqlite"), read_only=True)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.kind, again.address) == (
        str(raised.value),
        raised.value.kind,
        raised.value.address,
    )
