//! Addresses for all that has none of its own: each heading, part, row, step and definition of a composed manual.
//!
//! Such an address is that of what it stands in, a point, and the first words of the manual's own language: no id has a point, so
//! that none can be taken. A translation takes the addresses of the original over, where both have the same in the same order.

use super::{free, words};
use crate::ir::{Block, Fact, Figure, FigureSource, Inline, Row, Section, Step, is_made, plain, text_of};
use std::collections::{HashMap, HashSet};

/// Something that wants an address.
struct Named<'a> {
    /// The address of what it stands in.
    scope: &'a str,
    /// What tells it from others of the same words: of a heading the one above it, of a row what its table is called.
    above: &'a str,
    /// What it says; the first words name it, the rest tells it from its like.
    says: &'a [&'a [Inline]],
    /// What stands between both: a colon before the key of a label, so that no words take it.
    sign: char,
}

impl Named<'_> {
    /// What it could be called, the shortest first.
    fn choices(&self) -> Vec<String> {
        let mut said = self.says.iter().map(|run| called(run)).filter(|words| !words.is_empty());
        let first = said.next().unwrap_or_else(|| "0".to_owned());
        let mut name = format!("{}{}{first}", self.scope, self.sign);
        let mut out = vec![name.clone()];
        if !self.above.is_empty() {
            out.push(format!("{}{}{}-{first}", self.scope, self.sign, self.above));
        }
        for more in said {
            name = format!("{name}-{more}");
            out.push(name.clone());
        }
        out
    }
}

/// What a run calls itself: the entry that it begins with, or its first words.
fn called(run: &[Inline]) -> String {
    entry(run).map_or_else(|| words(&text_of(run)), str::to_owned)
}

fn entry(run: &[Inline]) -> Option<&str> {
    let place = run.iter().position(|inline| matches!(inline, Inline::Ref { .. }))?;
    let (before, after) = (&run[..place], &run[place + 1..]);
    let is_code = |inline: &Inline| match inline {
        Inline::Mark { .. } => true,
        Inline::Text { text } => text.trim().is_empty(),
        _ => false,
    };
    let alone = before.iter().all(is_code) && !after.iter().any(|inline| matches!(inline, Inline::Ref { .. }));
    match &run[place] {
        Inline::Ref { to, .. } if alone => Some(to),
        _ => None,
    }
}

/// Gives an address to all that has none. Of two with the same words neither has the short one, which would be the other's as soon as
/// they change places.
pub fn settle(sections: &mut [Section]) {
    for section in sections {
        let mut taken = HashSet::new();
        let mut wanted: Vec<Vec<String>> = Vec::new();
        visit_section(section, &mut |address, named| match address {
            Some(address) => drop(taken.insert(address.clone())),
            None => wanted.push(named.choices()),
        });
        let mut found = choose(&wanted, taken).into_iter();
        visit_section(section, &mut |address, _| {
            if address.is_none() {
                *address = found.next();
            }
        });
        settle(&mut section.sections);
    }
}

/// One of the choices of each, so that all differ.
fn choose(wanted: &[Vec<String>], mut taken: HashSet<String>) -> Vec<String> {
    let mut found: Vec<Option<String>> = vec![None; wanted.len()];
    let longest = wanted.iter().map(Vec::len).max().unwrap_or(0);
    for length in 0..longest {
        let open = || wanted.iter().enumerate().filter_map(|(at, choices)| Some((at, choices.get(length)?)));
        let mut times: HashMap<&str, usize> = HashMap::new();
        for (_, choice) in open().filter(|(at, _)| found[*at].is_none()) {
            *times.entry(choice).or_default() += 1;
        }
        for (at, choice) in open() {
            if found[at].is_none() && times.get(choice.as_str()) == Some(&1) && taken.insert(choice.clone()) {
                found[at] = Some(choice.clone());
            }
        }
    }
    let numbered = |(found, choices): (Option<String>, &Vec<String>)| {
        found.unwrap_or_else(|| free(choices.last().cloned().unwrap_or_default(), &mut taken))
    };
    found.into_iter().zip(wanted).map(numbered).collect()
}

