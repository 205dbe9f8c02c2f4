//! What a manual says: one file a kind, with its type, how it is read and what it links to.
//!
//! The keys an author may write are in `README.md` beside this file, the reference of the language.

pub mod base;
pub mod calendar;
pub mod capacity;
pub mod channel;
pub mod commitment;
pub mod complaint;
pub mod customer;
pub mod details;
mod hours;
pub mod indicator;
mod languages;
pub mod manifest;
pub mod message;
pub mod norms;
pub mod offering;
pub mod orientation;
pub mod partner;
pub mod people;
pub mod reference;
mod register;
pub mod service;
pub mod staffing;
pub mod steps;
pub mod stock;
pub mod target;

use crate::diag::Diagnostic;
use crate::lang::Tongue;
use crate::parse::files::{Document, InLanguage, Parsed};
use crate::parse::kind::Kind;
use crate::parse::reader::{Context, Given, Notes, Reader, Values};
use crate::parse::yaml::{self, Node};
use crate::span::{Sources, Span, Spanned};
use crate::values::Date;
use base::Base;
use rayon::prelude::*;
pub use register::{Entry, Register};
use std::borrow::Cow;

/// A manual as its author wrote it, typed.
#[derive(Debug, Clone)]
pub struct Model {
    pub manifest: manifest::Manifest,
    /// The organisation's own profiles, as written: the layer of profiles reads them.
    pub profiles: Vec<(Spanned<String>, Node)>,
    pub objectives: Register<norms::Objective>,
    pub principles: Register<norms::Principle>,
    pub standards: Register<norms::Standard>,
    pub segments: Register<customer::Segment>,
    pub needs: Register<customer::Need>,
    pub customer_types: Register<customer::CustomerType>,
    pub surveys: Register<customer::Survey>,
    pub sources: Register<customer::SourceDocument>,
    pub channels: Register<channel::Channel>,
    pub sites: Register<channel::Site>,
    pub services: Register<service::Service>,
    pub commitments: Register<commitment::Commitment>,
    pub indicators: Register<indicator::Indicator>,
    pub resources: Register<stock::Resource>,
    pub inventory: Register<stock::InventoryItem>,
    pub suppliers: Register<partner::Supplier>,
    pub alliances: Register<partner::Alliance>,
    pub communications: Register<message::Communication>,
    pub complaints: Register<complaint::Procedure>,
    pub roles: Register<people::Role>,
    pub trainings: Register<people::Training>,
    pub paths: Register<orientation::Path>,
    pub quizzes: Register<orientation::Quiz>,
    pub risks: Register<reference::Risk>,
    pub laws: Register<reference::Law>,
    pub glossary: Register<reference::Term>,
    pub chapters: Register<reference::Chapter>,
}

/// Reads the entries of a manual in a language (none: as written). None if there is no manifest at all.
pub fn read(sources: &Sources, parsed: &Parsed, lang: Option<Tongue>) -> (Option<Model>, Notes) {
    let mut findings = Vec::new();
    let documents = parsed.in_language(lang, &mut findings);
    read_from(Context::new(sources), parsed, documents, lang, findings)
}

/// The manifest alone, as written.
pub fn read_manifest(parsed: &Parsed) -> Option<manifest::Manifest> {
    Context::new(&parsed.sources).top(parsed.manifest.as_ref()?, manifest::Manifest::read)
}

/// The same with notes of all that prose does not print: for those who compare two manuals.
pub fn read_closely(sources: &Sources, parsed: &Parsed, lang: Option<Tongue>) -> (Option<Model>, Notes) {
    let mut findings = Vec::new();
    let documents = parsed.in_language(lang, &mut findings);
    let mut cx = Context::new(sources);
    cx.notes.written = Some(Values::new());
    read_from(cx, parsed, documents, lang, findings)
}

/// The same as written, for the last time: each tree is let go of when it has been read.
pub fn read_last(sources: &Sources, parsed: &mut Parsed) -> (Option<Model>, Notes) {
    let documents = parsed.take();
    read_from(Context::new(sources), parsed, documents, None, Vec::new())
}

