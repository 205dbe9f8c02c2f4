//! C336: business time is counted on a calendar whose holidays are known (C5).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::calendar::{CalendarChoice, CalendarPlaces};
use crate::parse::reader::{Value, Variant};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Calendar, HolidayRule, Quantity, Target, is_whole, known_years};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C336",
        name: "holidays-unknown",
        severity: Severity::Warning,
        message: Text {
            es: "{problem}; los plazos en días u horas hábiles se cuentan sin ellos",
            en: "{problem}; times in business days or hours are counted without them",
            pt: "{problem}; os prazos em dias ou horas úteis são contados sem eles",
        },
        why: Text {
            es: "Un plazo de días hábiles dura más cuando hay feriados. Sin el calendario, el manual promete plazos que en esas semanas no se cumplen.",
            en: "A time in business days lasts longer over holidays. Without the calendar, the manual promises times that are not kept in those weeks.",
            pt: "Um prazo em dias úteis dura mais quando há feriados. Sem o calendário, o manual promete prazos que nessas semanas não se cumprem.",
        },
        fix: Text {
            es: "escriba los feriados que faltan: `holidays: { territory: {territory}, years: [{year}], dates: [{year}-12-25, 05-01] }`",
            en: "write the missing holidays: `holidays: { territory: {territory}, years: [{year}], dates: [{year}-12-25, 05-01] }`",
            pt: "escreva os feriados que faltam: `holidays: { territory: {territory}, years: [{year}], dates: [{year}-12-25, 05-01] }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendar:
  holidays: { territory: PE, years: [2026, 1999] }
#                                          ^^^^
calendars:
  madrid: { holidays: { territory: PE, years: [2026, 1998] } }
#                                                    ^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendar:
  holidays: { territory: PE, years: [2026, 2027] }
calendars:
  lima: { business_days: mon..sat, holidays: { territory: PE, years: [2026] } }
"#,
    },
    check,
};

const NO_YEAR: Text = Text {
    es: "no hay datos de los feriados de {name}",
    en: "there is no record of the holidays of {name}",
    pt: "não há dados dos feriados de {name}",
};
const NO_TERRITORY: Text = Text {
    es: "no hay datos de los feriados de {name}, de ningún año",
    en: "there is no record of the holidays of {name}, in any year",
    pt: "não há dados dos feriados de {name}, de nenhum ano",
};
const NO_REGION: Text = Text {
    es: "de {name} solo constan los feriados nacionales; faltan los suyos propios",
    en: "of {name} only the national holidays are on record; its own are missing",
    pt: "de {name} constam só os feriados nacionais; faltam os seus próprios",
};
const ENDED: Text = Text {
    es: "el calendario de feriados termina en {name}",
    en: "the calendar of holidays ends in {name}",
    pt: "o calendário de feriados termina em {name}",
};
const SHORT: Text = Text {
    es: "el calendario de feriados llega hasta {name} y el manual vale hasta su revisión de {year}",
    en: "the calendar of holidays reaches to {name} and the manual holds until its review in {year}",
    pt: "o calendário de feriados vai até {name} e o manual vale até sua revisão em {year}",
};
const NONE: Text = Text {
    es: "el calendario no tiene feriados",
    en: "the calendar has no holidays",
    pt: "o calendário não tem feriados",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let manifest = &model.manifest;
    let (calendar, places) = (&manifest.calendar, &manifest.calendar_places);
    // Until the manual is reviewed its times are promised as they stand.
    let review = manifest.document.review_by.as_ref();
    let until = review.filter(|_| first_business_time(manual).is_some()).map(|review| review.value.end().year());
    if calendar.territory.is_some() {
        of_territory(report, calendar, places, manifest.span);
        if let Some(last) = places.years.iter().max_by_key(|year| year.value)
            && let Some(until) = until.filter(|until| *until > last.value && last.value >= report.today.year())
        {
            let territory = calendar.territory.as_deref().unwrap_or_default();
            let args = vec![("name", last.value.to_string().into()), ("year", until.to_string().into())];
            tell(report, last.span, Arg::Phrase(SHORT, args), territory, until);
        }
    } else if calendar.holidays.is_empty()
        && let Some(used) = first_business_time(manual)
    {
        // Who lists holidays by hand knows them; who lists none may have no use for them.
        let year = report.today.year();
        tell(report, places.span.unwrap_or(used), NONE.into(), &own_territory(manual), year);
    }
    let of_channels = model.channels.iter().map(|channel| &channel.calendar);
    let of_sites = model.sites.iter().map(|site| &site.calendar);
    let in_place = of_channels.chain(of_sites).filter_map(|choice| match choice {
        Some(CalendarChoice::Own(own)) => Some(own.as_ref()),
        Some(CalendarChoice::Named(_)) | None => None,
    });
    for own in manifest.calendars.iter().map(|(_, own)| own).chain(in_place).filter(|own| own.names_holidays()) {
        of_territory(report, &own.over(calendar), &own.places, own.places.span.unwrap_or(manifest.span));
    }
}

