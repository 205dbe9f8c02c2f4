//! Values of the model in the reader's words: figures, times, money, dates, targets, and what differs by case.

use super::*;

impl<'m> Writer<'m> {
    pub fn value(&self, value: &Value) -> Vec<Inline> {
        if self.depth >= MAX_DEPTH {
            return Vec::new();
        }
        match value {
            Value::Text(text) => self.deeper().text(text),
            Value::Texts(texts) => self.deeper().texts(texts),
            Value::Word(word) => plain(word.as_str()),
            Value::Quantity(variant) => self.variant(variant),
            Value::Date(date) => plain(self.date(*date)),
            Value::DayOfYear(day) => plain(format::month_day(self.locale, *day)),
            Value::Recurrence(recurrence) => plain(self.recurrence(*recurrence)),
            Value::Hours(hours) => plain(format::hours(self.locale, hours).join("; ")),
            Value::TimeRanges(ranges) => {
                let one = |range: &TimeRange| vec![Inline::Value { text: format::time_range(self.locale, *range) }];
                join(ranges.iter().map(one), ", ")
            }
            Value::Targets(targets) => {
                let one = |aimed: &Aimed| {
                    let mut run = vec![Inline::Value { text: format::target(self.locale, &aimed.target) }];
                    run.extend(
                        self.cases(aimed.scope.iter().map(|(by, word)| (by.as_str(), word.as_str())), aimed.rest),
                    );
                    run
                };
                join(targets.iter().map(one), "; ")
            }
            Value::References(list) => join(list.iter().map(|(kind, id)| vec![self.entry(*kind, id)]), ", "),
        }
    }

    pub fn quantity(&self, quantity: &Quantity) -> Inline {
        let text = format::quantity(self.locale, quantity);
        match quantity {
            Quantity::Duration(_) => Inline::Limit { text },
            Quantity::Percent(_) | Quantity::Money(_) | Quantity::Rate(_) => Inline::Value { text },
        }
    }

    /// «8 días hábiles (Ribera); 10 días hábiles (en los demás casos)».
    pub fn variant(&self, variant: &Variant<Quantity>) -> Vec<Inline> {
        self.by_case(variant, |quantity| vec![self.quantity(quantity)])
    }

    /// A value by its cases, in the author's order, and last what is left.
    pub fn by_case<T>(&self, variant: &Variant<T>, write: impl Fn(&T) -> Vec<Inline>) -> Vec<Inline> {
        let mut runs: Vec<Vec<Inline>> = Vec::new();
        for (words, value) in &variant.cases {
            let mut run = write(&value.value);
            run.extend(self.case_of(variant, words));
            runs.push(run);
        }
        if let Some(value) = &variant.otherwise {
            let mut run = write(&value.value);
            run.extend(self.cases(std::iter::empty(), !variant.cases.is_empty()));
            runs.push(run);
        }
        join(runs.into_iter(), "; ")
    }

    fn case_of<T>(&self, variant: &Variant<T>, words: &[Spanned<String>]) -> Option<Inline> {
        let pairs = variant.by.iter().zip(words);
        self.cases(pairs.map(|(by, word)| (by.value.as_str(), word.value.as_str())), false)
    }

    /// One value where there is room for one: what holds in all other cases, else that of the first case; it says which.
    pub fn main_case(&self, variant: &Variant<Duration>) -> Vec<Inline> {
        let (value, case) = match (&variant.otherwise, variant.cases.first()) {
            (Some(value), first) => (value, self.cases(std::iter::empty(), first.is_some())),
            (None, Some((words, value))) => (value, self.case_of(variant, words)),
            (None, None) => return Vec::new(),
        };
        let mut run = vec![Inline::Value { text: format::duration(self.locale, &value.value) }];
        run.extend(case);
        run
    }

