//! The figures of a manual that its prose may repeat or contradict, each with its entry and place.

use crate::check::prose::mentions_in;
use crate::model::Entry as _;
use crate::model::channel::Channel;
use crate::model::commitment::Commitment;
use crate::model::indicator::Indicator;
use crate::model::service::Service;
use crate::model::target::TargetSpec;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention};
use crate::parse::reader::{Value, Variant};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Duration, Quantity, Target};
use std::collections::HashMap;

/// A figure of an entry.
#[derive(Debug, Clone)]
pub struct Figure {
    pub kind: Kind,
    pub id: String,
    /// The path by which prose can print it alone; none for a part of a target or of a table of cases.
    pub path: Option<String>,
    pub quantity: Quantity,
    pub span: Span,
}

impl Figure {
    pub fn duration(&self) -> Option<&Duration> {
        match &self.quantity {
            Quantity::Duration(duration) => Some(duration),
            _ => None,
        }
    }

    /// What to write in prose to print it: `[[respuesta.within]]`.
    pub fn link(&self, manual: &Resolved<'_>) -> Option<String> {
        let path = self.path.clone().or_else(|| self.printed_path(manual))?;
        let kinds = Kind::ALL.iter().filter(|kind| manual.model.base(**kind, &self.id).is_some()).count();
        Some(match kinds {
            0 | 1 => format!("[[{}.{path}]]", self.id),
            _ => format!("[[{}/{}.{path}]]", self.kind.name(), self.id),
        })
    }

    /// The shortest path that prints a part of a target or a price: `target.share`.
    fn printed_path(&self, manual: &Resolved<'_>) -> Option<String> {
        let own = self.span.range();
        let is_it = |value: &Value| {
            let Value::Quantity(variant) = value else { return false };
            let here = |span: Span| {
                span.file == self.span.file && own.start <= span.range().start && span.range().end <= own.end
            };
            variant.single().is_some() && variant.values().all(|value| value.value == self.quantity && here(value.span))
        };
        let paths = manual.values_of(self.kind, &self.id).filter(|(_, value)| is_it(value)).map(|(path, _)| path);
        paths.min_by_key(|path| path.len()).map(str::to_owned)
    }
}

/// The single quantities of an entry that stand at one of some keys, or deeper.
pub fn quantities(manual: &Resolved<'_>, kind: Kind, id: &str, keys: &[&str]) -> Vec<Figure> {
    quantities_at(manual, kind, id, |path| keys.contains(&path.rsplit('.').next().unwrap_or(path)))
}

/// Every quantity of an entry, at whatever key.
pub fn everything(manual: &Resolved<'_>, kind: Kind, id: &str) -> Vec<Figure> {
    quantities_at(manual, kind, id, |_| true)
}

/// The same with the path of each, which a part of a table of cases has too.
pub fn with_paths(manual: &Resolved<'_>, kind: Kind, id: &str, keys: &[&str]) -> Vec<(String, Figure)> {
    let paths = manual.values_of(kind, id).map(|(path, _)| path.to_owned());
    let paths = paths.filter(|path| keys.contains(&path.rsplit('.').next().unwrap_or(path)));
    let mut out = Vec::new();
    for path in paths {
        let found = quantities_at(manual, kind, id, |at| at == path);
        out.extend(found.into_iter().map(|figure| (path.clone(), figure)));
    }
    out
}

fn quantities_at(manual: &Resolved<'_>, kind: Kind, id: &str, wanted: impl Fn(&str) -> bool) -> Vec<Figure> {
    let mut out = Vec::new();
    for (path, value) in manual.values_of(kind, id).filter(|(path, _)| wanted(path)) {
        let Value::Quantity(variant) = value else { continue };
        let alone = variant.single().is_some();
        for value in variant.values() {
            let path = alone.then(|| path.to_owned());
            out.push(Figure { kind, id: id.to_owned(), path, quantity: value.value.clone(), span: value.span });
        }
    }
    out
}

/// The times and shares of some targets.
pub fn of_targets(kind: Kind, id: &str, targets: &[TargetSpec]) -> Vec<Figure> {
    let mut out = Vec::new();
    for spec in targets {
        let mut add = |quantity: Quantity| {
            out.push(Figure { kind, id: id.to_owned(), path: None, quantity, span: spec.span });
        };
        match &spec.target {
            Target::ShareWithin { share, within, .. } => {
                add(Quantity::Percent(share.value.clone()));
                add(Quantity::Duration(*within));
            }
            Target::Share(share) | Target::Coverage { share: Some(share), .. } => {
                add(Quantity::Percent(share.value.clone()))
            }
            Target::Maximum(bound) | Target::Minimum(bound) | Target::Mean(bound) => add(bound.value.clone()),
            Target::Every(duration) => add(Quantity::Duration(*duration)),
            Target::Range(range) => {
                add(range.low.clone());
                add(range.high.clone());
                out.extend(range.as_duration().map(|whole| Figure {
                    kind,
                    id: id.to_owned(),
                    path: None,
                    quantity: Quantity::Duration(whole),
                    span: spec.span,
                }));
            }
            Target::Scores { parts, .. } => {
                parts.iter().for_each(|part| add(Quantity::Percent(part.share.value.clone())))
            }
            Target::BetterThan { baseline: Some(baseline), .. } => add(baseline.clone()),
            Target::Count(_)
            | Target::Ratio { .. }
            | Target::Coverage { share: None, .. }
            | Target::ByDate(_)
            | Target::BetterThan { baseline: None, .. }
            | Target::None { .. } => {}
        }
    }
    out
}

