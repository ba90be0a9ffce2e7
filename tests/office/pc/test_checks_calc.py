"""What the doctor says of LibreOffice and its extension."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cases import SOUND, a_case, found, sentence
from pcs import drawn, linux, oxt

from xl_dialogue import __version__
from xl_dialogue.office.pc.libreoffice import LibreOffice


@pytest.mark.parametrize(
    ("listed", "state"),
    [
        (f"Identifier: vn.example.dialogue\n  Version: {__version__}\n", "fine"),
        ("Identifier: vn.example.dialogue\n  Version: 0.0.9\n", "wrong"),
        ("Identifier: other\n  Version: 1\n", "attention"),
        (None, "unknown"),
    ],
)
def test_calcs_extension_is_looked_for(listed: str | None, state: str, tmp_path: Path) -> None:
    said = "exit 1" if listed is None else f"cat <<'END'\n{listed}END"
    program = next(drawn(tmp_path, {"lo/unopkg": f"#!/bin/sh\n{said}\n"}))
    program.chmod(0o755)
    extension = tmp_path / "DialoguePlan.oxt"
    extension.write_bytes(oxt())
    office = LibreOffice(program.parent, shared=False)
    case = replace(a_case(tmp_path), office=office, extension=extension)
    assert found(case, "extension") == [state]


@pytest.mark.parametrize(
    ("version", "state"),
    [("3.11.2", "fine"), ("3.12.0", "attention"), ("3.8.18", "attention"), (None, "unknown")],
)
def test_buttons_in_calc_need_libreoffices_own_version_of_python(
    version: str | None, state: str, tmp_path: Path
) -> None:
    answer = json.dumps(SOUND._replace(python=version or "", version=None)._asdict())
    script = f"#!/bin/sh\necho '{answer}'\n" if version else "#!/bin/sh\nexit 1\n"
    program = next(drawn(tmp_path, {"lo/python": script}))
    program.chmod(0o755)
    office = LibreOffice(program.parent, shared=False)
    assert found(replace(a_case(tmp_path), office=office), "calc-python") == [state]


def test_only_commands_that_drive_calc_from_outside_need_uno(tmp_path: Path) -> None:
    failing = next(drawn(tmp_path, {"python": "#!/bin/sh\nexit 1\n"}))
    failing.chmod(0o755)
    case = replace(a_case(tmp_path), office=LibreOffice(tmp_path, shared=False))
    case = replace(case, interpreter=failing, pc=linux(tmp_path))
    assert found(case, "uno") == ["attention"]
    assert "--app calc" in sentence(case, "uno")
