"""The second group: questions taken apart, put together, and given to who must answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages
from xl_dialogue.documents import inviting
from xl_dialogue.jobs.applying import apply
from xl_dialogue.messages import Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import bodies, sheets
from xl_dialogue.plan.counted import single
from xl_dialogue.plan.plan import Plan
from xl_dialogue.registry import JOBS, QUESTIONS, job

if TYPE_CHECKING:
    import xlwings as xw


@job(
    Text("Tách câu hỏi", "Split"),
    Text("Tách câu hỏi gồm nhiều việc thành từng dòng", "Give each of several petitions its row"),
    group=QUESTIONS,
    picture="OutlineExpand",
    takes=("dry_run",),
)
def split(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.questions import dividing

    plan = workbook.read(book)
    if "part_of" not in plan.cells["questions"].letters:  # nothing would tell whose parts they are
        raise workbook.column_missing(sheets.QUESTIONS, sheets.QUESTIONS["part_of"])
    outcome = apply(book, plan, dividing.divide(plan), JOBS["split"].label, request)
    taken_apart = sum(change.new == sheets.SPLIT for change in outcome.changes)
    parts = sum(change.column == "part_of" for change in outcome.changes)
    outcome.say(messages.SPLIT_INTO, questions=taken_apart, parts=parts)
    return outcome


@job(
    Text("Tìm câu trùng", "Duplicates"),
    Text("Đề xuất những câu hỏi cùng một việc", "Propose questions that ask the same"),
    group=QUESTIONS,
    picture="PasteDuplicate",
    takes=("dry_run",),
)
def duplicates(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.questions import merging

    plan = workbook.read(book)
    outcome = apply(book, plan, merging.propose(plan), JOBS["duplicates"].label, request)
    proposed = sum(
        change.column == "maybe_duplicate_of" and change.new != "" for change in outcome.changes
    )
    outcome.say(messages.DUPLICATES_PROPOSED, count=proposed)
    return outcome


@job(
    Text("Phân công", "Assign"),
    Text("Đề xuất đơn vị chủ trì, phối hợp cho câu hỏi", "Propose who answers each question"),
    group=QUESTIONS,
    picture="AssignTask",
    takes=("dry_run", "earlier"),
    large=True,
)
def assign(book: xw.Book, request: Request) -> Outcome:
    return assigned(book, workbook.read(book), request)


def assigned(book: xw.Book, plan: Plan, request: Request) -> Outcome:
    from xl_dialogue.questions import precedents, routing

    earlier = [each for old in request.earlier for each in precedents.decided_by_staff(old)]
    proposed = routing.assign(plan, earlier)
    outcome = apply(book, plan, proposed, JOBS["assign"].label, request)
    led = sum(change.column == "lead" for change in outcome.changes)
    asked = single(plan.questions)
    open_before = int(((asked["lead"] == "") & (asked["content"] != "")).sum())
    outcome.say(messages.ASSIGNED, assigned=led, left=open_before - led)
    return outcome


@job(
    Text("Học từ chỗ sửa", "Learn"),
    Text(
        "Thêm từ khóa vào lĩnh vực từ những câu người dùng đã giao khác đề xuất",
        "Add keywords to the topics from questions that staff have assigned otherwise",
    ),
    group=QUESTIONS,
    picture="TagMarkComplete",
    takes=("dry_run",),
)
def learn(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.questions import learning

    plan = workbook.read(book)
    lessons, untaught = learning.learn(plan)
    names = bodies.names(plan)
    told = [
        Said(
            messages.LEARNT,
            {
                "topic": lesson.topic,
                "phrase": lesson.phrase,
                "codes": ", ".join(lesson.questions),
                "lead": names[lesson.lead],
            },
        )
        for lesson in lessons
    ] + [
        Said(messages.NOT_LEARNT, {"code": each.code, "lead": names[each.lead]})
        for each in untaught
    ]
    if not lessons:
        told.append(Said(messages.NOTHING_TO_LEARN, {}))
    changes = learning.changes(plan, lessons)
    return apply(book, plan, changes, JOBS["learn"].label, request, told)


@job(
    Text("Khối lượng", "Workload"),
    Text("Mỗi cơ quan mấy câu, câu nào luật đã trả lời", "Who has how much, what the law answers"),
    group=QUESTIONS,
    picture="OrganizationChartInsert",
)
def workload(book: xw.Book, _: Request) -> Outcome:
    from xl_dialogue.questions import settled

    plan = workbook.read(book)
    return Outcome(plan, summary=[*inviting.told_of_loads(plan), *settled.told(plan)])


@job(
    Text("Mời bổ sung", "Invite more"),
    Text("Cơ quan phải trả lời mà chưa mời ai", "Who must answer and has nobody invited"),
    group=QUESTIONS,
    picture="ReplyToAllAttendeesWithMessage",
    takes=("dry_run",),
)
def invite_more(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    changes, told = inviting.proposed(plan), [inviting.told_of_uninvited(plan)]
    return apply(book, plan, changes, JOBS["invite_more"].label, request, told)
