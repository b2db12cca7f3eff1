#!/bin/sh
# Runs all tests: installs what is missing, builds, runs CTest. On a bare Debian 12 machine as root, or
# where sudo works. `./test.sh asan` does the same with the address and undefined sanitizers, but for
# the tests that would only run the same code again: documents, floors, installation, pipeline, browser,
# exports, and the corpus killed at many points.
set -eu
cd "$(dirname "$0")"
. ./.ci/packages.sh
[ $# -gt 0 ] || set -- dev
for preset; do
  cmake --preset "$preset"
  cmake --build --preset "$preset"
  ctest --preset "$preset" -j "$(nproc)"
done
