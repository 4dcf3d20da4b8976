//! A picture in a file of elsewhere that the program does not draw is told of.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use netwerkopstelling::command::{Command, FileRequest, Intent};
use netwerkopstelling::formats::native;
use netwerkopstelling::model::{Background, Constellation, Language, Picture};

use crate::program::Program;

fn png(width: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let image = image::GrayImage::new(width, 2);
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn file_with(folder: &Path, bytes: Vec<u8>) -> PathBuf {
    let mut constellation = Constellation::new(Language::Nl);
    constellation.board.background = Background::Picture;
    constellation.board.picture = Some(Picture {
        name: "kaart.png".to_owned(),
        mime: "image/png".to_owned(),
        bytes: Arc::from(bytes),
    });
    let path = folder.join("kaart.opstelling.json");
    std::fs::write(&path, native::write(&constellation)).unwrap();
    path
}

fn opened(home: &Path, bytes: Vec<u8>) -> Program {
    let path = file_with(home, bytes);
    let mut program = Program::at(home);
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file", |program| {
        program
            .harness
            .state()
            .document()
            .constellation()
            .board
            .picture
            .is_some()
    });
    program.settle();
    program
}

const NOT_DRAWN: &str = "wordt niet getekend";

#[test]
fn a_picture_in_a_file_that_is_too_large_is_told_of_once_and_kept() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened(home.path(), png(4097));
    assert!(program.shows("De afbeelding kaart.png onder het bord is breder of hoger dan"));
    program.press("Melding sluiten");
    program.settle();
    assert!(!program.shows(NOT_DRAWN), "once");
    program.send(Intent::Run(Command::SelectAll));
    program.settle();
    assert!(!program.shows(NOT_DRAWN));
    let board = &program.harness.state().document().constellation().board;
    assert_eq!(
        board.picture.as_ref().map(|picture| picture.bytes.to_vec()),
        Some(png(4097))
    );
}

#[test]
fn a_picture_in_a_file_that_is_none_is_told_of() {
    let home = tempfile::tempdir().unwrap();
    let program = opened(home.path(), b"no picture at all".to_vec());
    assert!(program.shows("De afbeelding kaart.png onder het bord kan niet worden gelezen"));
}

#[test]
fn a_picture_that_stops_behind_its_head_is_told_of() {
    let home = tempfile::tempdir().unwrap();
    let whole = png(64);
    let mut program = opened(home.path(), whole[..whole.len() - 20].to_vec());
    program.until("the remark", |program| {
        program.shows("De afbeelding kaart.png onder het bord kan niet worden gelezen")
    });
}

#[test]
fn a_picture_that_is_drawn_gives_no_remark() {
    let home = tempfile::tempdir().unwrap();
    let program = opened(home.path(), png(64));
    assert!(!program.shows(NOT_DRAWN));
}
