#!/bin/sh
# Runs all tests: installs what is missing, builds twice (checked, and with the sanitizers), runs CTest
# in both. On a bare Debian 12 machine as root, or where sudo works.
set -eu
cd "$(dirname "$0")"
. ./.ci/packages.sh
for preset in ${1:-dev asan}; do
  cmake --preset "$preset"
  cmake --build --preset "$preset"
  ctest --preset "$preset" -j "$(nproc)"
done
