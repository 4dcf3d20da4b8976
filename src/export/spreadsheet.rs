//! A sheet as a file for spreadsheets: as those of the user's language read it at a double click.

use super::sheets::Sheet;
use crate::i18n::{Texts, decimals_that_show};
use crate::model::Language;

/// Decimals of a number in a sheet for people, unless that would round it to nothing: all its digits say more than is
/// known. Who computes on takes what is written for software, with all of them.
const DECIMALS: usize = 6;

/// A number as a spreadsheet of this language reads it.
pub fn number(value: f64, language: Language) -> String {
    Texts::new(language).plain_number(value, decimals_that_show(value, DECIMALS))
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

/// With tabs, for pasting into a spreadsheet: as harmless as the file for Dutch spreadsheets.
pub fn tabbed(sheet: &Sheet) -> String {
    let cell = |cell: &String| {
        let cell = harmless(cell);
        // A quotation mark in front would join this cell to those up to the next mark.
        if cell.starts_with('"') {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    sheet.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A cell that stays one cell of text in a spreadsheet: a name that starts as a formula must not run as one,
/// and tabs and line breaks must not begin another cell.
fn harmless(cell: &str) -> String {
    let cell: String = cell
        .chars()
        .map(|one| match one {
            one if one.is_control() || matches!(one, '\u{2028}' | '\u{2029}') => ' ',
            one => one,
        })
        .collect();
    // Spreadsheets of Asia take the wide signs for the same.
    let signs = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if cell.trim_start().starts_with(signs) && !is_number(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// As [`number`] writes them; `-inf` and the like would be the name of something.
fn is_number(cell: &str) -> bool {
    let is_of_numbers = |one: char| one.is_ascii_digit() || matches!(one, '.' | ',' | '-' | '+' | 'e');
    cell.chars().all(is_of_numbers) && cell.replace(',', ".").parse::<f64>().is_ok()
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

    #[test]
    fn a_number_has_no_digits_that_say_nothing() {
        let written = |value| [Language::Nl, Language::En].map(|language| number(value, language));
        assert_eq!(written(0.333_333_333_333_332_15), ["0,333333", "0.333333"]);
        assert_eq!(written(-12.0), ["-12", "-12"]);
        assert_eq!(written(1_234_567.891), ["1234567,891", "1234567.891"]);
        assert_eq!(written(0.000_000_123_456), ["0,000000123", "0.000000123"]);
        assert_eq!(written(0.0), ["0", "0"]);
    }

    #[test]
    fn no_name_becomes_a_formula_or_a_second_cell_in_a_file_or_when_copied() {
        let cells = [
            ("=SOM(A1)", "'=SOM(A1)"),
            ("\t=1+1", "' =1+1"),
            ("\r\n@verwijzing", "'  @verwijzing"),
            (" +31 6", "' +31 6"),
            ("-inf", "'-inf"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("Jan\tPiet\nKlaas\u{2028}Dirk", "Jan Piet Klaas Dirk"),
            ("-1,5", "-1,5"),
            ("1e-7", "1e-7"),
        ];
        for (name, stands) in cells {
            let sheet = vec![vec![name.to_owned(), "b".to_owned()]];
            assert_eq!(tabbed(&sheet), format!("{stands}\tb"));
            let file = String::from_utf8(csv(&sheet, Texts::new(Language::Nl))).unwrap();
            assert_eq!(file, format!("\u{feff}{stands};b\r\n"));
        }
        let quoted = vec![vec!["\"A\" en".to_owned(), "b".to_owned()]];
        assert_eq!(tabbed(&quoted), "\"\"\"A\"\" en\"\tb");
    }
}
