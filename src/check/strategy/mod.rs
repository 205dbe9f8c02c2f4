//! Risks, principles and strategy (C38x, C39x): what is foreseen, what is believed and how loyalty is earned (G1, H1 to H3).

pub mod outage;
pub mod overdue;
pub mod practice;
pub mod principles;
pub mod register;
pub mod risk;
pub mod thanks;
pub mod triangle;
pub mod watch;
