"""The rooms of the house and the doors between them, read from the imports."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("talks", "jobs", "bot", "local")
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))

ONE_DOOR = {
    "feedparser": {"talks/sources/"},
    "trafilatura": {"talks/sources/"},
    "sqlite3": {"talks/store/"},
    "sqlite_utils": {"talks/store/"},
    "spacy": {"talks/reading/"},
    "telegram": {"bot/"},
    "apscheduler": {"bot/service.py"},
    "pebble": {"jobs/workers.py"},
}
NEVER_IN = {
    "talks/": {"jobs", "bot", "local", "telegram", "apscheduler", "asyncio"},
    "jobs/": {"bot", "local", "telegram", "apscheduler"},
    "local/": {"talks", "jobs", "bot", "telegram"},
    "talks/reading/": {"talks.news", "talks.sources", "talks.store"},
    "talks/news/": {"talks.reading", "talks.sources", "talks.store"},
    "talks/sources/": {"talks.reading", "talks.news", "talks.store"},
    "talks/store/": {"talks.reading", "talks.news", "talks.sources"},
    "talks/lexicon/": {"talks.reading", "talks.news", "talks.sources", "talks.store"},
}
ROOM_OF_SQL = "talks/store/"
SETTINGS_READERS = {"talks/settings.py", "bot/cli/"}


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {_module_meant(node.module, alias.name) for alias in node.names}
    return found


def _module_meant(module: str, name: str) -> str:
    """`from package import name`: the module of that name where there is one, else the package itself."""
    inner = ROOT / module.replace(".", "/") / name
    return f"{module}.{name}" if inner.with_suffix(".py").exists() or inner.is_dir() else module


def reaches(imported: set[str], module: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for name in imported)


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_arrow_runs_back_up(path: Path) -> None:
    imported = imports(path)
    forbidden = {
        module
        for room, modules in NEVER_IN.items()
        if place(path).startswith(room)
        for module in modules
        if reaches(imported, module)
    }
    assert not forbidden


@pytest.mark.parametrize("library", ONE_DOOR)
def test_each_library_has_one_door(library: str) -> None:
    users = {place(path) for path in FILES if reaches(imports(path), library)}
    strangers = {user for user in users if not any(user.startswith(door) for door in ONE_DOOR[library])}
    assert users
    assert not strangers


def test_there_is_no_import_cycle() -> None:
    graph = defaultdict(set)
    for path in FILES:
        name = place(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        graph[name] = {module for module in imports(path) if module.split(".")[0] in ROOMS}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for each in graph[name]:
                visit(each, (*trail, name))
            done.add(name)

    for name in list(graph):
        visit(name, ())


def _sql_in(path: Path) -> list[str]:
    texts = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    verbs = ("SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "PRAGMA ")
    return [text for text in texts if text.startswith(verbs)]


@pytest.mark.parametrize("path", FILES, ids=place)
def test_only_the_store_writes_sql(path: Path) -> None:
    assert place(path).startswith(ROOM_OF_SQL) or not _sql_in(path)


@pytest.mark.parametrize("path", FILES, ids=place)
def test_only_the_composition_root_reads_settings_from_the_environment(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    reads = "os.environ" in text or "getenv" in text or "load_settings(" in text
    assert not reads or any(place(path).startswith(reader) for reader in SETTINGS_READERS)


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_code_of_ours_catches_everything(path: Path) -> None:
    caught = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    ]
    assert not caught


@pytest.mark.parametrize("path", FILES, ids=place)
def test_functions_and_files_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lengths = {
        node.name: (node.end_lineno or 0) - node.body[0].lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert text.count("\n") <= 300
    assert not {name: length for name, length in lengths.items() if length > 60}