/// A heading beneath which the next block stands.
struct Open {
    level: u8,
    /// Of its own, which those of the headings beneath it begin with.
    own: Option<String>,
    /// What those of the rows beneath it begin with.
    scope: String,
    words: String,
}

type See<'s> = dyn FnMut(&mut Option<String>, &Named<'_>) + 's;

fn visit_section(section: &mut Section, see: &mut See<'_>) {
    pairs(&mut section.facts, &section.id, see);
    visit(&mut section.blocks, &section.id, see);
}

/// Labels go by their keys, which are the same in every language.
fn pairs(facts: &mut [Fact], scope: &str, see: &mut See<'_>) {
    for Fact { id, key, content, .. } in facts {
        see(id, &Named { scope, above: "", says: &[&plain(key.as_str()), content], sign: ':' });
    }
}

/// What a picture goes by: its file, which is the same in every language. A drawing is made by the program, and so are its words.
fn pictured(figure: &Figure) -> Vec<Inline> {
    plain(match &figure.source {
        FigureSource::Picture { path, .. } => {
            path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or("")
        }
        FigureSource::Drawing { .. } => "figure",
    })
}

/// Shows all that may have an address, in reading order.
fn visit(blocks: &mut [Block], home: &str, see: &mut See<'_>) {
    let mut open: Vec<Open> = Vec::new();
    for block in blocks {
        let scope = open.last().map_or(home, |open| &open.scope).to_owned();
        match block {
            Block::Heading { level, id, title, .. } => {
                open.retain(|above| above.level < *level);
                let above = open.last().map_or("", |open| if open.own.is_none() { &open.words } else { "" });
                let around = open.iter().rev().find_map(|open| open.own.as_deref()).unwrap_or(home);
                let words = called(title);
                let scope = id.clone().unwrap_or_else(|| format!("{around}.{words}"));
                see(id, &Named { scope: around, above, says: &[title], sign: '.' });
                let own = Some(scope.clone()).filter(|scope| !scope.contains('.'));
                open.push(Open { level: *level, own, scope, words });
            }
            Block::Group { id, title, blocks, .. } => {
                // A part stands on its own: the heading before it is that of something else.
                let around = open.iter().rev().find_map(|open| open.own.as_deref()).unwrap_or(home);
                let above = open.last().map_or("", |open| &open.words);
                let inner = id.clone().unwrap_or_else(|| format!("{around}.{}", called(title)));
                see(id, &Named { scope: around, above, says: &[title], sign: '.' });
                visit(blocks, &inner, see);
            }
            Block::Point { id, blocks, .. } => visit(blocks, id, see),
            Block::Callout { blocks, .. } | Block::Quote { blocks } => visit(blocks, &scope, see),
            Block::List { ids, items, .. } => {
                for (id, item) in ids.iter_mut().zip(items.iter()) {
                    let says = item.first().map_or(&[][..], said);
                    see(id, &Named { scope: &scope, above: "", says: &[says], sign: '.' });
                }
                items.iter_mut().for_each(|item| visit(item, &scope, see));
            }
            Block::Facts { items } => pairs(items, &scope, see),
            Block::Promise { id, facts, .. } => {
                let scope = id.clone().unwrap_or(scope);
                pairs(facts, &scope, see);
            }
            Block::Figure(figure) => {
                let says = pictured(figure);
                see(&mut figure.id, &Named { scope: &scope, above: "", says: &[&says, &figure.caption], sign: '.' });
            }
            Block::Definitions { items } => {
                for item in items {
                    see(&mut item.id, &Named { scope: &scope, above: "", says: &[&item.term], sign: '.' });
                    // What has an id of its own holds what stands in it.
                    let own = item.id.clone().filter(|id| !is_made(id)).unwrap_or_else(|| scope.clone());
                    visit(&mut item.blocks, &own, see);
                }
            }
            Block::Steps { items } | Block::Escalation { steps: items, .. } => {
                for Step { id, content, who, when } in items {
                    see(id, &Named { scope: &scope, above: "", says: &[content, who, when], sign: '.' });
                }
            }
            Block::Table(table) => {
                let scope = table.id.as_deref().unwrap_or(&scope);
                let caption = called(&table.caption);
                for Row { id, cells } in table.rows.iter_mut().chain(&mut table.total) {
                    let says: Vec<&[Inline]> = cells.iter().map(Vec::as_slice).collect();
                    see(id, &Named { scope, above: &caption, says: &says, sign: '.' });
                }
            }
            Block::Paragraph { .. }
            | Block::Brief { .. }
            | Block::Script { .. }
            | Block::Limit { .. }
            | Block::Code { .. }
            | Block::Rule
            | Block::Cards { .. }
            | Block::Poster(_)
            | Block::Tasks { .. }
            | Block::Progress { .. }
            | Block::Quiz { .. }
            | Block::Acknowledgement(_) => {}
        }
    }
}

