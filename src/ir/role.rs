//! What concerns a role as data, for other programs: `data/roles/ID.json`, the shape `cartilla/role/1`.
//!
//! The file is an object with `schema`, `lang`, `manual` (`title`, `code`, `edition`, `date` and `digest` of the edition) and
//! `role`, which is [`RoleData`]. Texts are in the manual's language and without markup. What an item does not say is left out.
//! A key may be added under the same version; one that goes or changes its meaning makes a new one.

use serde::Serialize;

/// Name and version of the shape of a role's file.
pub const ROLE_SCHEMA: &str = "cartilla/role/1";

/// All that concerns a role, each list in the order of its page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RoleData {
    pub id: String,
    pub name: String,
    /// Deals with customers.
    pub contact: bool,
    /// The role's page, relative to the folder of the manual in this language; likewise the address of each item.
    pub page: String,
    pub services: Vec<RoleItem>,
    pub answers_for: Vec<RoleItem>,
    pub messages: Vec<RoleItem>,
    pub commitments: Vec<RoleItem>,
    pub authority: Vec<RoleItem>,
    pub escalates: Vec<RoleItem>,
    pub receives: Vec<RoleItem>,
    pub moments: Vec<RoleItem>,
    pub complaints: Vec<RoleItem>,
    pub standards: Vec<RoleItem>,
    pub indicators: Vec<RoleItem>,
    pub plans: Vec<RoleItem>,
    pub trainings: Vec<RoleItem>,
    pub resources: Vec<RoleItem>,
    pub risks: Vec<RoleItem>,
}

/// One thing that concerns a role. `name` is always there.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RoleItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub name: String,
    /// What it says or asks: the words of a message, the statement of a standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Words that must not be said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<String>,
    /// Id of the service it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// How much may be decided or spent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    /// To whom a case goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Period and value of the last result, and whether it meets the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
    /// Where it stands: an anchor while it is composed, then its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl RoleData {
    /// Every list of items.
    pub fn lists(&mut self) -> [&mut Vec<RoleItem>; 15] {
        [
            &mut self.services,
            &mut self.answers_for,
            &mut self.messages,
            &mut self.commitments,
            &mut self.authority,
            &mut self.escalates,
            &mut self.receives,
            &mut self.moments,
            &mut self.complaints,
            &mut self.standards,
            &mut self.indicators,
            &mut self.plans,
            &mut self.trainings,
            &mut self.resources,
            &mut self.risks,
        ]
    }
}
