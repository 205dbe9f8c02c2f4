//! Things that are counted, by name: units of time, and what stands after `per`.

use super::super::Locale;
use super::days;
use crate::values::TimeUnit;

/// Singular and plural.
type Forms = (&'static str, &'static str);

/// A thing that is counted, in each language.
#[derive(Debug, PartialEq)]
pub(super) struct Noun {
    pub es: Forms,
    pub en: Forms,
    pub pt: Forms,
}

impl Noun {
    fn forms(&self, locale: Locale) -> Forms {
        match self.en.0 {
            "calendar day" => days::calendar_day(locale),
            _ => super::pick(locale, self.es, self.en, self.pt),
        }
    }

    pub(super) fn one(&self, locale: Locale) -> &'static str {
        self.forms(locale).0
    }

    pub(super) fn many(&self, locale: Locale) -> &'static str {
        self.forms(locale).1
    }

    fn is_called(&self, word: &str) -> bool {
        let known = [self.en, self.es, self.pt].iter().any(|(one, many)| *one == word || *many == word);
        known || (self.en.0 == "calendar day" && days::CALENDAR_DAYS.contains(&word))
    }
}

const fn noun(en: Forms, es: Forms, pt: Forms) -> Noun {
    Noun { es, en, pt }
}

/// The units of time stand first, in the order of [`TimeUnit`].
const NOUNS: [Noun; 50] = [
    noun(("second", "seconds"), ("segundo", "segundos"), ("segundo", "segundos")),
    noun(("minute", "minutes"), ("minuto", "minutos"), ("minuto", "minutos")),
    noun(("hour", "hours"), ("hora", "horas"), ("hora", "horas")),
    noun(("business hour", "business hours"), ("hora hábil", "horas hábiles"), ("hora útil", "horas úteis")),
    noun(("business day", "business days"), ("día hábil", "días hábiles"), ("dia útil", "dias úteis")),
    noun(("calendar day", "calendar days"), ("día natural", "días naturales"), ("dia corrido", "dias corridos")),
    noun(("week", "weeks"), ("semana", "semanas"), ("semana", "semanas")),
    noun(("month", "months"), ("mes", "meses"), ("mês", "meses")),
    noun(("year", "years"), ("año", "años"), ("ano", "anos")),
    noun(("day", "days"), ("día", "días"), ("dia", "dias")),
    noun(("fortnight", "fortnights"), ("quincena", "quincenas"), ("quinzena", "quinzenas")),
    noun(("quarter", "quarters"), ("trimestre", "trimestres"), ("trimestre", "trimestres")),
    noun(("half-year", "half-years"), ("semestre", "semestres"), ("semestre", "semestres")),
    noun(("period", "periods"), ("período", "períodos"), ("período", "períodos")),
    noun(("agent", "agents"), ("agente", "agentes"), ("agente", "agentes")),
    noun(("application", "applications"), ("solicitud", "solicitudes"), ("solicitação", "solicitações")),
    noun(("call", "calls"), ("llamada", "llamadas"), ("chamada", "chamadas")),
    noun(("case", "cases"), ("caso", "casos"), ("caso", "casos")),
    noun(("channel", "channels"), ("canal", "canales"), ("canal", "canais")),
    noun(("contact", "contacts"), ("contacto", "contactos"), ("contato", "contatos")),
    noun(("contract", "contracts"), ("contrato", "contratos"), ("contrato", "contratos")),
    noun(("customer", "customers"), ("cliente", "clientes"), ("cliente", "clientes")),
    noun(("district", "districts"), ("distrito", "distritos"), ("distrito", "distritos")),
    noun(("document", "documents"), ("documento", "documentos"), ("documento", "documentos")),
    noun(("employee", "employees"), ("empleado", "empleados"), ("funcionário", "funcionários")),
    noun(("family", "families"), ("familia", "familias"), ("família", "famílias")),
    noun(("group", "groups"), ("grupo", "grupos"), ("grupo", "grupos")),
    noun(("household", "households"), ("hogar", "hogares"), ("domicílio", "domicílios")),
    noun(("incident", "incidents"), ("incidencia", "incidencias"), ("incidente", "incidentes")),
    noun(("kilometre", "kilometres"), ("kilómetro", "kilómetros"), ("quilômetro", "quilômetros")),
    noun(("meeting", "meetings"), ("reunión", "reuniones"), ("reunião", "reuniões")),
    noun(("member", "members"), ("miembro", "miembros"), ("membro", "membros")),
    noun(("message", "messages"), ("mensaje", "mensajes"), ("mensagem", "mensagens")),
    noun(("office", "offices"), ("oficina", "oficinas"), ("escritório", "escritórios")),
    noun(("order", "orders"), ("pedido", "pedidos"), ("pedido", "pedidos")),
    noun(("page", "pages"), ("página", "páginas"), ("página", "páginas")),
    noun(("patient", "patients"), ("paciente", "pacientes"), ("paciente", "pacientes")),
    noun(("person", "people"), ("persona", "personas"), ("pessoa", "pessoas")),
    noun(("piece", "pieces"), ("pieza", "piezas"), ("peça", "peças")),
    noun(("post", "posts"), ("puesto", "puestos"), ("posto", "postos")),
    noun(("room", "rooms"), ("sala", "salas"), ("sala", "salas")),
    noun(("service", "services"), ("servicio", "servicios"), ("serviço", "serviços")),
    noun(("session", "sessions"), ("sesión", "sesiones"), ("sessão", "sessões")),
    noun(("site", "sites"), ("sede", "sedes"), ("unidade de atendimento", "unidades de atendimento")),
    noun(("student", "students"), ("estudiante", "estudiantes"), ("estudante", "estudantes")),
    noun(("survey", "surveys"), ("encuesta", "encuestas"), ("pesquisa", "pesquisas")),
    noun(("transaction", "transactions"), ("transacción", "transacciones"), ("transação", "transações")),
    noun(("unit", "units"), ("unidad", "unidades"), ("unidade", "unidades")),
    noun(("user", "users"), ("usuario", "usuarios"), ("usuário", "usuários")),
    noun(("visit", "visits"), ("visita", "visitas"), ("visita", "visitas")),
];

