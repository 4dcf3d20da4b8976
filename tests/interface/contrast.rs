//! What is written can be read: every text of every panel and window against what is painted under it.

use std::collections::HashSet;
use std::sync::Arc;

use egui::epaint::{ClippedShape, Mesh, PathShape, TextShape};
use egui::{Color32, Pos2, Rect, Shape};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, Edit, Intent, Look, ProgramRequest, SettingChange};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::model::{ActorId, AgreementSubject, Rgb};
use netwerkopstelling::scene::{
    Highlight, SAMPLE_CONTRAST, SHAPE_CONTRAST, TEXT_CONTRAST, ThemeKind, contrast,
};

use crate::program::Program;
use crate::walk::everywhere;

/// Points from which text counts as large (WCAG 2.2: 18 pt).
const LARGE: f32 = 24.0;

/// One frame as it was painted, from the bottom up: each shape with what it reaches of the screen.
struct Painted {
    shapes: Vec<(Rect, Shape)>,
}

impl Painted {
    fn new(clipped: &[ClippedShape]) -> Self {
        let mut shapes = Vec::new();
        for each in clipped {
            flatten(each.clip_rect, &each.shape, &mut shapes);
        }
        Self { shapes }
    }

    /// The colour at a place, of everything below the shape of this number.
    fn under(&self, at: Pos2, number: usize) -> Color32 {
        let below = self.shapes[..number].iter();
        below
            .filter(|(clip, _)| clip.contains(at))
            .filter_map(|(_, shape)| colour_at(shape, at))
            .fold(Color32::BLACK, Color32::blend)
    }

    /// Texts with too little contrast: what is written and how much it has. `known` has what was judged before.
    fn illegible(&self, known: &mut HashSet<String>) -> Vec<String> {
        let texts = self.shapes.iter().enumerate();
        let texts = texts.filter_map(|(number, (clip, shape))| match shape {
            Shape::Text(text) => Some((number, *clip, text)),
            _ => None,
        });
        let mut found = Vec::new();
        let mut seen: Option<&TextShape> = None;
        let all: Vec<_> = texts.collect();
        for (at, &(number, clip, text)) in all.iter().enumerate() {
            let same = |other: &TextShape| Arc::ptr_eq(&other.galley, &text.galley);
            // The last of copies a little askew is the text; the one before is the halo around its letters.
            if all
                .get(at + 1)
                .is_some_and(|(_, _, next)| same(next) && next.pos.distance(text.pos) < 12.0)
            {
                seen = Some(text);
                continue;
            }
            let halo = seen
                .take()
                .filter(|halo| same(halo))
                .map(|halo| halo.fallback_color);
            let tones = (text.fallback_color, text.override_text_color, clip.min, clip.max);
            if known.insert(format!("{:?} {:?} {tones:?}", text.galley.text(), text.pos)) {
                found.extend(self.faults_of(number, clip, text, halo));
            }
        }
        found
    }

    /// Samples of lines off the board that cannot be told from their ground: small meshes no higher than a word.
    fn faint_samples(&self, board: Rect) -> (usize, Vec<String>) {
        let mut found = Vec::new();
        let mut count = 0;
        for (number, (clip, shape)) in self.shapes.iter().enumerate() {
            let Shape::Mesh(mesh) = shape else { continue };
            let rect = mesh.calc_bounds();
            let is_sample = rect.width() <= 60.0 && rect.height() <= 14.0 && clip.width() > 0.0;
            let Some(ink) = mesh
                .vertices
                .iter()
                .map(|vertex| vertex.color)
                .max_by_key(Color32::a)
            else {
                continue;
            };
            if !is_sample || board.contains(rect.center()) {
                continue;
            }
            count += 1;
            let behind = self.under(rect.center(), number);
            let ratio = contrast(rgb(behind.blend(ink)), rgb(behind));
            if ratio < SAMPLE_CONTRAST - 0.005 {
                found.push(format!("{ratio:.2} {ink:?} on {behind:?} at {:?}", rect.center()));
            }
        }
        (count, found)
    }

