//! Ids of the author's own in advice: a fix that names an entry names one that the manual has.
//!
//! A text says `owner: {own_role}`, and the slot is filled for every rule alike: with the id of that kind whose name fits the entry
//! best, else one of the same file, else the first. Where the manual has none, the words say which id belongs there.

use crate::diag::{Arg, Args, Diagnostic};
use crate::lang::{Lang, Text};
use crate::model::base::Base;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use crate::span::FileId;
use std::collections::BTreeSet;

/// How every slot of this kind begins.
const PREFIX: &str = "{own_";
/// Words of fewer letters join names and tell nothing: «por», «the».
const SHORTEST: usize = 4;
/// So many letters of a word tell what it is about: `respuesta` and `responde`, `loan` and `loans`.
const STEM: usize = 5;
/// What a newcomer may be given to read, the best first.
const READ: [Kind; 5] = [Kind::Chapters, Kind::Standards, Kind::Services, Kind::Channels, Kind::Roles];

/// The slots that name an entry: its kind, and what is said where there is none.
const SLOTS: [(&str, Kind, Text); 15] = [
    (
        "own_alliance",
        Kind::Alliances,
        t("un aliado de alliances.yaml", "a partner in alliances.yaml", "um parceiro de alliances.yaml"),
    ),
    (
        "own_channel",
        Kind::Channels,
        t("un canal de channels.yaml", "a channel in channels.yaml", "um canal de channels.yaml"),
    ),
    ("own_contact", Kind::Roles, t("un puesto de roles.yaml", "a role in roles.yaml", "um cargo de roles.yaml")),
    (
        "own_indicator",
        Kind::Indicators,
        t("un indicador de indicators.yaml", "an indicator in indicators.yaml", "um indicador de indicators.yaml"),
    ),
    (
        "own_item",
        Kind::Inventory,
        t("una existencia de inventory.yaml", "an item in inventory.yaml", "um item de inventory.yaml"),
    ),
    ("own_law", Kind::Laws, t("una norma de laws.yaml", "a law in laws.yaml", "uma norma de laws.yaml")),
    (
        "own_need",
        Kind::Needs,
        t("una necesidad de needs.yaml", "a need in needs.yaml", "uma necessidade de needs.yaml"),
    ),
    (
        "own_objective",
        Kind::Objectives,
        t("un objetivo de objectives.yaml", "an objective in objectives.yaml", "um objetivo de objectives.yaml"),
    ),
    (
        "own_procedure",
        Kind::Complaints,
        t(
            "el procedimiento de complaints.yaml",
            "the procedure in complaints.yaml",
            "o procedimento de complaints.yaml",
        ),
    ),
    ("own_quiz", Kind::Quizzes, t("una prueba de quizzes.yaml", "a quiz in quizzes.yaml", "um teste de quizzes.yaml")),
    ("own_role", Kind::Roles, t("un puesto de roles.yaml", "a role in roles.yaml", "um cargo de roles.yaml")),
    (
        "own_source",
        Kind::Sources,
        t("una fuente de sources.yaml", "a source in sources.yaml", "uma fonte de sources.yaml"),
    ),
    (
        "own_standard",
        Kind::Standards,
        t("una norma de standards.yaml", "a standard in standards.yaml", "uma norma de standards.yaml"),
    ),
    (
        "own_supplier",
        Kind::Suppliers,
        t("un proveedor de suppliers.yaml", "a supplier in suppliers.yaml", "um fornecedor de suppliers.yaml"),
    ),
    (
        "own_training",
        Kind::Trainings,
        t("un curso de trainings.yaml", "a course in trainings.yaml", "um curso de trainings.yaml"),
    ),
];

const ID_OF: Text = Text { es: "el id de {name}", en: "the id of {name}", pt: "o id de {name}" };
const PATH_ID: Text = Text { es: "ruta-{name}", en: "path-{name}", pt: "trilha-{name}" };
const PATH_OF: Text = Text { es: "Ruta de {name}", en: "Path of {name}", pt: "Trilha de {name}" };
/// The code in an example where the manual has not said its own.
const A_CURRENCY: Text = t("PEN", "GBP", "BRL");
const A_READING: Text =
    Text { es: "el id de lo que ha de leer", en: "the id of what is to be read", pt: "o id do que deve ser lido" };

const fn t(es: &'static str, en: &'static str, pt: &'static str) -> Text {
    Text { es, en, pt }
}

