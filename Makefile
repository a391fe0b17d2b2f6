# Two commands do everything on a machine that has Python 3.11 to 3.13, make and git:
#   make serve    make test
# Everything is installed into .venv; `make help` lists the other commands.

PORT ?= 8000
HOST ?= 127.0.0.1
OPEN ?= 1
UV ?= uv

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
URL := http://$(if $(filter 0.0.0.0 ::,$(HOST)),127.0.0.1,$(HOST)):$(PORT)/

# What the graph is built from, and what a build leaves behind last. The folders count too, for removed files.
INPUTS = $(shell find ontology data) $(shell find iml_graph -name '*.py')
GRAPH := $(or $(IML_HOME),build)/current/manifest.json

# The first of these that is of a supported version and can make a virtual environment with pip in it.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	2>/dev/null && echo $$python && break; done)

CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

define NO_PYTHON
No Python 3.11, 3.12 or 3.13 with the venv module was found.
Install one (Debian, Ubuntu: apt-get install python3-venv), or name it: make serve PYTHON=/path/to/python3
endef
# What WeasyPrint sets PDFs with (`iml brief`), as Debian and Ubuntu call it.
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 fonts-liberation

define NO_PANGO
The tests of `iml brief` need Pango to write a PDF, and it cannot be installed from here without a password.
Install it (Debian, Ubuntu: sudo apt-get install $(PANGO); macOS: brew install pango)
endef
define NO_CHROMIUM
The browser tests need Chromium, and it cannot be installed from here without a password.
Install it (Debian: sudo apt-get install chromium; elsewhere Chromium or Google Chrome),
or name it: make test CHROMIUM=/path/to/chrome
endef
export NO_PYTHON NO_PANGO NO_CHROMIUM CHROMIUM

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- what users run

.PHONY: serve
serve: build ## build the graph if its inputs changed and serve it (PORT=8000 HOST=127.0.0.1, OPEN=0 opens no browser)
	@if [ "$(OPEN)" != 0 ] && [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$SECURITYSESSIONID" ]; then \
		(sleep 2; $(BIN)/python -m webbrowser -t "$(URL)" >/dev/null 2>&1) & fi
	@exec $(BIN)/iml serve --host $(HOST) --port $(PORT)

.PHONY: build
build: $(GRAPH) ## build the graph if its inputs changed

$(GRAPH): $(INPUTS) $(VENV)/run
	$(BIN)/iml build

.PHONY: check
check: build ## check the built graph against the shapes and rules
	@$(BIN)/iml check

# ---- tests

.PHONY: test
test: lint types layers browser pango ## the whole suite, browser tests included
	$(BIN)/python -m pytest

.PHONY: lint
lint: $(VENV)/dev ## style: ruff check and ruff format --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: $(VENV)/dev ## types: mypy --strict
	$(BIN)/mypy

.PHONY: layers
layers: $(VENV)/dev ## imports point down only: import-linter
	$(BIN)/lint-imports

.PHONY: unit
unit: $(VENV)/dev ## the unit tests alone
	$(BIN)/python -m pytest tests/unit

.PHONY: browser
browser: $(VENV)/dev ## find Chromium for the browser tests, or install it where apt-get can
	@if [ -n "$(CHROMIUM)" ]; then exit 0; fi; \
	command -v apt-get >/dev/null || { echo "$$NO_CHROMIUM" >&2; exit 1; }; \
	if [ "$$(id -u)" = 0 ]; then root=; elif sudo -n true 2>/dev/null; then root=sudo; \
	else echo "$$NO_CHROMIUM" >&2; exit 1; fi; \
	$$root apt-get update -q && $$root apt-get install -qy --no-install-recommends chromium

.PHONY: pango
pango: $(VENV)/run ## find Pango, which PDFs need, or install it where apt-get can
	@if $(BIN)/python -c "import weasyprint" 2>/dev/null; then exit 0; fi; \
	command -v apt-get >/dev/null || { echo "$$NO_PANGO" >&2; exit 1; }; \
	if [ "$$(id -u)" = 0 ]; then root=; elif sudo -n true 2>/dev/null; then root=sudo; \
	else echo "$$NO_PANGO" >&2; exit 1; fi; \
	$$root apt-get update -q && $$root apt-get install -qy --no-install-recommends $(PANGO)

.PHONY: bench
bench: build ## time commands from a new process, and answers on protection beside SPARQL
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/protection.py

# ---- installation

.PHONY: install
install: $(VENV)/dev ## install everything that users and tests need into .venv

.PHONY: python
python: ## print the Python that the virtual environment is made with
	@test -n "$(PYTHON)" || { echo "$$NO_PYTHON" >&2; exit 1; }
	@echo $(PYTHON)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "$$NO_PYTHON" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/run
	$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

COMPILE = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK)

.PHONY: lock
lock: ## renew the locks after a change of pyproject.toml; needs uv (LOCK=--upgrade takes newer versions)
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

.PHONY: clean
clean: ## remove the virtual environment, the built graph and all caches
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
