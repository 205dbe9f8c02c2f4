//! How much can be served (A8), as written; `staffing` reckons with it.

use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Slot, Variant};
use crate::span::Spanned;
use crate::values::{Decimal, Percent, Quantity, Rate};

#[derive(Debug, Clone)]
pub struct Capacity {
    pub mean: Option<Variant<Rate>>,
    pub peak: Option<Variant<Rate>>,
    pub peak_when: Option<Text>,
    /// Demand by period of the day or year.
    pub by_period: Vec<PeriodDemand>,
    /// Time to serve one case; may be a range or differ by case.
    pub handling_time: Option<Variant<Quantity>>,
    /// Posts open at the same time.
    pub servers: Option<Spanned<Decimal>>,
    /// The role that fills the posts whenever they are open.
    pub staffed_by: Option<Spanned<String>>,
    /// The indicator whose target is about the wait for these posts.
    pub indicator: Option<Spanned<String>>,
    pub places: Option<Variant<Quantity>>,
    pub occupancy_limit: Option<Variant<Percent>>,
    pub backlog_limit: Option<Variant<Quantity>>,
    pub patience: Option<Variant<Quantity>>,
    pub shrinkage: Option<Variant<Percent>>,
    pub note: Option<Text>,
}

/// The demand of a part of the day or year, with the posts that are open then where they differ.
#[derive(Debug, Clone)]
pub struct PeriodDemand {
    pub period: Option<Text>,
    pub demand: Option<Variant<Rate>>,
    pub servers: Option<Spanned<Decimal>>,
}

impl Capacity {
    pub fn read(r: &mut Reader<'_, '_, '_>) -> Capacity {
        // A channel says `arrivals: 48 per hour`; a service says its demand with mean and peak.
        let arrivals = r.rate("arrivals");
        let demand = r.map("demand", |r| {
            let by_period = r.maps("by_period", |r| {
                r.require("period");
                r.require("demand");
                PeriodDemand {
                    period: r.text("period"),
                    demand: r.rate("demand"),
                    servers: r.slot("servers").and_then(Slot::number),
                }
            });
            (r.rate("mean"), r.rate("peak"), r.text("peak_when"), by_period)
        });
        let (mean, peak, peak_when, by_period) = demand.unwrap_or_default();
        Capacity {
            mean: mean.or(arrivals),
            peak,
            peak_when,
            by_period,
            handling_time: r.quantity("handling_time"),
            servers: r.slot("servers").and_then(Slot::number),
            staffed_by: r.reference("staffed_by", Kind::Roles),
            indicator: r.reference("indicator", Kind::Indicators),
            places: r.quantity("places"),
            occupancy_limit: r.percent("occupancy_limit"),
            backlog_limit: r.quantity("backlog_limit"),
            patience: r.quantity("patience"),
            shrinkage: r.percent("shrinkage"),
            note: r.text("note"),
        }
    }
}