/// The noun of a unit of time.
pub(super) fn of_unit(unit: TimeUnit) -> &'static Noun {
    &NOUNS[unit as usize]
}

/// The noun that a word names, in whichever language and number the author wrote it. The author's own words have none.
pub(super) fn find(word: &str) -> Option<&'static Noun> {
    let word = word.to_lowercase();
    // English first: it is what the reference asks for, and a few forms are the same in two languages.
    NOUNS
        .iter()
        .find(|noun| noun.en.0 == word || noun.en.1 == word)
        .or_else(|| NOUNS.iter().find(|noun| noun.is_called(&word)))
}

/// A word after `per`, as the language says it: known ones translated, the author's own as they are.
pub(super) fn singular(locale: Locale, word: &str) -> String {
    find(word).map_or_else(|| word.to_string(), |noun| noun.one(locale).to_string())
}

#[cfg(test)]
mod tests {
    use super::super::super::Lang;
    use super::*;

    #[test]
    fn units_of_time_have_their_own_nouns() {
        for unit in [
            TimeUnit::Second,
            TimeUnit::Minute,
            TimeUnit::Hour,
            TimeUnit::BusinessHour,
            TimeUnit::BusinessDay,
            TimeUnit::CalendarDay,
            TimeUnit::Week,
            TimeUnit::Month,
            TimeUnit::Year,
        ] {
            assert_eq!(of_unit(unit).many(Lang::En.into()), unit.plural());
        }
    }

    #[test]
    fn a_word_names_one_thing_only() {
        // A form may serve two numbers or languages of one thing («meses»), never two things.
        for noun in &NOUNS {
            for lang in Lang::ALL {
                for form in [noun.one(lang.into()), noun.many(lang.into())] {
                    let named = NOUNS.iter().filter(|other| other.is_called(form)).count();
                    assert_eq!(named, 1, "{form}");
                }
            }
        }
    }

    #[test]
    fn words_are_found_in_every_language() {
        assert_eq!(singular(Lang::Es.into(), "users"), "usuario");
        assert_eq!(singular(Lang::En.into(), "personas"), "person");
        assert_eq!(singular(Lang::Pt.into(), "día"), "dia");
        assert_eq!(singular(Lang::Pt.into(), "limpieza de choque"), "limpieza de choque");
    }
}