    fn faults_of(
        &self,
        number: usize,
        clip: Rect,
        text: &TextShape,
        halo: Option<Color32>,
    ) -> Option<String> {
        let size = text
            .galley
            .job
            .sections
            .iter()
            .map(|section| section.format.font_id.size);
        let size = size.fold(f32::INFINITY, f32::min);
        for row in &text.galley.rows {
            for glyph in row.row.glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace()) {
                let at = text.pos
                    + row.pos.to_vec2()
                    + glyph.pos.to_vec2()
                    + egui::vec2(glyph.advance_width / 2.0, -glyph.font_ascent * 0.35);
                let own = row.row.visuals.mesh.vertices.get(glyph.first_vertex as usize);
                let own = own.map_or(Color32::PLACEHOLDER, |vertex| vertex.color);
                let ink = match text.override_text_color {
                    Some(ink) => ink,
                    None if own == Color32::PLACEHOLDER => text.fallback_color,
                    None => own,
                };
                let ink = ink.gamma_multiply(text.opacity_factor);
                // What is cut away or still fading in is not read.
                if !clip.contains(at) || ink.a() < 8 {
                    continue;
                }
                let behind = halo.unwrap_or_else(|| self.under(at, number));
                let ratio = contrast(rgb(behind.blend(ink)), rgb(behind));
                let is_icon = ('\u{e000}'..='\u{f8ff}').contains(&glyph.chr);
                let wanted = if is_icon || size >= LARGE {
                    SHAPE_CONTRAST
                } else {
                    TEXT_CONTRAST
                };
                if ratio < wanted - 0.005 {
                    let words: String = text.galley.text().chars().take(40).collect();
                    return Some(format!("{ratio:.2} {words:?} {ink:?} on {behind:?} at {at:?}"));
                }
            }
        }
        None
    }
}

fn flatten(clip: Rect, shape: &Shape, into: &mut Vec<(Rect, Shape)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(clip, shape, into)),
        Shape::Noop => {}
        shape => into.push((clip.intersect(shape.visual_bounding_rect()), shape.clone())),
    }
}

fn rgb(colour: Color32) -> Rgb {
    Rgb(colour.r(), colour.g(), colour.b())
}

/// What a filled shape puts at a place. Lines are left out: letters are read beside them.
fn colour_at(shape: &Shape, at: Pos2) -> Option<Color32> {
    match shape {
        // A soft edge or a shadow lies around what it belongs to.
        Shape::Rect(rect) if rect.blur_width > 0.0 => None,
        Shape::Rect(rect) => rect.rect.contains(at).then_some(rect.fill),
        Shape::Circle(circle) => (circle.center.distance(at) <= circle.radius).then_some(circle.fill),
        Shape::Path(path) => (path.closed && is_within(path, at)).then_some(path.fill),
        Shape::Mesh(mesh) => colour_in_mesh(mesh, at),
        _ => None,
    }
}

