//! What people write, and what they are told to write instead.

use super::*;

#[test]
fn what_people_write_is_understood() {
    use Expectation as E;
    for (what, written, expected) in [
        (E::Duration, "10 días hábiles", "10 business days"),
        (E::Duration, "un día hábil", "1 business day"),
        (E::Duration, "24h", "24 hours"),
        (E::Duration, "4,5 minutos", "4.5 minutes"),
        (E::Duration, "media hora", "30 minutes"),
        (E::Duration, "hora y media", "90 minutes"),
        (E::Duration, "«24 horas hábiles»", "24 business hours"),
        (E::Duration, "tres (3) días hábiles", "3 business days"),
        (E::Duration, "3 (tres) dias úteis", "3 business days"),
        (E::Duration, "2 a 9 días hábiles", "2..9 business days"),
        (E::Duration, "2–9 días hábiles", "2..9 business days"),
        (E::Duration, "2..9 días hábiles", "2..9 business days"),
        (E::Duration, "entre 2 y 9 horas", "2..9 hours"),
        (E::Duration, "máximo 15 minutos", "15 minutes"),
        (E::Duration, "hasta quince minutos", "15 minutes"),
        (E::Duration, "24hours", "24 hours"),
        (E::Duration, "24 hrs.", "24 hours"),
        (E::Duration, "twelve hours", "12 hours"),
        (E::Range, "8 a 20", "8..20"),
        (E::Range, "entre 8 y 20", "8..20"),
        (E::Scale, "0 a 10", "0..10"),
        (E::Scale, "0-10", "0..10"),
        (E::Ratio, "1 por cada 20", "1 per 20"),
        (E::Ratio, "1/20", "1 per 20"),
        (E::Ratio, "1 asesor por cada 20 socios", "1 asesor per 20 socios"),
        (E::DayOfPeriod, "el 5 de cada mes", "day 5 of each month"),
        (E::Duration, "cada 6 meses", "6 months"),
        (E::Range, "8–20", "8..20"),
        (E::Percent, "al menos 90%", "90 %"),
        (E::Percent, "noventa por ciento", "90 %"),
        (E::Percent, "90 por ciento", "90 %"),
        (E::Percent, "90", "90 %"),
        (E::Percent, "0.9", "90 %"),
        (E::Percent, "36 % al año", "36 % per year"),
        (E::Money, "S/ 30", "30 PEN"),
        (E::Money, "S/. 30.50", "30.50 PEN"),
        (E::Money, "30 soles", "30 PEN"),
        (E::Money, "30 pen", "30 PEN"),
        (E::Money, "EUR 12", "12 EUR"),
        (E::Money, "6 euros al mes", "6 EUR per month"),
        (E::Quantity, "S/ 20", "20 PEN"),
        (E::Money, "450 pesos", "450 MXN"),
        (E::Money, "450", "450 MXN"),
        (E::Money, "$450", "450 MXN"),
        (E::Money, "$ 450.00", "450.00 MXN"),
        (E::Money, "$450 MXN", "450 MXN"),
        (E::Money, "$1,450.50", "1450.50 MXN"),
        (E::Money, "1,450.50 MXN", "1450.50 MXN"),
        (E::Money, "1.450,50 pesos", "1450.50 MXN"),
        (E::Money, "3.000 pesos", "3000 MXN"),
        (E::Money, "1 450 pesos", "1450 MXN"),
        (E::Money, "450 pesos al mes", "450 MXN per month"),
        (E::Money, "450 pesos colombianos", "450 COP"),
        (E::Money, "cien pesos", "100 MXN"),
        (E::Money, "450€", "450 EUR"),
        (E::Quantity, "$450", "450 MXN"),
        (E::Quantity, "450 pesos", "450 MXN"),
        (E::Quantity, "1,450.50 MXN", "1450.50 MXN"),
        (E::Quantity, "tres minutos", "3 minutes"),
        (E::Rate, "dos", "2"),
        (E::Rate, "twelve", "12"),
        (E::Rate, "dezesseis", "16"),
        (E::Rate, "dos personas", "2 personas"),
        (E::Rate, "un par", "1 par"),
        (E::Rate, "dos por día", "2 per day"),
        (E::Rate, "22 diarias", "22 per day"),
        (E::Rate, "22 al día", "22 per day"),
        (E::Number, "veinte", "20"),
        (E::Rate, "18/hora", "18 per hour"),
        (E::Rate, "18 por hora", "18 per hour"),
        (E::Number, "13 684", "13684"),
        (E::Date, "5/10/2026", "2026-10-05"),
        (E::Date, "05-10-2026", "2026-10-05"),
        (E::Date, "5 de octubre de 2026", "2026-10-05"),
        (E::Date, "2026-10-5", "2026-10-05"),
        (E::Date, "enero 5, 2027", "2027-01-05"),
        (E::Period, "nov-2025", "2025-11"),
        (E::Recurrence, "cada mes", "monthly"),
        (E::Recurrence, "una vez al año", "yearly"),
        (E::Recurrence, "cada semana", "weekly"),
        (E::Recurrence, "todos los días", "daily"),
        (E::Recurrence, "cada 3 meses", "3 months"),
        (E::Time, "8:30 - 18h", "08:30-18:00"),
        (E::TimeRange, "8 am a 8 pm", "08:00-20:00"),
        (E::TimeRange, "8 a 6", "08:00-18:00"),
        (E::TimeRange, "de 9 a 14 y de 16 a 20", "09:00-14:00 16:00-20:00"),
        (E::TimeRange, "9:00-14:00 y 16:00-20:00", "09:00-14:00 16:00-20:00"),
        (E::Closed, "25/12", "12-25"),
        (E::Closed, "25-12", "12-25"),
        (E::Closed, "1 de enero", "01-01"),
        (E::Closed, "6 de enero de 2027", "2027-01-06"),
        (E::Percent, "menos del 2 %", "< 2 %"),
        (E::Hours, "de 9 a 14 y de 16 a 20", "{ mon..fri: 09:00-14:00 16:00-20:00 }"),
        (E::Hours, "lunes a viernes de 9 a 14 y de 16 a 20", "{ mon..fri: 09:00-14:00 16:00-20:00 }"),
        (E::Money, "35 € por pieza", "35 EUR per pieza"),
        (E::Weekday, "lunes a viernes", "mon..fri"),
        (E::Weekday, "lun-vie", "mon..fri"),
        (E::Weekday, "lun..vie", "mon..fri"),
        (E::Hours, "lunes a viernes de 8 a 20", "{ mon..fri: 08:00-20:00 }"),
    ] {
        assert_eq!(meant(what, written, Some("MXN")).as_deref(), Some(expected), "{written}");
    }
}