/// The country of the manual, by how its language is written there or else by its money: the first letters of a currency are those
/// of its country.
fn own_territory(manual: &Resolved<'_>) -> String {
    let region = manual.locale.region_code();
    let money =
        manual.model.manifest.currency.as_ref().and_then(|money| money.value.get(..2)).filter(|code| *code != "EU");
    match (region, money) {
        ("", Some(code)) => code.to_owned(),
        ("", None) => "ES".to_owned(),
        (region, _) => region.to_owned(),
    }
}

/// The holidays of a territory, where a calendar names one.
fn of_territory(report: &mut Report<'_>, calendar: &Calendar, places: &CalendarPlaces, span: Span) {
    let Some(named) = calendar.territory.as_deref() else { return };
    let this_year = report.today.year();
    let at = places.territory.unwrap_or(span);
    if known_years(named).is_none() && calendar.holidays.is_empty() {
        tell(report, at, Arg::named(NO_TERRITORY, named), named, this_year);
        return;
    }
    for year in places.years.iter().filter(|year| calendar.unknown_years.contains(&year.value)) {
        tell(report, year.span, Arg::named(NO_YEAR, format!("{named} {}", year.value)), named, year.value);
    }
    // A calendar whose years have passed is counted on without holidays.
    if let Some(last) = places.years.iter().max_by_key(|year| year.value).filter(|last| last.value < this_year) {
        tell(report, last.span, Arg::named(ENDED, last.value.to_string()), named, this_year);
    }
    let own_dates = |year: Option<i16>| calendar.holidays.iter().any(|rule| is_own(rule, calendar, named, year));
    // Where no year of the region is on record, the author's dates of any year show that the matter is known.
    let recorded = known_years(named).is_some_and(|mut years| years.any(|year| is_whole(named, year)));
    if !recorded {
        if known_years(named).is_some() && !is_whole(named, this_year) && !own_dates(None) {
            tell(report, at, Arg::named(NO_REGION, named), named, this_year);
        }
        return;
    }
    for year in &places.years {
        let national = calendar.holiday_years.contains(&year.value) && !is_whole(named, year.value);
        if national && !own_dates(Some(year.value)) {
            tell(report, year.span, Arg::named(NO_REGION, format!("{named} {}", year.value)), named, year.value);
        }
    }
}

fn tell(report: &mut Report<'_>, at: Span, problem: Arg, territory: &str, year: i16) {
    report.at(at, "", |finding| {
        finding.arg("problem", problem).arg("territory", territory).arg("year", year.to_string())
    });
}

/// Whether a holiday, of a year where one is asked for, is one that the author added to those of the territory.
fn is_own(rule: &HolidayRule, calendar: &Calendar, territory: &str, in_year: Option<i16>) -> bool {
    let known = |year: &i16| crate::values::holidays(territory, *year).unwrap_or_default();
    match rule {
        HolidayRule::Yearly(_) => true,
        HolidayRule::Date(date) => {
            in_year.is_none_or(|year| date.year() == year)
                && !calendar.holiday_years.iter().any(|year| known(year).contains(date))
        }
    }
}

/// Where the manual first promises a time in business days or hours.
fn first_business_time(manual: &Resolved<'_>) -> Option<crate::span::Span> {
    let is_business = |quantity: &Quantity| matches!(quantity, Quantity::Duration(d) if d.is_business());
    for commitment in super::commitments(manual) {
        let within = manual.value(crate::parse::kind::Kind::Commitments, &commitment.base.id, "within");
        let Some(Value::Quantity(within)) = within else { continue };
        let Variant { cases, otherwise, .. } = within.as_ref();
        let values = cases.iter().map(|(_, value)| value).chain(otherwise);
        if let Some(value) = values.into_iter().find(|value| is_business(&value.value)) {
            return Some(value.span);
        }
    }
    super::indicators(manual).find_map(|indicator| {
        let business = |target: &Target| matches!(target, Target::ShareWithin { within, .. } if within.is_business());
        let specs = indicator.targets.value()?;
        specs.iter().find(|spec| business(&spec.target)).map(|_| indicator.base().span)
    })
}