/// Fills those slots in the advice of some findings: in its text, and in the examples that it is given.
pub fn fill(manual: &Resolved<'_>, findings: &mut [Diagnostic]) {
    for finding in findings.iter_mut() {
        let texts = [Some(finding.entry.fix), finding.help];
        let wanted: BTreeSet<&str> = texts.iter().flatten().flat_map(|text| slots(text.in_lang(Lang::En))).collect();
        if wanted.is_empty() && !finding.args.iter().any(|(_, arg)| has_slot(arg)) {
            continue;
        }
        let about = About::of(manual, finding);
        for (_, arg) in &mut finding.args {
            about.fill(arg);
        }
        finding.args.extend(about.args(&wanted));
    }
}

/// Whether words of ours in an argument leave such a slot open.
fn has_slot(arg: &Arg) -> bool {
    match arg {
        Arg::Words(text) => text.en.contains(PREFIX),
        Arg::List(items) => items.iter().any(has_slot),
        _ => false,
    }
}

/// Every slot that is filled here.
const SLOT_NAMES: [&str; 20] = [
    "own_alliance",
    "own_channel",
    "own_contact",
    "own_currency",
    "own_entry",
    "own_indicator",
    "own_item",
    "own_law",
    "own_name",
    "own_need",
    "own_objective",
    "own_path",
    "own_procedure",
    "own_quiz",
    "own_reading",
    "own_role",
    "own_source",
    "own_standard",
    "own_supplier",
    "own_training",
];

/// The names of these slots in a text.
fn slots(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(PREFIX).filter_map(|(at, _)| text[at + 1..].split('}').next())
}

/// What a finding is about, to choose among the entries of a kind.
struct About<'m> {
    manual: &'m Resolved<'m>,
    entry: Option<&'m Base>,
    file: FileId,
    words: BTreeSet<String>,
}

impl<'m> About<'m> {
    fn of(manual: &'m Resolved<'m>, finding: &Diagnostic) -> About<'m> {
        let subject = finding.subject.as_deref().and_then(|subject| subject.split_once('/'));
        let entry = subject.and_then(|(kind, id)| manual.model.base(Kind::from_name(kind)?, id));
        About { manual, entry, file: finding.span.file, words: entry.map_or_else(BTreeSet::new, stems) }
    }

    /// The values of some slots.
    fn args(&self, wanted: &BTreeSet<&str>) -> Args {
        SLOT_NAMES.into_iter().filter(|name| wanted.contains(name)).map(|name| (name, self.find(name))).collect()
    }

    /// Fills the slots of an example.
    fn fill(&self, arg: &mut Arg) {
        match arg {
            Arg::Words(text) if text.en.contains(PREFIX) => {
                *arg = Arg::Phrase(*text, self.args(&slots(text.en).collect()));
            }
            Arg::List(items) => items.iter_mut().for_each(|item| self.fill(item)),
            _ => {}
        }
    }

    fn find(&self, slot: &str) -> Arg {
        let id = self.entry.map_or("…", |entry| entry.id.as_str());
        let name = || self.entry.map_or_else(|| "…".to_owned(), Base::title);
        match slot {
            "own_currency" => match &self.manual.model.manifest.currency {
                Some(currency) => currency.value.as_str().into(),
                None => A_CURRENCY.into(),
            },
            "own_entry" => id.into(),
            "own_name" => Arg::named(PATH_OF, name()),
            "own_path" => Arg::named(PATH_ID, id),
            "own_reading" => self.reading(),
            _ => self.own(slot),
        }
    }

    /// The id for a slot that names an entry of one kind.
    fn own(&self, slot: &str) -> Arg {
        let Some((_, kind, none)) = SLOTS.iter().find(|(name, ..)| *name == slot) else { return "…".into() };
        let found = match slot {
            "own_contact" => self.best(*kind, true).or_else(|| self.best(*kind, false)),
            _ => self.best(*kind, false),
        };
        match (found, kind) {
            (Some(base), Kind::Complaints) => base.subject().into(),
            (Some(base), _) => base.id.as_str().into(),
            (None, Kind::Complaints) => (*none).into(),
            (None, _) => Arg::named(ID_OF, *none),
        }
    }

    fn reading(&self) -> Arg {
        READ.iter()
            .find_map(|kind| self.best(*kind, false))
            .map_or_else(|| A_READING.into(), |base| base.subject().into())
    }

    /// The entry of a kind that fits best, itself apart.
    fn best(&self, kind: Kind, contact: bool) -> Option<&'m Base> {
        let model = &self.manual.model;
        let is_itself = |base: &Base| self.entry.is_some_and(|entry| entry.kind == kind && entry.id == base.id);
        let serves = |base: &Base| !contact || model.roles.get(&base.id).is_some_and(|role| role.contact);
        let fits = |base: &&'m Base| base.kind == kind && base.is_active() && !is_itself(base) && serves(base);
        let mut best: Option<((usize, bool), &Base)> = None;
        for base in model.bases().into_iter().filter(fits) {
            let shared = stems(base).intersection(&self.words).count();
            let rank = (shared, base.span.file == self.file);
            if best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, base));
            }
        }
        best.map(|(_, base)| base)
    }
}

