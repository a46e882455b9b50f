"""The order of rooms: a module imports only from its own room and from rooms above it."""

import ast
from pathlib import Path

import pytest

import taizhang

# docs/design.md names the rooms in this order. Changing it is a decision, so it is written out here.
ROOMS = (
    "model",
    "language",
    "catalogue",
    "reading",
    "extraction",
    "fulfilment",
    "consistency",
    "monitoring",
    "evaluation",
    "ledger",
    "exchange",
    "corpus",
    "web",
    "cli",
)
SOURCE = Path(taizhang.__file__).parent


def imported(path: Path) -> set[str]:
    """Full names of the taizhang modules that a file imports, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in names if name.split(".")[0] == "taizhang"}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


@pytest.mark.parametrize(
    "path",
    [p for p in SOURCE.rglob("*.py") if p.parent != SOURCE],
    ids=lambda p: str(p.relative_to(SOURCE)),
)
def test_a_module_imports_only_rooms_above_it(path: Path) -> None:
    here = ROOMS.index(room_of(path))
    for name in imported(path):
        room = next((part for part in name.split(".")[1:2] if part in ROOMS), None)
        if room:
            assert ROOMS.index(room) <= here, f"{path} in {ROOMS[here]} imports {name}"
        else:
            # The package itself (taizhang.read) offers the finished verbs: for the faces only.
            assert room_of(path) in {"corpus", "web", "cli"}, f"{path} imports {name}"


def test_every_folder_is_a_known_room() -> None:
    folders = {p.name for p in SOURCE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders <= set(ROOMS)
