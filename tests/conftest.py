"""Fixtures that every test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpora, labels and scorers; not on a user's machine."""
    path = Path(os.environ.get("ATTRIBUTION_SHARED", ROOT.parent / "shared"))
    if not path.is_dir():
        pytest.skip("needs the corpora folder; set ATTRIBUTION_SHARED to run this test")
    return path
