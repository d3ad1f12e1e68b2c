PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test browser accuracy bench expected rules data schema weights picture clean

$(BIN)/claimcheck: pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	  "claimcheck needs Python 3.11 or newer, e.g. make PYTHON=python3.12 demo")'
	"$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $(BIN)/claimcheck

$(BIN)/pytest: $(BIN)/claimcheck
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $(BIN)/pytest

demo: $(BIN)/claimcheck
	$(BIN)/claimcheck audit --fail-on never fixtures/microsoft

test: $(BIN)/pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

browser: $(BIN)/pytest
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'

accuracy: $(BIN)/pytest
	$(BIN)/python scripts/accuracy.py
	$(BIN)/python scripts/changed.py
	$(BIN)/python scripts/together.py
	$(BIN)/python scripts/extract_accuracy.py

bench: $(BIN)/pytest
	@$(BIN)/python -c 'import quantulum3' 2>/dev/null || $(BIN)/python -m pip install --quiet \
	  --disable-pip-version-check --editable '.[bench]' || echo "quantulum3 is left out"
	$(BIN)/python benchmarks/bench.py

expected: $(BIN)/pytest
	$(BIN)/python scripts/expected.py

rules: $(BIN)/claimcheck
	$(BIN)/claimcheck rule --all --output docs/rules.md

data: $(BIN)/pytest
	$(BIN)/python -m claimcheck.lexicon

schema: $(BIN)/pytest
	$(BIN)/python -m claimcheck.report.schema

weights: $(BIN)/pytest
	$(BIN)/python scripts/weights.py

picture: $(BIN)/pytest
	$(BIN)/python scripts/picture.py

clean:
	rm -rf $(VENV) build dist
