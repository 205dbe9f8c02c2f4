//! What is recognised in prose, and what is not.

use super::*;

fn said(text: &str, lang: Lang) -> Vec<String> {
    let show = |m: &Mention| {
        let low = m.low.map_or(String::new(), |low| format!("{low}.."));
        let unit = match &m.unit {
            Unit::Time(unit) => unit.plural().to_owned(),
            Unit::Days => "days".to_owned(),
            Unit::HalfMonth => "half months".to_owned(),
            Unit::SameDay => "same day".to_owned(),
            Unit::Percent => "%".to_owned(),
            Unit::Money(currency) => currency.unwrap_or("money").to_owned(),
        };
        format!("{low}{} {unit}{}", m.amount, if m.article { "?" } else { "" })
    };
    mentions(text, lang).iter().map(show).collect()
}

#[test]
fn durations_in_three_languages() {
    for (lang, text, expected) in [
        (Lang::Es, "Espere dos minutos.", vec!["2 minutes"]),
        (Lang::Es, "en 24 horas hábiles o menos", vec!["24 business hours"]),
        (Lang::Es, "15 días naturales; si no, 3 meses", vec!["15 calendar days", "3 months"]),
        (Lang::Es, "30 (treinta) días hábiles", vec!["30 business days"]),
        (Lang::Es, "treinta y cinco días corridos", vec!["35 calendar days"]),
        (Lang::Es, "en veinticuatro horas", vec!["24 hours"]),
        (Lang::Es, "de 2 a 4 horas", vec!["2..4 hours"]),
        (Lang::Es, "media hora", vec!["0.5 hours"]),
        (Lang::Es, "de 2 a 9 días hábiles", vec!["2..9 business days"]),
        (Lang::Es, "entre dos y cinco días hábiles", vec!["2..5 business days"]),
        (Lang::Es, "2-3 semanas", vec!["2..3 weeks"]),
        (Lang::Es, "en un día hábil", vec!["1 business days?"]),
        (Lang::Es, "3 días", vec!["3 days"]),
        (Lang::Es, "15 días\n      hábiles", vec!["15 business days"]),
        (Lang::En, "within 24 business hours", vec!["24 business hours"]),
        (Lang::En, "forty-eight hours, or 2 to 3 working days", vec!["48 hours", "2..3 business days"]),
        (Lang::En, "half an hour", vec!["0.5 hours"]),
        (Lang::En, "30 calendar days", vec!["30 calendar days"]),
        (Lang::Pt, "em 15 dias úteis", vec!["15 business days"]),
        (Lang::Pt, "vinte e quatro horas úteis", vec!["24 business hours"]),
        (Lang::Pt, "30 dias corridos, até duas semanas", vec!["30 calendar days", "2 weeks"]),
        (Lang::Pt, "um mês", vec!["1 months?"]),
        (Lang::Es, "a más tardar al tercer día hábil", vec!["3 business days"]),
        (Lang::En, "no later than the fifth business day", vec!["5 business days"]),
        (Lang::Es, "a más tardar el quinto día hábil de cada mes", vec![]),
        (Lang::Es, "los tres primeros días hábiles", vec![]),
        (Lang::Es, "el plazo (24 horas)", vec!["24 hours"]),
        (Lang::Es, "dentro de las 24/48 horas siguientes", vec!["24..48 hours"]),
        (Lang::Es, "en las próximas 24 horas", vec!["24 hours"]),
        (Lang::Es, "en las 24 horas posteriores a su mensaje", vec!["24 hours"]),
        (Lang::Es, "dentro de las 24 horas, en 24 horas a partir de hoy", vec!["24 hours", "24 hours"]),
        (Lang::Es, "en un plazo de 24 a 48 horas", vec!["24..48 hours"]),
        (Lang::Es, "1/2 hora", vec![]),
        (Lang::En, "within the next 24 hours, or in the 24 hours following", vec!["24 hours", "24 hours"]),
        (Lang::Pt, "nas próximas 24 horas, dentro das 48 horas", vec!["24 hours", "48 hours"]),
        (Lang::Es, "en una quincena", vec!["1 half months?"]),
        (Lang::Es, "una quincena de personas en la primera quincena de mayo", vec![]),
        (Lang::En, "within a fortnight", vec!["1 half months?"]),
        (Lang::Pt, "em duas quinzenas", vec!["2 half months"]),
        (Lang::Es, "el mismo día, en la misma jornada; en el día.", vec!["1 same day", "1 same day", "1 same day"]),
        (Lang::Es, "el mismo día de la visita, en el día que diga", vec![]),
        (Lang::En, "the same business day; a same-day answer", vec!["1 same day", "1 same day"]),
        (Lang::En, "a same-day delivery on the same day as before", vec![]),
        (Lang::Pt, "no mesmo dia útil", vec!["1 same day"]),
        (Lang::Es, "el mismo día hábil, o el mismo día laborable", vec!["1 same day", "1 same day"]),
        (Lang::Es, "within five business days or twenty-five hours", vec!["5 business days", "25 hours"]),
        (Lang::En, "en seis días hábiles", vec!["6 business days"]),
        (Lang::Pt, "nos dos dias úteis", vec![]),
    ] {
        assert_eq!(said(text, lang), expected, "{text}");
    }
}

