//! How time and memory grow with the manual, and which stage takes them: `cargo bench --no-default-features --bench checker`.
//!
//! The manual is the example with copies of one service, each with two commitments and four indicators, in a folder on the disk. Every
//! size is measured by processes of its own, so that no row pays for the one before. Prints a table and asserts nothing. A number as
//! argument is the largest number of services (10 000 without one).
//!
//! `cargo bench --no-default-features --bench checker -- serve 1000 200` measures the preview instead, from a save to its page, over
//! so many saves.
//!
//! A busy machine distorts the clock, so the work of the processors is told as well. The peak is what the system gave the process,
//! the program itself included; `heap` is the most that was asked for at once.
#![allow(clippy::disallowed_methods, reason = "a benchmark reads a manual and the clock")]

mod serve;

use std::alloc::{GlobalAlloc, Layout, System};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use cartilla::load::Disk;
use cartilla::{Options, check, parse, publish, resolve};

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

/// Writes a manual of so many services.
fn write(services: usize, to: &Path) -> std::io::Result<()> {
    copy(Path::new("manual"), to)?;
    let model = std::fs::read_to_string(to.join(SERVICE))?;
    let mut indicators = std::fs::read_to_string(to.join("indicators.yaml"))?;
    for number in std::fs::read_dir(to.join("services"))?.count()..services {
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
        std::fs::write(to.join(format!("services/copia-{number}.md")), text)?;
        indicators.push_str(&INDICATORS.replace('@', &number.to_string()));
    }
    std::fs::write(to.join("indicators.yaml"), indicators)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => copy(&path, &to)?,
            false => std::fs::copy(&path, &to).map(drop)?,
        }
    }
    Ok(())
}

/// Seconds of work that the processors have given this process so far. Unlike a clock it does not count what else they do. Zero
/// where the system does not tell.
fn work() -> f64 {
    let told = || {
        let text = std::fs::read_to_string("/proc/self/stat").ok()?;
        // The name of the program, in brackets, may hold anything; the times stand at the twelfth and thirteenth place after it.
        let mut times = text.rsplit_once(')')?.1.split_whitespace().skip(11);
        let (own, system): (f64, f64) = (times.next()?.parse().ok()?, times.next()?.parse().ok()?);
        Some((own + system) / 100.0)
    };
    told().unwrap_or_default()
}

/// The most memory that the system has given this process, in megabytes. Zero where it does not tell.
fn given() -> f64 {
    let told = || {
        let text = std::fs::read_to_string("/proc/self/status").ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    told().unwrap_or_default() * 1024.0 / 1e6
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn disk(folder: &Path) -> Disk {
    Disk::open(folder, publish::MARKER).expect("the manual was written")
}

fn options() -> Options {
    Options {
        today: jiff::civil::date(2026, 11, 21),
        langs: Vec::new(),
        messages: None,
        profiles: Vec::new(),
        history: None,
    }
}

/// What a process measured, as it tells it to the one that asked: words apart, figures in the order of the columns.
fn tell(figures: &[f64]) {
    println!("{}", figures.iter().map(f64::to_string).collect::<Vec<_>>().join(" "));
}

/// Measures a whole check: seconds by the clock and of work, peaks, findings.
fn whole(folder: &Path) {
    let (from, begun) = (Instant::now(), work());
    let compiled = cartilla::judge(&disk(folder), &options()).expect("the files are read");
    let time = from.elapsed().as_secs_f64();
    tell(&[time, work() - begun, given(), megabytes(PEAK.load(Ordering::Relaxed)), compiled.findings.len() as f64]);
}

/// Measures the composing and rendering of a site of all languages of the manual.
fn site(folder: &Path) {
    let (from, begun) = (Instant::now(), work());
    let compiled = cartilla::compile(&disk(folder), &options()).expect("the files are read");
    let mut pages = 0;
    for manual in &compiled.manuals {
        let site = cartilla::render::html::Site::default();
        let Ok(artifacts) = cartilla::render::html::render(manual, &site, &compiled.theme) else { continue };
        pages += artifacts.iter().filter(|artifact| artifact.path.ends_with(".html")).count();
        keep(folder, &manual.lang, &artifacts);
    }
    let time = from.elapsed().as_secs_f64();
    tell(&[time, work() - begun, given(), megabytes(PEAK.load(Ordering::Relaxed)), pages as f64]);
}

/// Writes the site of the manual's own language where `CARTILLA_BENCH_SITE` says, as a folder for each size:
/// `tests/web/search.mjs --figures` measures the search there.
fn keep(manual: &Path, lang: &str, artifacts: &[cartilla::render::Artifact]) {
    let Some(out) = std::env::var_os("CARTILLA_BENCH_SITE").filter(|_| lang == "es") else {
        return;
    };
    let out = Path::new(&out).join(manual.file_name().expect("a folder"));
    for artifact in artifacts {
        let path = out.join(&artifact.path);
        let folder = path.parent().expect("beneath the folder");
        std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, &artifact.bytes)).expect("written");
    }
}

