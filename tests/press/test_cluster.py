"""Letters made by other processes, here and on a cluster: each is written once."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from docxtpl import RichText
from invitations import record, text_of

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.press import making
from xl_dialogue.press.cluster import cluster, workers
from xl_dialogue.press.delivery import Delivery
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.onefile import one_file
from xl_dialogue.press.template import Template

ROOT = Path(__file__).parents[2]


def batch(count: int, **values: object) -> list[Letter]:
    people = (record(full_name=f"Người {number}", **values) for number in range(count))
    return [Letter(f"{number:04}", person) for number, person in enumerate(people)]


@pytest.fixture
def template(invitation: Path) -> Template:
    return Template(invitation)


@pytest.fixture
def puts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files put into a folder, as they are put."""
    names: list[str] = []
    put = Delivery.put

    def counted(self: Delivery, name: str, *rest: Any) -> Any:
        names.append(name)
        return put(self, name, *rest)

    monkeypatch.setattr(Delivery, "put", counted)
    return names


def test_processes_make_the_same_letters(template: Template, tmp_path: Path) -> None:
    letters = [*batch(120), Letter("sai", record(title=None))]
    alone = print_letters(template, letters, tmp_path / "một")
    with workers(2) as executor:
        together = print_letters(template, letters, tmp_path / "nhiều", executor=executor)
    assert [path.name for path in together.files] == [path.name for path in alone.files]
    assert together.refusals == alone.refusals == [(120, "title", messages.VALUE_ABSENT)]
    assert all(
        path.read_bytes() == (tmp_path / "một" / path.name).read_bytes()
        for path in together.files
    )  # fmt: skip


def test_processes_fill_in_the_same_print_file(template: Template, tmp_path: Path) -> None:
    letters = [*batch(120), Letter("sai", record(title=None))]
    alone = one_file(template, letters, tmp_path / "một.docx")
    with workers(2) as executor:
        together = one_file(template, letters, tmp_path / "nhiều.docx", executor=executor)
    assert together.path.read_bytes() == alone.path.read_bytes()
    assert together[1:] == alone[1:]
    assert together.refusals == [(120, "title", messages.VALUE_ABSENT)]


def test_one_worker_is_none(template: Template) -> None:
    with workers(1) as executor:
        assert executor is None


def test_a_letter_that_cannot_travel_is_made_here(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    letters = [Letter("x", {"r": RichText("đậm", bold=True)}), Letter("y", {"r": "thường"})]
    sent: list[str] = []

    class Told(ThreadPoolExecutor):
        def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
            sent.extend(str(order.context) for order in arguments[2])
            return super().submit(*arguments, **named)

    with Told(1) as executor:
        printed = print_letters(Template(build("{{r r }}")), letters, tmp_path, executor=executor)
    assert sent == ["{'r': 'thường'}"]
    assert "đậm" in text_of(printed.files[0])


class Watched(ThreadPoolExecutor):
    """Knows how many chunks were ever waiting to be written."""

    waiting = most = 0

    def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future = super().submit(*arguments, **named)
        result = future.exception

        def taken(timeout: float | None = None) -> BaseException | None:
            self.waiting -= 1
            return result(timeout)

        future.exception = taken  # type: ignore[method-assign]  # to see when it is asked
        return future


def test_workers_are_never_far_ahead_of_the_writing(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_CHUNK", 1)
    with Watched(2) as executor:
        print_letters(template, batch(100), tmp_path, executor=executor)
    assert executor.most == making._AHEAD + 1


def failed() -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(RuntimeError("lost"))
    return future


def called_off() -> Future[Any]:
    future: Future[Any] = Future()
    future.cancel()
    return future


@pytest.mark.parametrize("lost", [failed, called_off])
def test_a_lost_process_is_said_and_the_next_run_goes_on(
    template: Template, tmp_path: Path, lost: Callable[[], Future[Any]]
) -> None:
    class Lost(ThreadPoolExecutor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            return lost()

    with Lost(1) as executor, pytest.raises(DialogueError) as error:
        print_letters(template, batch(3), tmp_path, executor=executor)
    assert error.value.text == messages.WORKERS_FAILED
    assert len(print_letters(template, batch(3), tmp_path).files) == 3


def test_a_cluster_that_does_not_answer_is_said() -> None:
    with pytest.raises(DialogueError) as error, cluster("tcp://127.0.0.1:9", timeout=0.5):
        pass
    assert error.value.text == messages.CLUSTER_UNREACHABLE


def test_a_cluster_without_dask_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DialogueError) as error, cluster("tcp://127.0.0.1:9"):
        pass
    assert error.value.text == messages.CLUSTER_NOT_INSTALLED


@contextlib.contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    process = subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=10)


@pytest.fixture
def scheduler() -> Iterator[str]:
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    with started("scheduler", *options) as process:
        assert process.stderr
        for line in process.stderr:
            found = re.search(r"Scheduler at:\s+(tcp://\S+)", line)
            if found:
                yield found[1]
                return


def test_a_worker_killed_half_way_costs_no_letter_and_prints_none_twice(
    template: Template, tmp_path: Path, scheduler: str, puts: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(making, "_CHUNK", 10)
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
    letters = batch(160, title="a line end:\nslow, by docxtpl")
    with (
        started("worker", scheduler, *options) as lost,
        started("worker", scheduler, *options),
        cluster(scheduler) as executor,
    ):
        busy = working(executor, lost)

        def stop(done: int, _total: int) -> None:
            if done >= 50 and lost.poll() is None and busy():
                os.killpg(lost.pid, signal.SIGKILL)
                lost.wait(10)

        printed = print_letters(template, letters, tmp_path, stop, executor)
        assert lost.returncode == -signal.SIGKILL
    assert sorted(puts) == [f"{letter.name}.docx" for letter in letters]
    assert len(printed.files) == len(letters)
    assert "Người 159" in text_of(printed.files[-1])


def working(executor: Executor, process: subprocess.Popen[str]) -> Callable[[], bool]:
    """Whether this worker has letters to make; both workers have come."""
    client = executor._client  # type: ignore[attr-defined]  # Dask gives it by no other name
    client.wait_for_workers(2, timeout=20)
    addresses = {pid: address for address, pid in client.run(os.getpid).items()}
    address = addresses[process.pid]
    return lambda: bool(client.processing()[address])
