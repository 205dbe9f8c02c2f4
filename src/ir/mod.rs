//! The composed manual: everything a reader sees, in order, as closed enums that only serialize.
//!
//! Both renderers start from here and `manual.json` is exactly this. Every word, number, caption, date, label, anchor and
//! diagram is already in it; a renderer chooses looks, never content. Texts are in the manual's language and final.

mod history;
mod inline;
mod learning;
mod names;
pub mod role;
#[doc(hidden)]
pub mod sample;
mod sheet;
mod table;
mod walk;
pub use history::{CHANGES, History, PastEdition, SinceEdition};
pub use inline::{Inline, State, plain};
pub use learning::{Acknowledgement, Choice, ORIENTATION, Question, Record, Task};
pub use names::{Avoided, Name, NameKind};
pub use sheet::{Card, CardPart, CardRole, Poster, Tile};
pub use table::{Align, Column, Row, Table, TableLook};
pub use walk::{is_made, text_of};

use serde::Serialize;

pub use crate::lang::Interface as Labels;
use crate::lang::Lang;

/// Name and version of the shape of `manual.json`.
pub const SCHEMA: &str = "cartilla/manual/1";

/// A whole manual in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Manual {
    pub schema: &'static str,
    /// BCP 47 language of the texts: `es`, `en`, `ca`.
    pub lang: String,
    /// What stands before the decimals of its figures, for a reader's program that sorts them.
    #[serde(skip)]
    pub decimal: char,
    /// The language of the program's words around them, where it does not speak that of the texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interface: Option<Lang>,
    pub title: String,
    pub subtitle: Option<String>,
    pub organization: String,
    pub description: String,
    pub control: Control,
    /// Words of the interface that a renderer prints around the content.
    pub labels: &'static Labels,
    /// In reading order. The first is the cover.
    pub sections: Vec<Section>,
    /// What the places of the manual are called beside their titles.
    pub names: Vec<Name>,
    /// Pictures the blocks refer to, by path beneath `assets/`.
    pub assets: Vec<Asset>,
    /// What concerns each role, as data in files of their own.
    #[serde(skip)]
    pub roles: Vec<role::RoleData>,
    /// The editions before it, where they are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
    /// Data in files of their own, by path beneath the folder of the manual, beside those of the roles.
    #[serde(skip)]
    pub data: Vec<DataFile>,
}

/// Data in a file of its own.
#[derive(Debug, Clone)]
pub struct DataFile {
    pub path: String,
    pub bytes: Vec<u8>,
    /// The anchor of the section that says the same for people.
    pub section: String,
}

/// Identification of the document, as printed in heads and feet. Dates are formatted for the reader.
#[derive(Debug, Clone, Serialize)]
pub struct Control {
    pub code: Option<String>,
    pub edition: Option<String>,
    /// The status as a word for the reader.
    pub status: String,
    /// True for every status that staff must not work by: draft and superseded.
    pub draft: bool,
    pub effective: Option<String>,
    pub review_by: Option<String>,
    /// Where the manual is published in this language, if it is on the web: the address of its folder, with `/` at the end.
    pub address: Option<String>,
    /// ISO 8601 date that stamps the files: effective, else approved, else the day of the build.
    pub date: String,
    /// First twelve hexadecimal digits of the SHA-256 of the content, in groups of four.
    pub digest: String,
}

/// One labelled value of a strip or a card.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    pub label: String,
    pub content: Vec<Inline>,
}

/// A part of the manual that has a place in the contents. Chapters and services are pages of the site.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    pub kind: SectionKind,
    /// Anchor, unique in the manual and the same in every edition: `service-microcredito`, `complaints`.
    pub id: String,
    /// `3`, `6.2`; none for the cover and the control page.
    pub number: Option<String>,
    /// The organisation's own code, shown beside the title.
    pub code: Option<String>,
    pub title: String,
    /// The title as its author set it, where something in it is marked; stands at the section's head, the plain one everywhere else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heading: Vec<Inline>,
    /// The language of the title, where it is another than the manual's: a name that has no translation.
    pub title_lang: Option<String>,
    /// A shorter title for navigation and running heads.
    pub short: Option<String>,
    /// What the section is, in one or two sentences.
    pub lead: Vec<Inline>,
    /// The strip under the title: owner, status, dates.
    pub facts: Vec<Fact>,
    pub blocks: Vec<Block>,
    /// Sections beneath this one: families and services beneath the chapter of services.
    pub sections: Vec<Section>,
}

/// What a section is; decides its look and whether it is a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Title page. In HTML the home page, which also shows the index of services.
    Cover,
    /// Document control.
    Control,
    /// A chapter: one page.
    Chapter,
    /// The chapter that holds the services, grouped in families: its page is their index.
    Services,
    /// A family of services: a heading in navigation and index, not a page.
    Family,
    /// A service with its ten points: one page.
    Service,
    /// A register that is looked up, set in full width: one page.
    Register,
    /// All that concerns a role: one page, beneath the chapter that lists them.
    Role,
}