#[test]
fn lengths_by_halves_quarters_pairs_and_marks() {
    for (lang, text, expected) in [
        (Lang::Es, "en un par de minutos, o en un cuarto de hora", vec!["2 minutes", "15 minutes"]),
        (Lang::Es, "tres cuartos de hora; un par de días hábiles", vec!["45 minutes", "2 business days"]),
        (Lang::Es, "en 2', y en 120 s", vec!["2 minutes", "120 seconds"]),
        (Lang::Es, "minuto y medio", vec!["1.5 minutes"]),
        (Lang::Es, "un minuto y medio, dos horas y media", vec!["1.5 minutes", "2.5 hours"]),
        (Lang::Es, "en hora y cuarto o una hora y cuarto", vec!["1.25 hours", "1.25 hours"]),
        (Lang::Es, "dos horas y media jornada", vec!["2 hours"]),
        (Lang::Es, "un par de personas, un cuarto de los casos, la opción '2'", vec![]),
        (Lang::Es, "en los 90s, la norma 120s; 2''", vec![]),
        (Lang::En, "in a couple of minutes, or a couple of business days", vec!["2 minutes", "2 business days"]),
        (Lang::En, "a quarter of an hour; three quarters of an hour", vec!["15 minutes", "45 minutes"]),
        (Lang::En, "two and a half minutes, an hour and a half", vec!["2.5 minutes", "1.5 hours"]),
        (Lang::En, "120 s, 45 sec and 1 hr", vec!["120 seconds", "45 seconds", "1 hours"]),
        (Lang::En, "a 6' table and the 90s", vec![]),
        (Lang::Pt, "um par de minutos, um quarto de hora", vec!["2 minutes", "15 minutes"]),
        (Lang::Pt, "uma hora e meia; minuto e meio; em 5'", vec!["1.5 hours", "1.5 minutes", "5 minutes"]),
    ] {
        assert_eq!(said(text, lang), expected, "{text}");
    }
}

#[test]
fn shares_and_money() {
    for (lang, text, expected) in [
        (Lang::Es, "el 95 % de las llamadas y el 99,5% del mes", vec!["95 %", "99.5 %"]),
        (Lang::Es, "noventa por ciento", vec!["90 %"]),
        (Lang::En, "99.5 percent; ninety per cent", vec!["99.5 %", "90 %"]),
        (Lang::Pt, "dez por cento", vec!["10 %"]),
        (Lang::Es, "descuento de 20 soles, o S/ 1.500,50", vec!["20 PEN", "1500.50 PEN"]),
        (Lang::Es, "veinte euros o 3 €", vec!["20 EUR", "3 EUR"]),
        (Lang::En, "£5 or US$ 1,500.00", vec!["5 GBP", "1500.00 USD"]),
        (Lang::Pt, "R$ 20 ou 30 reais", vec!["20 BRL", "30 BRL"]),
        (Lang::Es, "$ 200 y 200 pesos", vec!["200 money", "200 money"]),
        (Lang::Es, "hasta 30 000 soles, S/ 50,000 o S/ 1,500.50", vec!["30000 PEN", "50000 PEN", "1500.50 PEN"]),
        (Lang::Es, "S/ 30 000 y 1.234.567 euros", vec!["30000 PEN", "1234567 EUR"]),
        (Lang::En, "£2.5, S/ 50.000", vec!["2.5 GBP", "50000 PEN"]),
    ] {
        assert_eq!(said(text, lang), expected, "{text}");
    }
}

