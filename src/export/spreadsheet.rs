//! A sheet as a file for spreadsheets: as those of the user's language read it at a double click.

use super::sheets::Sheet;
use crate::i18n::Texts;
use crate::model::Language;

/// A number with all its digits.
pub fn number(value: f64, language: Language) -> String {
    match language {
        Language::Nl => value.to_string().replace('.', ","),
        Language::En => value.to_string(),
    }
}

/// For Dutch spreadsheets `;`, decimal commas and a mark in front; in English as software reads it.
pub fn csv(sheet: &Sheet, texts: Texts) -> Vec<u8> {
    let is_dutch = texts.language == Language::Nl;
    // A spreadsheet takes the file for UTF-8 only with this mark in front.
    let mut bytes = if is_dutch {
        "\u{feff}".as_bytes().to_vec()
    } else {
        Vec::new()
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(if is_dutch { b';' } else { b',' })
        .terminator(if is_dutch {
            csv::Terminator::CRLF
        } else {
            csv::Terminator::Any(b'\n')
        })
        .from_writer(&mut bytes);
    for row in sheet {
        let cells = row
            .iter()
            .map(|cell| if is_dutch { harmless(cell) } else { cell.clone() });
        writer.write_record(cells).expect("memory takes everything");
    }
    drop(writer);
    bytes
}

/// With tabs, for pasting into a spreadsheet.
pub fn tabbed(sheet: &Sheet) -> String {
    let lines: Vec<String> = sheet.iter().map(|row| row.join("\t")).collect();
    lines.join("\n")
}

/// A name that starts as a formula must not run as one in a spreadsheet.
fn harmless(cell: &str) -> String {
    let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
    if cell.starts_with(['=', '+', '-', '@']) && !is_number {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dutch_table_has_semicolons_decimal_commas_and_harmless_names() {
        let sheet = |language| -> Sheet {
            let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
            vec![
                row(["label", "strength"]),
                vec!["=SOM(A1)".to_owned(), number(1.5, language)],
                vec!["b".to_owned(), number(-2.0, language)],
            ]
        };
        let text = |language| String::from_utf8(csv(&sheet(language), Texts::new(language))).unwrap();
        assert_eq!(
            text(Language::Nl),
            "\u{feff}label;strength\r\n'=SOM(A1);1,5\r\nb;-2\r\n"
        );
        assert_eq!(text(Language::En), "label,strength\n=SOM(A1),1.5\nb,-2\n");
        assert!(tabbed(&sheet(Language::Nl)).ends_with("\nb\t-2"));
    }
}
