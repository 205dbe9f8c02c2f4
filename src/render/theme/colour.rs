//! The colours of a theme: which there are, and how far apart those that meet must be.
//!
//! Contrast is that of WCAG 2.2 (relative luminance of sRGB, success criteria 1.4.3 and 1.4.11).

use std::collections::BTreeMap;
use std::fmt::Write;

use super::RenderError;

/// Every colour of a theme. `themes/default/theme.yaml` tells what each is for.
const NAMES: [&str; 27] = [
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
const PAIRS: [(&str, &[&str], f64); 14] = [
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
#[derive(Debug, Clone)]
pub(super) struct Palette(BTreeMap<String, String>);

impl Palette {
    /// Every colour by its name.
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    pub fn new(scheme: &str, colours: BTreeMap<String, String>) -> Result<Palette, RenderError> {
        if let Some(name) = colours.keys().find(|name| !NAMES.contains(&name.as_str())) {
            return Err(RenderError(format!("theme.yaml: {scheme} knows no colour `{name}`")));
        }
        for name in NAMES {
            match colours.get(name) {
                None => return Err(RenderError(format!("theme.yaml: {scheme} has no colour `{name}`"))),
                Some(value) if channels(value).is_none() => {
                    return Err(RenderError(format!("theme.yaml: {scheme}: `{name}` is `{value}`, not #rrggbb")));
                }
                Some(_) => {}
            }
        }
        for (over, grounds, least) in PAIRS {
            for under in grounds {
                let found = contrast(&colours[over], &colours[*under]);
                if found < least {
                    return Err(RenderError(format!(
                        "theme.yaml: {scheme}: `{over}` {} on `{under}` {} has a contrast of {found:.2}; at least {least} is needed",
                        colours[over], colours[*under]
                    )));
                }
            }
        }
        Ok(Palette(colours))
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
pub(super) fn families(names: &[String]) -> String {
    let quoted = |name: &String| if name.contains(' ') { format!("\"{name}\"") } else { name.clone() };
    names.iter().map(quoted).collect::<Vec<_>>().join(",")
}

/// Red, green and blue from 0 to 1, of `#rrggbb`.
fn channels(colour: &str) -> Option<[f64; 3]> {
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
