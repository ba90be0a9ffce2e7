"""A job by the command line, in a program that is running."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import xlwings as xw
from running_office import RunningOffice, free_port

from xl_dialogue import cli


def command(office: RunningOffice, *words: str) -> int:
    return cli.main(["--app", "calc", "--port", str(office.port), *words])


def test_a_job_is_done_in_the_running_calc_and_left_to_be_saved(
    office: RunningOffice, calc_app: xw.App, plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plan_file.read_bytes()
    book = calc_app.books.open(plan_file)
    assert command(office, "validate", str(plan_file), "--write") == cli.WRONG
    assert "Kiểm tra xong" in capsys.readouterr().out
    assert book.sheets["Kiểm tra"].range("B2").value == "Hội nghị!B7"
    assert command(office, "next-finding", str(plan_file)) == cli.FINE
    assert "1/" in capsys.readouterr().out
    assert book.sheets.active.name == "Hội nghị"
    assert plan_file.read_bytes() == before


def test_a_program_that_is_not_running_is_said_to_be_so(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port = str(free_port())
    assert cli.main(["--app", "calc", "--port", port, "validate", str(plan_file)]) == cli.STOPPED
    assert port in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="an Excel may be running here")
def test_where_there_is_no_excel_it_is_missed(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--app", "excel", "validate", str(plan_file)]) == cli.STOPPED
    assert "Excel" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--app", "calc", "validate", "không-có.xlsx"]) == cli.STOPPED
    assert "không-có.xlsx" in capsys.readouterr().err
