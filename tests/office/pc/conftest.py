"""A small release, a person's home to set it up in, and a LibreOffice with its own profile."""

from __future__ import annotations

from pathlib import Path

import pytest
from pcs import Desk, linux, marked_workbook

from xl_dialogue.office.pc import libreoffice
from xl_dialogue.office.pc import setup as setting_up
from xl_dialogue.office.pc.libreoffice import LibreOffice


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small release: a workbook, a guide, a picture and a template."""
    top = tmp_path / "release"
    for folder in ("workbook/pictures", "templates"):
        (top / folder).mkdir(parents=True)
    marked_workbook(top / "workbook" / "DialoguePlan.xlsm")
    (top / "workbook" / "HUONG-DAN.md").write_text("Hướng dẫn", encoding="utf-8")
    (top / "workbook" / "pictures" / "a.png").write_bytes(b"picture")
    (top / "templates" / "giay-moi.docx").write_bytes(b"template 1")
    monkeypatch.setattr(setting_up, "shared", lambda name: top / name)
    return top


@pytest.fixture
def desk(tmp_path: Path, release: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


@pytest.fixture
def own_office(tmp_path: Path) -> LibreOffice:
    """This machine's LibreOffice with a profile of its own, for root too."""
    found = libreoffice.installed(linux(tmp_path))
    if found is None:
        pytest.skip("LibreOffice is not here: install the package libreoffice-calc")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    common = f"-env:UNO_SHARED_PACKAGES_CACHE={(tmp_path / 'common').as_uri()}"
    return LibreOffice(found.program, shared=True, arguments=(profile, common))
