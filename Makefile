# Heed. `make demo` and `make test` are the only two commands a newcomer needs.

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes
# What an organisation told pip, uv is told too.
INDEX := $(PY) -m pip config get global.index-url 2>/dev/null
# Heed starts many processes; none of them should compile it again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup compiled system demo test tests check fix process postgresql journeys bench clean

help:
	@echo "make demo     set up, load Quillshire, start desk, public site and worker"
	@echo "make test     set up, check and test everything"
	@echo "make check    the gates that take seconds (style, types, layers, guards)"
	@echo "make fix      format, and mend what can be mended by itself"
	@echo "make process  write docs/process.md and the generated documents anew"
	@echo "make postgresql the tests of models and actions on PostgreSQL alone"
	@echo "make journeys the journeys in a real browser alone"
	@echo "make bench    the performance table, each row against its peer"

setup: $(VENV)/.ready heed/ui/static/ui/compiled/app.css

# uv installs in seconds what takes pip minutes; where it cannot be had, pip does it. Heed
# itself is found by its path: a finder would make each of its processes start later.
$(VENV)/.ready: requirements.lock installer.lock pyproject.toml
	@test -x $(PY) || python3 -m venv $(VENV)
	@{ $(INSTALL) -r installer.lock && \
	  VIRTUAL_ENV=$(VENV) UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(INDEX))}}" \
	  UV_HTTP_TIMEOUT=20 \
	  $(VENV)/bin/uv pip install --quiet --no-deps --require-hashes -r requirements.lock; } \
	|| $(INSTALL) -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
	  --config-settings editable_mode=compat -e .
	@touch $@

heed/ui/static/ui/compiled/app.css: $(VENV)/.ready package-lock.json $(wildcard heed/ui/assets/*)
	$(PY) -m heed.ui.build
	@touch $@

compiled: setup
	@$(PY) -m compileall -q -j 0 heed

system:
	@bin/system-packages

demo: compiled
	@$(VENV)/bin/heed demo $(if $(FRESH),--fresh)

# What can be done side by side is: two processors are all that it counts on.
test:
	@$(MAKE) --no-print-directory -j 2 compiled system
	@$(MAKE) --no-print-directory -j 3 check postgresql tests

# Three processes keep two processors busy: each waits for a browser half of its time.
tests: compiled system
	$(PY) -m pytest -n 3 --dist loadscope --no-loadscope-reorder --durations=15 --ignore=tests/guards

check: setup
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache
	$(PY) -m pytest -q tests/guards

fix: setup
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

process: setup
	$(PY) -m heed.rulebook.describe > docs/process.md

postgresql: setup system
	$(PY) -m tests.postgresql

journeys: setup system
	$(PY) -m pytest -q tests/journeys

bench: setup
	@missed=; for row in bench/*.py; do echo "== $$row"; \
	$(PY) -m bench.$$(basename $$row .py) || missed="$$missed $$row"; done; \
	test -z "$$missed" || { echo "Over its goal, or without its peer:$$missed"; exit 1; }

clean:
	rm -rf $(VENV) node_modules var heed/ui/static/ui/compiled
