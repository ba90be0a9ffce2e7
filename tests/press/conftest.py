from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from invitations import save_invitation, save_paragraphs


@pytest.fixture(scope="session", autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nothing is kept in the cache of whoever runs the tests."""
    home = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home))
        yield home


@pytest.fixture(scope="session")
def invitation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_invitation(tmp_path_factory.mktemp("mẫu in") / "giấy mời.docx")


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Path]:
    """A template of these paragraphs."""
    return partial(save_paragraphs, tmp_path / "mau.docx")
