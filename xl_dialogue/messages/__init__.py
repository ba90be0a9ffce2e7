"""Every sentence the product says, in Vietnamese and in English, a module a subject.

They are read when the first is asked for. What must start fast asks the subject it needs, as
``from xl_dialogue.messages.press import DISK_FULL``, and leaves the others unread.
"""

from __future__ import annotations

from xl_dialogue.messages.words import DialogueError as DialogueError
from xl_dialogue.messages.words import Language as Language
from xl_dialogue.messages.words import Said as Said
from xl_dialogue.messages.words import Sayable as Sayable
from xl_dialogue.messages.words import Text as Text
from xl_dialogue.messages.words import some_of as some_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xl_dialogue.messages.every import *
else:

    def __getattr__(name: str) -> Text:
        """Source: PEP 562."""
        from importlib import import_module

        if not name.isupper():
            raise AttributeError(name)
        said = globals()[name] = getattr(import_module(f"{__name__}.every"), name)
        return said
