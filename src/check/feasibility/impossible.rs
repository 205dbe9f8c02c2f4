//! C352: no figure of capacity, stock or cost is one that cannot be (A5, A8, A9).

mod others;

use super::bounds::{is_below, is_over_century, is_over_period};
use super::head;
use crate::check::{Report, Rule, promises};
use crate::diag::{Arg, Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::capacity::Capacity;
use crate::model::people::Role;
use crate::model::service::Cost;
use crate::model::stock::{ResourceKind, ResourceName, ResourceUse, Stock};
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Duration, Percent, Quantity, Rate};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C352",
        name: "impossible-figure",
        severity: Severity::Error,
        message: Text {
            es: "{what} no puede ser {found}: {why}",
            en: "{what} cannot be {found}: {why}",
            pt: "{what} não pode ser {found}: {why}",
        },
        why: Text {
            es: "Con una cifra imposible no se puede calcular nada de lo que depende de ella, y casi siempre es un dígito o un signo de más.",
            en: "With an impossible figure nothing that depends on it can be reckoned, and it is almost always a digit or a sign too many.",
            pt: "Com um número impossível não se pode calcular nada do que depende dele, e quase sempre é um dígito ou um sinal a mais.",
        },
        fix: Text {
            es: "escriba la cifra verdadera o, si no se conoce, quite la clave",
            en: "write the true figure or, if it is not known, remove the key",
            pt: "escreva o número verdadeiro ou, se não for conhecido, tire a chave",
        },
        bad: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: -20 per hour }
#                 ^^^^^^^^^^^^
  handling_time: 0 minutes
#                ^^^^^^^^^
  servers: -3
#          ^^
  occupancy_limit: 120 %
#                  ^^^^^
commitments:
  respuesta: { promise: Respondemos a tiempo., within: 0 minutes }
#                                                      ^^^^^^^^^
resources:
  - { role: jefatura, hours: 450 business hours per week }
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity:
  demand: { mean: 20 per hour }
  handling_time: 4 minutes
  servers: 3
  occupancy_limit: 80 %
commitments:
  respuesta: { promise: Respondemos a tiempo., within: 4 minutes }
resources:
  - { role: jefatura, hours: 45 business hours per week }
"#,
    },
    check,
};

/// Above this a count is a slip of the keyboard: a tenth of mankind.
const MOST: i64 = 1_000_000_000;

/// No team has more posts than this.
const MOST_POSTS: i64 = 100_000;

const NEGATIVE: Text = Text { es: "es menor que cero", en: "it is below zero", pt: "é menor que zero" };
const ZERO: Text =
    Text { es: "tiene que ser más que cero", en: "it has to be more than zero", pt: "tem de ser mais que zero" };
const HALF_A_POST: Text = Text {
    es: "los puestos abiertos a la vez se cuentan enteros: quien atiende media jornada va en `by_period`, en las horas en que está",
    en: "posts that are open at the same time are counted whole: who serves half the day goes in `by_period`, in the hours of being there",
    pt: "os postos abertos ao mesmo tempo contam-se inteiros: quem atende meio expediente vai em `by_period`, nas horas em que está",
};
const HUGE: Text = Text {
    es: "ninguna organización llega a tanto",
    en: "no organisation reaches as much",
    pt: "nenhuma organização chega a tanto",
};
const ABOVE_ALL: Text = Text {
    es: "nadie trabaja más que todo su tiempo",
    en: "nobody works more than all of their time",
    pt: "ninguém trabalha mais que todo o seu tempo",
};
const NOTHING_LEFT: Text = Text {
    es: "no quedaría tiempo para atender",
    en: "no time would be left to serve anybody",
    pt: "não restaria tempo para atender",
};

const NO_TIME: Text = Text {
    es: "le falta la unidad de tiempo, como en `4 minutes`",
    en: "it has no unit of time, as in `4 minutes`",
    pt: "falta a unidade de tempo, como em `4 minutes`",
};
const NO_PERIOD: Text = Text {
    es: "le falta el período, como en `22 per day`",
    en: "it has no period, as in `22 per day`",
    pt: "falta o período, como em `22 per day`",
};
const BELOW_MEAN: Text =
    Text { es: "la punta es menor que la media", en: "the peak is below the mean", pt: "o pico é menor que a média" };

