# The front door for people who work on Recalling; `sh run env` makes the environment.
# Recipes use .venv when it is there, else the `recalling` and `python` on the path.

export PATH := justfile_directory() / ".venv/bin" + ":" + env("PATH")

# what there is
default:
    @just --list

# graphs/ anew from the bundled document
build *ARGS:
    recalling build {{ARGS}}

# all tests
test *ARGS:
    python -m pytest {{ARGS}}

# style, and the floors of the house
lint:
    ruff check .
    ruff format --check .
    lint-imports

# types
types:
    mypy

# lint, types, and whether what is generated is current
check: lint types
    python tools/reference.py --check
    python tools/reproduce.py

# extraction and outline over ../shared/dev, both layouts, with the scorers' tables
score *ARGS:
    python tools/score.py {{ARGS}}

# citations gained and lost against the last commit, in a fixed sample of six languages
gains *ARGS:
    python tools/gains.py {{ARGS}}

# speed beside eyecite with Hyperscan, in one run
bench *ARGS:
    python benchmarks/speed.py {{ARGS}}

# the documentation, into site/
docs:
    python tools/reference.py
    mkdocs build --strict

# requirements/*.txt anew from pyproject.toml
lock:
    sh tools/lock.sh