/// The words of an item of a list: those of its first paragraph.
fn said(block: &Block) -> &[Inline] {
    match block {
        Block::Paragraph { content } => content,
        _ => &[],
    }
}

/// Takes over the addresses of the original, which has all of its own.
pub fn follow(sections: &mut [Section], original: &[Section]) {
    fn all<'s>(sections: &'s [Section], out: &mut HashMap<&'s str, &'s Section>) {
        for section in sections {
            out.insert(&section.id, section);
            all(&section.sections, out);
        }
    }
    fn each(sections: &mut [Section], known: &HashMap<&str, &Section>) {
        for section in sections {
            if let Some(original) = known.get(section.id.as_str()) {
                labels(&mut section.facts, &original.facts);
                pair(&mut section.blocks, &original.blocks);
            }
            each(&mut section.sections, known);
        }
    }
    let mut known = HashMap::new();
    all(original, &mut known);
    each(sections, &known);
}

/// What a block is among its neighbours: those that have an id go by it, all others by their kind and place.
#[derive(PartialEq, Eq, Hash)]
enum Like<'b> {
    Id(&'b str),
    Heading(u8),
    Group,
    Promise(&'b str),
    Facts,
    Figure,
    List,
    Definitions,
    Steps,
    Table,
    Callout,
    Quote,
}

fn like(block: &Block) -> Option<Like<'_>> {
    let own = |id: &'_ Option<String>| id.as_ref().is_some_and(|id| !id.contains('.'));
    Some(match block {
        Block::Heading { id: Some(id), .. } | Block::Group { id: Some(id), .. } if !id.contains('.') => Like::Id(id),
        Block::Point { id, .. } => Like::Id(id),
        Block::Heading { level, .. } => Like::Heading(*level),
        Block::Group { .. } => Like::Group,
        Block::List { .. } => Like::List,
        Block::Promise { id: Some(id), .. } => Like::Promise(id),
        Block::Facts { .. } => Like::Facts,
        Block::Figure(_) => Like::Figure,
        Block::Definitions { .. } => Like::Definitions,
        Block::Steps { .. } | Block::Escalation { .. } => Like::Steps,
        Block::Table(table) if own(&table.id) => Like::Id(table.id.as_deref().unwrap_or_default()),
        Block::Table(_) => Like::Table,
        Block::Callout { .. } => Like::Callout,
        Block::Quote { .. } => Like::Quote,
        _ => return None,
    })
}

