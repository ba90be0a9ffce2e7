"""What is wrong in a plan: a value with its place, never an exception."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from xl_dialogue import messages
from xl_dialogue.messages import Language, Text


class Severity(Enum):
    ERROR = Text("Lỗi", "Error")
    WARNING = Text("Nên xem", "Warning")


class Rule(Enum):
    """Every rule: how grave, what it says, and the rule of the founding plan it keeps."""

    REQUIRED = Severity.ERROR, messages.REQUIRED
    REPEATED = Severity.ERROR, messages.REPEATED
    NOT_A_CHOICE = Severity.ERROR, messages.NOT_A_CHOICE
    UNLISTED = Severity.ERROR, messages.UNLISTED
    SEVERAL = Severity.ERROR, messages.SEVERAL, "R06"
    DATE_AS_TEXT = Severity.WARNING, messages.DATE_AS_TEXT
    NOT_A_DATE = Severity.ERROR, messages.NOT_A_DATE
    TIME_AS_TEXT = Severity.WARNING, messages.TIME_AS_TEXT
    NOT_A_TIME = Severity.ERROR, messages.NOT_A_TIME
    NUMBER_AS_TEXT = Severity.WARNING, messages.NUMBER_AS_TEXT
    NOT_A_NUMBER = Severity.ERROR, messages.NOT_A_NUMBER
    NOT_A_PHONE = Severity.WARNING, messages.NOT_A_PHONE
    PHONE_FORM = Severity.WARNING, messages.PHONE_FORM
    PHONE_CONVERTED = Severity.WARNING, messages.PHONE_CONVERTED
    SEVERAL_PHONES = Severity.WARNING, messages.SEVERAL_PHONES
    PHONE_WITH_TEXT = Severity.WARNING, messages.PHONE_WITH_TEXT
    NOT_AN_EMAIL = Severity.ERROR, messages.NOT_AN_EMAIL
    LEGACY_TEXT = Severity.ERROR, messages.LEGACY_TEXT
    DECOMPOSED_TEXT = Severity.WARNING, messages.DECOMPOSED_TEXT
    UNTIDY_TEXT = Severity.WARNING, messages.UNTIDY_TEXT
    TURNING_SIGNS = Severity.WARNING, messages.TURNING_SIGNS
    DITTO = Severity.ERROR, messages.DITTO
    FORMULA = Severity.WARNING, messages.FORMULA
    ERROR_CELL = Severity.ERROR, messages.ERROR_CELL
    NOT_WORDS = Severity.ERROR, messages.NOT_WORDS
    STRAY_HONORIFIC = Severity.ERROR, messages.STRAY_HONORIFIC
    SHOUTED_NAME = Severity.WARNING, messages.SHOUTED_NAME
    HIDDEN_ROW = Severity.WARNING, messages.HIDDEN_ROW
    MERGED_CELLS = Severity.ERROR, messages.MERGED_CELLS
    BEYOND_TABLE = Severity.ERROR, messages.BEYOND_TABLE
    COLUMN_ABSENT = Severity.WARNING, messages.COLUMN_ABSENT

    QUOTAS_DO_NOT_ADD_UP = Severity.WARNING, messages.QUOTAS_DO_NOT_ADD_UP, "R03"
    GROUP_OFF_QUOTA = Severity.WARNING, messages.GROUP_OFF_QUOTA, "R04"
    DELEGATES_OFF_TOTAL = Severity.WARNING, messages.DELEGATES_OFF_TOTAL, "R03"
    UNIT_WITHOUT_DELEGATE = Severity.WARNING, messages.UNIT_WITHOUT_DELEGATE, "R04"
    POSSIBLE_DUPLICATE = Severity.WARNING, messages.POSSIBLE_DUPLICATE
    QUESTION_LATE = Severity.ERROR, messages.QUESTION_LATE, "R01"
    QUESTIONS_UNASSIGNED = Severity.WARNING, messages.QUESTIONS_UNASSIGNED, "R06"
    COORDINATOR_IS_LEAD = Severity.ERROR, messages.COORDINATOR_IS_LEAD, "R06"
    AUTHORITY_MISSING = Severity.ERROR, messages.AUTHORITY_MISSING, "R06"
    LEAD_NOT_INVITED = Severity.ERROR, messages.LEAD_NOT_INVITED, "R05"
    TASK_LEAD_NOT_INVITED = Severity.WARNING, messages.TASK_LEAD_NOT_INVITED, "R05"
    BODY_NOT_IN_FORCE = Severity.ERROR, messages.BODY_NOT_IN_FORCE
    MERGED_IN_A_CIRCLE = Severity.ERROR, messages.MERGED_IN_A_CIRCLE
    ANSWER_MISSING = Severity.ERROR, messages.ANSWER_MISSING, "R14"
    STATUS_WITHOUT_LEAD = Severity.WARNING, messages.STATUS_WITHOUT_LEAD
    RETURN_WITHOUT_REASON = Severity.WARNING, messages.RETURN_WITHOUT_REASON
    ANSWER_NOT_MARKED = Severity.WARNING, messages.ANSWER_NOT_MARKED, "R14"
    ANSWER_DATE_NOT_MARKED = Severity.WARNING, messages.ANSWER_DATE_NOT_MARKED
    ANSWERED_BEFORE_RECEIVED = Severity.ERROR, messages.ANSWERED_BEFORE_RECEIVED
    CONCLUSION_INCOMPLETE = Severity.ERROR, messages.CONCLUSION_INCOMPLETE
    CONCLUSION_NOT_ANSWERED = Severity.ERROR, messages.CONCLUSION_NOT_ANSWERED, "R14"
    DUE_BEFORE_CONFERENCE = Severity.ERROR, messages.DUE_BEFORE_CONFERENCE, "R02"
    CONCLUSIONS_NOT_GIVEN = Severity.WARNING, messages.CONCLUSIONS_NOT_GIVEN, "R14"
    CONCLUSION_TASK_DIFFERS = Severity.WARNING, messages.CONCLUSION_TASK_DIFFERS
    TASK_WITHOUT_LEAD = Severity.ERROR, messages.TASK_WITHOUT_LEAD, "R07"
    TASK_WITHOUT_DEADLINE = Severity.WARNING, messages.TASK_WITHOUT_DEADLINE
    TWINS_WITH_TWO_LEADS = Severity.ERROR, messages.TWINS_WITH_TWO_LEADS, "R07"
    TASK_DUE_TOO_LATE = Severity.ERROR, messages.TASK_DUE_TOO_LATE, "R02"
    TASK_DUE_TOO_EARLY = Severity.ERROR, messages.TASK_DUE_TOO_EARLY, "R02"
    SUMMARY_NOT_BEFORE_DEADLINE = Severity.ERROR, messages.SUMMARY_NOT_BEFORE_DEADLINE, "R01"
    AGENDA_OVERLAP = Severity.ERROR, messages.AGENDA_OVERLAP, "R08"
    AGENDA_OVERRUN = Severity.ERROR, messages.AGENDA_OVERRUN, "R08"
    AGENDA_BEFORE_START = Severity.ERROR, messages.AGENDA_BEFORE_START, "R08"
    AGENDA_WITHOUT_TIME = Severity.WARNING, messages.AGENDA_WITHOUT_TIME, "R08"
    PERFORMER_UNKNOWN = Severity.ERROR, messages.PERFORMER_UNKNOWN, "R08"
    PERFORMER_NOT_INVITED = Severity.ERROR, messages.PERFORMER_NOT_INVITED, "R08"
    SPEECH_UNPREPARED = Severity.ERROR, messages.SPEECH_UNPREPARED, "R09"
    SPEECH_WITHOUT_ITEM = Severity.WARNING, messages.SPEECH_WITHOUT_ITEM, "R09"
    INVITATION_LATE = Severity.WARNING, messages.INVITATION_LATE, "R10"
    DATE_TENTATIVE = Severity.ERROR, messages.DATE_TENTATIVE, "R13"
    DEADLINE_AFTER_CONFERENCE = Severity.ERROR, messages.DEADLINE_AFTER_CONFERENCE
    SCHEDULE_TOO_TIGHT = Severity.ERROR, messages.SCHEDULE_TOO_TIGHT, "R01"
    ANSWERS_DUE_TOO_LATE = Severity.ERROR, messages.ANSWERS_DUE_TOO_LATE
    NAME_DIFFERS = Severity.WARNING, messages.NAME_DIFFERS, "R11"
    ABBREVIATION_DIFFERS = Severity.WARNING, messages.ABBREVIATION_DIFFERS, "R11"
    RECIPIENT_MISSING = Severity.ERROR, messages.RECIPIENT_MISSING, "R12"
    NO_FILE_COPY = Severity.ERROR, messages.NO_FILE_COPY, "R12"
    CIRCULAR_SUCCESSOR = Severity.ERROR, messages.CIRCULAR_SUCCESSOR
    TOPIC_WITHOUT_LEAD = Severity.WARNING, messages.TOPIC_WITHOUT_LEAD
    KEYWORD_SHARED = Severity.WARNING, messages.KEYWORD_SHARED
    SYMBOL_FORM = Severity.ERROR, messages.SYMBOL_FORM
    FIRST_NUMBER = Severity.ERROR, messages.FIRST_NUMBER
    AUTHORITY_FORM = Severity.ERROR, messages.AUTHORITY_FORM
    SIGNER_TITLED = Severity.ERROR, messages.SIGNER_TITLED
    ISSUING_BLANK = Severity.ERROR, messages.ISSUING_BLANK
    NO_RECIPIENTS = Severity.ERROR, messages.NO_RECIPIENTS
    LEFT_OUT = Severity.ERROR, messages.LEFT_OUT
    HELD_BACK = Severity.ERROR, messages.HELD_BACK
    NAME_FORGOTTEN = Severity.ERROR, messages.NAME_FORGOTTEN
    NOT_PRINTED = Severity.ERROR, messages.NOT_PRINTED
    NUMBER_WITHOUT_SYMBOL = Severity.ERROR, messages.NUMBER_WITHOUT_SYMBOL
    NUMBER_UNREADABLE = Severity.ERROR, messages.NUMBER_UNREADABLE

    def __init__(self, severity: Severity, sentence: Text, founding: str = "") -> None:
        self.severity = severity
        self.sentence = sentence
        self.founding = founding

    @property
    def code(self) -> str:
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True)
class Finding:
    """One thing to look at: the rule, the place, the facts of its sentence.

    ``row`` is the Excel row, ``None`` for the whole sheet; ``fix`` the value that may safely
    stand in the cell instead, ``None`` where a person must decide.
    """

    rule: Rule
    sheet: str
    row: int | None = None
    column: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    value: object = None
    fix: object = None

    def say(self, language: Language = "vi") -> str:
        return self.rule.sentence.say(language, **self.facts)

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR


def once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, one that several documents meet told only once."""
    found = {(each.rule, each.sheet, each.row, each.column, each.say()): each for each in findings}
    return list(found.values())
