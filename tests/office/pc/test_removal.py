"""Taking away what setup put on a PC, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from pcs import Desk, drawn, oxt, tree

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.office.pc import libreoffice
from xl_dialogue.office.pc.libreoffice import LibreOffice
from xl_dialogue.office.pc.places import places
from xl_dialogue.office.pc.receipt import Receipt, load


def test_removal_leaves_home_as_it_was(desk: Desk) -> None:
    list(
        drawn(
            desk.home,
            {
                "Documents/thu.txt": "x",
                ".xlwings/xlwings.conf": '"PYTHONPATH","/p"\n"INTERPRETER","/old"\n',
            },
        )
    )
    before = tree(desk.home)
    desk.setup()
    assert desk.remove()
    assert tree(desk.home) == before


def test_a_settings_file_of_ours_alone_goes_with_its_folder(desk: Desk) -> None:
    desk.setup()
    desk.setup()
    assert desk.remove()
    assert tree(desk.home) == {}


def test_removal_leaves_what_a_person_made_or_changed(desk: Desk) -> None:
    desk.setup()
    list(drawn(desk.folder, {"DialoguePlan.xlsm": "450 delegates", "Văn bản/1.docx": "letter"}))
    pairs = desk.conf.read_text().replace(str(desk.python), "/elsewhere/python")
    desk.conf.write_text(pairs)
    assert desk.remove()
    left = {name for name, content in tree(desk.home).items() if content}
    assert left == {
        ".xlwings/xlwings.conf",
        "Documents/Doi thoai/DialoguePlan.xlsm",
        "Documents/Doi thoai/Văn bản/1.docx",
    }
    assert desk.conf.read_text() == '"INTERPRETER","/elsewhere/python"\n'
    assert desk.said(messages.STEP_LEFT_OUT) == 1


def test_a_dry_removal_takes_nothing_away(desk: Desk) -> None:
    desk.setup()
    before = tree(desk.home)
    assert desk.remove(dry_run=True)
    assert tree(desk.home) == before
    assert desk.said(messages.STEP_PLANNED) == 6


def test_where_nothing_was_set_up_there_is_nothing_to_remove(desk: Desk) -> None:
    with pytest.raises(DialogueError, match="no receipt"):
        desk.remove()


def test_a_receipt_cannot_make_removal_delete_a_strange_folder(desk: Desk) -> None:
    desk.setup()
    path = Path(places(desk.pc).receipt)
    made = load(path)
    list(drawn(desk.home, {"Documents/venv-mine/thesis.txt": "x"}))
    made.environments.append(str(desk.home / "Documents" / "venv-mine"))
    made.save(path)
    desk.remove()
    assert (desk.home / "Documents" / "venv-mine" / "thesis.txt").exists()


def test_an_older_environment_goes_when_the_new_one_stands(desk: Desk) -> None:
    old = Path(places(desk.pc).product) / "venv-0.0.1"
    list(drawn(old, {"bin/python": "old"}))
    Receipt(environments=[str(old)]).save(Path(places(desk.pc).receipt))
    assert desk.setup()
    assert not old.exists()
    assert desk.python.exists()


def test_removal_waits_for_a_libreoffice_that_is_busy(
    desk: Desk, release: Path, own_office: LibreOffice, tmp_path: Path
) -> None:
    busy = next(drawn(tmp_path, {"bin/unopkg": "#!/bin/sh\necho locked >&2\nexit 1\n"}))
    busy.chmod(0o755)
    (release / "workbook" / "DialoguePlan.oxt").write_bytes(oxt())
    desk.office = own_office
    assert desk.setup()
    desk.office = LibreOffice(busy.parent, shared=False)
    assert not desk.remove()
    assert not desk.python.exists()
    desk.office = own_office
    assert desk.remove()
    assert libreoffice.deployed(own_office) == {}
    assert tree(desk.home) == {}
