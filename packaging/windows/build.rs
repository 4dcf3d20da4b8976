//! What only the program for Windows has inside: its icon, its version and its manifest. Elsewhere there is nothing to do.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const SIZES: [u8; 6] = [16, 24, 32, 48, 64, 128];
/// Stands in the file as 0.
const LARGEST: &str = "256";
const DUTCH: u16 = 0x0413;
const MANIFEST: &str = "packaging/windows/netwerkopstelling.manifest";

fn main() {
    println!("cargo::rerun-if-changed=packaging/windows/build.rs");
    println!("cargo::rerun-if-changed=assets/icons");
    println!("cargo::rerun-if-changed={MANIFEST}");
    // Not `cfg`: that is the system that builds, and it builds for another.
    if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return;
    }
    if let Err(error) = put_inside() {
        // Whoever only checks the source needs no compiler of resources; packaging/try-windows looks for the icon.
        println!("cargo::warning=icon, version and manifest are left out: {error}");
    }
}

fn put_inside() -> io::Result<()> {
    let icon = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("netwerkopstelling.ico");
    fs::write(&icon, icon_of_all_sizes(Path::new("assets/icons"))?)?;
    for (program, is_called) in [
        ("netwerkopstelling", "netwerkopstelling.exe"),
        ("netwerkopstelling-console", "netwerkopstelling.com"),
    ] {
        let mut resource = winresource::WindowsResource::new();
        resource
            .set_icon(&icon.to_string_lossy())
            .set_manifest_file(MANIFEST)
            .set_language(DUTCH)
            .set("ProductName", "Netwerkopstelling")
            .set("FileDescription", "Netwerkopstelling")
            .set("OriginalFilename", is_called)
            .set("InternalName", program)
            .set("LegalCopyright", "MIT OR Apache-2.0");
        resource.compile_for(program)?;
    }
    Ok(())
}

/// The drawings of all sizes in one file: a head, a line of 16 bytes for each, and then the drawings as they are. Every
/// Windows since Vista takes PNG in it.
fn icon_of_all_sizes(folder: &Path) -> io::Result<Vec<u8>> {
    let drawing = |size: String| fs::read(folder.join(format!("{size}.png")));
    let mut drawings = Vec::new();
    for size in SIZES {
        drawings.push((size, drawing(size.to_string())?));
    }
    drawings.push((0, drawing(LARGEST.to_owned())?));
    let mut file: Vec<u8> = vec![0, 0, 1, 0, drawings.len() as u8, 0];
    let mut start = file.len() + 16 * drawings.len();
    for (size, bytes) in &drawings {
        // Width, height, colours of a palette, nothing, planes, bits per pixel.
        file.extend([*size, *size, 0, 0, 1, 0, 32, 0]);
        file.extend((bytes.len() as u32).to_le_bytes());
        file.extend((start as u32).to_le_bytes());
        start += bytes.len();
    }
    for (_, bytes) in drawings {
        file.extend(bytes);
    }
    Ok(file)
}
