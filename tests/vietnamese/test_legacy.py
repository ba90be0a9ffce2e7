from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.vietnamese.legacy import (
    TCVN3,
    VNI,
    Encoding,
    from_legacy,
    legacy_encoding,
)

SENTENCES = """
Đề nghị tỉnh xem xét hỗ trợ nhà ở cho công nhân khu công nghiệp
Sở Lao động - Thương binh và Xã hội
Liên đoàn Lao động tỉnh Cao Bằng
Nguyễn Thị Hương, Chủ tịch Công đoàn cơ sở
Nông Văn Dũng
Hoàng Thị Mỹ Duyên
Trường mầm non Hoa Sen, phường Sông Hiến
Kiến nghị tăng mức đóng bảo hiểm y tế từ 01/7/2022
Bao giờ con đường vào nhà máy được sửa chữa?
Thưa đồng chí, lương của chúng tôi chậm 3 tháng
Công ty cổ phần Gang thép đã trả đủ tiền làm thêm giờ
Ngân hàng Chính sách xã hội chi nhánh huyện Hòa An
Đã giải quyết; đang giải quyết; giải trình
Người lao động nữ nuôi con nhỏ dưới 12 tháng tuổi
Đơn vị chủ trì: Sở Xây dựng (phối hợp: Sở Tài chính)
Khẩu phần ăn ca quá thấp, 15.000 đ/suất
Mất điện thường xuyên vào mùa khô
""".strip().splitlines()

GOOD = """
Hà Giang
Công ty cà phê Hà Giang
Hòa An
Bà Hà, Ông Tô
Tô Vũ
Lê Thị Hà
Nông Vân
Cô Hoà
Lý Thị Ái
Kế toán
Sở Nội vụ
Văn phòng UBND
Nghành nghề
HÀ NÔI
Pác Bó
Mèo Vạc
Đắk Lắk
Krông Nô
Trà Lĩnh
Chó Đẻ
Xã Vĩnh Quý
tôi ký
ký tên
Kính thưa ông
Thông báo
Báo cáo
Đóng góp ý kiến
là
và
có
không
Nam
Nữ
quý I
Quý cô
lý do
Tố cáo
khoá
hoà bình
toàn khóa
loãng xương
ngoài giờ
Hoàng Toàn
Nguyễn Văn A
Trần Thị B
Đảng bộ
UBND tỉnh
HĐND huyện
LĐLĐ tỉnh Cao Bằng
BHXH
Tiến sĩ
A-lô
cà-phê
xì dầu
pê-đan
The quick brown fox
naïve café résumé
façade, coöperate, Noël, Zoë, Chloë, Renée
Beyoncé
El Niño, piñata, jalapeño
Brontë
São Paulo
Microsoft® Windows™
© 2022 Công ty
5 µm
25 µg/l
20 °C ± 1
100 m²
3 m³
3 × 4 = 12
n×n, m×n
½ ngày
1½ giờ
§ 5
§§ 5, 6 BGB
§a
«Bonjour»
« là »
£5, ¥100, ¢50
k£
Mª José
Nº 5
¿Qué? ¡Hola!
El año
a·b
où est-ce que tu es né ?
à la carte
thé, né, dé, où, dû, ça, tôt
Il a dû y aller tôt, là où ça va
déjà vu, voilà
l'été à Huế
garçon français, élève, forêt, hôtel, château, maïs, Haïti, Saïgon, laïc
coûteux, goûter, août, aïeul, ambiguë, naïf, héroïne
L'ÉCOLE DE L'ÎLE, HÔTEL, TÊTE
Noël à Hanoï
Müller, Schröder, Weiß, Groß, Straße
für, schön, über, Öl, Mädchen, tät, grün
MÜNCHEN, KÖLN, FÜSSEN, GRÜN
Fußball, süß, weiß, muß
Ärger, Übung, Ökonomie
Phở 24
chu.tich@caobang.gov.vn
müller@example.de
0912 345 678
24/5/2022
1.234.567,89
-
...
“Quy chế”
– Mục tiêu
• Nội dung
★
🙂
🇻🇳 Việt Nam
東京
Москва
Kontakt: Jürgen, Tel. 030/123
in\u00adter\u00adna\u00adtional
thông\u00adtin
th\u00ading
Á
à
ß
µ
Côté
""".strip().splitlines()

