//! What the PDF promises.
