//! Targets: one or several that must all hold, each with the conditions and the cases for which it holds.

mod forms;

use crate::diag::Diagnostic;
use crate::parse::entries;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Value, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Aimed, Bound, Percent, Period, Quantity, Rate, Target, When};
pub use forms::{FORMS, target_list};

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
    /// The whole target as written, of which this is one case: the same for all of them.
    pub of: Span,
    /// Where the words of its case begin.
    pub at: Span,
    /// How many words at the end of `scope` are those of a case; the others hold for all cases.
    pub cased: usize,
    /// What holds in all cases but those beside it.
    pub rest: bool,
}

impl TargetSpec {
    /// A target that holds for every case.
    pub fn plain(target: Target, span: Span) -> TargetSpec {
        let (conditions, from, until) = (None, None, None);
        TargetSpec {
            target,
            scope: Vec::new(),
            conditions,
            from,
            until,
            span,
            of: span,
            at: span,
            cased: 0,
            rest: false,
        }
    }

    fn aimed(&self) -> Aimed {
        Aimed { target: self.target.clone(), scope: self.scope.clone(), rest: self.rest }
    }

    /// The words of its case.
    pub fn case(&self) -> &[(String, String)] {
        &self.scope[self.scope.len() - self.cased.min(self.scope.len())..]
    }

    /// Whether it is one of several cases of one target.
    pub fn is_case(&self) -> bool {
        self.rest || self.cased > 0
    }

    /// Whether it holds for something of which some dimensions are known, each with all the words it may have: none of its words is
    /// another, and it is not what is left where a case beside it is surely meant.
    pub fn concerns(&self, beside: &[TargetSpec], known: &[(&str, Vec<&str>)]) -> bool {
        let words_of = |by: &str| known.iter().find(|(dimension, _)| *dimension == by).map(|(_, words)| words);
        let agrees = |(by, word): &(String, String)| words_of(by).is_none_or(|words| words.contains(&word.as_str()));
        if !self.scope.iter().all(agrees) {
            return false;
        }
        let taken = |word: &str, by: &str| {
            let is_it = |(b, w): &(String, String)| b == by && w == word;
            beside.iter().any(|other| other.of == self.of && other.cased == 1 && other.case().iter().any(is_it))
        };
        let covered = |(by, words): &(&str, Vec<&str>)| !words.is_empty() && words.iter().all(|word| taken(word, by));
        let exactly = |other: &&TargetSpec| {
            let same = |(by, word): &(String, String)| words_of(by).is_some_and(|words| *words == [word.as_str()]);
            other.of == self.of && other.cased > 0 && other.case().iter().all(same)
        };
        !(self.rest && (known.iter().any(covered) || beside.iter().any(|other| exactly(&other))))
    }
}

/// The targets as they were written: the cases of one together.
pub fn whole_targets(specs: &[TargetSpec]) -> impl Iterator<Item = &[TargetSpec]> {
    specs.chunk_by(|a, b| a.is_case() && b.is_case() && a.of == b.of)
}

/// The targets as prose prints and compares them.
pub fn value_of(specs: &[TargetSpec]) -> Value {
    Value::Targets(specs.iter().map(TargetSpec::aimed).collect())
}

/// Where a row of a table begins.
fn row_of(words: &[Spanned<String>], value: Span) -> Span {
    words.first().map_or(value, |word| word.span)
}

/// Hard limits, one for each case.
pub fn limits(limit: &Variant<Quantity>) -> Vec<TargetSpec> {
    let target =
        |value: &Spanned<Quantity>| TargetSpec::plain(Target::Maximum(Bound::plain(value.value.clone())), value.span);
    let cased = limit.cases.iter().map(|(words, value)| {
        let case = limit.by.iter().zip(words).map(|(by, word)| (by.value.clone(), word.value.clone()));
        TargetSpec {
            scope: case.collect(),
            cased: words.len(),
            of: limit.span,
            at: row_of(words, value.span),
            ..target(value)
        }
    });
    let rest = !limit.cases.is_empty();
    let otherwise = limit.otherwise.iter().map(|value| {
        let plain = target(value);
        TargetSpec { rest, of: if rest { limit.span } else { plain.of }, ..plain }
    });
    cased.chain(otherwise).collect()
}

/// What a result of all cases proves of one written target: of several cases, what it proves of every one. `None` where it proves
/// nothing. Where the cases are periods of time, only those of the result's period count.
pub fn judged(cases: &[TargetSpec], period: Period, verdict: impl Fn(&TargetSpec) -> Option<bool>) -> Option<bool> {
    let words = |spec: &TargetSpec| match spec.case() {
        [(by, word)] if by == "period" => Period::parse(word).ok(),
        _ => None,
    };
    let within = |outer: Period| outer.start() <= period.start() && period.end() <= outer.end();
    let own = cases.iter().find(|spec| words(spec).is_some_and(within));
    if let Some(own) = own {
        return verdict(own);
    }
    // The other periods are others; what is left is this one's.
    let apart = |spec: &&TargetSpec| {
        words(spec).is_none_or(|outer| outer.end() >= period.start() && outer.start() <= period.end())
    };
    let mut verdicts = cases.iter().filter(apart).map(verdict);
    let first = verdicts.next()??;
    verdicts.all(|other| other == Some(first)).then_some(first)
}

