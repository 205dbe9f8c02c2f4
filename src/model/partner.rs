//! Suppliers (A6) and alliances (A7), with the levels agreed with them.

use super::base::Base;
use super::target::{TargetSpec, target_list};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Reader, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Duration, Percent, When};

#[derive(Debug, Clone)]
pub struct Supplier {
    pub base: Base,
    pub supplies: Option<Text>,
    /// A role of ours that deals with them.
    pub contact: Option<Spanned<String>>,
    pub agreed: Option<Agreed>,
    pub lead_time: Option<Variant<Duration>>,
    pub substitute: Option<Text>,
    pub contracts: Vec<Contract>,
    pub services: Vec<Spanned<String>>,
}

#[derive(Debug, Clone)]
pub struct Alliance {
    pub base: Base,
    pub contribution: Option<Text>,
    pub hand_over: Option<Text>,
    pub agreed: Option<Agreed>,
    pub contact: Option<Spanned<String>>,
    pub contracts: Vec<Contract>,
}

/// A level that somebody outside has agreed to.
#[derive(Debug, Clone)]
pub struct Agreed {
    pub availability: Option<Variant<Percent>>,
    pub response: Option<Variant<Duration>>,
    pub resolution: Option<Variant<Duration>>,
    pub targets: Vec<TargetSpec>,
    pub text: Option<Text>,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct Contract {
    pub name: Option<Text>,
    pub number: Option<Spanned<String>>,
    pub from: Option<Spanned<When>>,
    pub until: Option<Spanned<When>>,
    pub extensions: Vec<Extension>,
    pub note: Option<Text>,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct Extension {
    pub until: Option<Spanned<When>>,
    pub note: Option<Text>,
}

impl Contract {
    /// Until when it runs, extensions included, and where that is written.
    pub fn end(&self) -> Option<Spanned<When>> {
        let ends = self.until.iter().chain(self.extensions.iter().filter_map(|e| e.until.as_ref()));
        ends.max_by_key(|w| w.value.end()).cloned()
    }

    fn read(r: &mut Reader<'_, '_, '_>) -> Contract {
        Contract {
            span: r.head(),
            name: r.text("name"),
            number: r.word("number"),
            from: r.date("from"),
            until: r.date("until"),
            extensions: r.maps("extensions", |r| {
                r.require("until");
                Extension { until: r.date("until"), note: r.text("note") }
            }),
            note: r.text("note"),
        }
    }
}

fn agreed(r: &mut Reader<'_, '_, '_>) -> Agreed {
    Agreed {
        span: r.span(),
        availability: r.percent("availability"),
        response: r.duration("response"),
        resolution: r.duration("resolution"),
        targets: r.slot("targets").map_or_else(Vec::new, target_list),
        text: r.text("text"),
    }
}

fn contracts(r: &mut Reader<'_, '_, '_>) -> Vec<Contract> {
    let mut list = r.maps("contract", Contract::read);
    list.extend(r.maps("contracts", Contract::read));
    list
}

impl Supplier {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Supplier {
        Supplier {
            base: Base::read(r, at, "name"),
            supplies: r.text("supplies"),
            contact: r.reference("contact", Kind::Roles),
            agreed: r.map("agreed", agreed),
            lead_time: r.duration("lead_time"),
            substitute: r.text("substitute"),
            contracts: contracts(r),
            services: r.references("services", Kind::Services),
        }
    }
}

impl Alliance {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Alliance {
        Alliance {
            base: Base::read(r, at, "name"),
            contribution: r.text("contribution"),
            hand_over: r.text("hand_over"),
            agreed: r.map("agreed", agreed),
            contact: r.reference("contact", Kind::Roles),
            contracts: contracts(r),
        }
    }
}
