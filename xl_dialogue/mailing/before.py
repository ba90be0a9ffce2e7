"""Whether a letter went before, by what is known of its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from xl_dialogue.mailing.addresses import addresses

if TYPE_CHECKING:
    from xl_dialogue.mailing.message import Message
    from xl_dialogue.mailing.record import Standing

Past = Literal["new", "changed", "further", "sent", "unsure"]
"""``changed``: what went said something else; ``further``: some of its addresses lack it."""


def past(message: Message, standing: Standing | None) -> tuple[Past, Message]:
    """What became of the letter until now, and the letter as it would go.

    A line of the record that is older than marks counts as the letter that the register knows to
    have gone; where that knows none either, as this very letter: rather once too few.
    """
    if standing is None or standing.state == "failed":
        return ("changed" if message.replaces else "new"), message
    if (standing.mark or message.replaces or message.mark) != message.mark:
        return "changed", message
    left = _left(message, standing)
    if standing.got and left:
        message = message._replace(to_address="; ".join(left), copy_to="")
    if standing.got and not left:
        return "sent", message
    if standing.state == "sending":
        return "unsure", message
    return ("further" if standing.got else "sent"), message


def _left(message: Message, standing: Standing) -> list[str]:
    """Its addresses that the server did not take then, or that stand there only now."""
    got = {address.casefold() for address in standing.got}
    return [each for each in addresses(message.to_address).good if each.casefold() not in got]
