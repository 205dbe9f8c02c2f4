//! How time and memory of a check grow with the manual, and which stage takes them: `cargo bench --bench checker`.
//!
//! The manual is the example with copies of one service, each with two commitments and four indicators. Prints a table; asserts
//! nothing. A number as argument is the largest number of services (10 000 without one).
#![allow(clippy::disallowed_methods, reason = "a benchmark reads a manual and the clock")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use cartilla::load::{Disk, Files, Memory};
use cartilla::{Options, check, compose, parse, publish, resolve};

/// Counts the bytes in use and their peak.
struct Counting;

static USED: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is passed on to the system's allocator unchanged; only numbers are kept beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let used = USED.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(used, Ordering::Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The service that is copied, and the names in it that have to differ.
const SERVICE: &str = "services/microcredito.md";
const NAMES: [&str; 6] = [
    "respuesta-microcredito",
    "resumen-antes-de-firmar",
    "microcreditos-respondidos",
    "hojas-resumen-entregadas",
    "[[microcredito]]",
    "microcredito.capacity",
];
const CODES: [&str; 5] = ["CR-01", "COM-26", "COM-27", "IND-26", "IND-27"];

const INDICATORS: &str = "\
mas-uno-@:
  name: Solicitudes completas a la primera @
  dimension: completeness
  definition: Parte de las solicitudes que llegan completas.
  target: { share: 80 % }
  direction: higher
  frequency: monthly
  owner: jefatura-creditos
  objectives: [promesas-cumplidas]
mas-dos-@:
  name: Visitas hechas el día acordado @
  dimension: timeliness
  definition: Parte de las visitas que se hacen el día acordado.
  target: { share: 90 % }
  direction: higher
  frequency: monthly
  owner: jefatura-creditos
  objectives: [promesas-cumplidas]
";

fn manual(services: usize) -> Memory {
    let disk = Disk::open(Path::new("manual"), publish::MARKER).expect("the example is there");
    let mut files = BTreeMap::new();
    for entry in disk.list().expect("the folder is listed") {
        files.insert(entry.path.clone(), disk.read(&entry.path).expect("the file is read"));
    }
    let model = String::from_utf8(files[SERVICE].clone()).expect("UTF-8");
    for number in files.keys().filter(|path| path.starts_with("services/")).count()..services {
        let mut text = model.replace("name: Microcrédito\n", &format!("name: Microcrédito {number}\n"));
        for name in NAMES {
            let new = match name.strip_suffix("]]") {
                Some(_) => format!("[[copia-{number}]]"),
                None if name.ends_with(".capacity") => format!("copia-{number}.capacity"),
                None => format!("{name}-{number}"),
            };
            text = text.replace(name, &new);
        }
        for code in CODES {
            text = text.replace(&format!("code: {code}\n"), &format!("code: {code}-{number}\n"));
        }
        files.insert(format!("services/copia-{number}.md"), text.into_bytes());
        let more = INDICATORS.replace('@', &number.to_string()).into_bytes();
        files.entry("indicators.yaml".to_owned()).or_default().extend(more);
    }
    Memory::new(files)
}

/// The stages of a check, in order, with the time of each and the peak of memory by its end.
fn measure(files: &Memory) -> (Vec<(&'static str, Duration)>, usize, usize) {
    let today = jiff::civil::date(2026, 11, 21);
    let before = USED.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let mut stages = Vec::new();
    let mut from = Instant::now();
    let mut stage = |name| {
        stages.push((name, from.elapsed()));
        from = Instant::now();
    };
    let parsed = parse::files::parse(files).expect("memory is read");
    stage("parse");
    let (resolved, mut findings) = resolve::resolve(&parsed, None);
    let resolved = resolved.expect("there is a manifest");
    stage("resolve");
    findings.extend(check::check(&resolved, today));
    let findings = check::levels::settle(&resolved, findings, today).findings;
    stage("check");
    let manual = compose::compose(&resolved, today, Vec::new(), None);
    stage("compose");
    let peak = PEAK.load(Ordering::Relaxed) - before;
    drop(manual);
    (stages, peak, findings.len())
}

fn main() {
    let most = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(10_000);
    println!(
        "services | indicators |    total | growth | parse | resolve | check | compose | peak memory | growth | findings"
    );
    let mut before: Option<(f64, f64)> = None;
    for services in [100, 1_000, 10_000].into_iter().filter(|n| *n <= most) {
        let files = manual(services);
        let (stages, peak, findings) = measure(&files);
        let total: Duration = stages.iter().map(|(_, time)| *time).sum();
        let share: Vec<String> = stages
            .iter()
            .map(|(_, time)| format!("{:.0} %", 100.0 * time.as_secs_f64() / total.as_secs_f64()))
            .collect();
        let (seconds, megabytes) = (total.as_secs_f64(), peak as f64 / 1e6);
        let (slower, larger) = before.map_or((1.0, 1.0), |(s, m)| (seconds / s, megabytes / m));
        println!(
            "{services:8} | {:10} | {seconds:6.2} s | × {slower:4.1} | {:>5} | {:>7} | {:>5} | {:>7} | {megabytes:8.0} MB | × {larger:4.1} | {findings}",
            services * 4,
            share[0],
            share[1],
            share[2],
            share[3],
        );
        before = Some((seconds, megabytes));
    }
    let files = manual(1_000);
    let from = Instant::now();
    let options =
        Options { today: jiff::civil::date(2026, 11, 21), langs: Vec::new(), messages: None, profiles: Vec::new() };
    let compiled = cartilla::compile(&files, &options).expect("memory is read");
    println!(
        "whole compilation of 1 000 services: {:.2} s, {} findings",
        from.elapsed().as_secs_f64(),
        compiled.findings.len()
    );
}
