# The two commands everybody needs: `make run` opens the program, `make test` checks all of it.
# Both get the machine ready by themselves (packaging/setup/prepare.py).

PYTHON ?= python3
BIN := .venv/bin
# What must work on a Python without Qt; `wildcard` keeps the folders that exist.
WITHOUT_QT := $(wildcard $(addprefix tests/,domain i18n practice trust store engine content printing \
	exchange services) tests/rooms/*/test_state*.py)
# Tests start many processes: none compiles what another has compiled, whatever this is at home.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test soak bench prepare-run prepare-test lint test-without-qt test-with-qt

run: prepare-run
	@$(BIN)/digitutor

# In this order, each only when the one before it passed. What runs without Qt is not run again
# beside it: nothing in it can tell the difference.
test: prepare-test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test-without-qt
	@$(MAKE) --no-print-directory test-with-qt

# The long run (hours at scale 1): DIGITUTOR_SOAK=0.1 is a tenth, ONLY="monkey" one proof of it. It
# goes on where it was stopped.
soak: prepare-test
	@$(BIN)/python tests/soak/soak.py $(ONLY)

# What the program costs, as ratios in one table; QUICK=1 shows only that everything is measured.
bench: prepare-test
	@$(BIN)/python -m benchmarks $(if $(QUICK),--quick)

prepare-run:
	@$(PYTHON) packaging/setup/prepare.py run

prepare-test:
	@$(PYTHON) packaging/setup/prepare.py test

lint:
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary --cache-dir .mypy_cache/linux
	$(BIN)/mypy --no-error-summary --cache-dir .mypy_cache/windows --platform win32
	$(BIN)/lint-imports --no-logo

test-without-qt:
	.venv-noqt/bin/python -m pytest -p no:cacheprovider -n 2 --dist worksteal $(WITHOUT_QT)

test-with-qt: export QT_QPA_PLATFORM := offscreen
test-with-qt:
	$(BIN)/python -m pytest -n 2 --dist worksteal $(addprefix --ignore=,$(WITHOUT_QT))