fn read_from(
    mut cx: Context<'_>,
    parsed: &Parsed,
    InLanguage { manifest, documents }: InLanguage<'_>,
    lang: Option<Tongue>,
    findings: Vec<Diagnostic>,
) -> (Option<Model>, Notes) {
    cx.notes.findings = findings;
    let manifest = manifest.and_then(|node| cx.top(&node, manifest::Manifest::read));
    if parsed.unread.manifest {
        // Nothing of it was read, so that all of it seems to be missing.
        cx.notes.findings.clear();
    }
    let Some(manifest) = manifest else { return (None, cx.notes) };
    cx.raw_html = manifest.raw_html;
    cx.currency = manifest.currency.as_ref().map(|code| code.value.clone());
    let unread = parsed.unread.manifest || cx.notes.failed.iter().any(|(_, path)| path.starts_with("languages"));
    if lang.is_none() && !unread {
        cx.notes.findings.extend(parsed.undeclared(cx.sources, &manifest.languages.others));
    }
    let mut model = Model::empty(manifest);
    model.profiles.clone_from(&parsed.profiles);
    let parts = documents.into_par_iter().chunks(TOGETHER);
    let parts: Vec<_> = parts.map(|documents| part(&cx, &model.manifest, documents)).collect();
    let mut late = Vec::new();
    cx.notes.settle();
    for (entries, notes, results) in parts {
        model.join(entries, &mut cx.notes.findings);
        cx.notes.join(notes);
        late.extend(results);
    }
    for (id, results) in late {
        model.add_results(&id, results, &mut cx.notes);
    }
    model.give_commitments();
    model.services.items.sort_by_key(|s| {
        let code = s.base.code.as_ref().map(|c| c.value.clone());
        (model.manifest.family_order(s.family.as_ref()), code.is_none(), code)
    });
    model.services.reindex();
    model.chapters.items.sort_by_key(|c| c.order.as_ref().map(|o| o.value));
    model.chapters.reindex();
    (Some(model), cx.notes)
}

/// How many entries one thread reads at a time.
const TOGETHER: usize = 32;

/// Reads some of the entries, one after the other.
fn part(
    cx: &Context<'_>,
    manifest: &manifest::Manifest,
    documents: Vec<Cow<'_, Document>>,
) -> (Model, Notes, LateResults) {
    let mut cx = cx.beside();
    let mut model = Model::empty(manifest.clone());
    let mut late = Vec::new();
    for document in documents {
        cx.entry(document.kind, &document.id.value, |cx| model.add(cx, &document, &mut late));
    }
    cx.notes.settle();
    (model, cx.notes, late)
}

/// Reads one entry by itself, or the manifest where there is no kind: what its reader asks for is left in the trace of `cx`.
pub fn read_alone(cx: &mut Context<'_>, kind: Option<Kind>, node: &Node) {
    let Some(kind) = kind else {
        cx.top(node, manifest::Manifest::read);
        return;
    };
    let nothing = Node { span: node.span, kind: yaml::Kind::Map(Vec::new()) };
    let Some(manifest) = Context::new(cx.sources).top(&nothing, manifest::Manifest::read) else { return };
    let id = Spanned { value: "x".to_owned(), span: node.span };
    let document = Document { kind, id, node: node.clone(), prose: None, lang: None };
    cx.entry(kind, "x", |cx| Model::empty(manifest).add(cx, &document, &mut Vec::new()));
}

type LateResults = Vec<(Spanned<String>, Vec<indicator::PeriodResult>)>;

