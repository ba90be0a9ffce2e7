"""Workers that make letters: processes of this computer, or an existing Dask cluster.

Both are executors of ``concurrent.futures``; templates and letters travel as bytes, no disk is
shared, and what arrives here is written here.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from xl_dialogue.messages import CLUSTER_NOT_INSTALLED, CLUSTER_UNREACHABLE, DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor


@contextlib.contextmanager
def workers(count: int) -> Iterator[Executor | None]:
    """So many processes; none where this one alone does the work."""
    if count < 2:
        yield None
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(count, multiprocessing.get_context("spawn")) as executor:
        yield executor


@contextlib.contextmanager
def cluster(address: str, timeout: float = 10) -> Iterator[Executor]:
    """The workers of the scheduler at this address: ``tcp://HOST:8786``; seconds to wait for it.

    They need this package installed, in the same version. What is still under way at the end is
    called off. Errors: ``DialogueError`` when Dask is not installed here, or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise DialogueError(CLUSTER_NOT_INSTALLED) from error
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address, timeout=timeout, set_as_default=False
        )
    except (OSError, ValueError, TimeoutError) as error:
        raise DialogueError(CLUSTER_UNREACHABLE, address=address) from error
    with client, client.get_executor(pure=False) as executor:
        yield executor
