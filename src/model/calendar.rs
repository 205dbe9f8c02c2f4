//! Calendars: that of the organisation, and those that a channel or a site has of its own (C5, C6).

use super::Model;
use super::channel::{Channel, Site};
use super::commitment::Commitment;
use crate::lang::Text as Words;
use crate::parse::reader::trace::Form;
use crate::parse::reader::{Reader, Slot, Value};
use crate::span::{Span, Spanned};
use crate::values::{Calendar, HolidayRule, TimeRange, Weekdays, WorkingDay, is_zone};
use std::borrow::Cow;

/// Where a calendar and its holidays are written.
#[derive(Debug, Clone, Default)]
pub struct CalendarPlaces {
    pub span: Option<Span>,
    pub territory: Option<Span>,
    pub years: Vec<Spanned<i16>>,
    pub business_hours: Option<Spanned<WorkingDay>>,
    /// The holidays that the author lists beside those of the territory.
    pub dates: Vec<HolidayRule>,
}

/// A calendar as it is written: what it does not say is as in the calendar of the organisation.
#[derive(Debug, Clone)]
pub struct OwnCalendar {
    written: Calendar,
    pub places: CalendarPlaces,
    has_days: bool,
    has_hours: bool,
    has_holidays: bool,
}

/// The calendar of a channel or a site: one of `calendars`, or one written in place.
#[derive(Debug, Clone)]
pub enum CalendarChoice {
    Named(Spanned<String>),
    Own(Box<OwnCalendar>),
}

const TERRITORY: Words = Words {
    es: "el código de un país o región",
    en: "the code of a country or region",
    pt: "o código de um país ou região",
};
const TIMEZONE: Words = Words {
    es: "una zona horaria, con su continente y su ciudad",
    en: "a time zone, with its continent and city",
    pt: "um fuso horário, com seu continente e sua cidade",
};

/// `UTC`, or a name with a slash between two parts.
const TIMEZONE_FORM: Form = Form { example: "America/Lima", pattern: "^(?:UTC|[^/ ]+/[^ ]+)$" };
const TERRITORY_FORM: Form = Form { example: "PE", pattern: "^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$" };

impl OwnCalendar {
    pub fn read(r: &mut Reader<'_, '_, '_>) -> OwnCalendar {
        let mut places = CalendarPlaces { span: Some(r.head()), ..CalendarPlaces::default() };
        let mut written = Calendar { timezone: timezone(r), ..Calendar::default() };
        let days = r.many("business_days", |s| s.parsed(Weekdays::parse));
        let has_days = !days.is_empty();
        if has_days {
            written.business_days = [false; 7];
            for day in days {
                for (i, flag) in day.value.flags().into_iter().enumerate() {
                    written.business_days[i] |= flag;
                }
            }
        }
        let hours = r.slot("business_hours").and_then(working_day);
        if let Some(hours) = &hours {
            written.business_hours = hours.value.clone();
            r.record("business_hours", Value::TimeRanges(hours.value.spans().to_vec()));
            places.business_hours = Some(hours.clone());
        }
        let holidays = r.slot("holidays");
        let has_holidays = holidays.is_some();
        if let Some(slot) = holidays {
            if slot.is_map() {
                slot.map(|r| {
                    let territory = r.slot("territory").and_then(|s| s.formed(TERRITORY, TERRITORY_FORM, is_territory));
                    places.territory = territory.as_ref().map(|w| w.span);
                    written.territory = territory.map(|w| w.value);
                    places.years = r.many("years", |s| s.parsed(Calendar::parse_year));
                    let dates = r.many("dates", |s| s.parsed(HolidayRule::parse));
                    places.dates = dates.into_iter().map(|d| d.value).collect();
                    written.holidays = places.dates.clone();
                    written.keep_holidays_of(&places.years.iter().map(|y| y.value).collect::<Vec<_>>());
                });
            } else {
                places.dates = slot.many(|s| s.parsed(HolidayRule::parse)).into_iter().map(|d| d.value).collect();
                written.holidays = places.dates.clone();
            }
        }
        OwnCalendar { written, places, has_days, has_hours: hours.is_some(), has_holidays }
    }

    /// The calendar by itself, for the organisation's.
    pub fn alone(self) -> (Calendar, CalendarPlaces) {
        (self.written, self.places)
    }

    /// Whether it has holidays of its own, or says that there are none.
    pub fn names_holidays(&self) -> bool {
        self.has_holidays
    }

    /// The calendar, with what it leaves out from another.
    pub fn over(&self, other: &Calendar) -> Calendar {
        let own = self.written.clone();
        let from = if self.has_holidays { own.clone() } else { other.clone() };
        Calendar {
            timezone: own.timezone.or_else(|| other.timezone.clone()),
            business_days: if self.has_days { own.business_days } else { other.business_days },
            business_hours: if self.has_hours { own.business_hours } else { other.business_hours.clone() },
            ..from
        }
    }
}

