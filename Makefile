# make setup    everything a developer needs, in .venv and on the machine
# make report   the example's second follow-up as PDF and Word, into out/
# make test     every check, as CI runs them
# make search   looks for new failing examples of the property tests, as many ROUNDS as asked (docs/decisions/0021)
# make bench    CPU seconds, pages and memory beside docxtpl; the service under load, and the mass run
# make picture  the README's picture, drawn anew
# make format   formats the code
# make guide    writes the table of codes in the user guide from the code
# make openapi  writes the description of the HTTP API from the code
# make lock     resolves the locked versions anew (the only place that does)

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# A version manager may leave a python3.11 on the path that does not start: the first one that runs counts.
PYTHON ?= $(shell for p in python3.11 python3; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
export PYTHON

VENV := .venv
BIN := $(VENV)/bin
NODE_MODULES := tests/tools/node_modules
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
EXAMPLE := examples/budget-2018

.PHONY: help setup setup-runtime report test lint test-fast test-slow search bench picture format guide openapi lock clean

help:
	@sed -n 's/^# make/make/p' Makefile

setup: $(VENV)/.development $(NODE_MODULES)/.installed

setup-runtime: $(VENV)/.runtime

$(VENV)/.packages-runtime: scripts/system-packages
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed. / Python 3.11 eller nyere mangler på maskinen." >&2; exit 1; }
	scripts/system-packages runtime
	@mkdir -p $(@D) && touch $@

$(VENV)/.packages-test: scripts/system-packages | $(VENV)/.packages-runtime
	scripts/system-packages test
	@mkdir -p $(@D) && touch $@

$(BIN)/python: | $(VENV)/.packages-runtime
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(BIN)/python $(VENV)/.packages-runtime
	$(INSTALL) --require-hashes -r requirements.lock
	@touch $@

# The development lock holds the runtime's versions too. Nothing is resolved or fetched for the project itself.
$(VENV)/.development: requirements-dev.lock pyproject.toml | $(BIN)/python $(VENV)/.packages-test
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation --no-index --editable .
	@touch $@ $(VENV)/.runtime

$(NODE_MODULES)/.installed: tests/tools/package.json tests/tools/package-lock.json | $(VENV)/.packages-test
	cd tests/tools && npm ci --prefer-offline --no-audit --no-fund --loglevel=error
	@touch $@

report: $(VENV)/.runtime
	$(BIN)/python -m renderer render $(EXAMPLE) --followup 2 --format pdf,docx -o out

test: lint test-fast test-slow

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test-fast: lint
	$(BIN)/python -m pytest -q -n auto -m "not slow"

test-slow: test-fast
	$(BIN)/python -m pytest -q -n auto --dist loadfile -m slow

ROUNDS ?= 3
search: setup
	for round in $$(seq $(ROUNDS)); do \
	  $(BIN)/python -m pytest -q -n auto -m hypothesis --hypothesis-profile=searching --hypothesis-seed=$$RANDOM; \
	done

bench: setup
	$(BIN)/python -m bench

picture: setup
	scripts/picture

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

guide: setup
	$(BIN)/python scripts/guide_codes

openapi: setup
	$(BIN)/python scripts/openapi

lock:
	scripts/lock

clean:
	rm -rf $(VENV) $(NODE_MODULES) out build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
