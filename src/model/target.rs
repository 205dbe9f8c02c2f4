//! Targets as written: one or several that must all hold, each with the conditions under which it holds.

use crate::diag::Diagnostic;
use crate::parse::entries;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Slot, Value, Variant};
use crate::span::{Span, Spanned};
use crate::values::{
    Bound, DayOfPeriod, Duration, Op, Percent, Quantity, Range, Rate, Scale, ScorePart, Target, ValueError, When,
    parse_number,
};

/// A target and where it holds.
#[derive(Debug, Clone)]
pub struct TargetSpec {
    pub target: Target,
    /// For which cases: dimension and word, such as site and `ribera`.
    pub scope: Vec<(String, String)>,
    pub conditions: Option<Text>,
    pub from: Option<When>,
    pub until: Option<When>,
    pub span: Span,
}

/// The `target` or `targets` of an entry. An honest `{ none: "reason" }` counts as given: it is a target of its own kind.
pub fn targets(r: &mut Reader<'_, '_, '_>) -> Given<Vec<TargetSpec>> {
    let key = if r.has("targets") { "targets" } else { "target" };
    // Both keys are known, whichever is written.
    let _ = r.slot("target");
    let _ = r.slot("targets");
    let list = r.slot(key).map_or_else(Vec::new, target_list);
    let Some(first) = list.first() else { return Given::Missing };
    let span = first.span;
    let targets: Vec<Target> = list.iter().map(|t| t.target.clone()).collect();
    if let Some(time) = time_of(&list) {
        r.record("targets.within", time.clone());
        r.record("target.within", time);
    }
    r.record("targets", Value::Targets(targets.clone()));
    r.record("target", Value::Targets(targets));
    Given::Some { value: list, span }
}

/// The time that targets set, where the first sets one for every case: `[[telefono.first_response.within]]`.
pub fn time_of(targets: &[TargetSpec]) -> Option<Value> {
    let first = targets.first().filter(|first| first.scope.is_empty())?;
    let time = match &first.target {
        Target::ShareWithin { within, .. } => *within,
        Target::Maximum(Bound { value: Quantity::Duration(time), .. }) => *time,
        _ => return None,
    };
    let value = Spanned { value: Quantity::Duration(time), span: first.span };
    let variant = Variant { by: Vec::new(), cases: Vec::new(), otherwise: Some(value), span: first.span };
    Some(Value::Quantity(Box::new(variant)))
}

/// Targets where one or a list may stand: a `within` that differs by case makes one for each case.
pub fn target_list(slot: Slot<'_, '_, '_>) -> Vec<TargetSpec> {
    slot.many(target).into_iter().flatten().collect()
}

/// One written target.
fn target(slot: Slot<'_, '_, '_>) -> Option<Vec<TargetSpec>> {
    let span = slot.span();
    slot.map(|r| {
        let targets = read(r);
        let mut scope = Vec::new();
        for (key, kind) in [("segment", Kind::Segments), ("channel", Kind::Channels), ("site", Kind::Sites)] {
            scope.extend(r.references(key, kind).into_iter().map(|id| (key.to_owned(), id.value)));
        }
        scope.extend(r.word("severity").map(|w| ("severity".to_owned(), w.value)));
        let conditions = r.text("conditions");
        let from = r.date("from").map(|d| d.value);
        let until = r.date("until").map(|d| d.value);
        let spec = |(target, case): Cased| TargetSpec {
            target,
            scope: scope.iter().cloned().chain(case).collect(),
            conditions: conditions.clone(),
            from,
            until,
            span,
        };
        targets.into_iter().map(spec).collect()
    })
}

fn bound<T>(
    r: &mut Reader<'_, '_, '_>,
    key: &'static str,
    parse: impl Fn(&str) -> Result<T, ValueError>,
) -> Option<Bound<T>> {
    r.slot(key)?.parsed(|text| Bound::parse_with(text, &parse)).map(|s| s.value)
}

/// A target with the case for which it holds.
type Cased = (Target, Vec<(String, String)>);