/// The hours of a working day: one text with one or more spans, or a list of them.
fn working_day(mut slot: Slot<'_, '_, '_>) -> Option<Spanned<WorkingDay>> {
    let (span, path) = (slot.span(), slot.path().to_owned());
    let days = slot.again().many(|s| s.parsed(WorkingDay::parse));
    let spans: Vec<TimeRange> = days.into_iter().flat_map(|day| day.value.spans().to_vec()).collect();
    match WorkingDay::of(spans) {
        Ok(value) => Some(Spanned { value, span }),
        Err(crate::values::ValueError::Expected { .. }) => None,
        Err(error) => {
            let finding = crate::parse::value_error(&error, span, "");
            slot.context().report(finding);
            slot.context().fail(&path);
            None
        }
    }
}

fn timezone(r: &mut Reader<'_, '_, '_>) -> Option<String> {
    r.slot("timezone")?.formed(TIMEZONE, TIMEZONE_FORM, is_zone).map(|w| w.value)
}

/// `PE`, `ES-MD`.
fn is_territory(text: &str) -> bool {
    let (country, region) = text.split_once('-').unwrap_or((text, "X"));
    let capital = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let letters = country.bytes().all(|b| b.is_ascii_uppercase());
    country.len() == 2 && letters && (1..=3).contains(&region.len()) && capital(region)
}

/// The calendar of an entry: a name, or a mapping.
pub(super) fn choice(r: &mut Reader<'_, '_, '_>) -> Option<CalendarChoice> {
    let slot = r.slot("calendar")?;
    if slot.is_map() {
        return slot.map(|r| CalendarChoice::Own(Box::new(OwnCalendar::read(r))));
    }
    slot.word().map(CalendarChoice::Named)
}

/// A calendar of the manifest with its name.
pub(super) fn named(id: Spanned<String>, slot: Slot<'_, '_, '_>) -> Option<(Spanned<String>, OwnCalendar)> {
    slot.map(|r| (id, OwnCalendar::read(r)))
}

impl Model {
    /// What a channel or a site says of its calendar; none where the name is unknown.
    pub fn own_calendar<'c>(&'c self, choice: &'c Option<CalendarChoice>) -> Option<&'c OwnCalendar> {
        match choice.as_ref()? {
            CalendarChoice::Own(own) => Some(own),
            CalendarChoice::Named(name) => {
                self.manifest.calendars.iter().find(|(id, _)| id.value == name.value).map(|(_, own)| own)
            }
        }
    }

    /// The calendar by which a site works: its own, else the organisation's.
    pub fn calendar_of_site(&self, site: &Site) -> Cow<'_, Calendar> {
        self.over(self.own_calendar(&site.calendar))
    }

    /// The calendar by which a channel works: its own, that which all its sites share, else the organisation's.
    pub fn calendar_of_channel(&self, channel: &Channel) -> Cow<'_, Calendar> {
        if let Some(own) = self.own_calendar(&channel.calendar) {
            return self.over(Some(own));
        }
        let sites = channel.sites.iter().filter_map(|id| self.sites.get(&id.value));
        self.shared(sites.map(|site| self.calendar_of_site(site)))
    }

    fn over(&self, own: Option<&OwnCalendar>) -> Cow<'_, Calendar> {
        let whole = &self.manifest.calendar;
        own.map_or(Cow::Borrowed(whole), |own| Cow::Owned(own.over(whole)))
    }

    /// The calendar by which the time of a commitment runs: that which all channels and sites share for which it holds, else the
    /// organisation's.
    pub fn calendar_of_commitment(&self, commitment: &Commitment) -> Cow<'_, Calendar> {
        let places =
            commitment.applies_to.iter().flat_map(|(dimension, ids)| ids.iter().map(move |id| (dimension, id)));
        self.shared(places.filter_map(|(dimension, id)| match dimension.as_str() {
            "channel" => self.channels.get(&id.value).map(|channel| self.calendar_of_channel(channel)),
            "site" => self.sites.get(&id.value).map(|site| self.calendar_of_site(site)),
            _ => None,
        }))
    }

    /// The one calendar of several places; where they differ nobody knows which holds, and the organisation's does.
    fn shared<'m>(&'m self, mut calendars: impl Iterator<Item = Cow<'m, Calendar>>) -> Cow<'m, Calendar> {
        match calendars.next() {
            Some(first) if calendars.all(|other| other == first) => first,
            _ => Cow::Borrowed(&self.manifest.calendar),
        }
    }
}
