//! Drawings: the service cycle, the complaint flow, results against a target, expected against perceived quality.
//!
//! Pure functions from words and numbers to accessible SVG, the same picture for HTML and PDF. Every word comes in from
//! the caller, in the reader's language. The SVG holds geometry and nothing of looks: sizes of type, anchors of text and
//! places are attributes; colour, weight and dash belong to the style sheets `themes/*/html/drawing.css` and
//! `themes/*/pdf/drawing.css`, which know these classes:
//!
//! | class | on | means |
//! |---|---|---|
//! | `d` | the `svg` | a drawing; beside it `cycle`, `flow`, `chart` or `gap` |
//! | `b` | text | strong |
//! | `s` | text | soft: who, notes, keys |
//! | `i` | text | a time limit, in its brackets |
//! | `v` | text | on a filled shape |
//! | `x` | text | small (10.5 px; all other text is 13 px) |
//! | `l` | line | ring or arrow of the flow |
//! | `h` | line | hairline: axis, leader, empty month |
//! | `t` | line | the target, dashed |
//! | `g`, `w` | line | from the target to a result that meets it (`g`) or misses it (`w`) |
//! | `u` | line | escalation, dashed |
//! | `a`, `y` | shape | arrowhead of `l`, of `u` |
//! | `k` | shape | a step or plain moment: paper with an edge; also a result without a verdict, an expected value |
//! | `f` | shape | filled: moment of truth, result that meets |
//! | `o` | shape | hollow: result that misses |
//! | `p` | with `f`, `o` | provisional: paper inside a dashed edge |
//! | `q` | shape | a decision |
//! | `n` | shape | start and end |
//! | `z` | shape | to whom a case is escalated: dashed box |
//! | `r` | shape | band of a lane |
//!
//! Parts that lead somewhere stand in `<a href="ref:ANCHOR">`; the renderer puts the real address in place of `ref:`.
//! A drawing with links has `role="group"`, since the children of an `img` are hidden from assistive technology; one
//! without has `role="img"`. Title and description have the ids `ID-t` and `ID-d`, where `ID` is the caller's and unique
//! in the page.
