"""What starting costs: nothing heavy is imported before it is needed."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import attribution
from attribution.cli.group import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = (
    "joblib",
    "lxml",
    "nltk",
    "numpy",
    "onnxruntime",
    "pandas",
    "rich",
    "sklearn",
    "tokenizers",
    "trafilatura",
)
CHECK = (
    "import sys\n{code}\n"
    "heavy = sorted({{name.split('.')[0] for name in sys.modules}} & set({heavy!r}))\n"
    "sys.exit(f'imported: {{heavy}}' if heavy else 0)"
)


def python(code, *arguments):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        cwd=ROOT,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)], ids=" ".join
)
def test_help_imports_nothing_heavy(arguments):
    code = (
        f"sys.argv = ['attribution', *{arguments!r}]\n"
        "from attribution.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    result = python(CHECK.format(code=code, heavy=HEAVY))
    assert result.returncode == 0, result.stderr


def test_import_alone_imports_nothing_heavy():
    result = python(CHECK.format(code="import attribution; dir(attribution)", heavy=HEAVY))
    assert result.returncode == 0, result.stderr


def test_python_m_attribution_runs():
    result = subprocess.run(
        [sys.executable, "-m", "attribution", "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        cwd=ROOT,
        check=False,
    )
    assert result.returncode == 0
    for command in (*COMMANDS, "news-attribution"):
        assert command in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="closes a pipe the POSIX way")
def test_a_closed_pipe_is_quiet():
    code = (
        "import sys\n"
        "from attribution.cli import group\n"
        "import click\n"
        "@click.command('tag')\n"
        "def endless():\n"
        "    while True:\n"
        "        click.echo('x' * 1000)\n"
        "group.cli.add_command(endless)\n"
        "group.LazyGroup.get_command = lambda self, ctx, name: endless\n"
        "sys.argv = ['attribution', 'tag']\n"
        "group.cli.main()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    assert errors == b""


def test_the_version_is_the_distributions():
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert attribution.__version__ == tomllib.load(file)["project"]["version"]


def test_every_public_name_has_a_home():
    assert [*attribution._HOMES, "__version__"] == attribution.__all__
    assert not [name for name in attribution.__all__ if not re.fullmatch(r"\w+", name)]


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        attribution.no_such_name  # noqa: B018