#[test]
fn what_nobody_understands_gets_no_advice() {
    use Expectation as E;
    for (what, written) in [
        (E::Duration, "pronto"),
        (E::Percent, "casi todos"),
        (E::Money, "gratis"),
        (E::Quantity, "gratis"),
        (E::Date, "mañana"),
        (E::Date, "31/02/2026"),
        (E::Hours, "cuando haya gente"),
        (E::Weekday, "siempre"),
        (E::Duration, ""),
        (E::Duration, "3 días"),
        (E::Money, "45 min"),
        (E::Rate, "varios"),
    ] {
        assert_eq!(meant(what, written, Some("MXN")), None, "{written}");
    }
    for sign in ["450 pesos", "$450"] {
        assert_eq!(meant(Expectation::Money, sign, None), None, "{sign}");
        assert_eq!(shared_currency(sign).as_deref(), Some("450"), "{sign}");
    }
    assert_eq!(shared_currency("450 EUR"), None);
    for (named, code) in [("peso mexicano", Some("MXN")), ("soles", Some("PEN")), ("mxn", Some("MXN")), ("pesos", None)]
    {
        assert_eq!(currency_code(named).as_deref(), code, "{named}");
    }
    for (written, days) in [("«3 días»", "3"), ("tres días", "3"), ("3dias", "3"), ("2 a 9 días", "2..9")] {
        assert_eq!(bare_days(written).as_deref(), Some(days), "{written}");
    }
    assert_eq!(bare_days("3 días hábiles"), None);
    assert_eq!(last_of_month("2026-02-31").as_deref(), Some("2026-02-28"));
    assert_eq!(last_of_month("2026-13-01"), None);
}

#[test]
fn only_what_has_one_reading_is_certain() {
    use Expectation as E;
    for (what, written) in [
        (E::Duration, "10 días hábiles"),
        (E::Percent, "90 por ciento"),
        (E::Date, "5 de octubre de 2026"),
        (E::Date, "2026-10-5"),
        (E::Weekday, "lunes a viernes"),
        (E::Date, "30-06-2027"),
        (E::Date, "30/6/2027"),
        (E::Recurrence, "mensual"),
        (E::Recurrence, "cada trimestre"),
        (E::Money, "18,20 €"),
        (E::Money, "1.500,50 euros"),
        (E::Money, "30€"),
    ] {
        assert!(meant(what, written, None).is_some() && is_certain(what, written), "{written}");
    }
    for (what, written) in [
        (E::Duration, "4,5 minutos"),
        (E::Duration, "un día hábil"),
        (E::Duration, "24h"),
        (E::Duration, "24 horas hábiles como máximo"),
        (E::Percent, "0.9"),
        (E::Percent, "90"),
        (E::Date, "5/10/2026"),
        (E::Date, "5 oct 26"),
        (E::Date, "12-06-2027"),
        (E::Date, "30-06-27"),
        (E::Recurrence, "cada 3 meses"),
        (E::Money, "S/ 30"),
        (E::Money, "1.500 €"),
        (E::Money, "18,200 €"),
        (E::Money, "18,20 $"),
        (E::Hours, "lunes a viernes de 8 a 20"),
    ] {
        assert!(!is_certain(what, written), "{written}");
    }
}
