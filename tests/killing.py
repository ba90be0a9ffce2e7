"""A command killed at every write it makes: each time in a folder of its own, left as it then was.

``deaths`` is for the tests. What runs as a file of its own is the process that imports everything
once and forks one victim after another: a victim dies by SIGKILL before its n-th act on the disk,
or in the middle of a file, where the system lets no file grow beyond so many bytes.
"""

from __future__ import annotations

import builtins
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
ACTS = frozenset((
    "open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.utime",
    "os.truncate", "os.link", "os.symlink", "os.listdir", "shutil.copyfile",
))  # fmt: skip
"""What Python tells its audit hooks before it happens; to list a folder only marks the time."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ENOUGH = 400


def deaths(
    source: Path, work: Path, arguments: Sequence[str], sizes: Sequence[int] = (), every: int = 1
) -> list[Path]:
    """The folders that the killed left, and last the one where the command was let finish.

    ``source`` is copied for each; ``arguments`` are of the command line, run within the folder;
    ``sizes`` are the bytes at which a file stops growing; of the acts every ``every``-th is tried.
    """
    work.mkdir(parents=True, exist_ok=True)
    told = json.dumps([str(source), str(work), list(arguments), list(sizes), every])
    alone = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, __file__],
        input=told,
        capture_output=True,
        text=True,
        env=alone,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Path(line) for line in done.stdout.splitlines()]


def _kill_all(source: str, work: str, arguments: list[str], sizes: list[int], every: int) -> None:
    for name in ("cli", "jobs", "engines.closed"):  # once, before the forks
        import_module(f"xl_dialogue.{name}")
    for size in sizes:
        folder = _folder(source, Path(work) / f"size-{size}")
        if _ends_of(lambda size=size: _may_grow_to(size), folder, arguments):
            sys.stdout.write(f"{folder}\n")
    for act in range(1, _ENOUGH, every):
        folder = _folder(source, Path(work) / f"act-{act:03}")
        killed = _ends_of(
            lambda act=act, folder=folder: _die_before(act, folder), folder, arguments
        )
        sys.stdout.write(f"{folder}\n")
        if not killed:
            return
    raise AssertionError("it never ends")


def _folder(source: str, folder: Path) -> Path:
    shutil.copytree(source, folder)
    return folder


def _ends_of(prepare: Callable[[], None], folder: Path, arguments: list[str]) -> bool:
    """Whether the victim was killed. Errors: ``AssertionError`` when it broke by itself."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _live(prepare, folder, arguments)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) in (signal.SIGKILL, signal.SIGXFSZ), status
        return True
    assert os.WEXITSTATUS(status) in (0, 1), (folder.name, status)
    return False


def _live(prepare: Callable[[], None], folder: Path, arguments: list[str]) -> None:
    from xl_dialogue import cli

    code = 99
    try:
        os.chdir(folder)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        prepare()
        code = cli.main(arguments)
    finally:
        os._exit(code)


def _may_grow_to(size: int) -> None:
    """The system ends whoever writes more into one file; what fits is written."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _die_before(act: int, folder: Path) -> None:
    """Count what touches the folder; instead of the act of this number there is the end."""
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        if done == act:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, given: tuple[object, ...]) -> None:
        if event in ACTS and _touches(event, given, str(folder)):
            count()

    for name in ("write", "fsync"):
        setattr(os, name, _counted(getattr(os, name), count))
    sys.addaudithook(watch)


def _counted(act: Callable[..., object], count: Callable[[], None]) -> Callable[..., object]:
    def counted(*given: object) -> object:
        count()
        return act(*given)

    return counted


def _touches(event: str, given: tuple[object, ...], folder: str) -> bool:
    if event == "open" and not (isinstance(given[2], int) and given[2] & _WRITING):
        return False
    return any(path.startswith(folder) for path in _paths(given))


def _paths(given: tuple[object, ...]) -> Iterator[str]:
    for each in given:
        if isinstance(each, builtins.str | bytes | os.PathLike):
            path = os.fsdecode(each)
            yield path if path.startswith("/") else str(Path.cwd() / path)


if __name__ == "__main__":
    _kill_all(*json.load(sys.stdin))
