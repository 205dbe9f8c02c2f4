//! What a capacity says as numbers to reckon with: the team behind a channel or a service, and when it is open.

use super::Model;
use super::capacity::Capacity;
use super::channel::{Channel, ChannelKind};
use super::service::Service;
use crate::analysis::load::{Station, Week, float, per_hour};
use crate::parse::prose::Text;
use crate::parse::reader::Variant;
use crate::values::{Duration, Hours, Quantity, Rate};

/// A team with what it has to do.
#[derive(Debug, Clone)]
pub struct Staffing {
    pub station: Station,
    /// Cases that arrive in an open hour, on average and at the peak.
    pub mean: Option<f64>,
    pub peak: Option<f64>,
    /// Periods with demand, posts and name of their own.
    pub periods: Vec<Period>,
}

#[derive(Debug, Clone)]
pub struct Period {
    pub name: Option<Text>,
    pub cases: f64,
    pub station: Station,
}

/// What a team reaches at its busiest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Busiest {
    /// Cases that arrive in an hour.
    pub cases: f64,
    pub posts: f64,
    /// Minutes that a case takes.
    pub minutes: f64,
    /// The part of one that is served within the time.
    pub share: f64,
    /// The fewest posts that would serve the part that is asked for.
    pub needed: Option<u32>,
}

impl Staffing {
    /// Whether the wait can be reckoned: whole posts, and some demand.
    pub fn is_reckoned(&self) -> bool {
        self.loads().next().is_some() && self.loads().all(|(station, _)| station.servers.fract() == 0.0)
    }

    /// Posts and demand at the peak and in each period; of an ordinary hour where no peak is given.
    fn loads(&self) -> impl Iterator<Item = (&Station, f64)> {
        let whole = self.peak.or(self.mean).map(|cases| (&self.station, cases));
        whole.into_iter().chain(self.periods.iter().map(|period| (&period.station, period.cases)))
    }

    /// What is reached at the worst of these: how many are served within a time, against a part of one that is asked for.
    pub fn busiest(&self, within: &Duration, asked: f64) -> Option<Busiest> {
        let reached = self.loads().filter_map(|(station, cases)| {
            let hours = station.week.hours_within(within)?;
            // Where more comes in than can be served, and nobody leaves, hardly anybody is served in time.
            let share = station.in_time(cases, hours).map_or(0.0, |then| then.share());
            let needed = station.posts_for(cases, hours, asked, None);
            Some(Busiest { cases, posts: station.servers, minutes: station.handling * 60.0, share, needed })
        });
        reached.min_by(|a, b| a.share.total_cmp(&b.share))
    }
}

impl Capacity {
    /// The team, where handling time and posts are given and do not differ by case.
    pub fn staffing(&self, week: Week) -> Option<Staffing> {
        let handling = single_duration(&self.handling_time)?;
        let patience = match &self.patience {
            Some(_) => Some(single_duration(&self.patience)?),
            None => None,
        };
        let with = |servers| Station::new(handling, servers, patience, week);
        let station = with(self.servers.as_ref()?.value)?;
        let cases = |demand: &Option<Variant<Rate>>| per_hour(demand.as_ref()?.single()?, &week);
        let periods = self.by_period.iter().filter_map(|period| {
            let station = period.servers.as_ref().map_or(Some(station), |servers| with(servers.value))?;
            Some(Period { name: period.period.clone(), cases: cases(&period.demand)?, station })
        });
        Some(Staffing { station, mean: cases(&self.mean), peak: cases(&self.peak), periods: periods.collect() })
    }

    /// Cases that the places given by day, week or month can take in an open hour: appointments, seats of a course.
    pub fn places_per_hour(&self, week: Week) -> Option<f64> {
        match self.places.as_ref()?.single()? {
            Quantity::Rate(places) => per_hour(places, &week),
            Quantity::Duration(_) | Quantity::Percent(_) | Quantity::Money(_) => None,
        }
    }

    /// The number of cases that may be pending, where it is a plain count.
    pub fn most_pending(&self) -> Option<f64> {
        match self.backlog_limit.as_ref()?.single()? {
            Quantity::Rate(limit) if limit.per.is_empty() => float(limit.amount).filter(|limit| *limit > 0.0),
            Quantity::Rate(_) | Quantity::Duration(_) | Quantity::Percent(_) | Quantity::Money(_) => None,
        }
    }
}

/// A length of time that does not differ by case.
pub fn single_duration(value: &Option<Variant<Quantity>>) -> Option<&Duration> {
    match value.as_ref()?.single()? {
        Quantity::Duration(duration) => Some(duration),
        Quantity::Percent(_) | Quantity::Money(_) | Quantity::Rate(_) => None,
    }
}

impl Model {
    /// When a channel is staffed: its own hours, the longest of its sites, or the business hours of its calendar.
    pub fn week_of_channel(&self, channel: &Channel) -> Option<Week> {
        let own = channel.hours.as_ref().map(|h| &h.value);
        own.map_or_else(|| self.week_of_sites(channel), Week::of)
            .or_else(|| Week::of_calendar(&self.calendar_of_channel(channel)))
    }

    /// When a channel is open: its own hours, those of each of its sites, or the business hours of a calendar of its own. None where
    /// it does not say.
    pub fn open_hours(&self, channel: &Channel) -> Option<Vec<Hours>> {
        if let Some(hours) = &channel.hours {
            return Some(vec![hours.value.clone()]);
        }
        let sites = channel.sites.iter().filter_map(|id| self.sites.get(&id.value)).filter(|s| s.base.is_active());
        let of_sites: Option<Vec<Hours>> = sites.map(|site| site.hours.as_ref().map(|h| h.value.clone())).collect();
        let own = || Some(vec![self.own_calendar(&channel.calendar)?.over(&self.manifest.calendar).opening()]);
        of_sites.filter(|hours| !hours.is_empty()).or_else(own)
    }

    fn week_of_sites(&self, channel: &Channel) -> Option<Week> {
        let sites = channel.sites.iter().filter_map(|id| self.sites.get(&id.value));
        longest(sites.filter_map(|site| Week::of(&site.hours.as_ref()?.value)))
    }

    /// When a service is staffed: its own hours, those of its first channel with people behind it, or the business hours.
    pub fn week_of_service(&self, service: &Service) -> Option<Week> {
        let offering = service.offering.value();
        if let Some(hours) = offering.and_then(|o| o.hours.as_ref()).filter(|h| h.value != Hours::Always) {
            return Week::of(&hours.value);
        }
        let channels = offering.into_iter().flat_map(|o| &o.channels).filter_map(|id| self.channels.get(&id.value));
        // A site on the web is open at night, its advisers are not.
        let mut staffed = channels.filter(|c| {
            let by_itself = matches!(c.kind.as_ref().map(|k| k.value), Some(ChannelKind::Web | ChannelKind::App));
            !by_itself && c.hours.as_ref().is_none_or(|h| h.value != Hours::Always)
        });
        staffed.find_map(|channel| self.week_of_channel(channel)).or_else(|| Week::of_calendar(&self.manifest.calendar))
    }
}

fn longest(weeks: impl Iterator<Item = Week>) -> Option<Week> {
    weeks.max_by(|a, b| a.hours.total_cmp(&b.hours))
}
