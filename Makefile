# Everything that a person does with this checkout. A fresh machine needs Python 3.11 or later and make; what
# else is missing is installed into .venv, or by Debian's package manager where that is there.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
ONLY ?=
# How many browser tests run at once; each worker has a server and a browser of its own.
WORKERS ?= 2

BIN := .venv/bin
WEB := src/libyamap/web
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.PHONY: help setup front-end chromium run test check format bench soak screenshots lock clean

help: ## List what there is to make
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: .venv/.installed front-end ## Prepare .venv, with the command at .venv/bin/libyamap, and the front end

.venv/.created: .ci/venv
	@sh .ci/venv "$(PYTHON)"
	@touch $@

.venv/.locked: requirements.txt .venv/.created
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

.venv/.installed: pyproject.toml .venv/.locked
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

front-end: .venv/.locked
	@missing=$$($(BIN)/python hatch_build.py missing) && \
	  { [ -z "$$missing" ] || $(BIN)/python -m pip install --quiet "$$missing"; } && \
	  $(BIN)/python hatch_build.py

chromium:
	@sh .ci/chromium

run: setup ## Serve the dashboard on http://localhost:8501 (PORT=8600 make run: elsewhere)
	@$(BIN)/libyamap serve --port $(PORT)

test: setup chromium ## Run all tests
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadgroup

check: setup ## Lint, types, formatting, the dataset, and in which direction modules import
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	@PATH="$$($(BIN)/python hatch_build.py path)" npm --prefix $(WEB) run --silent check
	$(BIN)/libyamap validate

format: setup ## Format the code and the dataset
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/libyamap format

# What only the measurements take; all that it depends on is locked and installed already.
.venv/.bench: tests/benchmarks/requirements.txt .venv/.locked
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement $<
	@touch $@

bench: setup chromium .venv/.bench ## Measure, and compare with the targets (ONLY=name: one figure, or those of a word)
	$(BIN)/python -m tests.benchmarks $(if $(ONLY),--only $(ONLY))

soak: setup chromium ## Run what is too heavy for every run
	$(BIN)/python -m pytest -m soak --override-ini timeout=1800

screenshots: setup chromium ## Make the pictures of the README
	$(BIN)/python -m tests.e2e.screenshots

lock: .venv/.created ## Choose the newest dependencies that fit, and lock them
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra gis --extra archive --extra postgres --group dev --generate-hashes --no-header --upgrade \
	  --output-file requirements.txt
	$(BIN)/uv pip compile --group bench --no-deps --generate-hashes --no-header --upgrade \
	  --output-file tests/benchmarks/requirements.txt

clean: ## Remove everything that was made here
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf $(WEB)/dist $(WEB)/dist-test $(WEB)/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