impl Model {
    fn empty(manifest: manifest::Manifest) -> Model {
        Model {
            manifest,
            profiles: Vec::new(),
            objectives: Register::default(),
            principles: Register::default(),
            standards: Register::default(),
            segments: Register::default(),
            needs: Register::default(),
            customer_types: Register::default(),
            surveys: Register::default(),
            sources: Register::default(),
            channels: Register::default(),
            sites: Register::default(),
            services: Register::default(),
            commitments: Register::default(),
            indicators: Register::default(),
            resources: Register::default(),
            inventory: Register::default(),
            suppliers: Register::default(),
            alliances: Register::default(),
            communications: Register::default(),
            complaints: Register::default(),
            roles: Register::default(),
            trainings: Register::default(),
            paths: Register::default(),
            quizzes: Register::default(),
            risks: Register::default(),
            laws: Register::default(),
            glossary: Register::default(),
            chapters: Register::default(),
        }
    }

    /// Adds the entries that were read beside these.
    fn join(&mut self, other: Model, findings: &mut Vec<Diagnostic>) {
        self.objectives.join(other.objectives, findings);
        self.principles.join(other.principles, findings);
        self.standards.join(other.standards, findings);
        self.segments.join(other.segments, findings);
        self.needs.join(other.needs, findings);
        self.customer_types.join(other.customer_types, findings);
        self.surveys.join(other.surveys, findings);
        self.sources.join(other.sources, findings);
        self.channels.join(other.channels, findings);
        self.sites.join(other.sites, findings);
        self.services.join(other.services, findings);
        self.commitments.join(other.commitments, findings);
        self.indicators.join(other.indicators, findings);
        self.resources.join(other.resources, findings);
        self.inventory.join(other.inventory, findings);
        self.suppliers.join(other.suppliers, findings);
        self.alliances.join(other.alliances, findings);
        self.communications.join(other.communications, findings);
        self.complaints.join(other.complaints, findings);
        self.roles.join(other.roles, findings);
        self.trainings.join(other.trainings, findings);
        self.paths.join(other.paths, findings);
        self.quizzes.join(other.quizzes, findings);
        self.risks.join(other.risks, findings);
        self.laws.join(other.laws, findings);
        self.glossary.join(other.glossary, findings);
        self.chapters.join(other.chapters, findings);
    }

    fn add(&mut self, cx: &mut Context<'_>, document: &Document, late: &mut LateResults) {
        /// Reads one entry, gives it its prose, and adds it to its register.
        macro_rules! add {
            ($register:ident, $type:ty) => {{
                let at = document.id.span;
                if let Some(mut entry) = cx.top(&document.node, |r: &mut Reader<'_, '_, '_>| <$type>::read(r, at)) {
                    if let Some((file, range)) = &document.prose {
                        entry.base.body = cx.prose(*file, range.clone());
                    }
                    self.$register.push(entry, &mut cx.notes.findings);
                } else {
                    cx.notes.unread.push((document.kind, document.id.value.clone()));
                }
            }};
        }
        match document.kind {
            Kind::Objectives => add!(objectives, norms::Objective),
            Kind::Principles => add!(principles, norms::Principle),
            Kind::Standards => add!(standards, norms::Standard),
            Kind::Segments => add!(segments, customer::Segment),
            Kind::Needs => add!(needs, customer::Need),
            Kind::CustomerTypes => add!(customer_types, customer::CustomerType),
            Kind::Surveys => add!(surveys, customer::Survey),
            Kind::Sources => add!(sources, customer::SourceDocument),
            Kind::Channels => add!(channels, channel::Channel),
            Kind::Sites => add!(sites, channel::Site),
            Kind::Commitments => add!(commitments, commitment::Commitment),
            Kind::Indicators => add!(indicators, indicator::Indicator),
            Kind::Resources => add!(resources, stock::Resource),
            Kind::Inventory => add!(inventory, stock::InventoryItem),
            Kind::Suppliers => add!(suppliers, partner::Supplier),
            Kind::Alliances => add!(alliances, partner::Alliance),
            Kind::Communications => add!(communications, message::Communication),
            Kind::Roles => add!(roles, people::Role),
            Kind::Trainings => add!(trainings, people::Training),
            Kind::Paths => add!(paths, orientation::Path),
            Kind::Quizzes => add!(quizzes, orientation::Quiz),
            Kind::Risks => add!(risks, reference::Risk),
            Kind::Laws => add!(laws, reference::Law),
            Kind::Glossary => add!(glossary, reference::Term),
            Kind::Chapters => add!(chapters, reference::Chapter),
            Kind::Services => {
                add!(services, service::Service);
                if let Some(service) = self.services.items.last_mut()
                    && service.base.id == document.id.value
                {
                    let indicators = std::mem::take(&mut service.own_indicators);
                    let commitments = std::mem::take(&mut service.own_commitments);
                    self.add_inline(commitments, indicators, &mut cx.notes.findings);
                }
            }
            Kind::Complaints => {
                add!(complaints, complaint::Procedure);
                if let Some(procedure) = self.complaints.items.last_mut() {
                    let indicators = std::mem::take(&mut procedure.own_indicators);
                    let commitments = std::mem::take(&mut procedure.own_commitments);
                    self.add_inline(commitments, indicators, &mut cx.notes.findings);
                }
            }
            // `results.yaml` is keyed by indicator; the results join theirs when all indicators are known.
            Kind::Results => {
                let id = document.id.clone();
                late.push((id, cx.value(&document.node, indicator::results)));
            }
        }
    }