/// Pairs the blocks that are alike, where there are as many in both.
fn pair(blocks: &mut [Block], originals: &[Block]) {
    let mut known: HashMap<Like<'_>, Vec<&Block>> = HashMap::new();
    for block in originals {
        known.extend(like(block).filter(|like| !known.contains_key(like)).map(|like| (like, Vec::new())));
        if let Some(list) = like(block).and_then(|like| known.get_mut(&like)) {
            list.push(block);
        }
    }
    let mut places: HashMap<Like<'_>, Vec<usize>> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        if let Some(like) = like(block) {
            places.entry(like).or_default().push(at);
        }
    }
    let alike = places.iter().filter_map(|(like, places)| {
        let originals = known.get(like).filter(|originals| originals.len() == places.len())?;
        Some(places.iter().copied().zip(originals.iter().copied()).collect::<Vec<_>>())
    });
    let pairs: Vec<(usize, &Block)> = alike.flatten().collect();
    pairs.into_iter().for_each(|(at, original)| take_over(&mut blocks[at], original));
}

fn take_over(block: &mut Block, original: &Block) {
    match (block, original) {
        (Block::Heading { id, .. }, Block::Heading { id: theirs, .. }) => id.clone_from(theirs),
        (Block::Group { id, blocks, .. }, Block::Group { id: theirs, blocks: originals, .. }) => {
            id.clone_from(theirs);
            pair(blocks, originals);
        }
        (Block::Point { blocks, .. }, Block::Point { blocks: originals, .. })
        | (Block::Callout { blocks, .. }, Block::Callout { blocks: originals, .. })
        | (Block::Quote { blocks }, Block::Quote { blocks: originals }) => pair(blocks, originals),
        (Block::Facts { items }, Block::Facts { items: originals }) => labels(items, originals),
        (Block::Promise { facts, .. }, Block::Promise { facts: originals, .. }) => labels(facts, originals),
        (Block::Figure(figure), Block::Figure(original)) => figure.id.clone_from(&original.id),
        (Block::List { ids, items, .. }, Block::List { ids: theirs, items: originals, .. })
            if items.len() == originals.len() =>
        {
            ids.clone_from(theirs);
            items.iter_mut().zip(originals).for_each(|(item, original)| pair(item, original));
        }
        (Block::Definitions { items }, Block::Definitions { items: originals }) if items.len() == originals.len() => {
            // Sorted by the words of each language, those with an id are not in the same order.
            for (item, original) in items.iter_mut().zip(originals) {
                if item.id.is_none() {
                    item.id.clone_from(&original.id);
                    pair(&mut item.blocks, &original.blocks);
                }
            }
        }
        (
            Block::Steps { items } | Block::Escalation { steps: items, .. },
            Block::Steps { items: originals } | Block::Escalation { steps: originals, .. },
        ) if items.len() == originals.len() => {
            for (item, original) in items.iter_mut().zip(originals).filter(|(item, _)| item.id.is_none()) {
                item.id.clone_from(&original.id);
            }
        }
        (Block::Table(table), Block::Table(original)) => {
            rows(&mut table.rows, &original.rows);
            if let (Some(total), Some(original)) = (&mut table.total, &original.total) {
                total.id.clone_from(&original.id);
            }
        }
        _ => {}
    }
}

/// Pairs the labels of both, where they stand for the same.
fn labels(facts: &mut [Fact], originals: &[Fact]) {
    if facts.len() == originals.len() {
        for (fact, original) in facts.iter_mut().zip(originals).filter(|(fact, original)| fact.key == original.key) {
            fact.id.clone_from(&original.id);
        }
    }
}

/// Rows about an entry go by it, since a table may be sorted by the words of its language; all others by their place.
fn rows(rows: &mut [Row], originals: &[Row]) {
    let of = |row: &Row| row.cells.first().and_then(|cell| entry(cell)).map(str::to_owned);
    let mut entries: HashMap<String, Vec<&Row>> = HashMap::new();
    for row in originals {
        entries.entry(of(row).unwrap_or_default()).or_default().push(row);
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let same = rows.len() == originals.len();
    for row in rows.iter_mut().filter(|row| row.id.is_none()) {
        let of = of(row).unwrap_or_default();
        let place = seen.entry(of.clone()).or_default();
        if same {
            row.id = entries.get(&of).and_then(|rows| rows.get(*place)).and_then(|row| row.id.clone());
        }
        *place += 1;
    }
}
