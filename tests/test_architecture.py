"""The floors of the house: a part imports only from lower floors."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "attribution"
FLOOR = {
    "errors": 0,
    "labels": 0,
    "listings": 1,
    "records": 1,
    "resources": 2,
    "modelstore": 2,
    "placing": 2,
    "reading": 3,
    "segmenting": 3,
    "annotations": 3,
    "tagging": 4,
    "resolving": 5,
    "classifying": 6,
    "scoring": 7,
    "pipeline": 8,
    "evaluating": 9,
    "profiling": 9,
    "reporting": 10,
    "cli": 11,
    "__init__": 12,
    "__main__": 12,
}
HEAVY_FLOORS = {
    "onnxruntime": {"tagging"},
    "tokenizers": {"tagging"},
    "pandas": {"profiling", "reporting"},
    "click": {"cli"},
    "torch": set(),
    "nltk": {"segmenting", "classifying", "evaluating"},
    "sklearn": {"modelstore", "classifying", "scoring", "evaluating"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports_of(path: Path) -> Iterator[str]:
    """Dotted names that one module imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: write absolute imports"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(path: Path) -> str:
    """The part of the house that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_downwards(path: Path) -> None:
    here = part_of(path)
    for name in imports_of(path):
        there = name.split(".")[1] if name.startswith("attribution.") else here
        if there in FLOOR:
            assert there == here or FLOOR[there] < FLOOR[here], f"{here} may not import {there}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_third_parties_stay_on_their_floors(path: Path) -> None:
    for name in imports_of(path):
        allowed = HEAVY_FLOORS.get(name.split(".")[0])
        assert allowed is None or part_of(path) in allowed, f"{part_of(path)} may not import {name}"


def test_no_module_is_called_after_nothing() -> None:
    assert not [p for p in MODULES if p.stem in {"utils", "helpers", "common", "misc"}]


def test_the_wheel_ships_every_package() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    found = {".".join(p.parent.relative_to(ROOT).parts) for p in MODULES if p.name == "__init__.py"}
    assert set(listed) == found | {"attribution.data"}
