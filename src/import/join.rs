//! Prospects of several files brought together: ids have joined already, e-mail addresses and companies follow.

use std::collections::BTreeMap;

use super::importer::Importer;
use super::plain::{company_key, email_key};
use super::report::{Alone, Bucket, Unjoined};

/// Joins what e-mail addresses and then companies name beyond doubt, and says what stays alone.
pub(super) fn join(importer: &mut Importer) {
    if importer.report.files.len() < 2 {
        return;
    }
    by_key(importer, Bucket::JoinedByEmail, |email, _| email_key(email).unwrap_or_default());
    by_key(importer, Bucket::JoinedByCompany, |_, company| company_key(company));
    for draft in &importer.drafts {
        let Some(&(file, row, _)) = draft.rows.first().filter(|_| draft.is_in_one_file()) else { continue };
        let has_key = !draft.id.is_empty()
            || email_key(&draft.email).is_some()
            || !company_key(&draft.company).is_empty();
        let reason = match (draft.is_shared, has_key) {
            (true, _) => Alone::Several,
            (false, true) => Alone::NotFound,
            (false, false) => Alone::NoKey,
        };
        importer.report.unjoined(Unjoined { file, row, reason });
    }
}

/// Joins prospects with the same key, where each file has only one of them; those that have joined already count too,
/// since a company's second deal may belong to its first lead.
fn by_key(importer: &mut Importer, bucket: Bucket, key: impl Fn(&str, &str) -> String) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, draft) in importer.drafts.iter().enumerate() {
        let key = key(&draft.email, &draft.company);
        if !key.is_empty() && !draft.rows.is_empty() {
            groups.entry(key).or_default().push(place);
        }
    }
    for places in groups.into_values().filter(|places| places.len() > 1) {
        // The files that have one of them, and whether a file has several.
        let (mut files, mut has_several): (Vec<usize>, bool) = (Vec::new(), false);
        for &place in &places {
            let before = files.len();
            for (file, ..) in &importer.drafts[place].rows {
                has_several |= files[..before].contains(file);
                if !files.contains(file) {
                    files.push(*file);
                }
            }
        }
        if files.len() == 1 {
            continue;
        }
        if has_several {
            for place in places {
                importer.drafts[place].is_shared = true;
            }
            continue;
        }
        for &other in &places[1..] {
            let other = std::mem::take(&mut importer.drafts[other]);
            importer.absorb(places[0], other, bucket);
        }
    }
}