/// The words of an entry's id and name, cut to what they have in common with their kin.
fn stems(base: &Base) -> BTreeSet<String> {
    let words = format!("{}-{}", slug(&base.id), slug(&base.title()));
    let told = words.split('-').filter(|word| word.len() >= SHORTEST);
    told.map(|word| word.chars().take(STEM).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{SLOT_NAMES, SLOTS, slots};
    use crate::diag::Diagnostic;
    use crate::lang::Lang;
    use crate::load::example::parse;
    use crate::{Options, compile, entries};

    fn found(files: &str, code: &str) -> Vec<Diagnostic> {
        let today = jiff::civil::date(2026, 11, 21);
        let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
        let compiled = compile(&parse(files).0, &options).expect("files in memory can be listed");
        compiled.findings.into_iter().filter(|finding| finding.code() == code).collect()
    }

    fn help(files: &str, code: &str) -> String {
        let findings = found(files, code);
        let [finding] = findings.as_slice() else { panic!("{code}: {} findings", findings.len()) };
        finding.help_text(Lang::Es)
    }

    #[test]
    fn every_slot_of_this_kind_is_one_that_is_filled() {
        for entry in entries() {
            for lang in Lang::ALL {
                let unknown: Vec<&str> =
                    slots(entry.fix.in_lang(lang)).filter(|slot| !SLOT_NAMES.contains(slot)).collect();
                assert!(unknown.is_empty(), "{}: {unknown:?}", entry.code);
            }
        }
        assert!(SLOTS.iter().all(|(slot, ..)| SLOT_NAMES.contains(slot)));
    }

    #[test]
    fn a_fix_names_the_entry_that_fits_best_by_name() {
        let promise = "=== commitments.yaml\nllamada-de-vuelta: { promise: Devolvemos la llamada., within: 1 hour }\n";
        let measures = "=== indicators.yaml\ncitas: { name: Citas a tiempo, target: { share: 90 % } }\n\
                        llamadas: { name: Llamadas devueltas, target: { share: 90 % } }\n";
        assert!(help(&format!("{promise}{measures}"), "C301").contains("`indicator: llamadas`"));
    }

    #[test]
    fn without_a_fitting_name_a_fix_takes_the_first_and_never_the_entry_itself() {
        let roles = "=== roles.yaml\njefa: { name: Jefa }\nasistente: { name: Asistente, contact: true }\n";
        assert!(help(roles, "P509").ends_with("`escalates_to: jefa`"), "{}", help(roles, "P509"));
        let path = help(roles, "P506");
        assert!(path.contains("`ruta-asistente: { name: Ruta de Asistente, role: asistente,"), "{path}");
    }

    #[test]
    fn an_example_within_a_fix_names_the_author_s_own_too() {
        let manifest = "=== manual.yaml\norganization: { name: E }\ndocument: { title: M, status: in_force }\nlanguages: { default: es }\n\
                        === roles.yaml\ndireccion: { name: Dirección }\n";
        let helps: Vec<String> = found(manifest, "I701").iter().map(|finding| finding.help_text(Lang::Es)).collect();
        assert!(helps.iter().any(|help| help.contains("`owner: direccion`")), "{helps:?}");
    }

    #[test]
    fn an_amount_in_a_fix_is_in_the_money_of_the_manual() {
        let bare = "code: EJ-01\nname: Ejemplo\n";
        assert!(help(bare, "A109").ends_with("`cost: { unit_cost: 8.50 PEN }`"), "{}", help(bare, "A109"));
        let manifest = "=== manual.yaml\norganization: { name: E }\ndocument: { title: M }\nlanguages: { default: es }\n\
                        currency: EUR\n=== services/ejemplo.md\n---\ncode: EJ-01\nname: Ejemplo\n---\n";
        assert!(help(manifest, "A109").ends_with("`cost: { unit_cost: 8.50 EUR }`"), "{}", help(manifest, "A109"));
    }

    #[test]
    fn what_the_manual_has_none_of_is_said_in_words() {
        let bare = "code: EJ-01\nname: Ejemplo\n";
        let suppliers = help(bare, "A106");
        assert!(suppliers.contains("`suppliers: [el id de un proveedor de suppliers.yaml]`"), "{suppliers}");
        let finding = &found(bare, "A107")[0];
        assert!(finding.help_text(Lang::En).contains("[the id of a partner in alliances.yaml]"));
    }
}
