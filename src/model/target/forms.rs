//! The forms in which targets are written, each of which may differ by case.

use super::{TargetSpec, row_of};
use crate::diag::Diagnostic;
use crate::parse::entries;
use crate::parse::kind::Kind;
use crate::parse::reader::{Reader, Slot};
use crate::span::{Span, Spanned};
use crate::values::{
    Bound, DayOfPeriod, Duration, Op, Percent, Quantity, Range, Rate, Scale, ScorePart, Target, ValueError,
    parse_number,
};

/// Targets where one or a list may stand: one whose values differ by case makes one for each case.
pub fn target_list(slot: Slot<'_, '_, '_>) -> Vec<TargetSpec> {
    slot.many(target).into_iter().flatten().collect()
}

/// One written target, or a table of targets by case.
fn target(slot: Slot<'_, '_, '_>) -> Option<Vec<TargetSpec>> {
    let of = slot.span();
    let in_table = slot.node().get("by").is_some() && slot.node().get("cases").is_some();
    let table = slot.variant(|slot| {
        let span = slot.span();
        Some(Spanned { value: single(slot, in_table)?, span })
    })?;
    let mut out = Vec::new();
    for (words, specs) in &table.cases {
        let case = || table.by.iter().zip(words).map(|(by, word)| (by.value.clone(), word.value.clone()));
        out.extend(specs.value.iter().map(|spec| TargetSpec {
            scope: spec.scope.iter().cloned().chain(case()).collect(),
            of,
            at: row_of(words, spec.span),
            cased: words.len(),
            ..spec.clone()
        }));
    }
    if let Some(specs) = &table.otherwise {
        let rest = !table.cases.is_empty();
        out.extend(specs.value.iter().map(|spec| TargetSpec { of, rest: spec.rest || rest, ..spec.clone() }));
    }
    Some(out)
}

/// One target, of which a value may differ by case unless it is itself a case.
fn single(slot: Slot<'_, '_, '_>, in_table: bool) -> Option<Vec<TargetSpec>> {
    let span = slot.span();
    slot.map(|r| {
        let targets = read(r, Table { key: in_table.then_some("target"), ..Table::default() });
        let mut scope = Vec::new();
        for (key, kind) in [("segment", Kind::Segments), ("channel", Kind::Channels), ("site", Kind::Sites)] {
            scope.extend(r.references(key, kind).into_iter().map(|id| (key.to_owned(), id.value)));
        }
        scope.extend(r.word("severity").map(|w| ("severity".to_owned(), w.value)));
        let conditions = r.text("conditions");
        let from = r.date("from").map(|d| d.value);
        let until = r.date("until").map(|d| d.value);
        let spec = |case: Cased| TargetSpec {
            target: case.target,
            cased: case.words.len(),
            scope: scope.iter().cloned().chain(case.words).collect(),
            conditions: conditions.clone(),
            from,
            until,
            span: case.at.unwrap_or(span),
            of: span,
            at: case.row.unwrap_or(span),
            rest: case.rest,
        };
        targets.into_iter().map(spec).collect()
    })
}

/// A target with the case for which it holds.
struct Cased {
    target: Target,
    words: Vec<(String, String)>,
    rest: bool,
    /// The value that is of this case alone.
    at: Option<Span>,
    /// Where its row begins.
    row: Option<Span>,
}

/// The rows of the one value of a target that differs by case.
#[derive(Default)]
struct Table {
    /// The key of that value.
    key: Option<&'static str>,
    rows: Vec<(Vec<(String, String)>, Span, Span)>,
    rest: Option<Span>,
}

/// A value that differs by the rows of the table, or does not.
enum Cell<T> {
    Same(T),
    Differs(Vec<T>),
}

impl<T> Cell<T> {
    fn at(&self, row: usize) -> Option<&T> {
        match self {
            Cell::Same(value) => Some(value),
            Cell::Differs(values) => values.get(row),
        }
    }
}

