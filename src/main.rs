// No console opens beside the window; what the commands print is for `bin/console.rs`.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

/// Shapes and rows come and go by the thousand in every frame.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    netwerkopstelling::cli::main(std::env::args_os())
}
