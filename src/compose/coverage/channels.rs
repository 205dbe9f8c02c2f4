//! Channels × what is measured in them.

use super::{Place, State, is_retired, place_of};
use crate::model::channel::{Channel, ChannelKind};
use crate::model::indicator::{Dimension, Indicator, Metric};
use crate::resolve::Resolved;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct ChannelRow {
    pub id: String,
    pub code: Option<String>,
    pub name: String,
    /// Speed, abandonment, first contact, satisfaction, quality, complaints.
    pub metrics: Vec<MetricCell>,
    #[serde(flatten)]
    pub place: Place,
}

/// Complete where an indicator of the channel itself measures it, partial where only one of all channels does.
#[derive(Debug, Clone, Serialize)]
pub struct MetricCell {
    pub metric: &'static str,
    pub state: State,
    /// Ids of the indicators that measure it.
    pub indicators: Vec<String>,
}

pub fn rows(manual: &Resolved<'_>) -> Vec<ChannelRow> {
    let channels = manual.model.channels.iter().filter(|c| !is_retired(&c.base));
    let row = |channel: &Channel| ChannelRow {
        id: channel.base.id.clone(),
        code: channel.base.code.as_ref().map(|c| c.value.clone()),
        name: channel.base.title(),
        metrics: Metric::ALL.iter().map(|(name, metric)| cell(manual, channel, name, *metric)).collect(),
        place: place_of(manual, &channel.base),
    };
    channels.map(row).collect()
}

fn cell(manual: &Resolved<'_>, channel: &Channel, name: &'static str, metric: Metric) -> MetricCell {
    let indicators = manual.model.indicators.iter().filter(|i| !is_retired(&i.base) && measures(i, metric));
    let (own, general): (Vec<&Indicator>, Vec<&Indicator>) =
        indicators.filter(|i| is_of(i, channel) || is_general(i)).partition(|i| is_of(i, channel));
    // The expected first response is a measure of speed by itself.
    let responds = metric == Metric::Speed && channel.first_response.as_ref().is_some_and(|r| !r.targets.is_empty());
    let (state, of) = match (own.is_empty() && !responds, general.is_empty()) {
        (false, _) => (State::Complete, own),
        (true, false) => (State::Partial, general),
        (true, true) if !can_have(channel, metric) => (State::NotApplicable, Vec::new()),
        (true, true) => (State::Missing, Vec::new()),
    };
    MetricCell { metric: name, state, indicators: of.iter().map(|i| i.base.id.clone()).collect() }
}

/// Whether an indicator measures something of a channel: as it says, else as its characteristic of quality tells.
fn measures(indicator: &Indicator, metric: Metric) -> bool {
    if !indicator.metrics.is_empty() {
        return indicator.metrics.iter().any(|m| m.value == metric);
    }
    let told: &[Dimension] = match metric {
        Metric::Speed => &[Dimension::Time, Dimension::Timeliness, Dimension::Responsiveness],
        Metric::Quality => &[Dimension::Courtesy, Dimension::Consistency, Dimension::Accuracy, Dimension::Completeness],
        Metric::Abandonment | Metric::FirstContact | Metric::Satisfaction | Metric::Complaints => &[],
    };
    indicator.dimensions.iter().any(|d| told.contains(&d.value))
}

/// Whether an indicator is about a channel: it says so, a target of it does, or the channel's first response is measured by it.
fn is_of(indicator: &Indicator, channel: &Channel) -> bool {
    let id = &channel.base.id;
    let scoped = || {
        let targets = indicator.targets.value().into_iter().flatten();
        targets.flat_map(|t| &t.scope).any(|(by, word)| by == "channel" && word == id)
    };
    let responds = || {
        let response = channel.first_response.as_ref().and_then(|r| r.indicator.as_ref());
        response.is_some_and(|i| i.value == indicator.base.id)
    };
    indicator.channels.iter().any(|c| c.value == *id) || scoped() || responds()
}

/// Whether an indicator is of the whole organisation. What its characteristic of quality tells is too little for that.
fn is_general(indicator: &Indicator) -> bool {
    indicator.service.is_none() && indicator.channels.is_empty() && !indicator.metrics.is_empty()
}

/// Nobody gives up waiting in what has no queue.
fn can_have(channel: &Channel, metric: Metric) -> bool {
    let queues = channel.kind.as_ref().is_none_or(|kind| match kind.value {
        ChannelKind::FaceToFace | ChannelKind::Telephone | ChannelKind::Chat | ChannelKind::Messaging => true,
        ChannelKind::Email
        | ChannelKind::Web
        | ChannelKind::App
        | ChannelKind::Social
        | ChannelKind::Post
        | ChannelKind::Visit
        | ChannelKind::Box
        | ChannelKind::Terminal => false,
    });
    metric != Metric::Abandonment || queues
}