impl Table {
    /// Reads a value of a target, which may be the one that differs by case.
    fn read<T: Clone>(
        &mut self,
        r: &mut Reader<'_, '_, '_>,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, ValueError>,
    ) -> Option<Cell<T>> {
        let at = r.key_span(key);
        let value = r.slot(key)?.variant(|slot| slot.parsed(&parse))?;
        if value.cases.is_empty() {
            return value.otherwise.map(|value| Cell::Same(value.value));
        }
        if let (Some(first), Some(span)) = (self.key, at) {
            let finding = Diagnostic::new(&entries::TWO_TABLES, span).arg("key", key).arg("first", first);
            r.context().report(finding);
            return None;
        }
        self.key = Some(key);
        let case = |words: &[Spanned<String>]| {
            let pairs = value.by.iter().zip(words);
            pairs.map(|(by, word)| (by.value.clone(), word.value.clone())).collect()
        };
        self.rows =
            value.cases.iter().map(|(words, value)| (case(words), value.span, row_of(words, value.span))).collect();
        self.rest = value.otherwise.as_ref().map(|value| value.span);
        Some(Cell::Differs(value.values().map(|value| value.value.clone()).collect()))
    }

    fn bound<T: Clone>(
        &mut self,
        r: &mut Reader<'_, '_, '_>,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, ValueError>,
    ) -> Option<Cell<Bound<T>>> {
        self.read(r, key, |text| Bound::parse_with(text, &parse))
    }

    /// One target a row; one alone where nothing differs.
    fn each(&self, make: impl Fn(usize) -> Option<Target>) -> Vec<Cased> {
        if self.rows.is_empty() {
            let target = make(0);
            return target
                .into_iter()
                .map(|target| Cased { target, words: Vec::new(), rest: false, at: None, row: None })
                .collect();
        }
        // The time of a share is a part of it: the whole target is the place of what is said of the case.
        let at = |span: Span| (self.key != Some("within")).then_some(span);
        let rows = self.rows.iter().map(|(words, span, row)| (words.clone(), false, *span, Some(*row)));
        let rows = rows.chain(self.rest.map(|span| (Vec::new(), true, span, None))).enumerate();
        rows.filter_map(|(place, (words, rest, span, row))| {
            Some(Cased { target: make(place)?, words, rest, at: at(span), row })
        })
        .collect()
    }
}

fn read(r: &mut Reader<'_, '_, '_>, mut table: Table) -> Vec<Cased> {
    if r.has("share") && r.has("within") {
        return share_within(r, &mut table).unwrap_or_default();
    }
    second_target(r);
    forms(r, &mut table).unwrap_or_default()
}

/// Reports a second form where one is read: `{ minimum: 1 %, maximum: 5 % }` are two targets.
fn second_target(r: &mut Reader<'_, '_, '_>) {
    let given: Vec<&'static str> = FORMS.into_iter().filter(|key| r.has(key)).collect();
    let [first, second, ..] = given.as_slice() else { return };
    // A share belongs to a coverage, and a distribution of scores has its own.
    if r.has("coverage") || r.has("scores") || r.has("none") {
        return;
    }
    let Some(span) = r.key_span(second) else { return };
    // Known here, so that the key is not taken for a slip of another.
    r.excuse(second);
    let finding = Diagnostic::new(&entries::UNKNOWN_KEY, span)
        .arg("key", *second)
        .arg(
            "example",
            format!("targets: [{{ {first}: {} }}, {{ {second}: {} }}]", r.written(first), r.written(second)),
        )
        .help(entries::WRITE_TARGETS);
    r.context().report(finding);
}

fn share_within(r: &mut Reader<'_, '_, '_>, table: &mut Table) -> Option<Vec<Cased>> {
    let share = table.bound(r, "share", Percent::parse);
    let limit = table.bound(r, "within", Duration::parse)?;
    let share = share?;
    Some(table.each(|row| {
        let limit = limit.at(row)?;
        let strict = limit.op == Some(Op::LessThan);
        Some(Target::ShareWithin { share: share.at(row)?.clone(), within: limit.value, strict })
    }))
}

