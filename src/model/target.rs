//! Targets as written: one or several that must all hold, each with the conditions under which it holds.

use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Slot, Value};
use crate::span::Span;
use crate::values::{
    Bound, DayOfPeriod, Duration, Percent, Quantity, Range, Rate, Scale, ScorePart, Target, ValueError, When,
    parse_number,
};

/// A target and where it holds.
#[derive(Debug, Clone)]
pub struct TargetSpec {
    pub target: Target,
    pub conditions: Option<Text>,
    pub from: Option<When>,
    pub until: Option<When>,
    /// Holds for some segments, channels, sites or severities only.
    pub is_partial: bool,
    pub span: Span,
}

/// The `target` or `targets` of an entry. An honest `{ none: "reason" }` counts as given: it is a target of its own kind.
pub fn targets(r: &mut Reader<'_, '_, '_>) -> Given<Vec<TargetSpec>> {
    let key = if r.has("targets") { "targets" } else { "target" };
    let other = r.slot("target").is_some() && key == "targets";
    if other {
        r.slot("targets");
    }
    let given = r.given(key, |slot| Some(slot.many(target)));
    if let Given::Some { value, .. } = &given {
        let list: Vec<Target> = value.iter().map(|t| t.target.clone()).collect();
        if let [single] = list.as_slice()
            && key == "targets"
        {
            r.record("target", Value::Targets(vec![single.clone()]));
        }
        r.record("targets", Value::Targets(list.clone()));
        r.record("target", Value::Targets(list));
    }
    given
}

/// A target that stands alone: the value of `first_response`.
pub fn target(slot: Slot<'_, '_, '_>) -> Option<TargetSpec> {
    let span = slot.span();
    let path_slot = slot;
    path_slot
        .map(|r| {
            let target = read(r);
            let mut is_partial = r.word("severity").is_some();
            for (key, kind) in [("segment", Kind::Segments), ("channel", Kind::Channels), ("site", Kind::Sites)] {
                is_partial |= !r.references(key, kind).is_empty();
            }
            let spec = TargetSpec {
                target: target.clone()?,
                conditions: r.text("conditions"),
                from: r.date("from").map(|d| d.value),
                until: r.date("until").map(|d| d.value),
                is_partial,
                span,
            };
            Some(spec)
        })
        .flatten()
}

fn bound<T>(
    r: &mut Reader<'_, '_, '_>,
    key: &'static str,
    parse: impl Fn(&str) -> Result<T, ValueError>,
) -> Option<Bound<T>> {
    r.slot(key)?.parsed(|text| Bound::parse_with(text, &parse)).map(|s| s.value)
}

fn read(r: &mut Reader<'_, '_, '_>) -> Option<Target> {
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
        let amount = r.slot("coverage")?.parsed(parse_number)?.value;
        let of = r.word("of")?.value;
        let each = r.word("each")?.value;
        return Some(Target::Coverage { amount, of, each, share: bound(r, "share", Percent::parse) });
    }
    if r.has("share") {
        let share = bound(r, "share", Percent::parse);
        return match duration(r, "within") {
            Some(within) => Some(Target::ShareWithin { share: share?, within }),
            None => Some(Target::Share(share?)),
        };
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
    for key in [
        "share",
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
    ] {
        let _ = r.slot(key);
    }
    r.require("share");
    None
}

fn scale(slot: Slot<'_, '_, '_>) -> Option<Scale> {
    if slot.is_list() {
        return Some(Scale::Words(slot.many(|s| s.word()).into_iter().map(|s| s.value).collect()));
    }
    slot.parsed(Scale::parse).map(|s| s.value)
}
