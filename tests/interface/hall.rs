//! The hall, as a user is in it: everything grows with what the user wants larger, and says what comes next.

use egui::epaint::{Primitive, Shape, TextShape};
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Edit, Look};
use netwerkopstelling::desk::Dialog;
use netwerkopstelling::lens::WhatIf;
use netwerkopstelling::model::Info;

use crate::program::Program;
use crate::promises::with_relation;

fn hall_of_sample() -> Program {
    let mut program = Program::in_own_home();
    program.open_sample();
    program.key(Key::F5);
    program.settle();
    program
}

/// Every shape of the last frame, those within others as well.
fn shapes(program: &Program) -> Vec<Shape> {
    fn add(shape: &Shape, all: &mut Vec<Shape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, all)),
            _ => all.push(shape.clone()),
        }
    }
    let mut all = Vec::new();
    for clipped in &program.harness.output().shapes {
        add(&clipped.shape, &mut all);
    }
    all
}

fn texts(program: &Program) -> Vec<TextShape> {
    let all = shapes(program).into_iter();
    let texts = all.filter_map(|shape| match shape {
        Shape::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// The letters of a text that is written somewhere, in pixels; of several the largest.
fn letters_of(program: &Program, text: &str) -> f32 {
    let pixels = program.harness.ctx.pixels_per_point();
    let found = texts(program).into_iter().filter(|shape| {
        let words = shape.galley.text().split_whitespace();
        words.eq(text.split_whitespace())
    });
    let sizes = found.filter_map(|shape| {
        let section = shape.galley.job.sections.first()?;
        Some(section.format.font_id.size * pixels)
    });
    let largest = sizes.fold(0.0, f32::max);
    assert!(largest > 0.0, "{text} is nowhere");
    largest
}

/// How far what is drawn reaches beside the line from one place to another, in pixels, where it is so far along it.
fn reach_beside(program: &Program, [from, to]: [Pos2; 2], shares: &[f32]) -> f32 {
    /// What reaches further is the board.
    const MOST: f32 = 16.0;
    let (along, length) = ((to - from).normalized(), from.distance(to));
    let ctx = &program.harness.ctx;
    let drawn = ctx.tessellate(program.harness.output().shapes.clone(), ctx.pixels_per_point());
    let mut widest = 0.0f32;
    for part in drawn {
        let Primitive::Mesh(mesh) = part.primitive else {
            continue;
        };
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|at| {
                let step = mesh.vertices[corners[at] as usize].pos - from;
                (step.dot(along) / length, step.dot(along.rot90()))
            });
            for share in shares {
                let edges = [(0, 1), (1, 2), (2, 0)].map(|(one, other)| (corners[one], corners[other]));
                let crossed = edges.into_iter().filter_map(|((a, beside), (b, other))| {
                    let at = (share - a) / (b - a);
                    (0.0..=1.0)
                        .contains(&at)
                        .then_some((beside + (other - beside) * at).abs())
                });
                let reach = crossed.fold(0.0, f32::max);
                if reach < MOST {
                    widest = widest.max(reach);
                }
            }
        }
    }
    assert!(widest > 0.0, "nothing is drawn there");
    widest * ctx.pixels_per_point()
}

/// The kind of the next relation as the legend says it, and the letters of that.
fn next_kind(program: &Program) -> (String, f32) {
    let all = texts(program);
    let text = |at: usize| all[at].galley.text().trim().to_owned();
    let found = (0..all.len()).find(|&at| text(at).starts_with("Volgende:"));
    let at = found.expect("it is said what comes next");
    let rest = text(at)["Volgende:".len()..].trim().to_owned();
    // In a narrow legend it goes on below.
    let kind = if rest.is_empty() { text(at + 1) } else { rest };
    (kind, letters_of(program, &text(at)))
}

#[test]
fn in_the_hall_control_and_plus_makes_names_question_card_and_legend_larger() {
    let mut program = hall_of_sample();
    // A short one: that of the sample is as wide as the screen already.
    let question = "Wie doet wat?".to_owned();
    let info = program.harness.state().document().constellation().info.clone();
    program.send(Edit::SetInfo(Box::new(Info {
        issue: question.clone(),
        ..info
    })));
    program.settle();
    let seen = |program: &Program| {
        let of = ["Provincie", &question, "De vraag"];
        let of = of.map(|text| (text.to_owned(), letters_of(program, text)));
        of.into_iter().chain([next_kind(program)]).collect::<Vec<_>>()
    };
    let before = seen(&program);
    program.key_with(Modifiers::COMMAND, Key::Plus);
    program.settle();
    for ((text, before), (_, after)) in before.into_iter().zip(seen(&program)) {
        assert!(after > before * 1.04, "{text}: {before} and then {after}");
    }
}

#[test]
fn in_the_hall_the_legend_stays_open_beside_an_experiment() {
    let mut program = hall_of_sample();
    for (wide, high) in [(1280.0, 800.0), (1920.0, 1080.0)] {
        program.harness.set_size(egui::vec2(wide, high));
        program.settle();
        let somebody = program.first_actor();
        program.send(Look::ToggleExperiment(WhatIf::Without(Some(somebody))));
        program.until_label("Cijfers van het netwerk");
        program.settle();
        program.harness.get_by_label("Legenda inklappen");
        let legend = program.harness.state().legend_on_board().expect("a legend");
        assert!(program.board().contains_rect(legend), "{legend}");
        let hidden = program.pieces_on_board().into_iter();
        let hidden: Vec<_> = hidden.filter(|piece| piece.intersects(legend)).collect();
        assert!(hidden.is_empty(), "{legend} lies on {hidden:?}");
        program.send(Look::ToggleExperiment(WhatIf::Without(None)));
        program.key(Key::Escape);
        program.settle();
    }
}

#[test]
fn in_the_hall_control_and_plus_makes_lines_and_signs_larger() {
    let mut program = with_relation();
    // It is assumed, which a question mark says.
    program.key(Key::V);
    program.key(Key::F5);
    program.settle();
    let seen = |program: &Program| {
        let line = ["Alkmaar", "Hoorn"].map(|label| program.piece(label).center());
        let width = reach_beside(program, line, &[0.4]);
        let sign = reach_beside(program, line, &[0.6, 0.61, 0.62, 0.63, 0.64]);
        assert!(sign > width * 1.5, "{sign} is no sign on a line of {width}");
        [width, sign]
    };
    let before = seen(&program);
    program.key_with(Modifiers::COMMAND, Key::Plus);
    program.settle();
    for (before, after) in before.into_iter().zip(seen(&program)) {
        assert!(after > before * 1.04, "{before} and then {after}");
    }
}

#[test]
fn in_the_hall_the_kind_of_the_next_relation_is_in_sight_and_changes_with_its_key() {
    let mut program = hall_of_sample();
    let next = |program: &Program| next_kind(program).0;
    let before = next(&program);
    program.key(Key::K);
    program.settle();
    let after = next(&program);
    assert_ne!(after, before);
    let state = program.harness.state();
    let words = &state.document().constellation().vocabulary;
    let active = words.relation_kind(&state.desk().active_relation_kind);
    assert_eq!(active.map(|kind| kind.label.clone()), Some(after));
}

#[test]
fn what_opens_over_the_board_in_the_hall_is_written_as_large_as_its_names() {
    let mut program = hall_of_sample();
    let names = letters_of(&program, "Provincie");
    program.key_with(Modifiers::COMMAND, Key::K);
    program.settle();
    let first = program.harness.state().desk().dialog.clone();
    assert_eq!(first, Some(Dialog::Palette));
    program.letters("zaal");
    program.settle();
    let entry = letters_of(&program, "Zaalstand");
    assert!(entry >= names, "{entry} where names have {names}");
    program.key(Key::Escape);
    program.key(Key::F5);
    program.settle();
    program.key_with(Modifiers::COMMAND, Key::K);
    program.settle();
    program.letters("zaal");
    program.settle();
    let at_desk = letters_of(&program, "Zaalstand");
    assert!(at_desk < 15.0, "at the desk it is as it was: {at_desk}");
    let window = program.harness.get_by_label("Opdracht zoeken").rect();
    assert!(window.width() < 520.0, "{window}");
}
