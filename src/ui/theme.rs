//! Fonts, colours and spacing of the interface.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Stroke,
    TextStyle, Visuals, style::Spacing, vec2,
};

use super::widgets::colour;
use crate::scene::typeface::FACES;
use crate::scene::{Palette, ThemeKind, mix};

/// Family of the icon font, for icons on pieces and buttons.
pub const ICONS: &str = "icons";

/// Loads the faces of words and the icons. Once, at the start.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    for face in &FACES {
        let load = || {
            let tweak = FontTweak {
                scale: face.scale,
                ..FontTweak::default()
            };
            Arc::new(FontData::from_static(face.bytes).tweak(tweak))
        };
        // Those of the screen library are there, with their own sizes.
        fonts.font_data.entry(face.name.to_owned()).or_insert_with(load);
    }
    let names = FACES.iter().map(|face| face.name.to_owned());
    let monospace = fonts.families.entry(FontFamily::Monospace).or_default();
    for name in names.clone() {
        if !monospace.contains(&name) {
            monospace.push(name);
        }
    }
    fonts.families.insert(FontFamily::Proportional, names.collect());
    egui_phosphor::add_font_bytes_to_fonts(
        &mut fonts,
        "phosphor",
        egui_phosphor::Variant::Regular.font_bytes(),
    );
    egui_phosphor::add_font_bytes_as_family(&mut fonts, ICONS, egui_phosphor::Variant::Fill.font_bytes());
    if let Some(icons) = fonts.font_data.get_mut(ICONS) {
        // Their own shapes, as in pictures: fitted to pixels they are others.
        Arc::make_mut(icons).tweak.hinting = Some(false);
    }
    // Alone in its family: Inter has letters of its own at the icons' code points.
    fonts
        .families
        .insert(FontFamily::Name(ICONS.into()), vec![ICONS.to_owned()]);
    ctx.set_fonts(fonts);
}

/// Applies one of the themes.
pub fn apply(ctx: &Context, theme: ThemeKind) {
    let palette = Palette::of(theme);
    let mut visuals = match theme {
        ThemeKind::Light => Visuals::light(),
        ThemeKind::Dark | ThemeKind::HighContrast => Visuals::dark(),
    };
    // The library writes selected text in the stroke's colour, and draws the edge of the field that has the focus
    // with it: it has to stand out from the fill and from the panel.
    let (fill, edge) = selected(theme);
    visuals.selection.bg_fill = fill;
    visuals.selection.stroke = Stroke::new(1.5, edge);
    visuals.hyperlink_color = accent_text(theme);
    visuals.error_fg_color = error_text(theme);
    visuals.warn_fg_color = error_text(theme);
    // What cannot be used now is still read.
    visuals.disabled_alpha = 0.72;
    visuals.panel_fill = match theme {
        ThemeKind::Light => Color32::from_rgb(0xf6, 0xf7, 0xf9),
        ThemeKind::Dark => Color32::from_rgb(0x17, 0x1c, 0x25),
        ThemeKind::HighContrast => Color32::BLACK,
    };
    visuals.window_fill = visuals.panel_fill;
    visuals.extreme_bg_color = colour(palette.board);
    visuals.weak_text_color = Some(colour(palette.ink_weak));
    visuals.widgets.noninteractive.bg_stroke = Stroke::new(1.0, colour(palette.guide));
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.corner_radius = CornerRadius::same(5);
        widget.fg_stroke.color = colour(palette.ink);
    }
    if theme == ThemeKind::Dark {
        // Of the same family as the panels, instead of the library's neutral grey.
        let steps = [
            (&mut visuals.widgets.inactive, 0.13),
            (&mut visuals.widgets.open, 0.13),
            (&mut visuals.widgets.hovered, 0.2),
            (&mut visuals.widgets.active, 0.28),
        ];
        for (widget, share) in steps {
            let fill = colour(mix(palette.surround, palette.ink, share));
            widget.weak_bg_fill = fill;
            widget.bg_fill = fill;
        }
    }
    // Fields and buttons have an edge that can be told from the panel.
    visuals.widgets.inactive.bg_stroke = Stroke::new(1.0, colour(palette.board_edge));
    visuals.widgets.open.bg_stroke = Stroke::new(1.0, colour(palette.board_edge));
    if theme == ThemeKind::HighContrast {
        for widget in [
            &mut visuals.widgets.inactive,
            &mut visuals.widgets.hovered,
            &mut visuals.widgets.open,
        ] {
            widget.bg_stroke = Stroke::new(1.0, Color32::WHITE);
        }
        visuals.window_stroke = Stroke::new(2.0, Color32::WHITE);
    }
    let egui_theme = if theme == ThemeKind::Light {
        egui::Theme::Light
    } else {
        egui::Theme::Dark
    };
    ctx.set_theme(egui_theme);
    ctx.style_mut_of(egui_theme, |style| {
        style.visuals = visuals;
        set_sizes(style, 1.0);
    });
}

