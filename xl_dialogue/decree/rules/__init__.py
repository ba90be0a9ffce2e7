"""The decree's rules; importing this room enters them in the registry."""

from __future__ import annotations

from xl_dialogue.decree.rules import page as page  # isort: skip
from xl_dialogue.decree.rules import nation as nation  # isort: skip
from xl_dialogue.decree.rules import number as number  # isort: skip
from xl_dialogue.decree.rules import title as title  # isort: skip
from xl_dialogue.decree.rules import body as body  # isort: skip
from xl_dialogue.decree.rules import sections as sections  # isort: skip
from xl_dialogue.decree.rules import ending as ending  # isort: skip
from xl_dialogue.decree.rules import annex as annex  # isort: skip
from xl_dialogue.decree.rules import forms as forms  # isort: skip
from xl_dialogue.decree.rules import text as text  # isort: skip