fn read(r: &mut Reader<'_, '_, '_>) -> Vec<Cased> {
    if r.has("share") && r.has("within") {
        return share_within(r).unwrap_or_default();
    }
    second_target(r);
    one(r).map(|target| (target, Vec::new())).into_iter().collect()
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

fn share_within(r: &mut Reader<'_, '_, '_>) -> Option<Vec<Cased>> {
    let share = bound(r, "share", Percent::parse);
    let limit = r.slot("within")?.variant(|s| s.parsed(|text| Bound::parse_with(text, Duration::parse)))?;
    let share = share?;
    let make = |limit: &Bound<Duration>| Target::ShareWithin {
        share: share.clone(),
        within: limit.value,
        strict: limit.op == Some(Op::LessThan),
    };
    let mut out = Vec::new();
    for (words, value) in &limit.cases {
        let case = limit.by.iter().zip(words).map(|(by, word)| (by.value.clone(), word.value.clone()));
        out.push((make(value), case.collect()));
    }
    out.extend(limit.otherwise.as_ref().map(|value| (make(value), Vec::new())));
    Some(out)
}

fn one(r: &mut Reader<'_, '_, '_>) -> Option<Target> {
    let duration = |r: &mut Reader<'_, '_, '_>, key| bound(r, key, Duration::parse).map(|b| b.value);
    if r.has("none") {
        return Some(Target::None { reason: r.text("none")?.plain() });
    }
    if r.has("scores") {
        let parts = r.many("scores", |slot| {
            slot.map(|r| {
                r.require("share");
                r.require("score");
                let share = bound(r, "share", Percent::parse)?;
                let score = bound(r, "score", |s| Ok(s.to_owned()))?;
                Some(ScorePart { share, score })
            })
            .flatten()
        });
        r.require("scale");
        let scale = r.slot("scale").and_then(scale)?;
        return Some(Target::Scores { parts, scale });
    }
    if r.has("coverage") {
        r.require("of");
        r.require("each");
        // All are read before the first that lacks ends it, so that none is taken for an unknown key.
        let amount = r.slot("coverage")?.parsed(parse_number);
        let (of, each) = (r.word("of"), r.word("each"));
        let share = bound(r, "share", Percent::parse);
        return Some(Target::Coverage { amount: amount?.value, of: of?.value, each: each?.value, share });
    }
    if r.has("share") {
        return Some(Target::Share(bound(r, "share", Percent::parse)?));
    }
    if r.has("within") {
        return Some(Target::Maximum(Bound { op: None, value: Quantity::Duration(duration(r, "within")?) }));
    }
    if r.has("maximum") {
        return Some(Target::Maximum(bound(r, "maximum", Quantity::parse)?));
    }
    if r.has("minimum") {
        return Some(Target::Minimum(bound(r, "minimum", Quantity::parse)?));
    }
    if r.has("mean") {
        return Some(Target::Mean(bound(r, "mean", Quantity::parse)?));
    }
    if r.has("count") {
        return Some(Target::Count(bound(r, "count", Rate::parse)?));
    }
    if r.has("every") {
        return Some(Target::Every(duration(r, "every")?));
    }
    if r.has("range") {
        return Some(Target::Range(r.slot("range")?.parsed(Range::parse)?.value));
    }
    if r.has("ratio") {
        return r.slot("ratio")?.parsed(Target::parse_ratio).map(|s| s.value);
    }
    if r.has("by_date") {
        return Some(Target::ByDate(r.slot("by_date")?.parsed(DayOfPeriod::parse)?.value));
    }
    if r.has("better_than") {
        let than = r.text("better_than")?.plain();
        let baseline = r.slot("baseline").and_then(|s| s.parsed(Quantity::parse)).map(|s| s.value);
        return Some(Target::BetterThan { than, baseline });
    }
    // Name the forms, so that the author sees what can be written.
    for key in FORMS {
        let _ = r.slot(key);
    }
    if r.lacks_reason() {
        return Some(Target::None { reason: String::new() });
    }
    r.require_one_of(&FORMS);
    None
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