#[test]
fn what_is_no_quantity() {
    for text in [
        "de 9:00 a 13:00 horas",
        "el 15 de marzo de 2026",
        "el caso A-24 horas",
        "[[respuesta.within]] horas",
        "`24 horas`",
        "véase [la web](https://example.org/24-horas)",
        "la mesa 3, días de lluvia",
        "primera hora",
        "abierto hasta las 20 horas",
        "de 7 a 22 h",
        "atención 24 horas, las 24 horas del día",
        "servicio 24 horas al día",
        "dentro de las 24 horas del día, a las 18 horas, abierto 24/7",
        "",
        "%",
        "1.2.3.4 horas",
    ] {
        assert_eq!(said(text, Lang::Es), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn ranges_are_places_of_the_text() {
    let text = "Sí: [[a.b]] «en dos días hábiles», dice.";
    let found = mentions(text, Lang::Es);
    assert_eq!(found.iter().map(|m| &text[m.range.clone()]).collect::<Vec<_>>(), ["dos días hábiles"]);
}

#[test]
fn likeness_knows_units_and_kinds() {
    let like = |text: &str, value: &str| {
        mentions(text, Lang::Es)[0]
            .likeness(&Quantity::parse(value).unwrap_or_else(|error| panic!("{value}: {error:?}")))
    };
    assert_eq!(like("dos días hábiles", "2 business days"), Likeness::Same);
    assert_eq!(like("2 días", "2 business days"), Likeness::Alike);
    assert_eq!(like("48 horas", "2 calendar days"), Likeness::Alike);
    assert_eq!(like("dos días", "3 business days"), Likeness::Different);
    assert_eq!(like("en 24 horas", "24 business hours"), Likeness::Different);
    assert_eq!(like("de 2 a 9 días hábiles", "9 business days"), Likeness::Different);
    assert_eq!(like("de 2 a 9 días hábiles", "2..9 business days"), Likeness::Same);
    assert_eq!(like("95 %", "2 hours"), Likeness::OtherKind);
    assert_eq!(like("20 soles", "20 PEN"), Likeness::Same);
    assert_eq!(like("20 soles", "20 EUR"), Likeness::Different);
    assert_eq!(like("20 pesos", "20 MXN"), Likeness::Same);
}

#[test]
fn odd_texts_do_no_harm() {
    for text in [
        "[[",
        "``` ",
        "](",
        "9999999999999999999999 horas",
        "é́%",
        "\u{1}1\u{1}%",
        "entre y 5 %",
        "1 (",
        "S/",
        "$",
        "de 5 a",
        "http://",
    ] {
        for lang in Lang::ALL {
            mentions(text, lang);
        }
    }
}

/// A reader that looked for the end of each of these anew would not be done today.
#[test]
fn what_is_never_closed_is_looked_for_once() {
    for opening in ["[[a", "[a](", "a`", "[[a ``b"] {
        let text = opening.repeat(300_000);
        assert_eq!(mask(&format!("{text} 24 horas")).matches("24 horas").count(), 1, "{opening}");
    }
    assert_eq!(
        mask("[[a ]] `b` [c](d) [[e"),
        format!("{} {} [c{} [[e", "\u{1}".repeat(6), "\u{1}".repeat(3), "\u{1}".repeat(4))
    );
}
