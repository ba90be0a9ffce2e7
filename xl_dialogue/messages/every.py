"""All subjects together."""

from __future__ import annotations

from xl_dialogue.messages.audit import *
from xl_dialogue.messages.before_python import *
from xl_dialogue.messages.buttons import *
from xl_dialogue.messages.calc import *
from xl_dialogue.messages.cells import *
from xl_dialogue.messages.closed import *
from xl_dialogue.messages.command_line import *
from xl_dialogue.messages.deadlines import *
from xl_dialogue.messages.decree import *
from xl_dialogue.messages.documents import *
from xl_dialogue.messages.exchange import *
from xl_dialogue.messages.files import *
from xl_dialogue.messages.forgetting import *
from xl_dialogue.messages.intake import *
from xl_dialogue.messages.jobs import *
from xl_dialogue.messages.mailing import *
from xl_dialogue.messages.packets import *
from xl_dialogue.messages.pc import *
from xl_dialogue.messages.pdf import *
from xl_dialogue.messages.press import *
from xl_dialogue.messages.questions import *
from xl_dialogue.messages.sheets import *
