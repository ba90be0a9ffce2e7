from __future__ import annotations

from xml.etree import ElementTree as ET

from xl_dialogue.jobs import JOBS
from xl_dialogue.office.buttons.ribbon import CLICK, NAMESPACE, ribbon
from xl_dialogue.registry import GROUPS, buttons, menu

ROOT = ET.fromstring(ribbon())


def elements(kind: str) -> list[ET.Element]:
    return list(ROOT.iter(f"{{{NAMESPACE}}}{kind}"))


def test_the_tab_and_its_groups_follow_the_work() -> None:
    assert [tab.get("label") for tab in elements("tab")] == ["Đối thoại"]
    assert [group.get("label") for group in elements("group")] == [
        group.label.vi for group in GROUPS
    ]


def test_every_button_of_the_registry_is_there_and_calls_the_one_sub() -> None:
    declared = {each.id for job in JOBS.values() for each in (*buttons(job), *menu(job))}
    shown = elements("button")
    assert {button.get("id") for button in shown} == declared
    assert {button.get("onAction") for button in shown} == {CLICK}


def test_every_button_explains_itself() -> None:
    for button in elements("button") + elements("menu"):
        assert button.get("label")
        assert button.get("screentip")
        assert button.get("supertip")
        assert button.get("imageMso")


def test_the_first_group_is_the_one_of_the_card() -> None:
    first = [button.get("label") for button in elements("group")[0]]
    assert first == ["Nhập danh sách", "Kiểm tra", "Sửa lỗi", "Lỗi trước", "Lỗi sau"]
