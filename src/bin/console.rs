//! The commands in a console of Windows, where a program with windows cannot print: see `cli::main_in_console`.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    netwerkopstelling::cli::main_in_console(std::env::args_os())
}
