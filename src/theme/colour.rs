//! The colours of a theme: which there are, and how far apart those that meet must be.
//!
//! Contrast is that of WCAG 2.2 (relative luminance of sRGB, success criteria 1.4.3 and 1.4.11).

use std::collections::BTreeMap;
use std::fmt::Write;

/// Every colour of a theme. `themes/default/theme.yaml` tells what each is for.
pub const NAMES: [&str; 27] = [
    "cover",
    "cover-ink",
    "cover-soft",
    "cover-line",
    "accent",
    "paper",
    "sheet",
    "band",
    "ink",
    "soft",
    "line",
    "edge",
    "focus",
    "frame",
    "frame-ink",
    "tab",
    "tab-ink",
    "promise",
    "promise-wash",
    "say",
    "say-wash",
    "limit",
    "limit-wash",
    "warn",
    "warn-wash",
    "escalate",
    "escalate-wash",
];

/// What meets on a page: the upper colour, the grounds beneath it, and the least contrast. Text needs 4.5, a mark 3.
pub const PAIRS: [(&str, &[&str], f64); 14] = [
    ("ink", &["paper", "sheet", "band", "promise-wash", "say-wash", "limit-wash", "warn-wash", "escalate-wash"], 4.5),
    ("soft", &["paper", "sheet", "band", "say-wash", "warn-wash"], 4.5),
    ("accent", &["paper", "sheet", "band", "say-wash", "warn-wash"], 4.5),
    ("sheet", &["accent"], 4.5),
    ("cover-ink", &["cover"], 4.5),
    ("cover-soft", &["cover"], 4.5),
    ("frame-ink", &["frame"], 4.5),
    ("tab-ink", &["tab"], 4.5),
    ("promise", &["paper", "sheet", "promise-wash"], 4.5),
    ("say", &["paper", "sheet", "say-wash"], 4.5),
    ("limit", &["paper", "sheet", "say-wash", "limit-wash", "warn-wash"], 4.5),
    ("warn", &["paper", "sheet", "warn-wash"], 4.5),
    ("escalate", &["paper", "sheet", "escalate-wash"], 4.5),
    ("edge", &["paper", "sheet"], 3.0),
];

/// The colours of one scheme.
#[derive(Debug, Clone, Default)]
pub struct Palette(BTreeMap<String, String>);

/// Two colours that meet and stand out too little.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    pub over: &'static str,
    pub under: &'static str,
    pub found: f64,
    pub least: f64,
}

impl Palette {
    /// Every colour by its name.
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    pub fn set(&mut self, name: &'static str, colour: String) {
        self.0.insert(name.to_owned(), colour);
    }

    /// The pairs that stand out too little, in the order of [`PAIRS`].
    pub fn clashes(&self) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for (over, grounds, least) in PAIRS {
            for under in grounds {
                let (Some(upper), Some(ground)) = (self.get(over), self.get(under)) else { continue };
                let found = contrast(upper, ground);
                if found < least {
                    clashes.push(Clash { over, under, found, least });
                }
            }
        }
        clashes
    }

    /// The colour nearest to `name` that stands out from all that it meets: the same hue, darker or lighter. None where the
    /// grounds themselves leave no room.
    pub fn remedy(&self, name: &str) -> Option<String> {
        const STEPS: u32 = 50;
        let from = channels(self.get(name)?)?;
        let mut scheme = self.clone();
        for step in 1..=STEPS {
            for end in [0.0, 1.0] {
                let share = f64::from(step) / f64::from(STEPS);
                let mixed = from.map(|c| ((c + (end - c) * share) * 255.0).round() as u8);
                scheme.0.insert(name.to_owned(), format!("#{:02x}{:02x}{:02x}", mixed[0], mixed[1], mixed[2]));
                if scheme.clashes().iter().all(|clash| clash.over != name && clash.under != name) {
                    return scheme.0.remove(name);
                }
            }
        }
        None
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// As custom properties of a style sheet.
    pub fn properties(&self) -> String {
        self.0.iter().fold(String::new(), |mut out, (name, value)| {
            let _ = write!(out, "--{name}:{value};");
            out
        })
    }
}

/// A list of font families; names of more than one word in quotes, generic ones bare.
pub fn families(names: &[String]) -> String {
    let quoted = |name: &String| if name.contains(' ') { format!("\"{name}\"") } else { name.clone() };
    names.iter().map(quoted).collect::<Vec<_>>().join(",")
}

/// Red, green and blue from 0 to 1, of `#rrggbb`.
pub fn channels(colour: &str) -> Option<[f64; 3]> {
    let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let channel = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok().map(|value| f64::from(value) / 255.0);
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// From 1 (the same) to 21 (black on white).
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let [r, g, b] = channels(colour).unwrap_or_default().map(|c| match c <= 0.04045 {
            true => c / 12.92,
            false => ((c + 0.055) / 1.055).powf(2.4),
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 1e-3);
        assert!((contrast("#123456", "#123456") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        for bad in ["", "#fff", "#12345g", "123456", "#1234567", "#é2345", "red"] {
            assert!(channels(bad).is_none(), "{bad}");
        }
    }
}
