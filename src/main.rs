//! Arguments → `cli` → exit status.

fn main() -> std::process::ExitCode {
    cartilla::cli::main()
}
