from __future__ import annotations

from pathlib import Path

from post_office import PostOffice, invitation

from xl_dialogue.mailing.drafts import write_drafts
from xl_dialogue.mailing.sending import send
from xl_dialogue.mailing.servers import Server
from xl_dialogue.mailing.telling import told_of_drafts, told_of_sending


def test_drafts_are_told_in_sentences(tmp_path: Path) -> None:
    folder = tmp_path / "nháp"
    [path] = write_drafts([invitation("D001")], folder).files
    path.write_bytes(b"sua")
    letters = [invitation("D001"), invitation("D002", to="hỏng")]
    assert [said.say() for said in told_of_drafts(write_drafts(letters, folder))] == [
        f"Có 1 thư nháp (giữ nguyên 0 thư đã có) ở “{folder}”. Mở từng tệp, xem lại rồi gửi.",
        "1 thư nháp đã có người sửa được giữ lại, thêm chữ “(bản cũ …)” vào tên: Thư Giấy mời D001 Nguyễn Thị Phương Thảo (bản cũ 1).eml.",
        "Giấy mời D002: Địa chỉ thư điện tử “hỏng” không đúng dạng; sửa lại (ví dụ: ten@tinh.gov.vn).",
    ]


def test_sending_is_told_in_sentences(
    post_office: PostOffice, server: Server, tmp_path: Path
) -> None:
    record = tmp_path / "record.jsonl"
    send([invitation("D000")], server, record)
    post_office.to_data["D001@dai-bieu.vn"] = ["drop"]
    post_office.to_recipient["D002@dai-bieu.vn"] = ["450 busy"] * 3
    letters = [
        invitation("D000"),
        invitation("D001"),
        invitation("D002"),
        invitation("D003", to="a@x.vn"),
        invitation("D004", to="a@x.vn"),
    ]
    sent = send(letters, server, record, pause=lambda _: None)
    assert [said.say("en") for said in told_of_sending(sent)] == [
        "2 letters are sent.",
        "1 letters had been sent before and were not sent again.",
        "1 letters may or may not have gone and are not sent again by themselves: Giấy mời D001. Ask the recipients (or look at the sent mail); where it has not arrived, send with --again.",
        "1 letters could not go, the mail server being busy or lost; send again later.",
        "The address a@x.vn gets 2 letters: Giấy mời D003, Giấy mời D004. See whether that is right.",
        "Giấy mời D002: The mail server says: 450 busy",
    ]


def test_one_reason_for_many_letters_is_told_once(server: Server, tmp_path: Path) -> None:
    letters = [invitation(f"D{n}", to=" ") for n in range(10)]
    told = told_of_sending(send(letters, server, tmp_path / "record.jsonl"))
    keys = ", ".join(f"Giấy mời D{n}" for n in range(8))
    assert [said.say() for said in told] == [
        "Đã gửi 0 thư.",
        f"{keys} … (+2): Chưa có địa chỉ thư điện tử; điền vào cột Email.",
    ]


def test_a_dry_run_says_that_nothing_went(server: Server, tmp_path: Path) -> None:
    sent = send([invitation("D000")], server, tmp_path / "record.jsonl", dry_run=True)
    [said] = told_of_sending(sent)
    assert said.say() == f"Thử xong, chưa gửi gì: 1 thư sẽ được gửi qua {server.name}."
