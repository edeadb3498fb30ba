# Two commands: `make demo` shows the main job, `make test` checks everything. Both do their own set-up.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# The reader in machine code, some 1.7 times as fast, where there is a C compiler; made once. After a change of the
# reader its sources are read again until `make compiled` makes it anew. See docs/speed.md.
$(VENV)/.compiled: $(VENV)/.ready
	@$(BIN)/python -m vidocq.compiled
	@touch $@

.PHONY: demo test setup compiled lint types check bench clean

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Vidocq needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[development,postgresql]'
	@touch $@

setup: $(VENV)/.ready $(VENV)/.compiled

compiled: $(VENV)/.ready
	@$(BIN)/python -m vidocq.compiled
	@touch $(VENV)/.compiled

demo: setup
	$(BIN)/vidocq read --no-ledger examples/*.txt

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

test: setup lint types
	$(BIN)/python -m pytest -n auto --dist loadfile

$(VENV)/.bench-ready: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

# Speed, start-up and memory of reading, beside spaCy; a few minutes. Options: make bench OPTIONS=--json
bench: $(VENV)/.bench-ready
	@$(BIN)/python bench/reading.py $(OPTIONS)

clean:
	rm -rf $(VENV) build dist src/vidocq/compiled/build .mypy_cache .ruff_cache .pytest_cache
