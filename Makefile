# The commands of the course, for Linux, macOS and WSL; the README has the same without make.
#
#   make grade   grade the reference solutions on the real digits
#   make test    check the project itself: style, types, tests
#   make prove   the long tests on top: all catalogues and right variants, a term with nbgrader, gates, small benchmarks
#   make bench   measure: other graders and libraries, a class, a save, commands; more than an hour on two cores that do nothing else
#   make check   judge your own functions in exercises/
#   make build   derive exercises/ and source/ from solutions/
#   make clean   remove what the others made
#
# Another Python: make grade PYTHON=python3.12. A shorter measurement: make bench SAMPLE=2 ROUNDS=2 CLASS=200

PYTHON ?= python3
STUDENTS ?= 40
SAMPLE ?= 8
ROUNDS ?= 4
CLASS ?= 1000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
OLD := Python 3.11 or newer is needed and '$(PYTHON)' is not. Name one: make $(MAKECMDGOALS) PYTHON=python3.12

.PHONY: grade test prove bench check build clean

grade: $(VENV)/installed
	$(BIN)/autograder grade solutions --assignment a1_first_network

test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadgroup

prove: $(VENV)/installed-dev
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadgroup -m long

bench: $(VENV)/installed-bench
	$(BIN)/python benchmarks/neighbours.py --students $(STUDENTS) --sample $(SAMPLE) --rounds $(ROUNDS)
	$(BIN)/python benchmarks/classroom.py --submissions $(CLASS) --kills 0
	$(BIN)/python benchmarks/watch.py
	$(BIN)/python benchmarks/commands.py
	$(BIN)/python benchmarks/training.py

check: $(VENV)/installed
	@$(BIN)/autograder check

build: $(VENV)/installed
	$(BIN)/autograder build

# Stamps: an environment is made once, and brought up to date when the list of dependencies has changed.
$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "$(OLD)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) install -e '.[dev]'
	@touch $@

$(VENV)/installed-bench: $(VENV)/installed-dev
	$(PIP) install -e '.[bench]'
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
