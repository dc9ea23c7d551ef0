#!/bin/sh
# Write requirements/*.txt anew from pyproject.toml: every version pinned, every file by digest,
# for every platform and Python from 3.11, without the address of any registry.
set -eu
cd "$(dirname "$0")/.."
lock() {
    out=$1
    shift
    uv pip compile pyproject.toml "$@" --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --quiet -o "$out"
}
lock requirements/run.txt --group build
lock requirements/dev.txt --group dev
lock requirements/bench.txt --group dev --group bench