/// The figures of a commitment: its own times, its measure, and that of its indicators.
pub fn of_commitment(manual: &Resolved<'_>, commitment: &Commitment) -> Vec<Figure> {
    let id = commitment.base.id.as_str();
    let mut out = quantities(manual, Kind::Commitments, id, &["within", "by"]);
    out.extend(of_targets(Kind::Commitments, id, commitment.targets.value().map_or(&[], Vec::as_slice)));
    for indicator in indicators_of(manual, commitment) {
        out.extend(of_indicator(indicator));
    }
    out
}

/// The figures by which a commitment is said to customers: its limit, and the measures that are no bound for the worst case. Where it
/// has no limit, its measures are all there is.
pub fn of_promise(manual: &Resolved<'_>, commitment: &Commitment) -> Vec<Figure> {
    let id = commitment.base.id.as_str();
    let own = commitment.targets.value().map_or(&[][..], Vec::as_slice);
    let mut specs: Vec<(Kind, &str, &TargetSpec)> = own.iter().map(|spec| (Kind::Commitments, id, spec)).collect();
    for indicator in indicators_of(manual, commitment) {
        let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        specs.extend(targets.iter().map(|spec| (Kind::Indicators, indicator.base.id.as_str(), spec)));
    }
    let limited = commitment.within.is_some();
    specs.retain(|(_, _, spec)| !(limited && matches!(spec.target, Target::Maximum(_) | Target::Minimum(_))));
    let mut out = quantities(manual, Kind::Commitments, id, &["within"]);
    out.extend(specs.into_iter().flat_map(|(kind, id, spec)| of_targets(kind, id, std::slice::from_ref(spec))));
    out
}

/// The figures of an indicator's targets.
pub fn of_indicator(indicator: &Indicator) -> Vec<Figure> {
    of_targets(Kind::Indicators, &indicator.base.id, indicator.targets.value().map_or(&[], Vec::as_slice))
}

/// The indicators that measure a commitment.
pub fn indicators_of<'m>(manual: &'m Resolved<'_>, commitment: &Commitment) -> Vec<&'m Indicator> {
    commitment.indicators.iter().filter_map(|id| manual.model.indicators.get(&id.value)).collect()
}

/// Whether a commitment says that it holds for a channel.
pub fn applies_to(commitment: &Commitment, channel: &str) -> bool {
    commitment
        .applies_to
        .iter()
        .any(|(dimension, ids)| dimension == "channel" && ids.iter().any(|id| id.value == channel))
}

/// The figures of the answer on a channel: its first response, and the commitments that hold for it.
fn of_channel(manual: &Resolved<'_>, channel: &Channel) -> Vec<Figure> {
    let id = channel.base.id.as_str();
    let mut out = first_response(channel);
    for commitment in manual.model.commitments.iter().filter(|c| applies_to(c, id)) {
        out.extend(of_commitment(manual, commitment));
    }
    let own = channel.first_response.as_ref().and_then(|r| r.indicator.as_ref());
    out.extend(own.and_then(|id| manual.model.indicators.get(&id.value)).map_or_else(Vec::new, of_indicator));
    out
}

/// The figures of the answer on each channel, reckoned once.
pub struct ChannelFigures(HashMap<String, Vec<Figure>>);

impl ChannelFigures {
    pub fn of(manual: &Resolved<'_>) -> Self {
        let channels = manual.model.channels.iter();
        ChannelFigures(channels.map(|channel| (channel.base.id.clone(), of_channel(manual, channel))).collect())
    }

    pub fn get(&self, channel: &str) -> &[Figure] {
        self.0.get(channel).map_or(&[], Vec::as_slice)
    }
}

/// The figures of a channel's first response alone.
pub fn first_response(channel: &Channel) -> Vec<Figure> {
    let targets = channel.first_response.as_ref().map_or(&[][..], |r| r.targets.as_slice());
    of_targets(Kind::Channels, &channel.base.id, targets)
}

/// The figures of what a service promises.
pub fn of_service(manual: &Resolved<'_>, service: &Service) -> Vec<Figure> {
    let ids = service.commitments.value().map_or(&[][..], Vec::as_slice);
    let listed = ids.iter().filter_map(|id| manual.model.commitments.get(&id.value));
    listed.flat_map(|commitment| of_commitment(manual, commitment)).collect()
}

/// Whether any figure is the one that is mentioned, in the same or in other words.
pub fn is_among(mention: &Mention, figures: &[Figure]) -> bool {
    figures.iter().any(|figure| matches!(mention.likeness(&figure.quantity), Likeness::Same | Likeness::Alike))
}

/// Whether the name or the definition of an indicator of a commitment mentions the same.
pub fn is_defined(manual: &Resolved<'_>, commitment: &Commitment, mention: &Mention) -> bool {
    let same = |other: &Mention| {
        let unit = other.unit == mention.unit
            || (other.is_time() && mention.is_time() && other.duration() == mention.duration());
        unit && other.amount == mention.amount
    };
    indicators_of(manual, commitment).into_iter().any(|indicator| {
        let texts = indicator.base().name.iter().chain(&indicator.definition);
        texts.into_iter().any(|text| mentions_in(manual, &text.source).iter().any(same))
    })
}

/// The value of a variant for a service: the row of the service, else what holds for all. None where it differs by other things.
pub fn for_service<'v, T>(variant: &'v Variant<T>, service: Option<&str>) -> Option<&'v crate::span::Spanned<T>> {
    if variant.cases.is_empty() {
        return variant.otherwise.as_ref();
    }
    let [by] = variant.by.as_slice() else { return None };
    if by.value != "service" {
        return None;
    }
    let row = variant.cases.iter().find(|(words, _)| words.first().is_some_and(|w| Some(w.value.as_str()) == service));
    row.map(|(_, value)| value).or(variant.otherwise.as_ref())
}
