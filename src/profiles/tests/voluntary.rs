//! Rows for the voluntary standards.