    fn add_inline(
        &mut self,
        commitments: Vec<commitment::Commitment>,
        indicators: Vec<indicator::Indicator>,
        findings: &mut Vec<Diagnostic>,
    ) {
        commitments.into_iter().for_each(|c| self.commitments.push(c, findings));
        indicators.into_iter().for_each(|i| self.indicators.push(i, findings));
    }

    fn add_results(&mut self, id: &Spanned<String>, results: Vec<indicator::PeriodResult>, notes: &mut Notes) {
        match self.indicators.get_mut(&id.value) {
            Some(indicator) => indicator.results.extend(results),
            None => notes.references.push(crate::parse::reader::Reference {
                kind: Kind::Indicators,
                id: id.value.clone(),
                span: id.span,
                from: (Kind::Results, id.value.clone()),
            }),
        }
    }

    /// Lists the commitments of the register that name a service with those that the service lists itself.
    fn give_commitments(&mut self) {
        for commitment in &self.commitments {
            let Some(named) = &commitment.service else { continue };
            let Some(service) = self.services.get_mut(&named.value) else { continue };
            let id = Spanned { value: commitment.base.id.clone(), span: commitment.base.key };
            match &mut service.commitments {
                Given::Missing => service.commitments = Given::Some { value: vec![id], span: named.span },
                Given::Some { value, .. } if value.iter().all(|known| known.value != id.value) => value.push(id),
                // Who says that there is none is contradicted where the service is shown.
                Given::Some { .. } | Given::None { .. } => {}
            }
        }
    }

