"""Setting up a PC, again and again, for a person and for everyone."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings
from pcs import Desk, drawn, tree, windows
from xlwings.utils import read_user_config

from xl_dialogue import __version__, messages
from xl_dialogue.messages import DialogueError, Said
from xl_dialogue.office.pc.doing import walk
from xl_dialogue.office.pc.places import PC, Places, places
from xl_dialogue.office.pc.receipt import Receipt, digest
from xl_dialogue.office.pc.setup import SetupRequest, Site, put, put_addin, steps
from xl_dialogue.office.pc.steps import Put

# --- a first time, and again ----------------------------------------------------------------


def test_all_is_put_into_the_persons_folder(desk: Desk) -> None:
    assert desk.setup()
    assert [name for name, content in tree(desk.folder).items() if content] == [
        "DialoguePlan.xlsm",
        "HUONG-DAN.md",
        "pictures/a.png",
        "templates/giay-moi.docx",
    ]
    assert desk.lines[-1].text is messages.SETUP_DONE
    assert desk.why().count("Left out") == 1  # the extension, without LibreOffice


def test_the_buttons_are_told_where_python_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.setup()
    monkeypatch.setattr(xlwings, "USER_CONFIG_FILE", str(desk.conf))
    assert read_user_config() == {
        "interpreter": str(desk.python),
        "add_workbook_to_pythonpath": "False",
        "show console": "False",
    }


def test_a_second_time_changes_nothing(desk: Desk) -> None:
    desk.setup()
    before = tree(desk.home)
    assert desk.setup()
    assert tree(desk.home) == before
    assert desk.said(messages.STEP_DONE) == 0
    assert desk.said(messages.STEP_THERE) == 6


def test_a_dry_run_says_every_step_and_does_none(desk: Desk) -> None:
    assert desk.setup(dry_run=True)
    assert tree(desk.home) == {}
    assert desk.said(messages.STEP_PLANNED) == 6
    assert desk.lines[-1].text is messages.SETUP_PLANNED


def test_the_person_chooses_the_folder(desk: Desk, tmp_path: Path) -> None:
    assert desk.setup(folder=tmp_path / "Hội nghị")
    assert (tmp_path / "Hội nghị" / "DialoguePlan.xlsm").exists()
    assert not desk.folder.exists()


def test_a_folder_that_xlwings_breaks_on_is_refused_before_anything_is_done(
    desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(DialogueError, match="another folder"):
        desk.setup(folder=tmp_path / "a;b")
    assert tree(desk.home) == {}


def test_a_home_that_xlwings_breaks_on_is_refused_with_advice_that_helps(
    tmp_path: Path, release: Path
) -> None:
    desk = Desk(tmp_path / "a;b")
    with pytest.raises(DialogueError, match="--for-everyone"):
        desk.setup(folder=tmp_path / "plain")
    assert not desk.home.exists()


# --- what a person has changed --------------------------------------------------------------


def test_a_workbook_that_was_filled_in_stays_as_it_is(desk: Desk) -> None:
    desk.setup()
    plan = desk.folder / "DialoguePlan.xlsm"
    plan.write_bytes(b"450 delegates")
    assert desk.setup()
    assert plan.read_bytes() == b"450 delegates"
    assert [path.name for path in desk.folder.glob("*.xlsm")] == ["DialoguePlan.xlsm"]


def test_a_newer_workbook_lies_beside_the_one_that_was_filled_in(desk: Desk, release: Path) -> None:
    desk.setup()
    (desk.folder / "DialoguePlan.xlsm").write_bytes(b"450 delegates")
    (release / "workbook" / "DialoguePlan.xlsm").write_bytes(b"newer")
    for _ in range(2):
        assert desk.setup()
        beside = desk.folder / f"DialoguePlan {__version__}.xlsm"
        assert beside.read_bytes() == b"newer"
        assert (desk.folder / "DialoguePlan.xlsm").read_bytes() == b"450 delegates"
        assert len(list(desk.folder.glob("*.xlsm"))) == 2
    assert beside.name in desk.why()


def test_a_template_nobody_touched_is_renewed(desk: Desk, release: Path) -> None:
    desk.setup()
    (release / "templates" / "giay-moi.docx").write_bytes(b"template 2")
    assert desk.setup()
    assert (desk.folder / "templates" / "giay-moi.docx").read_bytes() == b"template 2"


def test_a_strange_file_of_that_name_is_not_written_over(desk: Desk) -> None:
    taken = {"DialoguePlan.xlsm": "mine", f"DialoguePlan {__version__}.xlsm": "mine too"}
    for _ in drawn(desk.folder, taken):
        pass
    assert desk.setup()
    assert (desk.folder / "DialoguePlan.xlsm").read_text() == "mine"
    assert (desk.folder / f"DialoguePlan {__version__}.xlsm").read_text() == "mine too"
    assert (desk.folder / f"DialoguePlan {__version__} (2).xlsm").exists()


def test_other_settings_of_xlwings_stay(desk: Desk) -> None:
    list(drawn(desk.home, {".xlwings/xlwings.conf": '"LICENSE_KEY","k"\n"INTERPRETER","/old"\n'}))
    desk.setup()
    assert desk.conf.read_text().splitlines()[0] == '"LICENSE_KEY","k"'
    assert "/old" not in desk.conf.read_text()


# --- what fails -----------------------------------------------------------------------------


def test_without_python_no_button_is_told_of_one(desk: Desk) -> None:
    def fail(_: Path, _interpreter: Path, _source: Path | None) -> None:
        raise DialogueError(messages.ENVIRONMENT_REFUSED, detail="no network")

    desk.install = fail
    assert not desk.setup()
    assert not desk.conf.exists()
    assert "no network" in desk.why()
    assert "there is no Python at" in desk.why()
    assert (desk.folder / "DialoguePlan.xlsm").exists()
    assert desk.lines[-1].facts["count"] == 2


def test_a_file_that_cannot_be_written_keeps_no_other_from_it(desk: Desk) -> None:
    list(drawn(desk.folder, {"templates": "a file where a folder belongs"}))
    assert not desk.setup()
    assert desk.said(messages.STEP_FAILED) == 1
    assert desk.conf.exists()


def test_a_pc_that_takes_no_receipt_is_not_touched(desk: Desk) -> None:
    list(drawn(desk.home, {".local": "a file where a folder belongs"}))
    with pytest.raises(OSError, match=r"\.local"):
        desk.setup()
    assert not desk.folder.exists()


def test_what_is_no_file_is_never_in_the_way(desk: Desk) -> None:
    list(drawn(desk.folder, {"HUONG-DAN.md/stray.txt": "a folder where a file belongs"}))
    assert desk.setup()
    assert (desk.folder / f"HUONG-DAN {__version__}.md").is_file()
    assert desk.remove()
    assert (desk.folder / "HUONG-DAN.md" / "stray.txt").exists()


def test_settings_that_cannot_be_read_are_a_failed_step(desk: Desk) -> None:
    desk.conf.mkdir(parents=True)
    assert not desk.setup()
    assert desk.said(messages.STEP_FAILED) == 1
    assert (desk.folder / "DialoguePlan.xlsm").exists()


def test_after_the_fault_is_mended_the_rest_is_done(desk: Desk) -> None:
    stray = next(drawn(desk.folder, {"templates": "stray"}))
    desk.setup()
    stray.unlink()
    assert desk.setup()
    assert desk.said(messages.STEP_DONE) == 1


def test_a_receipt_that_cannot_be_read_stops_everything(desk: Desk) -> None:
    list(drawn(Path(places(desk.pc).product), {"receipt.json": "{"}))
    for job in (desk.setup, desk.remove):
        with pytest.raises(DialogueError, match=r"receipt\.json"):
            job()


def test_a_refused_step_is_counted_when_only_said() -> None:
    strange = put_addin(Path(__file__), b"ours", Receipt())
    assert strange.deed is None
    said: list[Said] = []
    assert walk([strange], None, said.append) == 1
    assert said[0].text is messages.STEP_FAILED


# --- for everyone, and on Windows -----------------------------------------------------------


def on_windows(tmp_path: Path, **place: object) -> Site:
    """A site laid out as on Windows, with folders that exist here."""
    where = Places(
        product=tmp_path / "product", documents=tmp_path / "Documents",
        settings=tmp_path / ".xlwings" / "xlwings.conf", startup=tmp_path / "XLSTART",
        programs="Scripts", suffix=".exe", is_common=False,
    )  # fmt: skip
    return Site(
        pc=windows(), places=where, folder=tmp_path / "Doi thoai",
        interpreter=where.interpreter, uses_common=False, office=None,
        shipped={"DialoguePlan.xlam": b"add-in"}, extension=tmp_path / "none.oxt",
    )  # fmt: skip


def test_on_windows_the_add_in_goes_where_excel_trusts_it(tmp_path: Path) -> None:
    found = list(steps(on_windows(tmp_path), SetupRequest(), Receipt()))
    target = tmp_path / "XLSTART" / "DialoguePlan.xlam"
    assert Put(target, b"add-in") in [step.deed for step in found]


def test_an_add_in_put_by_an_older_release_is_renewed(tmp_path: Path) -> None:
    target = next(drawn(tmp_path, {"DialoguePlan.xlam": "older"}))
    made = Receipt()
    assert put_addin(target, b"new", made).is_refusal
    made.files[str(target)] = digest(b"older")
    assert put_addin(target, b"new", made).deed == Put(target, b"new")
    assert put(target, b"new", made).deed == Put(target, b"new")


def test_from_everyones_python_a_person_gets_settings_and_a_folder_alone(desk: Desk) -> None:
    common = places(desk.pc, everyone=True)
    pc = desk.pc
    desk.pc = PC(pc.platform, pc.environment, pc.lookup, common.interpreter, pc.base)
    desk.setup(dry_run=True)
    assert desk.said(messages.STEP_PLANNED) == 5
    assert str(common.environment) not in desk.why()
