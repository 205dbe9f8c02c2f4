//! How much can be served (A8).

use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Variant};
use crate::span::Spanned;
use crate::values::{Decimal, Percent, Quantity, Rate, parse_number};

#[derive(Debug, Clone)]
pub struct Capacity {
    pub mean: Option<Variant<Rate>>,
    pub peak: Option<Variant<Rate>>,
    pub peak_when: Option<Text>,
    /// Demand by period of the day or year.
    pub by_period: Vec<(Option<Text>, Option<Variant<Rate>>)>,
    /// Time to serve one case; may be a range or differ by case.
    pub handling_time: Option<Variant<Quantity>>,
    pub servers: Option<Spanned<Decimal>>,
    pub places: Option<Variant<Quantity>>,
    pub occupancy_limit: Option<Variant<Percent>>,
    pub backlog_limit: Option<Variant<Quantity>>,
    pub patience: Option<Variant<Quantity>>,
    pub shrinkage: Option<Variant<Percent>>,
    pub note: Option<Text>,
}

impl Capacity {
    pub fn read(r: &mut Reader<'_, '_, '_>) -> Capacity {
        // A channel says `arrivals: 48 per hour`; a service says its demand with mean and peak.
        let arrivals = r.rate("arrivals");
        let demand = r.map("demand", |r| {
            let by_period = r.maps("by_period", |r| {
                r.require("period");
                r.require("demand");
                (r.text("period"), r.rate("demand"))
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
            servers: r.slot("servers").and_then(|s| s.parsed(parse_number)),
            places: r.quantity("places"),
            occupancy_limit: r.percent("occupancy_limit"),
            backlog_limit: r.quantity("backlog_limit"),
            patience: r.quantity("patience"),
            shrinkage: r.percent("shrinkage"),
            note: r.text("note"),
        }
    }
}
