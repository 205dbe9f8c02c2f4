//! Whatever is done to the bytes of a manual, it compiles to findings and never panics.
//!
//! The mutations follow from a fixed seed, so that a failure is found again; its number is in the message.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::support::{compiled_from, files, original, repository};

const MUTATIONS: u64 = 300;

/// Texts at which a reader of YAML, of Markdown or of values may stumble.
const ODD: [&str; 28] = [
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\t",
    "\r",
    "\u{2028}",
    "ñ́",
    "🙂",
    "[[",
    "]]",
    "[[a.b.c]]",
    "{{",
    "}",
    "[",
    "&a ",
    "*a ",
    "<<: *a\n",
    "---\n",
    "...\n",
    ": ",
    "- ",
    "\"",
    "'",
    "| \n",
    "> [!NOTE]\n",
    "99999999999999999999 days",
    "-1 %",
    "2026-13-45",
];

/// Numbers that look random: SplitMix64.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a limit; 0 for the limit 0.
    fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { (self.next() % limit as u64) as usize }
    }
}

/// Changes the bytes of a file in one way.
fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) -> &'static str {
    let lines: Vec<Vec<u8>> = bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    let at = numbers.below(bytes.len() + 1);
    let line = numbers.below(lines.len());
    match numbers.below(8) {
        0 => {
            bytes.truncate(at);
            "cut off"
        }
        1 if !lines.is_empty() => {
            *bytes = [&lines[..=line], &lines[line..]].concat().concat();
            "a line twice"
        }
        2 if !lines.is_empty() => {
            *bytes = [&lines[..line], &lines[line + 1..]].concat().concat();
            "a line taken away"
        }
        3 if lines.len() > 1 => {
            let other = numbers.below(lines.len());
            let mut lines = lines;
            lines.swap(line, other);
            *bytes = lines.concat();
            "two lines swapped"
        }
        4 if !lines.is_empty() => {
            let mut lines = lines;
            lines[line].splice(0..0, vec![b' '; 1 + numbers.below(5)]);
            *bytes = lines.concat();
            "a line indented"
        }
        5 if at < bytes.len() => {
            bytes[at] = numbers.next() as u8;
            "a byte changed"
        }
        6 if at < bytes.len() => {
            let to = (at + numbers.below(40)).min(bytes.len());
            bytes.drain(at..to);
            "a piece taken away"
        }
        _ => {
            let odd = ODD[numbers.below(ODD.len())];
            bytes.splice(at..at, odd.bytes());
            "an odd text put in"
        }
    }
}

#[test]
fn no_mutation_of_the_example_makes_it_panic() {
    let (whole, alone) = (files(&repository("manual")), original());
    // Two languages take twice the time of one: every third mutation may be of a translation too.
    (0..MUTATIONS).into_par_iter().for_each(|seed| {
        let manual: &BTreeMap<String, Vec<u8>> = if seed % 3 == 0 { &whole } else { &alone };
        let paths: Vec<&String> = manual.keys().collect();
        let mut numbers = Numbers(seed);
        let mut changed = manual.clone();
        let mut story = String::new();
        for _ in 0..1 + numbers.below(3) {
            let path = paths[numbers.below(paths.len())];
            let how = mutate(changed.get_mut(path).expect("the path is of the manual"), &mut numbers);
            story.push_str(&format!("{path}: {how}; "));
        }
        let compiled = catch_unwind(AssertUnwindSafe(|| compiled_from(changed)));
        let compiled = compiled.unwrap_or_else(|_| panic!("mutation {seed} ({story}) panics"));
        // A finding that points nowhere would fail when it is shown.
        for finding in &compiled.findings {
            let text = &compiled.sources.get(finding.span.file).text;
            assert!(text.get(finding.span.range()).is_some(), "mutation {seed} ({story}): {}", finding.code());
        }
    });
}
