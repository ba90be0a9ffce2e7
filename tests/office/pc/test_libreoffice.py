"""Calc's extension, put into a real LibreOffice."""

from __future__ import annotations

from pathlib import Path

from pcs import IDENTIFIER, Desk, drawn, oxt

from xl_dialogue import __version__, messages
from xl_dialogue.office.pc import libreoffice
from xl_dialogue.office.pc.libreoffice import LibreOffice


def test_a_real_extension_comes_is_renewed_and_goes(
    desk: Desk, release: Path, own_office: LibreOffice
) -> None:
    extension = release / "workbook" / "DialoguePlan.oxt"
    desk.office = own_office
    for version in ("0.0.9", __version__):
        extension.write_bytes(oxt(version))
        assert desk.setup()
        assert libreoffice.deployed(own_office) == {IDENTIFIER: version}
    assert desk.setup()
    assert desk.said(messages.STEP_DONE) == 0
    assert desk.remove()
    assert libreoffice.deployed(own_office) == {}


def test_an_extension_that_is_none_is_refused_with_a_sentence(
    desk: Desk, release: Path, own_office: LibreOffice
) -> None:
    (release / "workbook" / "DialoguePlan.oxt").write_bytes(b"no zip")
    desk.office = own_office
    assert not desk.setup()
    assert "no extension of LibreOffice" in desk.why()


def test_a_libreoffice_that_does_not_answer_is_refused_with_a_sentence(
    desk: Desk, release: Path, tmp_path: Path
) -> None:
    program = next(drawn(tmp_path, {"bin/unopkg": "#!/bin/sh\necho locked >&2\nexit 1\n"}))
    program.chmod(0o755)
    (release / "workbook" / "DialoguePlan.oxt").write_bytes(oxt())
    desk.office = LibreOffice(program.parent, shared=False)
    assert not desk.setup()
    assert "LibreOffice refused (locked)" in desk.why()
    assert desk.conf.exists()
