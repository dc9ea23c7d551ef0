#!/bin/sh
# Build the wheel, install it with what it needs into an empty environment, and use it there:
# the bundled document is built, a packaged query answers, and the ontology is inside.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    --wheel-dir "$work" .
python -m venv "$work/empty"
"$work/empty/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
    -r requirements/run.txt
"$work/empty/bin/pip" install --quiet --disable-pip-version-check --no-deps "$work"/*.whl
cd "$work"
empty/bin/recalling --version
empty/bin/recalling build -o graphs >/dev/null
empty/bin/recalling check graphs
answer=$(empty/bin/recalling query cites --on graphs --format csv | wc -l)
[ "$answer" -gt 1 ] || { echo "the packaged query answered nothing from the wheel" >&2; exit 1; }
