//! The kinds of entries: their names in the language and for readers.

use crate::lang::Text;

/// A kind of entry, in the order in which the manual treats them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Objectives,
    Principles,
    Segments,
    Needs,
    CustomerTypes,
    Surveys,
    Sources,
    Channels,
    Sites,
    Services,
    Commitments,
    Indicators,
    Resources,
    Inventory,
    Suppliers,
    Alliances,
    Communications,
    Standards,
    Complaints,
    Roles,
    Trainings,
    Paths,
    Quizzes,
    Risks,
    Laws,
    Glossary,
    Results,
    Chapters,
}

impl Kind {
    /// What cases are told apart by and what is one of the manual's entries: `by: [site]`.
    pub const DIMENSIONS: [(&'static str, Kind); 5] = [
        ("channel", Kind::Channels),
        ("segment", Kind::Segments),
        ("site", Kind::Sites),
        ("service", Kind::Services),
        ("role", Kind::Roles),
    ];

    /// The kind of the entries that cases are told apart by; none where it is by words alone.
    pub fn of_dimension(by: &str) -> Option<Kind> {
        Kind::DIMENSIONS.iter().find(|(name, _)| *name == by).map(|(_, kind)| *kind)
    }

    pub const ALL: [Kind; 28] = [
        Kind::Objectives,
        Kind::Principles,
        Kind::Segments,
        Kind::Needs,
        Kind::CustomerTypes,
        Kind::Surveys,
        Kind::Sources,
        Kind::Channels,
        Kind::Sites,
        Kind::Services,
        Kind::Commitments,
        Kind::Indicators,
        Kind::Resources,
        Kind::Inventory,
        Kind::Suppliers,
        Kind::Alliances,
        Kind::Communications,
        Kind::Standards,
        Kind::Complaints,
        Kind::Roles,
        Kind::Trainings,
        Kind::Paths,
        Kind::Quizzes,
        Kind::Risks,
        Kind::Laws,
        Kind::Glossary,
        Kind::Results,
        Kind::Chapters,
    ];

    /// The name in files, references and `kind/id`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Objectives => "objectives",
            Kind::Principles => "principles",
            Kind::Segments => "segments",
            Kind::Needs => "needs",
            Kind::CustomerTypes => "customer-types",
            Kind::Surveys => "surveys",
            Kind::Sources => "sources",
            Kind::Channels => "channels",
            Kind::Sites => "sites",
            Kind::Services => "services",
            Kind::Commitments => "commitments",
            Kind::Indicators => "indicators",
            Kind::Resources => "resources",
            Kind::Inventory => "inventory",
            Kind::Suppliers => "suppliers",
            Kind::Alliances => "alliances",
            Kind::Communications => "communications",
            Kind::Standards => "standards",
            Kind::Complaints => "complaints",
            Kind::Roles => "roles",
            Kind::Trainings => "trainings",
            Kind::Paths => "paths",
            Kind::Quizzes => "quizzes",
            Kind::Risks => "risks",
            Kind::Laws => "laws",
            Kind::Glossary => "glossary",
            Kind::Results => "results",
            Kind::Chapters => "chapters",
        }
    }

    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.name() == name)
    }

    /// The first part of an anchor: `service-microcredito`.
    pub fn anchor(self) -> &'static str {
        match self {
            Kind::CustomerTypes => "customer-type",
            Kind::Inventory => "inventory",
            Kind::Alliances => "alliance",
            Kind::Glossary => "term",
            Kind::Results => "results",
            Kind::Quizzes => "quiz",
            other => other.name().strip_suffix('s').unwrap_or(other.name()),
        }
    }

    /// The key that names an entry.
    pub fn name_key(self) -> &'static str {
        match self {
            Kind::Commitments => "promise",
            Kind::Glossary => "term",
            Kind::Chapters => "title",
            _ => "name",
        }
    }

    /// The keys without which an entry cannot be read, with their values left open: `name: …`.
    pub fn outline(self) -> String {
        let more = match self {
            Kind::Channels => ", kind: face_to_face",
            Kind::Glossary => ", definition: …",
            Kind::Communications => ", moment: before",
            Kind::Results => return "2026-09: …".to_owned(),
            _ => "",
        };
        format!("{}: …{more}", self.name_key())
    }

    /// The entries as a reader names them: «no existe `x` entre los indicadores».
    pub fn plural(self) -> Text {
        let (es, en, pt) = match self {
            Kind::Objectives => ("los objetivos", "the objectives", "os objetivos"),
            Kind::Principles => ("los principios", "the principles", "os princípios"),
            Kind::Segments => ("los segmentos", "the segments", "os segmentos"),
            Kind::Needs => ("las necesidades", "the needs", "as necessidades"),
            Kind::CustomerTypes => ("los tipos de cliente", "the customer types", "os tipos de cliente"),
            Kind::Surveys => ("las encuestas", "the surveys", "as pesquisas"),
            Kind::Sources => ("las fuentes", "the sources", "as fontes"),
            Kind::Channels => ("los canales", "the channels", "os canais"),
            Kind::Sites => ("las sedes", "the sites", "as unidades"),
            Kind::Services => ("los servicios", "the services", "os serviços"),
            Kind::Commitments => ("los compromisos", "the commitments", "os compromissos"),
            Kind::Indicators => ("los indicadores", "the indicators", "os indicadores"),
            Kind::Resources => ("los recursos", "the resources", "os recursos"),
            Kind::Inventory => ("las existencias", "the inventory", "os estoques"),
            Kind::Suppliers => ("los proveedores", "the suppliers", "os fornecedores"),
            Kind::Alliances => ("las alianzas", "the alliances", "as parcerias"),
            Kind::Communications => ("las comunicaciones", "the communications", "as comunicações"),
            Kind::Standards => ("las normas de trato", "the standards", "as normas de atendimento"),
            Kind::Complaints => {
                ("los procedimientos de reclamo", "the complaint procedures", "os procedimentos de reclamação")
            }
            Kind::Roles => ("los puestos", "the roles", "os cargos"),
            Kind::Trainings => ("las capacitaciones", "the trainings", "as capacitações"),
            Kind::Paths => ("las rutas de orientación", "the orientation paths", "as trilhas de integração"),
            Kind::Quizzes => ("las pruebas", "the quizzes", "os testes"),
            Kind::Risks => ("los riesgos", "the risks", "os riscos"),
            Kind::Laws => ("las normas legales", "the laws", "as normas legais"),
            Kind::Glossary => ("los términos del glosario", "the glossary terms", "os termos do glossário"),
            Kind::Results => ("los resultados", "the results", "os resultados"),
            Kind::Chapters => ("los capítulos", "the chapters", "os capítulos"),
        };
        Text { es, en, pt }
    }
}
