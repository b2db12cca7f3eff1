#!/bin/sh
# Installs what is missing, builds, and verifies a sample article against the sample corpus.
set -eu
cd "$(dirname "$0")"
. ./.ci/packages.sh
cmake --preset release -DCOTEJO_TESTS=OFF -DCOTEJO_BENCH=OFF
cmake --build --preset release
bin=build/release/tools
"$bin/cotejo-corpus" build build/peninsula corpora/peninsula/*.jsonl
"$bin/cotejo" verify tests/articles/linea_directa/article.txt --corpus build/peninsula \
  -o build/report.html --fail-on never
echo "The report is in $(pwd)/build/report.html"
