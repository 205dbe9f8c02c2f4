//! Values for a reader, in each language.

use super::Lang;
use crate::values::*;

pub fn number(_lang: Lang, value: &Decimal) -> String {
    value.to_string()
}
pub fn percent(_lang: Lang, value: &Percent) -> String {
    format!("{value:?}")
}
pub fn duration(_lang: Lang, value: &Duration) -> String {
    format!("{value:?}")
}
pub fn money(_lang: Lang, value: &Money) -> String {
    format!("{value:?}")
}
pub fn rate(_lang: Lang, value: &Rate) -> String {
    format!("{value:?}")
}
pub fn quantity(_lang: Lang, value: &Quantity) -> String {
    format!("{value:?}")
}
pub fn range(_lang: Lang, value: &Range) -> String {
    format!("{value:?}")
}
pub fn bound(_lang: Lang, value: &Bound<Quantity>) -> String {
    format!("{value:?}")
}
pub fn date(_lang: Lang, value: Date) -> String {
    value.to_string()
}
pub fn date_short(_lang: Lang, value: Date) -> String {
    value.to_string()
}
pub fn month_day(_lang: Lang, value: MonthDay) -> String {
    format!("{value:?}")
}
pub fn day_of_period(_lang: Lang, value: &DayOfPeriod) -> String {
    format!("{value:?}")
}
pub fn period(_lang: Lang, value: Period) -> String {
    format!("{value:?}")
}
pub fn period_short(_lang: Lang, value: Period) -> String {
    format!("{value:?}")
}
pub fn recurrence(_lang: Lang, value: Recurrence) -> String {
    format!("{value:?}")
}
pub fn weekday(_lang: Lang, value: Weekday) -> String {
    format!("{value:?}")
}
pub fn hours(_lang: Lang, value: &Hours) -> Vec<String> {
    vec![format!("{value:?}")]
}
pub fn target(_lang: Lang, value: &Target) -> String {
    format!("{value:?}")
}
pub fn list(_lang: Lang, items: &[String]) -> String {
    items.join(", ")
}
