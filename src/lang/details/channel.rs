//! Details of channels, messages, surveys, indicators, commitments, roles and trainings.

use super::Shape::{Codes, Duration, Limit, Percent, Recurrence, References, Text, Texts, Word, Words, Yes};
use super::words::{
    ANNOUNCED, ASKED_FIRST, AUDIENCES, AUTOMATION, CHOSEN_BY, CLOCK_EVENTS, CONSENT, EVENTS, FALLBACK, GROUPS, ITEMS,
    MEASURES, MENU, MODES, NON_DIGITAL, OFFERS, PLACES, POSTAL, PREMISES, PURPOSES, REDRESS_KINDS, ROUTES,
    SURVEY_MOMENTS, SURVEY_QUESTIONS, TRAINING_TOPICS, WAIT_CONTENT,
};
use super::{Field, f};

pub const CHANNEL: &[Field] = &[
    f("purposes", Words(PURPOSES), "Para", "Purposes", "Para"),
    f(
        "alternative_number",
        Text,
        "Número ordinario alternativo",
        "Alternative ordinary number",
        "Número comum alternativo",
    ),
    f("numbering_code", Codes, "Código numérico", "Numbering code", "Código numérico"),
    f("automation", Word(AUTOMATION), "Atención automática", "Automation", "Atendimento automático"),
    f("human_fallback", Words(FALLBACK), "Paso a una persona", "Access to a person", "Acesso a uma pessoa"),
    f("diverts_to", References("channels"), "Desvía a", "Diverts to", "Desvia para"),
    f("modes", Words(MODES), "Medios accesibles", "Accessible modes", "Meios acessíveis"),
    f("mode_chosen_by", Word(CHOSEN_BY), "El medio lo elige", "The mode is chosen by", "O meio é escolhido por"),
    f(
        "accessible_alternative",
        References("channels"),
        "Alternativa accesible",
        "Accessible alternative",
        "Alternativa acessível",
    ),
    f("priority", Words(GROUPS), "Tienen prioridad", "Priority for", "Têm prioridade"),
    f("priority_rule", Text, "Cómo se da la prioridad", "How priority is given", "Como se dá a prioridade"),
    f("cut_off", Limit, "Corte por espera", "Cut off by waiting", "Corte por espera"),
    f(
        "asks_first",
        Words(ASKED_FIRST),
        "Se pide antes de atender",
        "Asked for before an agent answers",
        "Pede-se antes de atender",
    ),
    f(
        "wait_content",
        Words(WAIT_CONTENT),
        "Durante la espera se oye",
        "While waiting one hears",
        "Durante a espera ouve-se",
    ),
    f("announcement", Word(ANNOUNCED), "Locución informativa", "Announcement", "Locução informativa"),
    f("greeting", Words(ITEMS), "El saludo incluye", "The greeting includes", "A saudação inclui"),
    f("says", Words(ITEMS), "En la comunicación se dice", "What is told in the contact", "No contato diz-se"),
    f("menu", Words(MENU), "Opciones del primer menú", "Options of the first menu", "Opções do primeiro menu"),
    f("premises", Words(PREMISES), "En el establecimiento", "At the premises", "No estabelecimento"),
    f(
        "postal_addresses",
        Words(POSTAL),
        "Direcciones postales válidas",
        "Valid postal addresses",
        "Endereços postais válidos",
    ),
    f("recorded", Word(CONSENT), "Consentimiento para grabar", "Consent to record", "Consentimento para gravar"),
    f("published_in", Words(PLACES), "Se publica en", "Published in", "Publica-se em"),
    f("queue_rule", Text, "Turnos", "Turns", "Senhas"),
];

pub const MESSAGE: &[Field] = &[
    f("event", Word(EVENTS), "Suceso", "Event", "Evento"),
    f("says", Words(ITEMS), "Dice", "Says", "Diz"),
    f("durable", Yes, "En soporte duradero", "In a durable medium", "Em suporte duradouro"),
    f("recipients", Words(AUDIENCES), "Destinatarios", "Recipients", "Destinatários"),
    f("route", Word(ROUTES), "Vía", "Way", "Via"),
    f("ahead", Duration, "Con antelación de", "Ahead by", "Com antecedência de"),
    f("repeats", Recurrence, "Se repite", "Repeated", "Repete-se"),
    f("updates_every", Duration, "Se actualiza cada", "Updated every", "Atualiza-se a cada"),
    f("offer", Word(OFFERS), "Oferta comercial", "Commercial offer", "Oferta comercial"),
    f(
        "non_digital",
        Words(NON_DIGITAL),
        "A quien no usa medios digitales",
        "To those who do not use digital means",
        "A quem não usa meios digitais",
    ),
];

pub const SURVEY: &[Field] = &[
    f("after", Word(SURVEY_MOMENTS), "Momento", "When", "Momento"),
    f("modes", Words(MODES), "Medios accesibles", "Accessible modes", "Meios acessíveis"),
    f("asks", Words(SURVEY_QUESTIONS), "Pregunta por", "Asks about", "Pergunta por"),
    f("registered", Yes, "Se registra", "Registered", "Registra-se"),
];

pub const INDICATOR: &[Field] = &[
    f("measures", Word(MEASURES), "Qué mide", "What it measures", "O que mede"),
    f("starts", Word(CLOCK_EVENTS), "El tiempo empieza cuando", "The clock starts when", "O tempo começa quando"),
    f("stops", Word(CLOCK_EVENTS), "El tiempo termina cuando", "The clock stops when", "O tempo termina quando"),
    f("pauses", Texts, "El tiempo se detiene", "The clock is paused", "O tempo para"),
    f("error_margin", Percent, "Error de la medición", "Error of measurement", "Erro da medição"),
    f("covers", Codes, "Territorios medidos", "Territories measured", "Territórios medidos"),
];

pub const COMMITMENT: &[Field] = &[
    f("published_in", Words(PLACES), "Se publica en", "Published in", "Publica-se em"),
    f("claim", Text, "Cómo se reclama", "How to claim", "Como se reclama"),
    f(
        "recognised_by",
        References("roles"),
        "Reconoce el incumplimiento",
        "The breach is recognised by",
        "Reconhece o descumprimento",
    ),
    f("redress_kind", Word(REDRESS_KINDS), "Clase de reparación", "Kind of redress", "Classe de reparação"),
    f(
        "money_report",
        Text,
        "Informe favorable a la reparación económica",
        "Favourable report on redress in money",
        "Parecer favorável à reparação econômica",
    ),
];

pub const ROLE: &[Field] = &[
    f(
        "runs_automation",
        Yes,
        "Diseña o gestiona medios automáticos",
        "Designs or runs automated means",
        "Projeta ou gere meios automáticos",
    ),
    f("sells", Yes, "Pertenece al área comercial", "Belongs to sales", "Pertence à área comercial"),
    f("employed_by", References("suppliers"), "Personal de", "Staff of", "Equipe de"),
];

pub const TRAINING: &[Field] = &[
    f("topics", Words(TRAINING_TOPICS), "Materias", "Subjects", "Matérias"),
    f("before_contact", Yes, "Antes de atender al público", "Before the first contact", "Antes de atender o público"),
];