/// A block of content. Closed: a renderer must know every kind.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    Paragraph {
        content: Vec<Inline>,
    },
    /// A heading inside a section: level 2 to 4; beneath it stands what follows it.
    Heading {
        level: u8,
        id: Option<String>,
        number: Option<String>,
        title: Vec<Inline>,
        /// Whether the title is words of the program, and in their language.
        #[serde(skip)]
        told: bool,
    },
    /// One of the ten points of a service. `number` is 1 to 10.
    Point {
        number: u8,
        id: String,
        title: String,
        status: PointStatus,
        blocks: Vec<Block>,
    },
    /// Something with an address of its own: an indicator, a message, a moment, a standard, a role, a risk …
    Group {
        role: GroupRole,
        id: Option<String>,
        code: Option<String>,
        title: Vec<Inline>,
        blocks: Vec<Block>,
    },
    List {
        style: ListStyle,
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Definitions {
        items: Vec<Definition>,
    },
    /// Numbered steps, each with who does it and by when.
    Steps {
        items: Vec<Step>,
    },
    /// Label and value pairs.
    Facts {
        items: Vec<Fact>,
    },
    Table(Table),
    /// A drawing or picture.
    Figure(Figure),
    /// The panel of a service that an agent reads in ten seconds.
    Brief {
        title: String,
        say_label: String,
        say: Vec<Inline>,
        cells: Vec<Cell>,
    },
    /// A commitment to the customer: the vow, then measure, conditions, redress.
    Promise {
        id: Option<String>,
        code: Option<String>,
        label: String,
        content: Vec<Inline>,
        facts: Vec<Fact>,
    },
    /// Words to say aloud. `context` says when and where, `form` how.
    Script {
        label: String,
        context: Vec<Inline>,
        content: Vec<Inline>,
        form: Vec<Inline>,
    },
    /// A limit in time or money: `value` is large, `content` says of what.
    Limit {
        label: String,
        value: Vec<Inline>,
        content: Vec<Inline>,
    },
    Callout {
        tone: Tone,
        label: String,
        blocks: Vec<Block>,
    },
    /// To whom and when a case is escalated, from the first step up.
    Escalation {
        label: String,
        steps: Vec<Step>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Code {
        lang: Option<String>,
        text: String,
    },
    Rule,
    /// Cards to cut out and carry, four to a sheet.
    Cards {
        items: Vec<Card>,
    },
    /// A page to hang on a wall.
    Poster(Poster),
    /// Things to do in order, each with a box. On a page what is ticked stays on the reader's device.
    Tasks {
        /// What assistive technology calls the list.
        label: String,
        items: Vec<Task>,
    },
    /// How far somebody is on a path: on a page a bar that follows the boxes.
    Progress {
        /// What a page keeps the progress under: manual, edition and role.
        key: String,
        /// What there is to do, for every medium.
        content: Vec<Inline>,
    },
    /// A short test. On a page answers are checked at once; everywhere they stand at its end.
    Quiz {
        /// Unique in the section; no anchor.
        #[serde(rename = "key")]
        id: String,
        questions: Vec<Question>,
    },
    Acknowledgement(Acknowledgement),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PointStatus {
    Complete,
    /// Written in part; the checker says what lacks.
    Partial,
    Missing,
    /// Said not to apply, with a reason.
    NotApplicable,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupRole {
    Indicator,
    Message,
    Moment,
    Entry,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ListStyle {
    Bullets,
    Numbers,
    /// What is included, done, to be brought: a tick.
    Included,
    /// What is not included, not said, to be avoided: a cross.
    Excluded,
    /// Boxes to tick on paper.
    Checklist,
}

/// The tone of a callout. `Note` and `Tip` help; the others warn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

#[derive(Debug, Clone, Serialize)]
pub struct Definition {
    pub id: Option<String>,
    pub term: Vec<Inline>,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Step {
    pub id: Option<String>,
    pub content: Vec<Inline>,
    pub who: Vec<Inline>,
    pub when: Vec<Inline>,
}

/// A cell of the ten-second panel.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    pub role: CellRole,
    pub label: String,
    /// The value set large: `3 días hábiles`; may be empty.
    pub value: Vec<Inline>,
    pub content: Vec<Inline>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CellRole {
    Within,
    Decides,
    Escalates,
}

#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    pub id: Option<String>,
    pub number: Option<String>,
    pub caption: Vec<Inline>,
    pub source: FigureSource,
    /// What the picture says to somebody who cannot see it.
    pub alt: String,
}

#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FigureSource {
    /// A drawing as an SVG document whose colours are classes; see `diagram`. Width and height in CSS pixels.
    Drawing { svg: String, width: u32, height: u32 },
    /// A picture file, by its path beneath `assets/`. Width and height in pixels.
    Picture { path: String, width: u32, height: u32 },
}

/// A picture of the manual. The bytes travel beside the data, not in it.
#[derive(Debug, Clone, Serialize)]
pub struct Asset {
    pub path: String,
    #[serde(skip)]
    pub bytes: Vec<u8>,
}