    /// «(Ribera, urgente)», «(en los demás casos)»; nothing of what holds for all.
    fn cases<'w>(&self, scope: impl Iterator<Item = (&'w str, &'w str)>, rest: bool) -> Option<Inline> {
        let mut words: Vec<String> = scope.map(|(by, word)| self.case_word(by, word)).collect();
        if rest {
            words.push(format::other_cases(self.locale).to_owned());
        }
        (!words.is_empty()).then(|| Inline::text(format!(" ({})", words.join(", "))))
    }

    /// A word of a case: the name of the entry it is the id of, or the word itself.
    pub fn case_word(&self, by: &str, word: &str) -> String {
        let kind = match by {
            "site" => Some(Kind::Sites),
            "channel" => Some(Kind::Channels),
            "segment" => Some(Kind::Segments),
            "service" => Some(Kind::Services),
            "role" => Some(Kind::Roles),
            _ => None,
        };
        let base = kind.and_then(|k| self.manual.model.base(k, word));
        if let Some(base) = base {
            return base.title();
        }
        let severities = self.manual.model.complaints.iter().flat_map(|p| &p.severity);
        match severities.filter(|_| by == "severity").find(|s| s.id.value == word) {
            Some(severity) => severity.name.as_ref().map_or_else(|| word.to_owned(), Text::plain),
            None => word.to_owned(),
        }
    }

    pub fn duration(&self, duration: &Option<Variant<Duration>>) -> Vec<Inline> {
        duration.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|d| Quantity::Duration(*d))))
    }

    pub fn amount(&self, quantity: &Option<Variant<Quantity>>) -> Vec<Inline> {
        quantity.as_ref().map_or_else(Vec::new, |v| self.variant(v))
    }

    pub fn rate(&self, rate: &Option<Variant<crate::values::Rate>>) -> Vec<Inline> {
        rate.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|r| Quantity::Rate(r.clone()))))
    }

    pub fn money(&self, money: &Option<Variant<crate::values::Money>>) -> Vec<Inline> {
        money.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|m| Quantity::Money(m.clone()))))
    }

    pub fn percent(&self, percent: &Option<Variant<Percent>>) -> Vec<Inline> {
        percent.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|p| Quantity::Percent(p.clone()))))
    }

    pub fn date(&self, when: When) -> String {
        match when {
            When::Day(date) => format::date(self.locale, date),
            When::Period(period) => format::period(self.locale, period),
        }
    }

    /// A date after words of the program, whatever the language of the texts: «En vigor desde el 2 de noviembre de 2026».
    pub fn date_among_words(&self, when: When) -> String {
        Writer { locale: self.locale.of_words(), ..*self }.date(when)
    }

    pub fn date_of(&self, when: &Option<Spanned<When>>) -> Vec<Inline> {
        when.as_ref().map_or_else(Vec::new, |w| plain(self.date(w.value)))
    }

    pub fn recurrence(&self, recurrence: Recurrence) -> String {
        format::recurrence(self.locale, recurrence)
    }

    pub fn recurrence_of(&self, recurrence: &Option<Spanned<Recurrence>>) -> Vec<Inline> {
        recurrence.as_ref().map_or_else(Vec::new, |r| plain(capital(&self.recurrence(r.value))))
    }

    pub fn hours(&self, hours: &Option<Spanned<Hours>>) -> Vec<Inline> {
        let Some(hours) = hours else { return Vec::new() };
        plain(format::hours(self.locale, &hours.value).join("; "))
    }

    /// Targets that must all hold, with where they hold.
    pub fn targets(&self, targets: &[TargetSpec]) -> Vec<Inline> {
        join(targets.iter().map(|t| self.target(t)), "; ")
    }

    fn target(&self, spec: &TargetSpec) -> Vec<Inline> {
        let text = format::target(self.locale, &spec.target);
        let mut run = match &spec.target {
            Target::None { .. } => vec![Inline::Emph { content: plain(text) }],
            _ => vec![Inline::Value { text }],
        };
        run.extend(self.cases(spec.scope.iter().map(|(by, word)| (by.as_str(), word.as_str())), spec.rest));
        if let Some(conditions) = &spec.conditions {
            run.push(Inline::text(", "));
            run.extend(self.text(conditions));
        }
        let valid = [(self.w.counted_from, spec.from), (self.w.until, spec.until)];
        let valid: Vec<String> = valid
            .into_iter()
            .filter_map(|(word, when)| {
                let article = if matches!(when?, When::Day(_)) { self.w.day_article } else { "" };
                Some(format!("{word} {article}{}", self.date(when?)))
            })
            .collect();
        if !valid.is_empty() {
            run.push(Inline::text(format!(", {}", valid.join(" "))));
        }
        run
    }
}