BY_HAND = [
    ("tcvn3", "§Ò nghÞ tØnh", "Đề nghị tỉnh"),
    ("tcvn3", "Liªn ®oµn Lao ®éng tØnh Cao B»ng", "Liên đoàn Lao động tỉnh Cao Bằng"),
    ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("tcvn3", "tr\u00adêng phßng", "trường phòng"),
    ("tcvn3", "UBND TØNH CAO B»NG", "UBND TỉNH CAO BằNG"),
    ("vni", "Ñeà nghò tænh", "Đề nghị tỉnh"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("vni", "NGUYEÃN VAÊN ÑÖÙC", "NGUYỄN VĂN ĐỨC"),
    ("vni", "Nguyeãn Thò Höông", "Nguyễn Thị Hương"),
]  # fmt: skip

ROWS = [
    ("à ả ã á ạ", "µ ¶ · ¸ ¹", "aø aû aõ aù aï"),
    ("ă ằ ẳ ẵ ắ ặ", "¨ » ¼ ½ ¾ Æ", "aê aè aú aü aé aë"),
    ("â ầ ẩ ẫ ấ ậ", "© Ç È É Ê Ë", "aâ aà aå aã aá aä"),
    ("đ", "®", "ñ"),
    ("è ẻ ẽ é ẹ", "Ì Î Ï Ð Ñ", "eø eû eõ eù eï"),
    ("ê ề ể ễ ế ệ", "ª Ò Ó Ô Õ Ö", "eâ eà eå eã eá eä"),
    ("ì ỉ ĩ í ị", "× Ø Ü Ý Þ", "ì æ ó í ò"),
    ("ò ỏ õ ó ọ", "ß á â ã ä", "oø oû oõ où oï"),
    ("ô ồ ổ ỗ ố ộ", "« å æ ç è é", "oâ oà oå oã oá oä"),
    ("ơ ờ ở ỡ ớ ợ", "¬ ê ë ì í î", "ô ôø ôû ôõ ôù ôï"),
    ("ù ủ ũ ú ụ", "ï ñ ò ó ô", "uø uû uõ uù uï"),
    ("ư ừ ử ữ ứ ự", "\xad õ ö ÷ ø ù", "ö öø öû öõ öù öï"),
    ("ỳ ỷ ỹ ý ỵ", "ú û ü ý þ", "yø yû yõ yù î"),
    ("Ă Â Đ Ê Ô Ơ Ư", "¡ ¢ § £ ¤ ¥ ¦", "AÊ AÂ Ñ EÂ OÂ Ô Ö"),
]  # fmt: skip
INVERSE: dict[Encoding, dict[str, str]] = {
    "tcvn3": {letter: code for code, letter in TCVN3.items()},
    "vni": {letter: code for code, letter in VNI.items() if code.islower() or code.isupper()},
}
ENCODINGS: list[Encoding] = ["tcvn3", "vni"]
LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"

toned = st.sampled_from(["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"])
ONSETS = "b c ch d đ g h kh l m n ng nh ph r s t th tr v x"
RIMES = "a am ai ăn âng ây e eo ê ên êu i im o oi on ô ông ôi ơ ơn u ung ui ư ưng ưu y"


def with_tone(syllable: str, tone: str) -> str:
    """The syllable with the tone on its first vowel."""
    place = next(at for at, letter in enumerate(syllable) if letter in "aăâeêioôơuưy")
    return unicodedata.normalize("NFC", syllable[: place + 1] + tone + syllable[place + 1 :])


plain = st.builds(str.__add__, st.sampled_from(ONSETS.split()), st.sampled_from(RIMES.split()))
syllables = st.builds(with_tone, plain, toned)
phrases = st.lists(syllables, min_size=1, max_size=12).map(" ".join)


def encoded(text: str, encoding: Encoding) -> str:
    codes = INVERSE[encoding]
    return "".join(codes.get(letter, codes.get(letter.lower(), letter)) for letter in text)


@pytest.mark.parametrize(("encoding", "pasted", "meant"), BY_HAND)
def test_text_of_the_old_fonts_is_known_and_read(
    encoding: Encoding, pasted: str, meant: str
) -> None:
    assert legacy_encoding(pasted) == encoding
    assert from_legacy(pasted, encoding) == meant


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_back_from_an_old_font(sentence: str, encoding: Encoding) -> None:
    pasted = encoded(sentence, encoding)
    assert legacy_encoding(pasted) == encoding
    assert from_legacy(pasted, encoding).lower() == sentence.lower()


@pytest.mark.parametrize("text", GOOD)
def test_good_text_is_never_taken_for_an_old_font(text: str) -> None:
    assert legacy_encoding(text) is None


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_good_sentence_is_never_taken_for_an_old_font(sentence: str) -> None:
    assert legacy_encoding(sentence) is None
    assert legacy_encoding(sentence.upper()) is None
    assert legacy_encoding(unicodedata.normalize("NFD", sentence)) is None


@pytest.mark.parametrize("text", ["", "   ", "\u0301", "\n\t", "a" * 100_000, "é" * 100_000])
def test_what_is_no_text_is_no_old_font(text: str) -> None:
    assert legacy_encoding(text) is None


@pytest.mark.parametrize("text", ["Lª", "N÷", "Hå", "Hoà", "baõ", "Th\u00ad", "thuû"])
def test_a_short_ambiguous_text_is_left_to_a_person(text: str) -> None:
    assert legacy_encoding(text) is None


def test_utf_8_read_as_latin_1_is_another_fault_than_an_old_font() -> None:
    for sentence in SENTENCES:
        assert legacy_encoding(sentence.encode().decode("latin-1")) is None


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_very_long_text_is_read_whole(encoding: Encoding) -> None:
    long = " ".join(SENTENCES) * 100
    assert legacy_encoding(encoded(long, encoding)) == encoding
    assert from_legacy(encoded(long, encoding), encoding).lower() == long.lower()


def test_good_and_old_text_in_one_cell_is_left_to_a_person() -> None:
    assert legacy_encoding("Sở Xây dựng: §Ò nghÞ tØnh") is None


@pytest.mark.parametrize(("meant", "tcvn3", "vni"), ROWS)
def test_every_letter_is_read(meant: str, tcvn3: str, vni: str) -> None:
    assert from_legacy(tcvn3, "tcvn3") == meant
    assert from_legacy(vni, "vni") == meant
    assert from_legacy(vni.upper(), "vni") == meant.upper()


def test_vni_has_every_capital_and_tcvn3_those_without_tone() -> None:
    assert set(LETTERS.upper()) <= set(INVERSE["vni"])
    assert set(INVERSE["tcvn3"]) & set(LETTERS.upper()) == set("ĂÂĐÊÔƠƯ")


@given(phrases)
def test_good_syllables_are_never_taken_for_an_old_font(phrase: str) -> None:
    for text in (phrase, phrase.title(), phrase.upper()):
        assert legacy_encoding(text) is None


@given(phrases, st.sampled_from(ENCODINGS))
def test_syllables_come_back_and_are_never_taken_for_the_other_font(
    phrase: str, encoding: Encoding
) -> None:
    pasted = encoded(phrase, encoding)
    assert legacy_encoding(pasted) in (encoding, None)
    assert from_legacy(pasted, encoding) == phrase


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_any_text_gets_an_answer(text: str) -> None:
    encoding = legacy_encoding(text)
    assert encoding is None or from_legacy(text, encoding) != text
