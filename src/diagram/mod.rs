//! Drawings: the service cycle and blueprint, the complaint flow, results against a target, expected against perceived
//! quality, codes to scan.
//!
//! Pure functions from words and numbers to accessible SVG, the same picture for HTML and PDF. Every word comes in from
//! the caller, in the reader's language. The SVG holds geometry and nothing of looks: sizes of type, anchors of text and
//! places are attributes; colour, weight and dash belong to the style sheets `themes/*/html/drawing.css` and
//! `themes/*/pdf/drawing.css`, which know these classes:
//!
//! | class | on | means |
//! |---|---|---|
//! | `d` | the `svg` | a drawing; beside it `cycle`, `blueprint`, `flow`, `chart`, `gap` or `code` |
//! | `b` | text | strong |
//! | `s` | text | soft: who, notes, keys |
//! | `i` | text | a time limit, in its brackets |
//! | `v` | text | on a filled shape |
//! | `x` | text | small (10.5 px; all other text is 13 px) |
//! | `l` | line | ring or arrow of the flow |
//! | `h` | line | hairline: axis, leader, empty month |
//! | `t` | line | the target, dashed; what the customer crosses and sees in a blueprint |
//! | `g`, `w` | line | from the target to a result that meets it (`g`) or misses it (`w`) |
//! | `u` | line | escalation, dashed |
//! | `a`, `y` | shape | arrowhead of `l`, of `u` |
//! | `k` | shape | a step or plain moment: paper with an edge; also a result without a verdict, an expected value |
//! | `f` | shape | filled: moment of truth, result that meets |
//! | `o` | shape | hollow: result that misses |
//! | `p` | with `f`, `o` | provisional: paper inside a dashed edge |
//! | `q` | shape | a decision |
//! | `n` | shape | start and end; what is done in a blueprint |
//! | `z` | shape | to whom a case is escalated: dashed box |
//! | `r` | shape | band of a lane, of what supports a service |
//! | `m`, `e` | shape | a code: its squares, black in every scheme; the white that they lie on |
//!
//! Parts that lead somewhere stand in `<a href="ref:ANCHOR">`; the renderer puts the real address in place of `ref:`.
//! A drawing with links has `role="group"`, since the children of an `img` are hidden from assistive technology; one
//! without has `role="img"`. Title and description have the ids `ID-t` and `ID-d`, where `ID` is the caller's and unique
//! in the page.

pub mod blueprint;
pub mod chart;
pub mod code;
pub mod cycle;
pub mod flow;
pub mod gap;
mod measure;
mod pen;
#[cfg(test)]
mod probe;

/// A finished drawing: an `svg` element with its namespace, and its size in CSS pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    pub svg: String,
    pub width: u32,
    pub height: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A drawing of each kind, with everything that it can show.
    fn drawings() -> Vec<Drawing> {
        let moment = |of_truth| cycle::Moment { name: "m".into(), note: Some("n".into()), of_truth, id: None };
        let point = |met, provisional, value| chart::Point { value, met, provisional, ..Default::default() };
        let branch = |to: Option<&str>| flow::Branch { label: "sí".into(), to: to.map(Into::into) };
        let step = |id: &str, who: &str| flow::FlowStep {
            id: id.into(),
            name: "n".into(),
            who: who.into(),
            within: Some("1 día".into()),
            decision: Some(flow::Decision { question: "¿?".into(), yes: branch(Some("a")), no: branch(None) }),
            ..Default::default()
        };
        let signs = [(Some(true), false), (Some(false), false), (Some(true), true), (Some(false), true), (None, false)];
        let mut points: Vec<_> = signs.map(|(met, provisional)| point(met, provisional, Some(1.0))).into();
        points.push(point(None, false, None));
        let row = |perceived| gap::GapRow { expected: Some(5.0), perceived: Some(perceived), ..Default::default() };
        let words = flow::FlowWords { start: "a".into(), end: "z".into(), escalates: "e".into() };
        let escalation = flow::Escalation { when: "w".into(), to: "t".into(), anchor: None };
        vec![
            cycle::draw(&cycle::Cycle {
                moments: vec![moment(true), moment(false)],
                truth: "v".into(),
                ..Default::default()
            }),
            flow::draw(&flow::Flow {
                steps: vec![step("a", "x"), step("b", "y")],
                escalations: vec![escalation.clone(), escalation],
                lanes: true,
                words,
                ..Default::default()
            }),
            chart::draw(&chart::Chart { points, target: Some(2.0), target_text: "meta".into(), ..Default::default() }),
            blueprint::draw(&blueprint::Blueprint {
                moments: vec![blueprint::Moment {
                    customer: "c".into(),
                    front: "f".into(),
                    of_truth: true,
                    ..Default::default()
                }],
                supports: vec![blueprint::Support { name: "n".into(), anchor: None }],
                ..Default::default()
            }),
            code::draw(&code::Code { text: "https://example.org/".into(), ..Default::default() }).expect("it fits"),
            gap::draw(&gap::Gap { rows: vec![row(4.0), row(6.0)], scale: (0.0, 10.0), ..Default::default() }),
        ]
    }

    #[test]
    fn every_class_is_told_here_and_known_to_both_style_sheets() {
        let used: BTreeSet<String> = (drawings().iter())
            .flat_map(|drawing| drawing.svg.split("class=\"").skip(1).map(str::to_owned).collect::<Vec<_>>())
            .filter_map(|rest| rest.split('"').next().map(str::to_owned))
            .flat_map(|classes| classes.split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(used.len() > 20, "{used:?}");
        let told = include_str!("mod.rs");
        let sheets = [
            include_str!("../../themes/default/html/drawing.css"),
            include_str!("../../themes/default/pdf/drawing.css"),
        ];
        for class in used {
            assert!(told.contains(&format!("`{class}`")), "`{class}` is not told");
            // Small text is an attribute; the root's names need no rule of their own.
            if !["d", "x", "cycle", "blueprint", "flow", "chart", "gap", "code"].contains(&class.as_str()) {
                for sheet in sheets {
                    assert!(
                        [" ", ",", "."].iter().any(|end| sheet.contains(&format!(".{class}{end}"))),
                        "no rule for `{class}`"
                    );
                }
            }
        }
    }

    #[test]
    fn a_drawing_names_and_describes_itself() {
        let chart = chart::Chart {
            id: "r".into(),
            title: "Respuesta".into(),
            description: "De 1 a 2".into(),
            ..Default::default()
        };
        let svg = chart::draw(&chart).svg;
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"d chart\" viewBox=\"0 0 288 92\""));
        assert!(svg.contains("role=\"img\" aria-labelledby=\"r-t r-d\""));
        assert!(svg.contains("<title id=\"r-t\">Respuesta</title>\n<desc id=\"r-d\">De 1 a 2</desc>"));
    }
}