fn forms(r: &mut Reader<'_, '_, '_>, table: &mut Table) -> Option<Vec<Cased>> {
    if r.has("none") {
        let reason = r.text("none")?.plain();
        return Some(table.each(|_| Some(Target::None { reason: reason.clone() })));
    }
    if r.has("scores") {
        return scores(r, table);
    }
    if r.has("coverage") {
        r.require("of");
        r.require("each");
        // All are read before the first that lacks ends it, so that none is taken for an unknown key.
        let amount = table.read(r, "coverage", parse_number);
        let (of, each) = (r.word("of"), r.word("each"));
        let share = table.bound(r, "share", Percent::parse);
        let (amount, of, each) = (amount?, of?.value, each?.value);
        return Some(table.each(|row| {
            let share = share.as_ref().and_then(|share| share.at(row)).cloned();
            Some(Target::Coverage { amount: *amount.at(row)?, of: of.clone(), each: each.clone(), share })
        }));
    }
    if r.has("within") {
        let limit = table.bound(r, "within", Duration::parse)?;
        return Some(
            table
                .each(|row| Some(Target::Maximum(Bound { op: None, value: Quantity::Duration(limit.at(row)?.value) }))),
        );
    }
    if r.has("better_than") {
        let than = r.text("better_than")?.plain();
        let baseline = table.read(r, "baseline", Quantity::parse);
        return Some(table.each(|row| {
            let baseline = baseline.as_ref().and_then(|baseline| baseline.at(row)).cloned();
            Some(Target::BetterThan { than: than.clone(), baseline })
        }));
    }
    /// A form of one value: its key, how the value is read, and the target that it makes.
    macro_rules! one {
        ($key:literal, $read:ident, $parse:expr, $make:expr) => {
            if r.has($key) {
                let value = table.$read(r, $key, $parse)?;
                return Some(table.each(|row| Some($make(value.at(row)?.clone()))));
            }
        };
    }
    one!("share", bound, Percent::parse, Target::Share);
    one!("maximum", bound, Quantity::parse, Target::Maximum);
    one!("minimum", bound, Quantity::parse, Target::Minimum);
    one!("mean", bound, Quantity::parse, Target::Mean);
    one!("count", bound, Rate::parse, Target::Count);
    one!("every", bound, Duration::parse, |bound: Bound<Duration>| Target::Every(bound.value));
    one!("range", read, Range::parse, Target::Range);
    one!("ratio", read, Target::parse_ratio, |ratio: Target| ratio);
    one!("by_date", read, DayOfPeriod::parse, Target::ByDate);
    // Name the forms, so that the author sees what can be written.
    for key in FORMS {
        let _ = r.slot(key);
    }
    if r.lacks_reason() {
        return Some(table.each(|_| Some(Target::None { reason: String::new() })));
    }
    r.require_one_of(&FORMS);
    None
}

fn scores(r: &mut Reader<'_, '_, '_>, table: &mut Table) -> Option<Vec<Cased>> {
    let parts = r.many("scores", |slot| {
        slot.map(|r| {
            r.require("share");
            r.require("score");
            let share = table.bound(r, "share", Percent::parse);
            let score = table.bound(r, "score", |s| Ok(s.to_owned()));
            Some((share?, score?))
        })
        .flatten()
    });
    r.require("scale");
    let scale = r.slot("scale").and_then(scale)?;
    Some(table.each(|row| {
        let part = |(share, score): &(Cell<Bound<Percent>>, Cell<Bound<String>>)| {
            Some(ScorePart { share: share.at(row)?.clone(), score: score.at(row)?.clone() })
        };
        Some(Target::Scores { parts: parts.iter().filter_map(part).collect(), scale: scale.clone() })
    }))
}

/// The keys one of which a target has; what else stands beside them says where it holds.
pub const FORMS: [&str; 14] = [
    "share",
    "within",
    "maximum",
    "minimum",
    "mean",
    "count",
    "every",
    "range",
    "ratio",
    "scores",
    "coverage",
    "by_date",
    "better_than",
    "none",
];

fn scale(slot: Slot<'_, '_, '_>) -> Option<Scale> {
    if slot.is_list() {
        return Some(Scale::Words(slot.many(|s| s.word()).into_iter().map(|s| s.value).collect()));
    }
    slot.parsed(Scale::parse).map(|s| s.value)
}
