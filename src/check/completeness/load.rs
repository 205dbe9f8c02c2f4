//! A127: a capacity says the demand, on ordinary days and at the peak, what a case takes and how many serve at once (A8).

use crate::check::{Lack, Report, Rule, nowhere, report_parts, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::capacity::Capacity;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A127",
        name: "capacity-incomplete",
        severity: Severity::Note,
        message: Text {
            es: "en la capacidad falta decir {parts}: {names}",
            en: "the capacity does not say {parts}: {names}",
            pt: "na capacidade falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Con la demanda, su punta, lo que dura un caso y los puestos se sabe de antemano qué día no alcanzan las manos.",
            en: "The demand, its peak, the length of a case and the posts tell beforehand on which day there are too few hands.",
            pt: "Com a demanda, seu pico, o que dura um caso e os postos se sabe de antemão em que dia faltam mãos.",
        },
        fix: Text {
            es: "complete la capacidad: `demand: { mean: 22 per day, peak: 40 per day }`, `handling_time: 8 minutes`, `servers: 2`, `occupancy_limit: 85 %`, `backlog_limit: 12`",
            en: "complete the capacity: `demand: { mean: 22 per day, peak: 40 per day }`, `handling_time: 8 minutes`, `servers: 2`, `occupancy_limit: 85 %`, `backlog_limit: 12`",
            pt: "complete a capacidade: `demand: { mean: 22 per day, peak: 40 per day }`, `handling_time: 8 minutes`, `servers: 2`, `occupancy_limit: 85 %`, `backlog_limit: 12`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
capacity: { demand: { mean: 22 per day }, handling_time: 8 minutes }
"#,
        good: r#"code: EJ-01
name: Ejemplo
capacity: { demand: { mean: 22 per day, peak: 40 per day }, handling_time: 8 minutes, servers: 2 }
"#,
    },
    check,
};

const MEAN: Text = Text { es: "la demanda media", en: "the mean demand", pt: "a demanda média" };
const PEAK: Text = Text { es: "la demanda en la punta", en: "the demand at the peak", pt: "a demanda no pico" };
const HANDLING: Text = Text { es: "cuánto dura un caso", en: "how long a case takes", pt: "quanto dura um caso" };
const SERVERS: Text =
    Text { es: "cuántos atienden a la vez", en: "how many serve at once", pt: "quantos atendem ao mesmo tempo" };
const OCCUPANCY: Text =
    Text { es: "el límite de ocupación", en: "the limit of occupancy", pt: "o limite de ocupação" };
const BACKLOG: Text = Text {
    es: "cuántos pueden esperar como máximo",
    en: "how many may wait at most",
    pt: "quantos podem esperar no máximo",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let services = super::services(manual).filter(|service| service.base.is_active());
    let services = services.filter_map(|service| Some((&service.base, service.capacity.value()?, true)));
    let channels = manual.model.channels.iter().filter(|channel| channel.base.is_active());
    let channels = channels.filter_map(|channel| Some((&channel.base, channel.capacity.as_ref()?, false)));
    // Without any of these a service has no capacity yet: A108 tells.
    let all: Vec<(&Base, &Capacity, bool)> =
        services.filter(|(_, capacity, _)| super::capacity::says_how_much(capacity)).chain(channels).collect();
    // Services and channels have limits of their own.
    let alike = |of_service: bool| -> Vec<&Capacity> {
        all.iter().filter(|(_, _, service)| *service == of_service).map(|(_, capacity, _)| *capacity).collect()
    };
    let kinds = [alike(false), alike(true)];
    let unlimited = kinds.each_ref().map(|list| nowhere(list, |capacity| capacity.occupancy_limit.is_some()));
    let unbounded = kinds.each_ref().map(|list| nowhere(list, |capacity| capacity.backlog_limit.is_some()));
    let gaps = all.into_iter().map(|(base, capacity, of_service)| {
        // Appointments are so many as there are, and a channel's wait is C356's matter.
        let by_place = capacity.places.is_some() || !of_service;
        let by_period = !capacity.by_period.is_empty();
        let parts = [
            (capacity.mean.is_some() || by_period || capacity.places.is_some(), MEAN),
            (capacity.peak.is_some() || by_period || capacity.places.is_some(), PEAK),
            (capacity.handling_time.is_some() || by_place, HANDLING),
            (capacity.servers.is_some() || by_place || capacity.by_period.iter().any(|p| p.servers.is_some()), SERVERS),
            (!unlimited[usize::from(of_service)], OCCUPANCY),
            (!unbounded[usize::from(of_service)], BACKLOG),
        ];
        (Lack::from(base), unsaid(parts))
    });
    report_parts(report, gaps);
}
