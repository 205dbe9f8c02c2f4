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

/// The only name that a slip of the hand can have been meant for: one letter off in a short word, two in a longer one, with
/// nothing else nearly as close. Names that differ in their digits are other names, not slips.
pub fn certain<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = name.to_lowercase();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let limit = match written.chars().count() {
        0..=3 => return None,
        4..=5 => 1,
        _ => 2,
    };
    let mut found: Option<(usize, &str)> = None;
    let mut second = usize::MAX;
    for k in known {
        let distance = strsim::osa_distance(&written, &k.to_lowercase());
        match found {
            Some((best, same)) if distance >= best => second = if same == k { second } else { second.min(distance) },
            _ => {
                second = found.map_or(second, |(best, _)| second.min(best));
                found = Some((distance, k));
            }
        }
    }
    let (distance, near) = found?;
    (distance <= limit && second > distance + 1 && digits(&written) == digits(near)).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_slip_towards_one_name_is_certain() {
        let keys = ["owner", "form", "from", "commitments", "contact", "contract"];
        assert_eq!(certain("onwer", keys.into_iter()), Some("owner"));
        assert_eq!(certain("comitments", keys.into_iter()), Some("commitments"));
        // Two letters from one and one from the other.
        assert_eq!(certain("contrat", keys.into_iter()), None);
        assert_eq!(certain("fom", keys.into_iter()), None);
        assert_eq!(certain("commitment-list", keys.into_iter()), None);
        // The entry with the other number may be still to be written.
        assert_eq!(certain("credito-2", ["credito-1"].into_iter()), None);
        assert_eq!(certain("jefatrua", ["jefatura", "caja"].into_iter()), Some("jefatura"));
    }

    #[test]
    fn near_names_are_found_and_far_ones_not() {
        let known = ["owner", "offering", "commitments", "name"];
        assert_eq!(one("onwer", known.into_iter()), Some("owner"));
        assert_eq!(one("commitment", known.into_iter()), Some("commitments"));
        assert_eq!(one("precio", known.into_iter()), None);
    }
}