const ALWAYS: Text = Text {
    es: "más que siempre no se puede estar disponible",
    en: "nothing is available more than always",
    pt: "não se pode estar disponível mais que sempre",
};
const OVER_ALL: Text = Text { es: "pasa de 100 %", en: "it is over 100 %", pt: "passa de 100 %" };
const CENTURY: Text =
    Text { es: "son más de cien años", en: "it is over a hundred years", pt: "são mais de cem anos" };
const OVER_PERIOD: Text = Text {
    es: "ese período no tiene tantas horas",
    en: "there are not so many hours in that period",
    pt: "esse período não tem tantas horas",
};
const OVER_TEAM: Text = Text {
    es: "los puestos que lo atienden no tienen tantas personas (`count`)",
    en: "the roles that serve it do not have so many people (`count`)",
    pt: "os cargos que o atendem não têm tantas pessoas (`count`)",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    for service in model.services.iter().filter(|s| s.base.is_active()) {
        let mut place = Place { manual, report, subject: service.base.subject() };
        service.capacity.value().into_iter().for_each(|c| place.capacity(c));
        service.cost.value().into_iter().for_each(|c| place.cost(c));
        service.inventory.value().into_iter().flatten().for_each(|i| place.stock(&i.stock));
        let resources = service.resources.value().map_or(&[][..], Vec::as_slice);
        resources.iter().for_each(|used| place.hours("hours", &used.hours));
        service.capacity.value().into_iter().for_each(|c| place.team(c, resources));
    }
    for channel in model.channels.iter().filter(|c| c.base.is_active()) {
        let mut place = Place { manual, report, subject: channel.base.subject() };
        channel.capacity.iter().for_each(|c| place.capacity(c));
        channel.capacity.iter().for_each(|c| place.team(c, &[]));
    }
    for item in model.inventory.iter().filter(|i| i.base.is_active()) {
        Place { manual, report, subject: item.base.subject() }.stock(&item.stock);
    }
    let suppliers = model.suppliers.iter().map(|s| (&s.base, s.agreed.as_ref()));
    let alliances = model.alliances.iter().map(|a| (&a.base, a.agreed.as_ref()));
    for (base, agreed) in suppliers.chain(alliances).filter(|(base, _)| base.is_active()) {
        let Some(agreed) = agreed else { continue };
        let mut place = Place { manual, report, subject: base.subject() };
        place.each("availability", &agreed.availability, Sense::Whole, percent);
        place.each("response", &agreed.response, Sense::Amount, |d: &Duration| Some(d.amount));
    }
    for commitment in promises::commitments(manual) {
        Place { manual, report, subject: commitment.base.subject() }.term("within", &commitment.within);
    }
    for procedure in model.complaints.iter().filter(|p| p.base.is_active()) {
        let mut place = Place { manual, report, subject: procedure.base.subject() };
        for kind in &procedure.types {
            place.term("answer_within", &kind.answer_within);
            place.term("first_answer", &kind.first_answer);
        }
        for severity in &procedure.severity {
            place.term("answer_within", &severity.answer_within);
            place.term("first_answer", &severity.first_answer);
        }
    }
    for role in model.roles.iter().filter(|r| r.base.is_active()) {
        Place { manual, report, subject: role.base.subject() }.role(role);
    }
    others::check(manual, report);
}

/// What has to hold of a figure.
#[derive(Clone, Copy)]
enum Sense {
    /// Zero or more, within reason.
    Amount,
    /// Nothing or more: a thousand millions are a house in some currencies, and the reader takes twelve figures at most.
    Money,
    /// More than zero, within reason.
    Positive,
    /// More than zero and few enough to stand side by side.
    Posts,
    /// More than nothing and at most all.
    Limit,
    /// Nothing or more, and at most all.
    Whole,
    /// Nothing or more, and at most all of those there are.
    Share,
    /// Nothing or more, and less than all.
    Part,
}

impl Sense {
    fn fault(self, value: Decimal) -> Option<Text> {
        let most = match self {
            Sense::Posts => MOST_POSTS,
            Sense::Money
            | Sense::Amount
            | Sense::Positive
            | Sense::Limit
            | Sense::Whole
            | Sense::Share
            | Sense::Part => MOST,
        };
        match self {
            _ if value.is_sign_negative() && !value.is_zero() => Some(NEGATIVE),
            Sense::Positive | Sense::Posts | Sense::Limit if value.is_zero() => Some(ZERO),
            Sense::Limit if value > Decimal::ONE_HUNDRED => Some(ABOVE_ALL),
            Sense::Whole if value > Decimal::ONE_HUNDRED => Some(ALWAYS),
            Sense::Share if value > Decimal::ONE_HUNDRED => Some(OVER_ALL),
            Sense::Part if value >= Decimal::ONE_HUNDRED => Some(NOTHING_LEFT),
            Sense::Money => None,
            _ => (value > Decimal::from(most)).then_some(HUGE),
        }
    }
}

