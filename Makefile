# Two commands for a newcomer: `make demo` and `make test`. Everything else is for those who stay.
PYTHON ?= python3.11
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check
# For the small CPU build of torch from elsewhere: make demo TORCH_INDEX=https://...
INDEX := $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX))
# Not AS: to make that is the assembler.
WHO ?= Ingrid
# The demo's clock starts in the middle of the first day, in the lunch break.
CLOCK ?= 2008-02-11T13:52+01:00
INGEST := ATTACHE_DATA=var/demo ATTACHE_CLOCK=$(CLOCK) $(RUN) ingest.py
# Exact versions that any registry has: no local build tags, nothing that only one platform needs.
PLAIN := sed 's/+cpu//' | grep -viE '^(nvidia|triton|cuda)'

.DEFAULT_GOAL := help
.PHONY: help demo test check bench requirements clean

help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: $(VENV)/run  ## the sample meeting, and a chat with its bot in this terminal
	@$(INGEST) add sample/papers
	@$(INGEST) agenda sample/agenda.xlsx --yes
	@$(INGEST) people sample/people.csv
	@$(INGEST) logistics sample/logistics.toml
	@$(RUN) -m rehearsal chat --data var/demo --people sample/people.csv --as "$(WHO)" --invited \
		--clock "$(CLOCK)"

test: $(VENV)/dev check  ## all tests
	$(RUN) -m pytest -q -n 2 --dist loadfile

check: $(VENV)/dev  ## style, types and the layers
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

bench: $(VENV)/dev  ## tables of speed and memory, as ratios measured side by side
	$(RUN) -m benchmarks

requirements: $(VENV)/bin/python  ## freeze what pyproject.toml asks for, in a fresh environment
	rm -rf var/freeze && $(PYTHON) -m venv var/freeze
	$(RUN) scripts/direct.py rehearsal > var/freeze/direct.txt
	var/freeze/bin/pip install --quiet $(INDEX) -r var/freeze/direct.txt
	var/freeze/bin/pip freeze | $(PLAIN) > requirements.txt
	$(RUN) scripts/direct.py dev > var/freeze/direct.txt
	var/freeze/bin/pip install --quiet $(INDEX) -r requirements.txt -r var/freeze/direct.txt
	(echo "-r requirements.txt"; var/freeze/bin/pip freeze | $(PLAIN) | grep -vxFf requirements.txt) > requirements-dev.txt
	rm -rf var/freeze

clean:  ## remove the environment and the demo's state
	rm -rf $(VENV) var/demo

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run: requirements.txt | $(VENV)/bin/python
	$(PIP) $(INDEX) -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/run
	$(PIP) $(INDEX) -r requirements-dev.txt
	@touch $@
