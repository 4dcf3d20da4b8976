//! A file is either the old one or the new one, never half of it.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::Location;
use super::moving::{own_number, put_in_place};
use super::names::refused_in;
use super::private::{create_private_folder, private_file};
use super::sync::{ask_for_room, sync_file};
use crate::tally;

/// There is something, and it is no file: a device, a pipe, a socket.
#[derive(Debug)]
pub struct NoOrdinaryFile;

impl fmt::Display for NoOrdinaryFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is a device or something else of the system, not an ordinary file")
    }
}

impl std::error::Error for NoOrdinaryFile {}

/// Writes beside the file, forces it to disk, and puts it in place in one step. Where that fails, what was
/// there is untouched. A link is followed, also one to a file that is not there yet; whoever could not read the
/// old file cannot read the new one; a file that is marked read-only stays, and so does what is no ordinary file.
///
/// A file with more names than one (hard links), or of an owner that a new file cannot have, stays the same file: it is
/// written over once the new version is safe on the disk beside it.
///
/// # Errors
/// What the system reports; [`NoOrdinaryFile`] when a device or the like has that name.
pub fn write_atomically(at: impl Into<Location>, bytes: &[u8]) -> io::Result<()> {
    write_atomically_and(at, bytes, || {})
}

/// As [`write_atomically`]; `before_replacing` is done once the new version is safe on the disk beside the old one, so
/// that a disk without room for it leaves everything as it was, the version kept earlier too.
///
/// # Errors
/// As [`write_atomically`].
pub fn write_atomically_and(
    at: impl Into<Location>,
    bytes: &[u8],
    before_replacing: impl FnOnce(),
) -> io::Result<()> {
    tally::add(|done| done.bytes += bytes.len() as u64);
    let (target, existing) = replaceable(at.into().path())?;
    // Before one more name is made for it: that of the version kept.
    let has_names = existing.as_ref().is_some_and(|old| has_other_names(&target, old));
    let beside = name_beside(&target, "tmp")?;
    let result = write_new(&beside, bytes, existing.as_ref()).and_then(|alike| {
        before_replacing();
        match &existing {
            Some(old) if alike == Alike::No || has_names => write_over(&target, old, bytes),
            _ => put_in_place(&beside, &target),
        }
    });
    if existing.is_some() || result.is_err() {
        // Ours, and not needed any more; mostly it has been renamed, and is not there.
        let _ = fs::remove_file(&beside);
    }
    result?;
    sync_folder_of(&target);
    Ok(())
}

/// Writes into the file that is there, so that all its names show the same and its owner keeps it. Not one step:
/// called once the new version is safe on disk beside it. When the disk refuses half-way, what was there is
/// written back.
fn write_over(target: &Path, old: &Metadata, bytes: &[u8]) -> io::Result<()> {
    let before = fs::read(target)?;
    let mut file = File::options().write(true).open(target)?;
    let backup = with_suffix(target, ".bak");
    if is_same_file(&backup, old) {
        // What was kept would change along with it: it becomes a file of its own.
        let beside = name_beside(&backup, "bak.tmp")?;
        let copied = write_new(&beside, &before, Some(old)).and_then(|_| put_in_place(&beside, &backup));
        copied.inspect_err(|_| drop(fs::remove_file(&beside)))?;
    }
    let mut fill = |bytes: &[u8]| {
        file.seek(SeekFrom::Start(0))?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        sync_file(&file)
    };
    fill(bytes).inspect_err(|_| {
        // There was room for it before; the first error of the disk is the one to report.
        let _ = fill(&before);
    })
}

/// Whether the file is known by another name as well; its `.bak` does not count, which may be the same file until
/// it is replaced.
#[cfg(unix)]
fn has_other_names(target: &Path, found: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let of_ours = 1 + u64::from(is_same_file(&with_suffix(target, ".bak"), found));
    found.nlink() > of_ours
}

#[cfg(unix)]
fn is_same_file(path: &Path, found: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let is_it = |one: Metadata| (one.dev(), one.ino()) == (found.dev(), found.ino());
    fs::symlink_metadata(path).is_ok_and(is_it)
}

#[cfg(not(unix))]
fn has_other_names(_: &Path, _: &Metadata) -> bool {
    false
}

#[cfg(not(unix))]
fn is_same_file(_: &Path, _: &Metadata) -> bool {
    false
}

/// Whether a new file got the owner, group and permissions of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alike {
    Yes,
    No,
}

/// Whether something is there; refused when it must stay. Writing there would be refused as well.
///
/// # Errors
/// As [`write_atomically`].
pub fn check_replaceable(at: &Location) -> io::Result<bool> {
    replaceable(at.path()).map(|(_, existing)| existing.is_some())
}

/// As [`target_of`], refused when what is there must stay, and when the system has another use for the name.
fn replaceable(path: &Path) -> io::Result<(PathBuf, Option<Metadata>)> {
    if cfg!(windows)
        && let Some(refused) = refused_in(path)
    {
        return Err(io::Error::new(ErrorKind::InvalidFilename, refused));
    }
    let (target, existing) = target_of(path)?;
    if existing.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(io::Error::new(ErrorKind::PermissionDenied, ReadOnly));
    }
    Ok((target, existing))
}

/// The file is marked read-only.
#[derive(Debug)]
pub struct ReadOnly;

impl fmt::Display for ReadOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is marked read-only")
    }
}

impl std::error::Error for ReadOnly {}

/// How many links are followed one after the other; more is a circle.
const MOST_LINKS: usize = 40;