struct Place<'a, 'r, 'm, 'p> {
    manual: &'m Resolved<'p>,
    report: &'a mut Report<'r>,
    subject: String,
}

impl Place<'_, '_, '_, '_> {
    fn tell(&mut self, what: &'static str, value: Decimal, span: Span, sense: Sense) {
        if let Some(why) = sense.fault(value) {
            self.say(what, span, why);
        }
    }

    fn say(&mut self, what: &'static str, span: Span, why: Text) {
        self.say_as(Severity::Error, what, span, why);
    }

    fn say_as(&mut self, severity: Severity, what: &'static str, span: Span, why: Text) {
        let span = head(self.manual, span);
        let found = self.manual.sources.text(span);
        self.report.at(span, &self.subject, |finding| {
            let finding = Diagnostic { severity, ..finding };
            finding.arg("what", format!("`{what}`")).arg("found", found).arg("why", Arg::Words(why))
        });
    }

    fn each<T>(
        &mut self,
        what: &'static str,
        variant: &Option<Variant<T>>,
        sense: Sense,
        value: impl Fn(&T) -> Option<Decimal>,
    ) {
        for written in variant.iter().flat_map(Variant::values) {
            if let Some(number) = value(&written.value) {
                self.tell(what, number, written.span, sense);
            }
        }
    }

    /// A time that is promised: some time, and one that a customer lives to see.
    fn term(&mut self, what: &'static str, within: &Option<Variant<Duration>>) {
        for written in within.iter().flat_map(Variant::values) {
            match is_over_century(&written.value) {
                true => self.say(what, written.span, CENTURY),
                false => self.tell(what, written.value.amount, written.span, Sense::Positive),
            }
        }
    }

    /// Hours of work in a period that has fewer hours.
    fn hours(&mut self, what: &'static str, hours: &Option<Variant<Quantity>>) {
        for written in hours.iter().flat_map(Variant::values) {
            if let Quantity::Rate(rate) = &written.value
                && is_over_period(rate)
            {
                self.say(what, written.span, OVER_PERIOD);
            }
        }
    }

    /// Posts that are open at once against the people of the role that fills them, or of all the roles that the service uses.
    fn team(&mut self, capacity: &Capacity, resources: &[ResourceUse]) {
        let role =
            |id: &Spanned<String>| self.manual.model.roles.get(&id.value)?.count.as_ref().map(|count| count.value);
        let used = resources.iter().filter_map(|used| match &used.what {
            ResourceName::Role(id) => Some(id),
            ResourceName::Resource(_) | ResourceName::Words(_) | ResourceName::Nothing => None,
        });
        let ids: Vec<&Spanned<String>> = match &capacity.staffed_by {
            Some(id) => vec![id],
            None => used.collect(),
        };
        // Things that serve by themselves have no people behind each of them.
        let things =
            capacity.staffed_by.is_none() && resources.iter().any(|used| used.kind == Some(ResourceKind::Equipment));
        let counts: Option<Vec<Decimal>> = ids.iter().map(|id| role(id)).collect();
        // A count below zero is told where it stands.
        let counts = counts.filter(|c| !c.is_empty() && !things && c.iter().all(|count| !count.is_sign_negative()));
        let (Some(servers), Some(counts)) = (&capacity.servers, counts) else { return };
        let people = counts.iter().fold(Decimal::ZERO, |sum, count| sum.saturating_add(*count));
        if servers.value > people && !people.is_zero() && servers.value <= Decimal::from(MOST_POSTS) {
            self.say("servers", servers.span, OVER_TEAM);
        }
    }

