if ! cartilla --version 2>/dev/null | grep -qxF "cartilla $CARTILLA_VERSION" &&
  ! .cartilla-program/bin/cartilla --version 2>/dev/null | grep -qxF "cartilla $CARTILLA_VERSION"; then
  if [ -z "${CARTILLA_SOURCE:-}" ]; then
    echo "{no_source}" >&2
    exit 1
  fi
  cargo install --locked --git "$CARTILLA_SOURCE" --tag "v$CARTILLA_VERSION" --root .cartilla-program cartilla
fi