/// The file that writing to this name would be about, past all links, and what is known of it when it is there.
fn target_of(path: &Path) -> io::Result<(PathBuf, Option<Metadata>)> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        let found = match fs::symlink_metadata(&target) {
            Ok(found) => found,
            // A pipe has a name that leads to it and is in no folder (`/dev/stdout`).
            Err(error) if error.kind() == ErrorKind::NotFound && fs::metadata(path).is_ok() => {
                return Err(io::Error::new(ErrorKind::InvalidInput, NoOrdinaryFile));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok((target, None)),
            Err(error) => return Err(error),
        };
        if found.is_file() {
            return Ok((target, Some(found)));
        }
        if found.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        if !found.is_symlink() {
            return Err(io::Error::new(ErrorKind::InvalidInput, NoOrdinaryFile));
        }
        let next = fs::read_link(&target)?;
        target = target.parent().unwrap_or(Path::new("")).join(next);
    }
    // The system says it in its own words.
    fs::metadata(path).and(Err(ErrorKind::InvalidInput.into()))
}

/// As [`write_atomically`], of a file that only the user may read, in a folder that only the user may look into.
///
/// # Errors
/// As [`write_atomically`].
pub fn write_privately(at: &Location, bytes: &[u8]) -> io::Result<()> {
    tally::add(|done| done.bytes += bytes.len() as u64);
    if let Some(folder) = at.folder() {
        create_private_folder(&folder)?;
    }
    let (target, _) = target_of(at.path())?;
    let beside = name_beside(&target, "tmp")?;
    let mut file = private_file().write(true).create_new(true).open(&beside)?;
    let written = file.write_all(bytes).and_then(|()| sync_file(&file));
    if let Err(error) = written.and_then(|()| put_in_place(&beside, &target)) {
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    sync_folder_of(&target);
    Ok(())
}

/// Writes a file that is not there yet. It is closed to everybody else until it is whole: half of it, left behind by
/// a killed program, is for nobody. Then it gets the owner and the permissions of the older one, as far as the
/// system lets it, or what the system gives a new file.
fn write_new(path: &Path, bytes: &[u8], instead_of: Option<&Metadata>) -> io::Result<Alike> {
    let mut file = private_file().write(true).create_new(true).open(path)?;
    ask_for_room(path)?;
    file.write_all(bytes)?;
    let alike = match instead_of {
        Some(old) => take_after(&file, old)?,
        None => {
            if let Ok(usual) = usual_permissions(path) {
                file.set_permissions(usual)?;
            }
            Alike::Yes
        }
    };
    sync_file(&file)?;
    Ok(alike)
}

/// What the system gives a new file in this folder.
fn usual_permissions(path: &Path) -> io::Result<fs::Permissions> {
    let empty = with_suffix(&path.with_extension(""), ".mode");
    let permissions = File::create_new(&empty).and_then(|file| Ok(file.metadata()?.permissions()));
    let _ = fs::remove_file(&empty);
    permissions
}

/// The owner and permissions of the old file. Where its group cannot be kept, the new group gets what everybody
/// had: a file of one group is not for another.
#[cfg(unix)]
fn take_after(file: &File, old: &Metadata) -> io::Result<Alike> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let new = file.metadata()?;
    let mut alike = Alike::Yes;
    // Only an administrator may give a file away.
    if new.uid() != old.uid() && fchown(file, Some(old.uid()), None).is_err() {
        alike = Alike::No;
    }
    let mut mode = old.permissions().mode() & 0o7777;
    if new.gid() != old.gid() && fchown(file, None, Some(old.gid())).is_err() {
        alike = Alike::No;
        let everybody = mode & 0o007;
        mode = (mode & !0o070) | (mode & (everybody << 3));
    }
    file.set_permissions(fs::Permissions::from_mode(mode))?;
    Ok(alike)
}

#[cfg(not(unix))]
fn take_after(file: &File, old: &Metadata) -> io::Result<Alike> {
    file.set_permissions(old.permissions())?;
    Ok(Alike::Yes)
}

/// Keeps what is there now as `NAME.bak`. Needs no room on the disk where the file system knows hard links.
///
/// # Errors
/// What the system reports; what had the name `NAME.bak` is untouched then.
pub fn keep_backup(at: impl Into<Location>) -> io::Result<()> {
    let (target, existing) = target_of(at.into().path())?;
    let Some(existing) = existing else {
        return Err(ErrorKind::NotFound.into());
    };
    let (backup, _) = target_of(&with_suffix(&target, ".bak"))?;
    let beside = name_beside(&backup, "bak.tmp")?;
    if fs::hard_link(&target, &beside).is_err() {
        let bytes = fs::read(&target)?;
        write_new(&beside, &bytes, Some(&existing)).inspect_err(|_| {
            let _ = fs::remove_file(&beside);
        })?;
    }
    // On Unix renaming one link over another of the same file does nothing, and leaves both.
    let result = put_in_place(&beside, &backup);
    let _ = fs::remove_file(&beside);
    result
}

/// Where [`keep_backup`] keeps what is there now: beside the file itself, also when this is a link to it.
pub fn backup_of(at: &Location) -> Location {
    let target = target_of(at.path()).map_or_else(|_| at.path().to_owned(), |(target, _)| target);
    with_suffix(&target, ".bak").into()
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    PathBuf::from(name)
}

/// A name in the same folder that no other program and no other save of ours uses.
fn name_beside(path: &Path, suffix: &str) -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::from(ErrorKind::InvalidFilename))?;
    let mut beside = OsString::from(".");
    beside.push(name);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    beside.push(format!(".{}-{count}.{suffix}", own_number()));
    Ok(path.with_file_name(beside))
}

/// So that the new name survives a power cut; not every system can, and the file itself is safe already.
fn sync_folder_of(path: &Path) {
    let folder = path.parent().map(|folder| {
        if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        }
    });
    if let Some(Ok(folder)) = folder.map(File::open) {
        let _ = sync_file(&folder);
    }
}
