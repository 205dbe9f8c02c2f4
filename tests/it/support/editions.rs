//! Five editions of the example manual over two years, as commits and tags of a repository that is made on the fly.
//!
//! | edition | in force from | what it changes |
//! |---|---|---|
//! | 2024.2 | 2024-11-04 | the first: in Spanish alone |
//! | 2025.1 | 2025-05-05 | a service has another name and another id |
//! | 2025.2 | 2025-11-03 | a target is stricter, a channel is gone |
//! | 2026.1 | 2026-05-04 | a comma is corrected, the English translation is added |
//! | 2026.2 | 2026-11-02 | the example manual as it is, with a signed tag |

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use git2::{Oid, Repository, Signature, Time};

use super::{files, repository, temporary, write};

type Manual = BTreeMap<String, Vec<u8>>;

/// The number of each edition, and the days of its approval and its effect.
pub const EDITIONS: [(&str, &str, &str); 5] = [
    ("2024.2", "2024-10-07", "2024-11-04"),
    ("2025.1", "2025-04-07", "2025-05-05"),
    ("2025.2", "2025-10-06", "2025-11-03"),
    ("2026.1", "2026-04-06", "2026-05-04"),
    ("2026.2", "2026-10-05", "2026-11-02"),
];

/// A service that the first edition calls otherwise.
pub const RENAMED: (&str, &str) = ("cobro-recibos", "pago-recibos");

/// A repository with its working copy; the manual lies in `manual`.
pub struct Editions {
    folder: tempfile::TempDir,
    git: Repository,
    seconds: i64,
}

impl Editions {
    /// An empty repository.
    pub fn empty() -> Editions {
        let folder = temporary();
        let git = Repository::init(folder.path()).expect("a repository");
        Editions { folder, git, seconds: 1_700_000_000 }
    }

    /// The first editions of the five, so many; the working copy is the last of them.
    pub fn first(count: usize) -> Editions {
        let mut out = Editions::empty();
        for place in 0..count {
            out.add(place);
        }
        out
    }

    /// Commits and tags an edition of the five.
    pub fn add(&mut self, place: usize) {
        let id = self.commit(&edition(place));
        let number = EDITIONS[place].0;
        let signed = place == 4;
        let signature = if signed { "\n-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n" } else { "" };
        self.tag(&format!("edition/{number}"), id, &format!("Edición {number}\n{signature}"));
    }

    /// Makes these files the working copy, and commits them.
    pub fn commit(&mut self, manual: &Manual) -> Oid {
        let folder = self.folder.path().join("manual");
        let _ = std::fs::remove_dir_all(&folder);
        for (path, bytes) in manual {
            write(&folder.join(path), bytes);
        }
        let mut index = self.git.index().expect("an index");
        index.clear().expect("cleared");
        index.add_all(["manual"], git2::IndexAddOption::DEFAULT, None).expect("added");
        let tree = index.write_tree().expect("written");
        index.write().expect("written");
        let tree = self.git.find_tree(tree).expect("found");
        self.seconds += 86_400;
        let who = Signature::new("Ana", "ana@example.org", &Time::new(self.seconds, 0)).expect("a signature");
        let parent = self.git.head().ok().map(|head| head.peel_to_commit().expect("a commit"));
        let parents: Vec<_> = parent.iter().collect();
        self.git.commit(Some("HEAD"), &who, &who, "cambio", &tree, &parents).expect("committed")
    }

    pub fn tag(&self, name: &str, id: Oid, message: &str) {
        let who = Signature::new("Ana", "ana@example.org", &Time::new(self.seconds, 0)).expect("a signature");
        let object = self.git.find_object(id, None).expect("found");
        self.git.tag(name, &object, &who, message, true).expect("tagged");
    }

    /// A tag that is only a name.
    pub fn name(&self, name: &str, id: Oid) {
        self.git.reference(&format!("refs/tags/{name}"), id, true, "").expect("tagged");
    }

    pub fn untag(&self, name: &str) {
        self.git.find_reference(&format!("refs/tags/{name}")).expect("there").delete().expect("deleted");
    }

    /// The folder alone, for several tests at once.
    pub fn into_folder(self) -> tempfile::TempDir {
        self.folder
    }

    pub fn git(&self) -> &Repository {
        &self.git
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }
}

/// The files of an edition of the five.
pub fn edition(place: usize) -> Manual {
    let mut manual = files(&repository("manual"));
    let (number, approved, effective) = EDITIONS[place];
    change(&mut manual, "manual.yaml", "edition: \"2026.2\"", &format!("edition: \"{number}\""));
    change(&mut manual, "manual.yaml", "approved: 2026-10-05", &format!("approved: {approved}"));
    change(&mut manual, "manual.yaml", "effective: 2026-11-02\n", &format!("effective: {effective}\n"));
    let replaces = "  supersedes: MSC-01, edición 2026.1\n";
    let before = place.checked_sub(1).map(|before| EDITIONS[before].0);
    let replaced = before.map_or_else(String::new, |before| replaces.replace("2026.1", before));
    change(&mut manual, "manual.yaml", replaces, &replaced);
    if place < 3 {
        manual.retain(|path, _| !path.contains(".en."));
        change(&mut manual, "manual.yaml", ", others: [en] }", " }");
        change(&mut manual, "principles.yaml", ",", " ,");
    }
    if place < 2 {
        change(
            &mut manual,
            "indicators.yaml",
            "target: { share: 80 %, within: 30 seconds }",
            "target: { share: 75 %, within: 30 seconds }",
        );
        let channels = manual.get_mut("channels.yaml").expect("the example has channels");
        channels.extend_from_slice(FAX.as_bytes());
    }
    if place < 1 {
        rename(&mut manual);
    }
    manual
}

const FAX: &str = "fax:\n  name: Fax\n  kind: telephone\n  address: \"+51 64 555 0190\"\n  hours: { mon..fri: 08:30-18:00 }\n  first_response: { within: 8 business hours }\n";

fn rename(manual: &mut Manual) {
    let (old, new) = RENAMED;
    let renamed = std::mem::take(manual).into_iter().map(|(path, bytes)| {
        let text = String::from_utf8(bytes).expect("the example is UTF-8");
        let text = text.replace("name: Pago de recibos", "name: Cobro de recibos");
        (path.replace(new, old), text.replace(new, old).into_bytes())
    });
    *manual = renamed.collect();
}

/// Changes the first place of a text.
pub fn change(manual: &mut Manual, path: &str, from: &str, to: &str) {
    let bytes = manual.get_mut(path).unwrap_or_else(|| panic!("{path} is there"));
    let text = String::from_utf8_lossy(bytes);
    assert!(text.contains(from), "{path} does not say {from:?}");
    *bytes = text.replacen(from, to, 1).into_bytes();
}

/// The smallest manual that is an edition: its manifest alone.
pub fn small(number: &str, effective: &str) -> Manual {
    let text = format!(
        "organization: {{ name: Casa }}\ndocument:\n  title: Manual\n  edition: \"{number}\"\n  status: approved\n  \
         effective: {effective}\nlanguages: {{ default: es }}\n"
    );
    Manual::from([("manual.yaml".to_owned(), text.into_bytes())])
}
