//! Arguments → `cli` → exit status.

/// Much of the work of a check is to ask for memory and give it back; why this one does it is in `DECISIONS.md`.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cartilla::cli::main()
}
