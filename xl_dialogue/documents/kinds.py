"""Every kind of document, in the order of time: a template and a small function each."""

from __future__ import annotations

from xl_dialogue.documents import asking, concluding, holding, invitations, people
from xl_dialogue.documents.registry import ENTERED, Kind

__all__ = ["KINDS", "Kind"]

_IN_ORDER = (asking, invitations, holding, people, concluding)
KINDS: dict[str, Kind] = {
    name: ENTERED[name] for module in _IN_ORDER for name in vars(module) if name in ENTERED
}
