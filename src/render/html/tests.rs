//! What holds for the whole site, on the sample manual.