    /// The common part of every entry, kind by kind.
    pub fn bases(&self) -> Vec<&Base> {
        fn push<'a, T: Entry>(out: &mut Vec<&'a Base>, register: &'a Register<T>) {
            out.extend(register.iter().map(Entry::base));
        }
        let mut out = Vec::new();
        push(&mut out, &self.objectives);
        push(&mut out, &self.principles);
        push(&mut out, &self.standards);
        push(&mut out, &self.segments);
        push(&mut out, &self.needs);
        push(&mut out, &self.customer_types);
        push(&mut out, &self.surveys);
        push(&mut out, &self.sources);
        push(&mut out, &self.channels);
        push(&mut out, &self.sites);
        push(&mut out, &self.services);
        push(&mut out, &self.commitments);
        push(&mut out, &self.indicators);
        push(&mut out, &self.resources);
        push(&mut out, &self.inventory);
        push(&mut out, &self.suppliers);
        push(&mut out, &self.alliances);
        push(&mut out, &self.communications);
        push(&mut out, &self.complaints);
        push(&mut out, &self.roles);
        push(&mut out, &self.trainings);
        push(&mut out, &self.paths);
        push(&mut out, &self.quizzes);
        push(&mut out, &self.risks);
        push(&mut out, &self.laws);
        push(&mut out, &self.glossary);
        push(&mut out, &self.chapters);
        out
    }

    /// Takes every state as it is on a day: a retirement in the future changes nothing yet.
    pub fn settle(&mut self, today: Date) {
        fn each<T: Entry>(register: &mut Register<T>, today: Date) {
            register.items.iter_mut().for_each(|item| item.base_mut().status.settle(today));
        }
        each(&mut self.objectives, today);
        each(&mut self.principles, today);
        each(&mut self.standards, today);
        each(&mut self.segments, today);
        each(&mut self.needs, today);
        each(&mut self.customer_types, today);
        each(&mut self.surveys, today);
        each(&mut self.sources, today);
        each(&mut self.channels, today);
        each(&mut self.sites, today);
        each(&mut self.services, today);
        each(&mut self.commitments, today);
        each(&mut self.indicators, today);
        each(&mut self.resources, today);
        each(&mut self.inventory, today);
        each(&mut self.suppliers, today);
        each(&mut self.alliances, today);
        each(&mut self.communications, today);
        each(&mut self.complaints, today);
        each(&mut self.roles, today);
        each(&mut self.trainings, today);
        each(&mut self.paths, today);
        each(&mut self.quizzes, today);
        each(&mut self.risks, today);
        each(&mut self.laws, today);
        each(&mut self.glossary, today);
        each(&mut self.chapters, today);
        self.services.items.iter_mut().for_each(|service| service.settle(today));
    }

    /// The entry of a kind and id, if there is one.
    pub fn base(&self, kind: Kind, id: &str) -> Option<&Base> {
        match kind {
            Kind::Objectives => self.objectives.get(id).map(Entry::base),
            Kind::Principles => self.principles.get(id).map(Entry::base),
            Kind::Standards => self.standards.get(id).map(Entry::base),
            Kind::Segments => self.segments.get(id).map(Entry::base),
            Kind::Needs => self.needs.get(id).map(Entry::base),
            Kind::CustomerTypes => self.customer_types.get(id).map(Entry::base),
            Kind::Surveys => self.surveys.get(id).map(Entry::base),
            Kind::Sources => self.sources.get(id).map(Entry::base),
            Kind::Channels => self.channels.get(id).map(Entry::base),
            Kind::Sites => self.sites.get(id).map(Entry::base),
            Kind::Services => self.services.get(id).map(Entry::base),
            Kind::Commitments => self.commitments.get(id).map(Entry::base),
            Kind::Indicators => self.indicators.get(id).map(Entry::base),
            Kind::Resources => self.resources.get(id).map(Entry::base),
            Kind::Inventory => self.inventory.get(id).map(Entry::base),
            Kind::Suppliers => self.suppliers.get(id).map(Entry::base),
            Kind::Alliances => self.alliances.get(id).map(Entry::base),
            Kind::Communications => self.communications.get(id).map(Entry::base),
            Kind::Complaints => self.complaints.get(id).map(Entry::base),
            Kind::Roles => self.roles.get(id).map(Entry::base),
            Kind::Trainings => self.trainings.get(id).map(Entry::base),
            Kind::Paths => self.paths.get(id).map(Entry::base),
            Kind::Quizzes => self.quizzes.get(id).map(Entry::base),
            Kind::Risks => self.risks.get(id).map(Entry::base),
            Kind::Laws => self.laws.get(id).map(Entry::base),
            Kind::Glossary => self.glossary.get(id).map(Entry::base),
            Kind::Chapters => self.chapters.get(id).map(Entry::base),
            Kind::Results => None,
        }
    }
}

impl manifest::Manifest {
    /// The place of a family in the manifest; families that it does not name come last.
    fn family_order(&self, family: Option<&Spanned<String>>) -> usize {
        let Some(family) = family else { return usize::MAX };
        self.families.iter().position(|f| f.id.value == family.value).unwrap_or(usize::MAX - 1)
    }

    /// A span for findings about the document control.
    pub fn document_span(&self) -> Span {
        self.document.span.unwrap_or(self.span)
    }
}