/// Size of the letters of text, in points, when nothing is enlarged.
pub const BODY: f32 = 14.0;

/// How many times as large as usual letters and spaces of the interface are.
pub fn times(ctx: &Context) -> f32 {
    ctx.global_style()
        .text_styles
        .get(&TextStyle::Body)
        .map_or(1.0, |font| font.size / BODY)
}

/// Makes letters and spaces of the interface so many times as large as usual. Says whether they were not.
pub fn enlarge(ctx: &Context, by: f32) -> bool {
    let is_new = (times(ctx) - by).abs() > 0.001;
    if is_new {
        ctx.all_styles_mut(|style| set_sizes(style, by));
    }
    is_new
}

fn set_sizes(style: &mut egui::Style, by: f32) {
    let usual = Spacing::default();
    style.spacing = Spacing {
        item_spacing: vec2(8.0, 6.0) * by,
        button_padding: vec2(9.0, 5.0) * by,
        interact_size: vec2(usual.interact_size.x, 26.0) * by,
        window_margin: usual.window_margin * by,
        menu_margin: usual.menu_margin * by,
        menu_width: usual.menu_width * by,
        indent: usual.indent * by,
        slider_width: usual.slider_width * by,
        combo_width: usual.combo_width * by,
        combo_height: usual.combo_height * by,
        text_edit_width: usual.text_edit_width * by,
        tooltip_width: usual.tooltip_width * by,
        icon_width: usual.icon_width * by,
        icon_width_inner: usual.icon_width_inner * by,
        icon_spacing: usual.icon_spacing * by,
        ..usual
    };
    for (letters, size) in [
        (TextStyle::Body, BODY),
        (TextStyle::Button, 14.0),
        (TextStyle::Small, 12.0),
        (TextStyle::Heading, 20.0),
    ] {
        style.text_styles.insert(letters, FontId::proportional(size * by));
    }
}

/// Ground and letters of what is selected in a list.
fn selected(theme: ThemeKind) -> (Color32, Color32) {
    match theme {
        ThemeKind::Light => (
            Color32::from_rgb(0xcd, 0xe1, 0xf8),
            Color32::from_rgb(0x0d, 0x3d, 0x73),
        ),
        ThemeKind::Dark => (
            Color32::from_rgb(0x20, 0x46, 0x72),
            Color32::from_rgb(0xe2, 0xee, 0xfd),
        ),
        ThemeKind::HighContrast => (
            Color32::from_rgb(0x33, 0x2f, 0x00),
            Color32::from_rgb(0xff, 0xff, 0x00),
        ),
    }
}

/// The colour of what asks to be pressed, and of bars.
pub fn accent(theme: ThemeKind) -> Color32 {
    match theme {
        ThemeKind::Light => Color32::from_rgb(0x1d, 0x5f, 0xa8),
        ThemeKind::Dark => Color32::from_rgb(0x2d, 0x6f, 0xba),
        ThemeKind::HighContrast => Color32::from_rgb(0xff, 0xff, 0x00),
    }
}

/// Text on [`accent`].
pub fn on_accent(theme: ThemeKind) -> Color32 {
    if theme == ThemeKind::HighContrast {
        Color32::BLACK
    } else {
        Color32::WHITE
    }
}

/// The accent as a colour of text on a panel.
pub fn accent_text(theme: ThemeKind) -> Color32 {
    match theme {
        ThemeKind::Light => Color32::from_rgb(0x16, 0x50, 0x90),
        ThemeKind::Dark => Color32::from_rgb(0x86, 0xbb, 0xf2),
        ThemeKind::HighContrast => Color32::from_rgb(0xff, 0xff, 0x00),
    }
}

/// What went wrong, as a colour of text on a panel; the words say it too.
pub fn error_text(theme: ThemeKind) -> Color32 {
    match theme {
        ThemeKind::Light => Color32::from_rgb(0xa8, 0x1e, 0x12),
        ThemeKind::Dark => Color32::from_rgb(0xff, 0x9b, 0x8f),
        ThemeKind::HighContrast => Color32::from_rgb(0xff, 0xb0, 0xa5),
    }
}