fn is_within(path: &PathShape, at: Pos2) -> bool {
    let points = &path.points;
    let ends = points.iter().zip(points.iter().cycle().skip(1));
    ends.filter(|(a, b)| (a.y > at.y) != (b.y > at.y))
        .filter(|(a, b)| at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
        .count()
        % 2
        == 1
}

fn colour_in_mesh(mesh: &Mesh, at: Pos2) -> Option<Color32> {
    let triangles = mesh.indices.chunks_exact(3).rev();
    let mut corners = triangles.map(|three| [0, 1, 2].map(|corner| mesh.vertices[three[corner] as usize]));
    let holding = corners.find(|[a, b, c]| {
        let side =
            |from: Pos2, to: Pos2| (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
        let sides = [side(a.pos, b.pos), side(b.pos, c.pos), side(c.pos, a.pos)];
        sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
    })?;
    // The faintest corner: a feathered edge is no ground to read on.
    holding.iter().map(|vertex| vertex.color).min_by_key(Color32::a)
}

const THEMES: [ThemeKind; 3] = [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast];

/// What cannot be read on the screen as it is now, in every theme.
fn illegible(program: &mut Program, place: &str, known: &mut [HashSet<String>; 3]) -> Vec<String> {
    let mut all = Vec::new();
    for (theme, known) in THEMES.into_iter().zip(known) {
        program.send(ProgramRequest::Change(SettingChange::Theme(Some(theme))));
        program.harness.run_steps(3);
        let found = Painted::new(&program.harness.output().shapes).illegible(known);
        all.extend(
            found
                .into_iter()
                .map(|fault| format!("{fault} ({theme:?}, {place})")),
        );
    }
    all
}

fn assert_none(mut all: Vec<String>) {
    all.sort();
    all.dedup_by_key(|fault| fault.split(" at ").next().map(str::to_owned));
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_text_of_every_panel_and_window_can_be_read_in_every_theme() {
    let home = tempfile::tempdir().unwrap();
    let mut all = Vec::new();
    let mut known = <[HashSet<String>; 3]>::default();
    everywhere(&mut Program::at(home.path()), |program, place| {
        all.extend(illegible(program, place, &mut known));
    });
    assert_none(all);
}

#[test]
fn what_is_selected_hovered_dimmed_or_refused_can_be_read_in_every_theme() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let ids = program.harness.state().document().constellation().actors.keys();
    let ids: Vec<ActorId> = ids.copied().take(3).collect();
    let mut all = Vec::new();
    for about in [AgreementSubject::Actor(ids[0]), AgreementSubject::Nothing] {
        program.send(Edit::AddAgreement(about, "overleg".to_owned()));
    }
    program.send(Look::Select(Selection::of_actors(ids.iter().copied())));
    for command in [
        Command::ToggleTable,
        Command::WriteAgreement,
        Command::ShowCentrality,
        Command::ShowSpanners,
    ] {
        program.send(Intent::Run(command));
        program.settle();
        all.extend(illegible(
            &mut program,
            &format!("selected rows, {command:?}"),
            &mut Default::default(),
        ));
    }
    program.send(Intent::Run(Command::ToggleTable));
    program.send(Look::Highlight(Some(Highlight::of_actors_alone(
        ids.iter().copied().collect(),
    ))));
    program.settle();
    all.extend(illegible(&mut program, "others dimmed", &mut Default::default()));
    program.send(Look::Highlight(None));
    program.send(Look::Select(Selection::default()));
    let piece = program.pieces_on_board()[0];
    program.harness.hover_at(piece.center());
    program.settle();
    all.extend(illegible(
        &mut program,
        "one piece hovered",
        &mut Default::default(),
    ));
    assert_none(all);
}

/// In the inspector, among the filters and in the list above the board.
#[test]
fn samples_of_lines_can_be_told_from_their_ground_in_every_theme() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let relations = program
        .harness
        .state()
        .document()
        .constellation()
        .relations
        .keys();
    let relations: Vec<_> = relations.copied().collect();
    let board = program.board();
    let mut all = Vec::new();
    let mut seen = 0;
    for theme in THEMES {
        program.send(ProgramRequest::Change(SettingChange::Theme(Some(theme))));
        for &relation in &relations {
            program.send(Look::Select(Selection::of_relation(relation)));
            program.harness.run_steps(3);
            let (count, found) = Painted::new(&program.harness.output().shapes).faint_samples(board);
            seen += count;
            all.extend(
                found
                    .into_iter()
                    .map(|fault| format!("{fault} ({theme:?}, inspector)")),
            );
        }
        program
            .harness
            .get_by_label("Soort van de volgende relatie")
            .click();
        program.harness.run_steps(6);
        // The list hangs over the board.
        let (count, found) = Painted::new(&program.harness.output().shapes).faint_samples(Rect::NOTHING);
        assert!(count > 3, "{theme:?}: the list shows its lines");
        all.extend(
            found
                .into_iter()
                .map(|fault| format!("{fault} ({theme:?}, list)")),
        );
        program.key(egui::Key::Escape);
    }
    assert!(seen >= THEMES.len() * relations.len(), "{seen} samples were seen");
    assert_none(all);
}
