before="$(mktemp -d)"
git archive "$base" | tar -x -C "$before"
if [ -f "$before/$CARTILLA_MANUAL/manual.yaml" ]; then
  cartilla diff "$before/$CARTILLA_MANUAL" draft "$CARTILLA_MANUAL" --format md > "$before/changes.md" || test $? = 1
  [ -s "$before/changes.md" ] || echo "{no_comparison}" > "$before/changes.md"
else
  echo "{first_manual}" > "$before/changes.md"
fi
mv "$before/changes.md" changes.md
