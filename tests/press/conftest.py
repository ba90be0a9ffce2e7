from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from invitations import save_invitation, save_paragraphs


@pytest.fixture(scope="session")
def invitation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_invitation(tmp_path_factory.mktemp("mẫu in") / "giấy mời.docx")


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Path]:
    """A template of these paragraphs."""
    return partial(save_paragraphs, tmp_path / "mau.docx")
