"""The documents say what is there: commands, settings, files."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.answers.help import help_answer
from bot.commands import HANDLERS
from bot.texts.menu import COMMANDS as BOT_COMMANDS
from talks.settings import EXPECTED, Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
SETTINGS = sorted(str(field.validation_alias) for field in Settings.model_fields.values())
GROUPS = [str(group.name) for group in app.registered_groups]
COMMANDS = sorted(str(command.name) for command in app.registered_commands) + GROUPS


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_stands_in_the_example_and_in_the_readme(name: str) -> None:
    assert re.search(rf"^{name}=", EXAMPLE, re.MULTILINE)
    assert name in README


def test_the_example_has_no_setting_that_nobody_reads() -> None:
    assert set(re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE)) == set(SETTINGS)


def test_every_setting_that_can_be_wrong_says_what_is_expected() -> None:
    checked = {str(field.validation_alias) for name, field in Settings.model_fields.items() if name not in FREE}
    assert checked == set(EXPECTED)


FREE = {"data", "seeds", "feeds", "spacy_model", "backups_folder"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_terminal_stands_in_the_readme(name: str) -> None:
    assert f"tregua {name}" in README


@pytest.mark.parametrize("name", sorted(HANDLERS))
def test_every_command_of_the_bot_stands_in_the_readme_and_in_the_help(name: str) -> None:
    assert re.search(rf"^\| /{name}\b", README, re.MULTILINE)
    assert f"/{name} — " in help_answer().html


def test_the_menu_of_telegram_has_the_commands_that_are_answered() -> None:
    assert [command.name for command in BOT_COMMANDS] == list(HANDLERS)
    assert all(3 <= len(command.summary) <= 60 for command in BOT_COMMANDS)


def test_help_lists_every_command() -> None:
    answer = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200"})
    assert answer.exit_code == 0
    assert all(name in answer.output for name in COMMANDS)


def test_every_picture_of_the_readme_is_there_small_and_described() -> None:
    shown = re.findall(r"!\[([^\]]+)\]\((docs/images/[\w.-]+)\)", README)
    assert {name for _, name in shown} == {f"docs/images/{path.name}" for path in (ROOT / "docs/images").iterdir()}
    assert all(len(words) > 20 and (ROOT / name).stat().st_size < 100_000 for words, name in shown)


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")) + [ROOT / "README.md"], ids=lambda p: p.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(
        r"`((?:talks|jobs|bot|local|seeds|tests|docs|benchmarks|deploy)/[\w/.-]*\w)`", page.read_text(encoding="utf-8")
    )
    assert not [name for name in named if not (ROOT / name).exists()]


def test_every_test_that_a_page_names_is_there() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py"))
    pages = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    named = {name for name in re.findall(r"`(test_\w+)`", pages)}
    assert not sorted(name for name in named if f"def {name}(" not in written)
