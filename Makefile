# `make demo` shows the example ledger, `make test` passes the tests; both set up all they need.
# Python 3.11 to 3.13, git and make are assumed. PYTHON chooses another interpreter.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
FILE ?=
PORT ?= 8017

.PHONY: demo test prove lint bench lock clean

demo: $(VENV)/.run
	$(BIN)/taizhang demo $(FILE) --port $(PORT)

test: $(VENV)/.dev system
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n auto --dist loadgroup -m "not prove"

prove: $(VENV)/.dev system
	$(BIN)/pytest -m prove

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

# Pinned versions for every extra on every supported Python; run after pyproject.toml changed.
lock: $(VENV)/.dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --all-extras pyproject.toml -o requirements.lock --no-header --no-annotate

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "Taizhang needs Python 3.11 to 3.13; $(PYTHON) is another. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "This Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.run: $(BIN)/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[dev,ocr,postgres,corpus]'
	@touch $@ $(VENV)/.run

# Programs that tests drive: a browser, an office suite, a PDF reader. Absent ones skip their tests.
.PHONY: system
system:
	@sh tests/install_system_packages.sh

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