/// The `target` or `targets` of an entry. An honest `{ none: "reason" }` counts as given: it is a target of its own kind.
pub fn targets(r: &mut Reader<'_, '_, '_>) -> Given<Vec<TargetSpec>> {
    let key = if r.has("targets") { "targets" } else { "target" };
    // Both keys are known, whichever is written.
    let _ = r.slot("target");
    let _ = r.slot("targets");
    if let Some(mut slot) = r.slot(key)
        && matches!(&slot.node().kind, crate::parse::yaml::Kind::List(items) if items.is_empty())
    {
        let (span, path) = (slot.span(), slot.path().to_owned());
        slot.context().report(Diagnostic::new(&entries::NO_TARGETS, span).arg("key", key));
        slot.context().fail(&path);
    }
    let list = r.slot(key).map_or_else(Vec::new, target_list);
    let Some(first) = list.first() else { return Given::Missing };
    let span = first.span;
    for (part, value) in figures_of(&list) {
        r.record(&format!("targets.{part}"), value.clone());
        r.record(&format!("target.{part}"), value);
    }
    r.record("targets", value_of(&list));
    r.record("target", value_of(&list));
    Given::Some { value: list, span }
}

/// The figures of the first target, each by the key it is written under: `[[telefono.first_response.within]]`. One that differs by
/// case is told with its cases.
pub fn figures_of(targets: &[TargetSpec]) -> Vec<(&'static str, Value)> {
    let Some(first) = whole_targets(targets).next() else { return Vec::new() };
    // What holds for some only would be printed as if it held for all.
    let for_all = |spec: &&TargetSpec| spec.scope.len() == spec.cased;
    if !first.iter().all(|spec| for_all(&spec)) {
        return Vec::new();
    }
    let mut keys: Vec<&'static str> = Vec::new();
    for spec in first {
        for (key, _) in figures(&spec.target) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    let of = |key: &'static str| {
        let found: Vec<(&TargetSpec, Quantity)> = first
            .iter()
            .filter_map(|spec| Some((spec, figures(&spec.target).into_iter().find(|(k, _)| *k == key)?.1)))
            .collect();
        // A value that some cases lack is none of the target.
        (found.len() == first.len()).then(|| (key, by_case(&found, first[0].of)))
    };
    keys.into_iter().filter_map(of).collect()
}

/// The figures of a target by their keys.
fn figures(target: &Target) -> Vec<(&'static str, Quantity)> {
    let share = |share: &Bound<Percent>| ("share", Quantity::Percent(share.value.clone()));
    match target {
        Target::ShareWithin { share: of, within, .. } => vec![share(of), ("within", Quantity::Duration(*within))],
        Target::Share(of) => vec![share(of)],
        Target::Maximum(bound) => {
            let mut out = vec![("maximum", bound.value.clone())];
            if let Quantity::Duration(_) = bound.value {
                out.push(("within", bound.value.clone()));
            }
            out
        }
        Target::Minimum(bound) => vec![("minimum", bound.value.clone())],
        Target::Mean(bound) => vec![("mean", bound.value.clone())],
        Target::Count(bound) => vec![("count", Quantity::Rate(bound.value.clone()))],
        Target::Every(duration) => vec![("every", Quantity::Duration(*duration))],
        Target::Coverage { amount, share: of, .. } => {
            let amount = ("coverage", Quantity::Rate(Rate::count(*amount)));
            std::iter::once(amount).chain(of.as_ref().map(share)).collect()
        }
        Target::BetterThan { baseline: Some(baseline), .. } => vec![("baseline", baseline.clone())],
        Target::Range(_)
        | Target::Ratio { .. }
        | Target::Scores { .. }
        | Target::ByDate(_)
        | Target::BetterThan { baseline: None, .. }
        | Target::None { .. } => Vec::new(),
    }
}

/// A target as an author writes it, between the braces: `share: 95 %`. None where it takes more than its figures to write it.
pub fn written(target: &Target) -> Option<String> {
    let is_plain = match target {
        Target::ShareWithin { share, strict, .. } => share.op.is_none() && !strict,
        Target::Share(share) => share.op.is_none(),
        Target::Maximum(bound) | Target::Minimum(bound) | Target::Mean(bound) => bound.op.is_none(),
        Target::Count(bound) => bound.op.is_none(),
        Target::Every(_) => true,
        _ => false,
    };
    let most = if matches!(target, Target::ShareWithin { .. }) { 2 } else { 1 };
    let parts = figures(target).into_iter().take(most).map(|(key, value)| match value {
        Quantity::Duration(time) => format!("{key}: {}", time.written()),
        value => format!("{key}: {}", value.plain()),
    });
    is_plain.then(|| parts.collect::<Vec<_>>().join(", "))
}

/// One value for all where it is the same in every case, else a table of cases.
fn by_case(found: &[(&TargetSpec, Quantity)], span: Span) -> Value {
    let mut variant = Variant { by: Vec::new(), cases: Vec::new(), otherwise: None, span };
    let same = found.windows(2).all(|pair| pair[0].1 == pair[1].1);
    for (spec, value) in found {
        let value = Spanned { value: value.clone(), span: spec.span };
        if same || spec.cased == 0 {
            variant.otherwise = Some(value);
            continue;
        }
        let word = |text: &String| Spanned { value: text.clone(), span: spec.span };
        variant.by = spec.case().iter().map(|(by, _)| word(by)).collect();
        variant.cases.push((spec.case().iter().map(|(_, case)| word(case)).collect(), value));
    }
    Value::Quantity(Box::new(variant))
}
