//! Values by their grammars: words of a form, dates, quantities, and values that differ by case.

use super::*;
use crate::lang::{Region, Tongue, tongues};
use crate::parse::reader::trace::Form;
use crate::values::{Decimal, parse_number, zone_of};

const A_LANGUAGE: Words =
    Words { es: "la etiqueta de un idioma", en: "the tag of a language", pt: "a etiqueta de um idioma" };

const TAG: Form =
    Form { example: "pt-BR", pattern: "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|419))?(-[a-z0-9]{5,8})?$" };

impl<'n, 's> Slot<'_, 'n, 's> {
    /// A word of a given form, such as a code of a currency. `expected` names it, `form` shows one and says its pattern for those
    /// who only see that.
    pub fn formed(mut self, expected: Words, form: Form, good: impl Fn(&str) -> bool) -> Option<Spanned<String>> {
        self.cx.asked(self.node.span, || Asked::Formed { expected, form });
        let example = form.example;
        let Some(text) = self.node.scalar().filter(|text| !good(text)) else { return self.word() };
        let finding = Diagnostic::new(&entries::BAD_VALUE, self.node.span)
            .arg("found", text)
            .arg("expected", expected)
            .arg("example", example);
        let finding = match (self.key, currency_code(text)) {
            ("currency", Some(code)) => {
                let finding = finding.arg("near", code.as_str()).help(entries::DID_YOU_MEAN);
                if is_sure_code(text, &code) { finding.edit(self.node.span, code) } else { finding }
            }
            ("currency", None) => finding.help(entries::CURRENCY_CODES),
            ("timezone", _) => match zone_of(text) {
                Some(zone) => finding.arg("near", zone).help(entries::DID_YOU_MEAN),
                None => finding,
            },
            _ => finding,
        };
        self.refuse(finding);
        None
    }

    /// The tag of a language in which a manual is written, with its region.
    pub fn tongue(mut self) -> Option<Spanned<(Tongue, Option<Region>)>> {
        self.cx.asked(self.node.span, || Asked::Formed { expected: A_LANGUAGE, form: TAG });
        let Some(text) = self.node.scalar() else {
            self.wrong(A_TEXT);
            return None;
        };
        if let Some(value) = Tongue::of_tag(text) {
            self.cx.write_down(&self.path, || Value::Word(text.to_owned()));
            return Some(Spanned { value, span: self.node.span });
        }
        let finding = Diagnostic::new(&entries::UNKNOWN_CHOICE, self.node.span).arg("found", text).arg("key", self.key);
        let finding = match tongues::meant(text) {
            Some(near) => {
                let finding = finding.arg("near", near.as_str()).help(entries::DID_YOU_MEAN);
                finding.edit(self.node.span, near)
            }
            None => finding.help(entries::TAG_OF_LANGUAGE),
        };
        self.refuse(finding);
        None
    }

    pub fn boolean(mut self) -> Option<Spanned<bool>> {
        self.cx.asked(self.node.span, || Asked::Boolean);
        let value = match &self.node.kind {
            NodeKind::Scalar { text, plain: true } if text == "true" => true,
            NodeKind::Scalar { text, plain: true } if text == "false" => false,
            NodeKind::Scalar { text, .. } if !self.node.is_null() => {
                let mut finding = Diagnostic::new(&entries::NOT_BOOLEAN, self.node.span).arg("found", text.as_str());
                // What follows `//` was meant as a comment.
                let text = text.split("//").next().unwrap_or_default();
                let yes = matches!(
                    slug(text).as_str(),
                    "si" | "sim" | "yes" | "y" | "on" | "verdadero" | "verdadeiro" | "true"
                );
                let no = matches!(slug(text).as_str(), "no" | "nao" | "n" | "off" | "falso" | "false");
                if yes || no {
                    let near = if yes { "true" } else { "false" };
                    finding = finding.arg("near", near).help(entries::DID_YOU_MEAN).edit(self.node.span, near);
                }
                self.refuse(finding);
                return None;
            }
            _ => {
                self.wrong(Words { es: "`true` o `false`", en: "`true` or `false`", pt: "`true` ou `false`" });
                return None;
            }
        };
        self.cx.write_down(&self.path, || Value::Word(value.to_string()));
        Some(Spanned { value, span: self.node.span })
    }

    pub fn date(self) -> Option<Spanned<When>> {
        let (path, cx_path) = (self.path.clone(), self.path.clone());
        let mut slot = self;
        let date = slot.inner(slot.node, slot.key, path).parsed(When::parse)?;
        slot.cx.record(cx_path, Value::Date(date.value));
        Some(date)
    }

    pub fn recurrence(mut self) -> Option<Spanned<Recurrence>> {
        let path = self.path.clone();
        let value = self.inner(self.node, self.key, path).parsed(Recurrence::parse)?;
        self.cx.record(self.path, Value::Recurrence(value.value));
        Some(value)
    }

    /// A duration, percentage, amount or rate that may differ by case. `wrap` says what it is for prose.
    fn quantity_of<T: Clone>(
        mut self,
        parse: impl Fn(&str) -> Result<T, ValueError>,
        wrap: impl Fn(&T) -> Quantity,
    ) -> Option<Variant<T>> {
        let path = self.path.clone();
        let value = self.inner(self.node, self.key, path).variant(|slot| slot.parsed(&parse))?;
        self.cx.record(self.path, Value::Quantity(Box::new(value.map(&wrap))));
        Some(value)
    }

    /// A value that is one for all, and that prose prints as a quantity.
    pub fn measured<T>(
        mut self,
        parse: impl Fn(&str) -> Result<T, ValueError>,
        wrap: impl Fn(&T) -> Quantity,
    ) -> Option<Spanned<T>> {
        let path = self.path.clone();
        let value = self.inner(self.node, self.key, path).parsed(parse)?;
        let otherwise = Some(Spanned { value: wrap(&value.value), span: value.span });
        let variant = Variant { by: Vec::new(), cases: Vec::new(), otherwise, span: value.span };
        self.cx.record(self.path, Value::Quantity(Box::new(variant)));
        Some(value)
    }

    /// A number without a unit.
    pub fn number(self) -> Option<Spanned<Decimal>> {
        self.measured(parse_number, |number| Quantity::Rate(Rate::count(*number)))
    }

    /// A quantity of any kind that is one for all.
    pub fn one_quantity(self) -> Option<Spanned<Quantity>> {
        self.measured(Quantity::parse, Clone::clone)
    }

    pub fn duration(self) -> Option<Variant<Duration>> {
        self.quantity_of(Duration::parse, |v| Quantity::Duration(*v))
    }

    pub fn percent(self) -> Option<Variant<Percent>> {
        self.quantity_of(Percent::parse, |v| Quantity::Percent(v.clone()))
    }

    pub fn money(self) -> Option<Variant<Money>> {
        self.quantity_of(Money::parse, |v| Quantity::Money(v.clone()))
    }

    pub fn rate(self) -> Option<Variant<Rate>> {
        self.quantity_of(Rate::parse, |v| Quantity::Rate(v.clone()))
    }

    pub fn quantity(self) -> Option<Variant<Quantity>> {
        self.quantity_of(Quantity::parse, Clone::clone)
    }

    /// A value that may be written as `{ by: …, cases: …, else: … }`.
    pub fn variant<T>(mut self, read: impl Fn(Slot<'_, 'n, 's>) -> Option<Spanned<T>>) -> Option<Variant<T>> {
        self.cx.asked(self.node.span, || Asked::Variant);
        let span = self.node.span;
        let by_case = self.node.get("by").is_some() && self.node.get("cases").is_some();
        if !by_case {
            let otherwise = Some(read(self)?);
            return Some(Variant { by: Vec::new(), cases: Vec::new(), otherwise, span });
        }
        let path = self.path.clone();
        let mut variant = Variant { by: Vec::new(), cases: Vec::new(), otherwise: None, span };
        self.inner(self.node, self.key, path).map(|r| {
            variant.by = r.many("by", |s| s.word());
            let by = variant.by.clone();
            variant.cases = r.many("cases", |slot| slot.case(&by, &read));
            variant.otherwise = r.slot("else").and_then(&read);
        });
        Some(variant)
    }

    /// A row of a variant: a word for each dimension of `by`, then the value.
    fn case<T>(
        mut self,
        by: &[Spanned<String>],
        read: &impl Fn(Slot<'_, 'n, 's>) -> Option<Spanned<T>>,
    ) -> Option<(Vec<Spanned<String>>, Spanned<T>)> {
        let NodeKind::List(items) = &self.node.kind else {
            self.wrong(A_LIST);
            return None;
        };
        let width = by.len();
        let Some((value, words)) = items.split_last().filter(|(_, words)| words.len() == width) else {
            let finding = Diagnostic::new(&entries::CASE_WIDTH, self.node.span)
                .arg("width", (width + 1).to_string())
                .arg("found", items.len().to_string());
            self.cx.report(finding);
            return None;
        };
        let words: Vec<_> =
            words.iter().filter_map(|n| Some(Spanned { value: n.scalar()?.to_owned(), span: n.span })).collect();
        if words.len() == width {
            self.cx.case(by, &words);
        }
        let path = self.path.clone();
        let value = read(self.inner(value, self.key, path))?;
        (words.len() == width).then_some((words, value))
    }
}
