//! Starting the program as another process.

use std::env;
use std::ffi::OsString;
use std::io;
use std::process::Command;

/// Starts this program once more, and does not wait for it.
///
/// # Errors
/// What the system reports.
pub fn start_again(arguments: &[OsString]) -> io::Result<()> {
    begin(Command::new(env::current_exe()?), arguments)
}

/// Starts the program of this name in the folder of this one, and does not wait for it.
///
/// # Errors
/// What the system reports; also when there is none.
pub fn start_beside(name: &str, arguments: &[OsString]) -> io::Result<()> {
    begin(Command::new(env::current_exe()?.with_file_name(name)), arguments)
}

fn begin(mut program: Command, arguments: &[OsString]) -> io::Result<()> {
    program.args(arguments).spawn().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_not_started() {
        let error = start_beside("no-such-program", &[]).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn the_program_itself_is_started_with_these_arguments() {
        let home = tempfile::tempdir().unwrap();
        let list = home.path().join("tests.txt");
        // The program is this test: it names its tests in a file, and ends.
        let arguments = ["--list", "--logfile"].map(OsString::from).into_iter();
        let arguments: Vec<OsString> = arguments.chain([list.clone().into()]).collect();
        start_again(&arguments).unwrap();
        let is_named =
            || std::fs::read_to_string(&list).is_ok_and(|text| text.contains("the_program_itself"));
        let mut patience = 500;
        while !is_named() && patience > 0 {
            std::thread::sleep(std::time::Duration::from_millis(20));
            patience -= 1;
        }
        assert!(is_named(), "it did not begin");
    }
}
