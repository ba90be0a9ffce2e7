"""Letters made, here or by an executor's workers: bytes or refusals, in order, nothing written."""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from itertools import islice
from os.path import basename
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from xl_dialogue.messages import DialogueError
from xl_dialogue.messages.press import FIELD_MISSING, VALUE_UNUSABLE, WORKERS_FAILED
from xl_dialogue.press.digests import digest_of
from xl_dialogue.press.press import Press
from xl_dialogue.press.template import Template
from xl_dialogue.press.values import Refusal, flaws, in_lines, said_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor, Future

T = TypeVar("T")
Made = bytes | list[Refusal]

_CHUNK = 50
_AHEAD = 32
"""Chunks that workers may be ahead of the writing: some 15 MB of letters."""


class Order(NamedTuple):
    """A letter to be made."""

    number: int
    """Its place in the batch, from 0."""
    context: Mapping[str, object]
    """What the template uses, line ends as ``\\n``."""
    is_plain: bool
    """Nothing in it can be the reason for a refusal, but for its type."""
    digest: str
    """Of what it says; blank for one with pictures, which only this process can make."""


class _Paper(NamedTuple):
    """A template on its way to a worker."""

    name: str
    digest: str
    content: bytes


def ordered(number: int, values: Mapping[str, object], template: Template) -> Order:
    context = {name: values[name] for name in template.used if name in values}
    is_whole = len(context) == len(template.used)
    said, plain = said_by([*context.values()] if is_whole else context)
    if not plain:
        context = {name: in_lines(value) for name, value in context.items()}
        said, _ = said_by(context)
    digest = "" if said is None else digest_of(template.digest.encode(), said)
    return Order(number, context, plain, digest)


def chunks(letters: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(letters)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def made_here(press: Press, orders: Sequence[Order]) -> list[Made]:
    return [made(order, press.letter) for order in orders]


def made_by(
    executor: Executor,
    template: Template,
    work: Iterable[tuple[Any, Sequence[Order]]],
    *,
    whole: bool = True,
) -> Iterator[tuple[Any, list[Any]]]:
    """Each job with what workers made of its orders, in order: letters, or only their parts.

    Errors: ``DialogueError`` when a worker is lost and nobody takes its place.
    """
    paper = _Paper(basename(template.path), template.digest, template.content)
    make = _make(Press(template), whole)
    waiting: deque[tuple[Any, Sequence[Order], Future[list[Any]]]] = deque()
    try:
        for job, orders in work:
            travelling = [order for order in orders if order.digest]
            waiting.append((job, orders, executor.submit(_made_there, paper, travelling, whole)))
            if len(waiting) > _AHEAD:
                yield _arrived(make, *waiting.popleft())
        while waiting:
            yield _arrived(make, *waiting.popleft())
    finally:
        for _, _, future in waiting:
            future.cancel()


def _arrived(
    make: Callable[[Mapping[str, object]], Any],
    job: Any,
    orders: Sequence[Order],
    future: Future[list[Any]],
) -> tuple[Any, list[Any]]:
    from concurrent.futures import CancelledError

    try:
        error = future.exception()
    except CancelledError as called_off:
        error = called_off
    if error is not None:
        detail = str(error) or type(error).__name__
        raise DialogueError(WORKERS_FAILED, detail=detail) from error
    travelled = iter(future.result())
    here = (made(order, make) if not order.digest else next(travelled) for order in orders)
    return job, list(here)


def _made_there(paper: _Paper, orders: Sequence[Order], whole: bool) -> list[Any]:
    """What a worker runs; it keeps the templates it has seen last."""
    make = _make(_press(paper), whole)
    return [made(order, make) for order in orders]


def _make(press: Press, whole: bool) -> Callable[[Mapping[str, object]], Any]:
    return press.letter if whole else press.parts


@lru_cache(maxsize=4)
def _press(paper: _Paper) -> Press:
    return Press(Template(paper.name, paper.content))


def made(order: Order, make: Callable[[Mapping[str, object]], T]) -> T | list[Refusal]:
    """What is made of the order, or why nothing can be."""
    refused = [] if order.is_plain else _flaws(order)
    if refused:
        return refused
    try:
        return make(order.context)
    except Exception as error:
        refusal = _refusal(order.number, error)
        if refusal is None:
            raise
        return _flaws(order) or [refusal]


def _flaws(order: Order) -> list[Refusal]:
    return [Refusal(order.number, field, reason) for field, reason in flaws(order.context)]


def _refusal(number: int, error: Exception) -> Refusal | None:
    """Of a tag and a value that do not go together: lxml raises SyntaxError, a picture OSError."""
    from jinja2 import TemplateError, UndefinedError

    from xl_dialogue.press.qr import QrError

    if isinstance(error, QrError):
        return Refusal(number, "", error.reason)
    if isinstance(error, UndefinedError):
        return Refusal(number, error.message or "", FIELD_MISSING)
    unusable = (
        TemplateError, ArithmeticError, TypeError, ValueError, LookupError, SyntaxError, OSError,
    )  # fmt: skip
    return Refusal(number, "", VALUE_UNUSABLE) if isinstance(error, unusable) else None
