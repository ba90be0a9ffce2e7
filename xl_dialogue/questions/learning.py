"""What the corrections of staff teach: phrases that the catalogue lacked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.schema import parts
from xl_dialogue.questions.catalogue import Catalogue, catalogue
from xl_dialogue.questions.precedents import Precedent, decided_by_staff
from xl_dialogue.questions.routing import route
from xl_dialogue.questions.scoring import scores
from xl_dialogue.questions.words import words_of

_SIZES = (3, 2, 4)
"""Words of a phrase, the most telling size first."""
_READ = 400
"""Words of a question that are read for phrases."""
_LIST = """
a ạ ai anh bà bác bao bây bên bị bởi các cái càng cần cả chẳng chỉ chị cho chứ chúng chưa có còn
con cô cũng cùng của đã đang để đề đến đều đi đó đợi đồng được em gì giờ giúp hãy hay hết hỏi hơn
họ khi không kính là lại làm lắm lên lúc mà mãi mấy mình mong một mỗi muốn này nay năm nào nên nếu
ngày nghị người nhà nhiều như những nhưng nhờ nữa ở ông phải qua quá quý ra rất rằng rồi sao sau sẽ
số ta tại tháng theo thế thì thưa tin tôi tới trên trong từ tụi và vào vẫn vậy về vì việc vừa với vụ
xem xét xin xong xuống nó bọn họp ngoài trước đây kia ấy thấy biết nói bảo thêm
"""
_FUNCTION_WORDS = frozenset(_LIST.split())
"""Words that a telling phrase neither begins nor ends with."""


class Lesson(NamedTuple):
    """A phrase that one topic should have."""

    row: int
    """The topic's, in Excel."""
    topic: str
    phrase: str
    lead: str
    questions: tuple[str, ...]
    """Codes of the questions that teach it."""


class Learning(NamedTuple):
    """What can be learnt, and the corrected questions from which nothing can."""

    lessons: list[Lesson]
    untaught: list[Precedent]


def learn(plan: Plan) -> Learning:
    """A phrase for each correction that the catalogue does not explain, none that misleads.

    A phrase qualifies when no question that staff gave to another lead holds it.
    """
    known = catalogue(plan)
    decided = decided_by_staff(plan)
    corrected = [each for each in decided if route(each.content, known).lead != each.lead]
    told_by = _leads_by_phrase(decided)
    support = Counter(
        (phrase, each.lead) for each in corrected for phrase in set(_phrases(each.content))
    )
    listed = {said for _, cell in down(plan.topics, "keywords") for said in parts(cell)}
    rows = {code: row for row, code in down(plan.topics, "code")}
    lessons: dict[tuple[str, str], Lesson] = {}
    untaught = []
    for each in corrected:
        topic = _topic_of(each, known)
        telling = [
            phrase
            for phrase in dict.fromkeys(_phrases(each.content))
            if told_by[phrase] == {each.lead} and phrase not in listed
        ]
        if not topic or not telling:
            untaught.append(each)
            continue
        phrase = max(telling, key=lambda said: support[said, each.lead])
        lesson = lessons.get((topic, phrase)) or Lesson(rows[topic], topic, phrase, each.lead, ())
        lessons[topic, phrase] = lesson._replace(questions=(*lesson.questions, each.code))
    return Learning(list(lessons.values()), untaught)


def changes(plan: Plan, lessons: Iterable[Lesson]) -> list[Change]:
    """The cells of keywords with the phrases behind what stands there."""
    learnt: dict[int, list[str]] = defaultdict(list)
    for lesson in lessons:
        learnt[lesson.row].append(lesson.phrase)
    found = []
    for row, phrases in learnt.items():
        old = plan.read("topics", row, "keywords")
        new = "; ".join([*([str(old)] if old else []), *phrases])
        found.append(Change("topics", row, "keywords", old, new))
    return found


def _phrases(text: str) -> Iterator[str]:
    """Runs of words that may tell what the text is about, those of the best size first."""
    words = words_of(text)[:_READ]
    for size in _SIZES:
        for start in range(len(words) - size + 1):
            run = words[start : start + size]
            if _FUNCTION_WORDS.isdisjoint(run) and all(map(str.isalpha, run)):
                yield " ".join(run)


def _leads_by_phrase(decided: Iterable[Precedent]) -> Mapping[str, set[str]]:
    """Phrase -> the leads of the decided questions that hold it."""
    leads: dict[str, set[str]] = defaultdict(set)
    for each in decided:
        for phrase in _phrases(each.content):
            leads[phrase].add(each.lead)
    return leads


def _topic_of(each: Precedent, known: Catalogue) -> str:
    """The topic of the correction: as staff say, or the likeliest that the lead has."""
    if each.topic in known.topics and known.topics[each.topic].lead == each.lead:
        return each.topic
    found = scores(each.content, known).topics
    of_lead = [code for code, topic in known.topics.items() if topic.lead == each.lead]
    likely = [code for code in of_lead if code in found]
    if likely:
        return max(likely, key=lambda code: found[code].total)
    return of_lead[0] if len(of_lead) == 1 else ""