    fn capacity(&mut self, capacity: &Capacity) {
        let rate = |r: &Rate| Some(r.amount);
        self.each("mean", &capacity.mean, Sense::Positive, rate);
        self.each("peak", &capacity.peak, Sense::Positive, rate);
        for period in &capacity.by_period {
            self.each("demand", &period.demand, Sense::Amount, rate);
            period.servers.iter().for_each(|n| self.posts(n));
        }
        for (what, time) in [("handling_time", &capacity.handling_time), ("patience", &capacity.patience)] {
            self.each(what, time, Sense::Positive, length);
            for written in time.iter().flat_map(Variant::values).filter(|written| length(&written.value).is_none()) {
                self.say(what, written.span, NO_TIME);
            }
        }
        self.demand(capacity);
        capacity.servers.iter().for_each(|n| self.posts(n));
        self.each("places", &capacity.places, Sense::Amount, amount);
        self.each("backlog_limit", &capacity.backlog_limit, Sense::Amount, amount);
        self.each("occupancy_limit", &capacity.occupancy_limit, Sense::Limit, percent);
        self.each("shrinkage", &capacity.shrinkage, Sense::Part, percent);
    }

    fn posts(&mut self, servers: &Spanned<Decimal>) {
        match servers.value.is_integer() {
            true => self.tell("servers", servers.value, servers.span, Sense::Posts),
            false => self.say_as(Severity::Warning, "servers", servers.span, HALF_A_POST),
        }
    }

    /// The mean and the peak of the demand: each of some period, and the peak no less than the mean.
    fn demand(&mut self, capacity: &Capacity) {
        for (what, rate) in [("mean", &capacity.mean), ("peak", &capacity.peak)] {
            for written in rate.iter().flat_map(Variant::values).filter(|written| written.value.per.is_empty()) {
                self.say(what, written.span, NO_PERIOD);
            }
        }
        let single = |rate: &Option<Variant<Rate>>| {
            rate.as_ref().and_then(|r| r.otherwise.clone().filter(|_| r.cases.is_empty()))
        };
        if let (Some(mean), Some(peak)) = (single(&capacity.mean), single(&capacity.peak))
            && mean.value.unit == peak.value.unit
            && is_below(&peak.value, &mean.value)
        {
            self.say("peak", peak.span, BELOW_MEAN);
        }
    }

    fn stock(&mut self, stock: &Stock) {
        let rate = |r: &Rate| Some(r.amount);
        for (what, value) in [
            ("stock", &stock.stock),
            ("minimum", &stock.minimum),
            ("reorder_point", &stock.reorder_point),
            ("safety_stock", &stock.safety_stock),
        ] {
            self.each(what, value, Sense::Amount, rate);
        }
        self.each("daily_use", &stock.daily_use, Sense::Positive, rate);
        self.each("lead_time", &stock.lead_time, Sense::Amount, |d: &Duration| Some(d.amount));
        self.each("unit_cost", &stock.unit_cost, Sense::Money, |m| Some(m.amount));
    }

    fn cost(&mut self, cost: &Cost) {
        for item in cost.items.iter().filter_map(|item| item.amount.as_ref()) {
            self.tell("amount", item.value.amount, item.span, Sense::Money);
        }
        for (what, money) in [("unit_cost", &cost.unit_cost), ("price", &cost.price)] {
            money.iter().for_each(|m| self.tell(what, m.value.amount, m.span, Sense::Money));
        }
        // A price may cover more than its cost, and a margin may be negative.
        cost.price_covers.iter().for_each(|p| self.tell("price_covers", p.value.value, p.span, Sense::Amount));
    }

    fn role(&mut self, role: &Role) {
        role.count.iter().for_each(|n| self.tell("count", n.value, n.span, Sense::Positive));
        self.each("paid_hours", &role.paid_hours, Sense::Positive, |r: &Rate| Some(r.amount));
        for written in role.paid_hours.iter().flat_map(Variant::values).filter(|written| is_over_period(&written.value))
        {
            self.say("paid_hours", written.span, OVER_PERIOD);
        }
        self.each("shrinkage", &role.shrinkage, Sense::Part, percent);
    }
}

fn percent(value: &Percent) -> Option<Decimal> {
    Some(value.value)
}

fn length(value: &Quantity) -> Option<Decimal> {
    match value {
        Quantity::Duration(duration) => Some(duration.amount),
        Quantity::Percent(_) | Quantity::Money(_) | Quantity::Rate(_) => None,
    }
}

fn amount(value: &Quantity) -> Option<Decimal> {
    match value {
        Quantity::Rate(rate) => Some(rate.amount),
        Quantity::Duration(_) | Quantity::Percent(_) | Quantity::Money(_) => None,
    }
}
