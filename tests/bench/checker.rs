//! How time and memory of a check grow with the manual, and which stage takes them: `cargo bench --bench checker`.
//!
//! The manual is the example with copies of one service, each with two commitments and four indicators. Prints the stages with
//! their share and memory, the growth from size to size and the slowest rules; asserts nothing. A number as argument is the largest
//! number of services (10 000 without one).
//!
//! Time grows with the number of services: 1.0, 2.2 and 9.6 times as much for 100, 300 and 1 000, and no stage and no rule grows
//! faster than that. A busy machine distorts the clock, so the work of the processors is printed as well.
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

/// Seconds of work that the processors have given this program so far. Unlike a clock it does not count what else they do. None
/// where the system does not tell.
fn work() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold anything; the times stand at the twelfth and thirteenth place after it.
    let mut times = text.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (own, system): (f64, f64) = (times.next()?.parse().ok()?, times.next()?.parse().ok()?);
    Some((own + system) / 100.0)
}

fn shown(work: Option<f64>) -> String {
    work.map_or_else(|| "?".to_owned(), |seconds| format!("{seconds:.2}"))
}

/// A stage: its time, the bytes in use after it and the most that were in use while it ran.
struct Stage {
    name: &'static str,
    time: Duration,
    kept: usize,
    peak: usize,
}

struct Measured {
    stages: Vec<Stage>,
    findings: usize,
    /// The rules by the time each takes alone, slowest first.
    rules: Vec<(&'static str, Duration)>,
}

impl Measured {
    fn seconds(&self) -> f64 {
        self.stages.iter().map(|stage| stage.time.as_secs_f64()).sum()
    }

    fn peak(&self) -> f64 {
        megabytes(self.stages.iter().map(|stage| stage.peak).max().unwrap_or_default())
    }
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The stages of a check, in order.
fn measure(files: &Memory) -> Measured {
    let today = jiff::civil::date(2026, 11, 21);
    let before = USED.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let mut stages = Vec::new();
    let mut from = Instant::now();
    let mut stage = |name| {
        let kept = USED.load(Ordering::Relaxed);
        let peak = PEAK.swap(kept, Ordering::Relaxed);
        let bytes = |all: usize| all.saturating_sub(before);
        stages.push(Stage { name, time: from.elapsed(), kept: bytes(kept), peak: bytes(peak) });
        from = Instant::now();
    };
    let mut parsed = parse::files::parse(files).expect("memory is read");
    stage("parse");
    let (sources, assets) = (std::mem::take(&mut parsed.sources), std::mem::take(&mut parsed.assets));
    let (resolved, mut findings) = resolve::resolve_over(&sources, &assets, &parsed, None);
    let resolved = resolved.expect("there is a manifest");
    parsed.forget_trees();
    stage("resolve");
    findings.extend(check::check(&resolved, today));
    let findings = check::levels::settle(&resolved, findings, today).findings;
    stage("check");
    let obligations = compose::obligations::of(&resolved);
    let manual = compose::compose(&resolved, today, Vec::new(), None, &obligations, None);
    stage("compose");
    drop(manual);
    let shared = check::Shared::default();
    let mut rules: Vec<(&str, Duration)> = check::RULES
        .iter()
        .map(|rule| {
            let from = Instant::now();
            check::run(rule, &resolved, today, &shared);
            (rule.entry.code, from.elapsed())
        })
        .collect();
    rules.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    Measured { stages, findings: findings.len(), rules }
}

fn main() {
    let most = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(10_000);
    let mut before: Option<(f64, f64)> = None;
    for services in [100, 300, 1_000, 3_000, 10_000].into_iter().filter(|n| *n <= most) {
        let files = manual(services);
        let begun = work();
        let measured = measure(&files);
        let (seconds, peak) = (measured.seconds(), measured.peak());
        let growth =
            before.map_or_else(String::new, |(s, m)| format!(" (time × {:.1}, memory × {:.1})", seconds / s, peak / m));
        println!(
            "{services} services, {} indicators: {seconds:.2} s, {peak:.0} MB, {} findings{growth}",
            services * 4,
            measured.findings,
        );
        for stage in &measured.stages {
            let time = stage.time.as_secs_f64();
            println!(
                "    {:8} {time:7.2} s {:3.0} %  {:5.0} MB kept, {:5.0} MB at most",
                stage.name,
                100.0 * time / seconds,
                megabytes(stage.kept),
                megabytes(stage.peak),
            );
        }
        let slowest: Vec<String> = measured
            .rules
            .iter()
            .take(12)
            .map(|(code, time)| format!("{code} {:.0} ms", 1e3 * time.as_secs_f64()))
            .collect();
        println!("    slowest rules, alone: {}", slowest.join(", "));
        before = Some((seconds, peak));
        let all = begun.and_then(|begun| Some(work()? - begun));
        println!("    work of the processors, with every rule a second time: {} s", shown(all));
        let from = Instant::now();
        let begun = work();
        let options = Options {
            today: jiff::civil::date(2026, 11, 21),
            langs: Vec::new(),
            messages: None,
            profiles: Vec::new(),
            history: None,
        };
        let compiled = cartilla::compile(&files, &options).expect("memory is read");
        println!(
            "    whole compilation, {} languages: {:.2} s ({} s of work), {} findings",
            compiled.manuals.len(),
            from.elapsed().as_secs_f64(),
            shown(begun.and_then(|begun| Some(work()? - begun))),
            compiled.findings.len()
        );
        site(services, &compiled);
    }
}

/// Renders the site, tells its size and that of the index for the search, and writes it where `CARTILLA_BENCH_SITE` says, as a
/// folder for each size: `tests/web/search.mjs --figures` measures the search there.
fn site(services: usize, compiled: &cartilla::Compiled) {
    let Some(manual) = compiled.manuals.first() else { return };
    let from = Instant::now();
    let site = cartilla::render::html::Site::default();
    let Ok(artifacts) = cartilla::render::html::render(manual, &site, &compiled.theme) else { return };
    let time = from.elapsed().as_secs_f64();
    let size = |is: &dyn Fn(&str) -> bool| {
        let of = artifacts.iter().filter(|artifact| is(&artifact.path));
        of.fold((0, 0), |(files, bytes), artifact| (files + 1, bytes + artifact.bytes.len()))
    };
    let (pages, bytes) = size(&|path| path.ends_with(".html"));
    let (files, index) = size(&|path| path.starts_with("search/"));
    let (bytes, index) = (megabytes(bytes), megabytes(index));
    println!(
        "    site: {pages} pages of {bytes:.0} MB in {time:.2} s, index for the search of {index:.1} MB in {files} files"
    );
    if let Some(out) = std::env::var_os("CARTILLA_BENCH_SITE") {
        let out = std::path::PathBuf::from(out).join(services.to_string());
        for artifact in &artifacts {
            let path = out.join(&artifact.path);
            let folder = path.parent().expect("beneath the folder");
            std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, &artifact.bytes)).expect("written");
        }
    }
}