/// The stages of a check in the order of `judge`: the time and work of each, and the bytes that are in use after it.
/// Then the rules that take longest.
fn stages(folder: &Path) {
    let today = options().today;
    let mut told = Vec::new();
    let mut from = Instant::now();
    let mut begun = work();
    let mut stage = || {
        told.extend([from.elapsed().as_secs_f64(), work() - begun, megabytes(USED.load(Ordering::Relaxed))]);
        (from, begun) = (Instant::now(), work());
    };
    let mut parsed = parse::files::parse(&disk(folder)).expect("the files are read");
    stage();
    let (sources, assets) = (parsed.sources.clone(), parsed.assets.clone());
    let (translated, _) = resolve::resolve_over(&sources, &assets, &parsed, Some(cartilla::lang::Lang::En.into()));
    let mut findings: Vec<_> = translated.iter().flat_map(|manual| check::check_words(manual, today)).collect();
    drop(translated);
    stage();
    let (resolved, more) = resolve::resolve_last(&sources, &assets, &mut parsed);
    let resolved = resolved.expect("there is a manifest");
    findings.extend(more);
    stage();
    findings.extend(check::check(&resolved, today));
    stage();
    check::levels::settle(&resolved, findings, today);
    stage();
    tell(&told);
    let shared = check::Shared::default();
    let time = |rule: &&'static check::Rule| {
        let from = Instant::now();
        check::run(rule, &resolved, today, &shared);
        (rule.entry.code, from.elapsed())
    };
    let mut rules: Vec<(&str, Duration)> = check::RULES.iter().map(time).collect();
    rules.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    let slowest = rules.iter().take(12).map(|(code, time)| format!("{code} {:.0} ms", 1e3 * time.as_secs_f64()));
    println!("{}", slowest.collect::<Vec<_>>().join(", "));
}

const STAGES: [&str; 5] = ["parse", "translation", "original", "rules", "levels"];

/// Runs this program again for one measurement: its figures, and the line after them.
fn measured(what: &str, folder: &Path) -> (Vec<f64>, String) {
    let program = std::env::current_exe().expect("a program has a path");
    let output = Command::new(program).args([what.as_ref(), folder.as_os_str()]).output().expect("it runs again");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut lines = text.lines();
    let figures = lines.next().unwrap_or_default().split(' ').filter_map(|figure| figure.parse().ok()).collect();
    (figures, lines.next().unwrap_or_default().to_owned())
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["whole", folder] => return whole(Path::new(folder)),
        ["stages", folder] => return stages(Path::new(folder)),
        ["site", folder] => return site(Path::new(folder)),
        ["serve", rest @ ..] => {
            let number = |at: usize, usual| rest.get(at).and_then(|number| number.parse().ok()).unwrap_or(usual);
            let folder = tempfile::tempdir().expect("there is room for the manual");
            let services = number(0, 1_000);
            write(services, folder.path()).expect("there is room for the manual");
            return serve::measure(folder.path(), services, number(1, 200));
        }
        _ => {}
    }
    let most = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    let sizes: Vec<usize> = [100, 300, 1_000, 3_000, 10_000].into_iter().filter(|size| *size <= most).collect();
    let folder = tempfile::tempdir().expect("there is room for the manuals");
    let at = |services: usize| folder.path().join(services.to_string());
    println!("check, all languages     wall s   work s  peak MB  heap MB  findings  × wall × peak");
    let mut before: Option<(f64, f64)> = None;
    for services in &sizes {
        write(*services, &at(*services)).expect("there is room for the manuals");
        let (figures, _) = measured("whole", &at(*services));
        let [wall, work, peak, heap, findings] = figures[..] else { continue };
        let ratio = before.map_or_else(String::new, |(w, p)| format!("{:7.1}{:7.1}", wall / w, peak / p));
        let indicators = services * 4;
        println!(
            "{services:6} / {indicators:6} indic. {wall:8.2} {work:8.2} {peak:8.0} {heap:8.0} {findings:9}{ratio}"
        );
        before = Some((wall, peak));
    }
    println!("\nstages of the check: work s, share of it, MB in use after it");
    for services in &sizes {
        let (figures, slowest) = measured("stages", &at(*services));
        let all: f64 = figures.chunks(3).map(|stage| stage[1]).sum();
        let stages = STAGES.iter().zip(figures.chunks(3)).map(|(name, stage)| {
            format!("{name} {:.2} ({:.0} %, {:.0} MB)", stage[1], 100.0 * stage[1] / all.max(0.01), stage[2])
        });
        println!("{services:6}  {}\n        slowest rules: {slowest}", stages.collect::<Vec<_>>().join("  "));
    }
    println!("\nsite, all languages      wall s   work s  peak MB  heap MB     pages");
    for services in sizes.iter().filter(|services| **services <= 1_000) {
        let (figures, _) = measured("site", &at(*services));
        let [wall, work, peak, heap, pages] = figures[..] else { continue };
        println!("{services:6}                 {wall:8.2} {work:8.2} {peak:8.0} {heap:8.0} {pages:9}");
    }
}
