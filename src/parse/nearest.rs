//! The nearest known names to an unknown one.

/// The nearest name, if it is near enough to be meant.
pub fn one<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    several(name, known, 1).into_iter().next()
}

/// Up to `most` near names, nearest first; equal ones in alphabetical order.
pub fn several<'a>(name: &str, known: impl Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let mut near: Vec<(usize, &str)> = known
        .map(|k| {
            let distance = strsim::damerau_levenshtein(&name.to_lowercase(), &k.to_lowercase());
            // A name that begins with what was written is near, however long it is.
            let prefix = name.len() >= 3 && (k.starts_with(name) || name.starts_with(k) && k.len() >= 3);
            (if prefix { distance.min(1) } else { distance }, k)
        })
        .filter(|(distance, _)| *distance <= (name.chars().count() / 3).clamp(1, 3))
        .collect();
    near.sort();
    near.dedup();
    near.into_iter().take(most).map(|(_, k)| k).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_not() {
        let known = ["owner", "offering", "commitments", "name"];
        assert_eq!(one("onwer", known.into_iter()), Some("owner"));
        assert_eq!(one("commitment", known.into_iter()), Some("commitments"));
        assert_eq!(one("precio", known.into_iter()), None);
    }
}
