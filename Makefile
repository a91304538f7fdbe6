# make run    installs on first use and runs the bot (the local chat when TELEGRAM_TOKEN is empty)
# make test   installs on first use and passes the tests
# make check  all that CI runs: format, lint, types, tests with coverage
# make relevance  weighs the examples of seeds/relevance anew, after they or the lexicon have changed
# make bench  measures every room and writes docs/benchmarks.md (BENCH=--full: docs/benchmarks-million.md)
# make month  lives through a simulated month of 40 feeds and 5,000 chats and writes docs/long-run.md
# make eval   GOLD=folder [SCORER=program]: replays GOLD/articles.jsonl, and scores it where a scorer is given
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PARALLEL := -n auto --maxprocesses 4 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help install run test check relevance bench month eval format clean

help:
	@sed -n 's/^# make /  make /p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tregua needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "This Python has no ensurepip: on Debian or Ubuntu, 'apt-get install python3-venv', then again" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	@# an editable installation comes with a warning that helps nobody
	PYTHONWARNINGS=ignore $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.developed: requirements-dev.lock $(VENV)/.installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.installed

run: install
	@$(BIN)/tregua run

test: $(VENV)/.developed
	$(BIN)/python -m pytest -q $(PARALLEL)

check: $(VENV)/.developed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q $(PARALLEL)
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

relevance: install
	$(BIN)/python -m talks.reading.train_relevance

bench: install
	$(BIN)/python -m benchmarks $(BENCH)

month: install
	$(BIN)/python -m benchmarks.month $(MONTH)

eval: install
	@test -n "$(GOLD)" || { echo "make eval GOLD=folder [SCORER=program]: the folder holds articles.jsonl" >&2; exit 1; }
	@mkdir -p build
	$(BIN)/tregua replay $(GOLD)/articles.jsonl --json > build/replay.jsonl
	@echo "build/replay.jsonl written"
	@if test -n "$(SCORER)"; then $(SCORER) build/replay.jsonl $(GOLD); fi

format: $(VENV)/.developed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*
