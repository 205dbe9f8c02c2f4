//! Details of the complaint procedure: the types of case, and the rules that hold for all of them.

use super::Shape::{
    Codes, Date, DayOfYear, Duration, Group, Number, Recurrence, References, Text, Texts, Word, Words, Yes,
};
use super::words::{
    ASKED_FIRST, CALL_BACK, CASES, CHOSEN_BY, CLOCK_EFFECTS, CLOSINGS, COLLECTION_EFFECTS, CONSENT, COSTS,
    COUNTER_HELP, EXCEPTIONS, FIELDS, GIVEN, ITEMS, KEPT_UNTIL, KEY_TIMES, KEYS, MODES, NOTICES, PLACES, PROOFS,
    REDRESS_KINDS, REJECTIONS, REPLY_LANGUAGES, RISKS, ROUTES, SIGNATURES, SILENCE, STARTS, STEPS, SUPPLY_EFFECTS,
    TELLS, TOPICS,
};
use super::{Field, f};

/// Of one type of case.
pub const TYPE: &[Field] = &[
    f("kind", Word(CASES), "Clase de caso", "Kind of case", "Classe de caso"),
    f("channels", References("channels"), "Canales", "Channels", "Canais"),
    f("steps", Codes, "Pasos", "Steps", "Passos"),
    f(
        "first_answer_says",
        Words(ITEMS),
        "La primera respuesta dice",
        "The first answer says",
        "A primeira resposta diz",
    ),
    f("answers_about", Words(TOPICS), "Se responde sobre", "Answers about", "Responde-se sobre"),
    f(
        "silence",
        Word(SILENCE),
        "Si no se responde en plazo",
        "If there is no answer in time",
        "Se não há resposta no prazo",
    ),
    f("pauses", Texts, "El plazo se detiene", "The time stops", "O prazo para"),
    f(
        "copies_within",
        Duration,
        "Las copias se entregan en",
        "Copies handed over within",
        "As cópias são entregues em",
    ),
    f("extension", Group(EXTENSION), "Prórroga", "Extension", "Prorrogação"),
];

pub const STEP: &[Field] = &[f("kind", Word(STEPS), "Clase de paso", "Kind of step", "Classe de passo")];

pub const REDRESS: &[Field] = &[f("kind", Word(REDRESS_KINDS), "Clase", "Kind", "Classe")];

pub const CLOSING: &[Field] = &[
    f("reasons", Words(CLOSINGS), "Motivos de cierre", "Reasons to close", "Motivos de encerramento"),
    f("warns", Yes, "Se avisa antes y se guarda prueba", "With prior warning and proof", "Com aviso prévio e prova"),
    f(
        "by_decision",
        Yes,
        "El desistimiento se declara con motivos y se notifica",
        "A withdrawal is declared with reasons and notified",
        "A desistência é declarada com motivos e notificada",
    ),
];

/// What holds for every case.
pub const PROCEDURE: &[Field] = &[
    f("tracking", Group(TRACKING), "Seguimiento del caso", "Following the case", "Acompanhamento do caso"),
    f("receipt", Group(RECEIPT), "Justificante de presentación", "Receipt of filing", "Comprovante de registro"),
    f("recording", Group(RECORDING), "Grabaciones", "Recordings", "Gravações"),
    f("register", Group(REGISTER), "Registro de casos", "Register of cases", "Registro de casos"),
    f("correction", Group(CORRECTION), "Subsanación", "Completing a case", "Correção"),
    f("extension", Group(EXTENSION), "Prórroga", "Extension", "Prorrogação"),
    f("reply", Group(REPLY), "Respuesta", "Reply", "Resposta"),
    f("rejection", Group(REJECTION), "Inadmisión", "Refusal to admit", "Inadmissão"),
    f("effects", Group(EFFECTS), "Efectos de la reclamación", "Effects of the complaint", "Efeitos da reclamação"),
    f("supervisor", Group(SUPERVISOR), "Paso a un superior", "Access to a supervisor", "Acesso a um superior"),
    f("vulnerable", Group(VULNERABLE), "Personas vulnerables", "Vulnerable people", "Pessoas vulneráveis"),
    f("ombudsman", Group(OMBUDSMAN), "Defensor del cliente", "Ombudsman", "Ouvidor"),
    f("policy", Group(POLICY), "Política de quejas", "Complaints policy", "Política de reclamações"),
    f("filing", Group(FILING), "Presentación", "Filing", "Registro"),
    f(
        "forwarding",
        Group(FORWARDING),
        "Traslado al órgano competente",
        "Forwarding to the competent body",
        "Encaminhamento ao órgão competente",
    ),
    f("urgent", Group(URGENT), "Casos urgentes", "Urgent cases", "Casos urgentes"),
    f(
        "bulk",
        Group(BULK),
        "Respuesta común a casos iguales",
        "One answer to many alike",
        "Resposta única a casos iguais",
    ),
    f("summary_resolution", Group(SUMMARY), "Resolución rápida", "Prompt resolution", "Resolução rápida"),
    f("unit", Text, "Unidad encargada", "Unit in charge", "Unidade responsável"),
    f("internal_rules", Text, "Reglamento interno", "Internal rules", "Regulamento interno"),
    f(
        "report",
        Group(REPORT),
        "Informe periódico de los casos",
        "Regular report on the cases",
        "Relatório periódico dos casos",
    ),
];

const TRACKING: &[Field] = &[
    f("key", Word(KEYS), "Clave del caso", "Key of the case", "Protocolo"),
    f("given", Word(KEY_TIMES), "Se da", "Given", "Dá-se"),
    f("followed_in", References("channels"), "Se consulta en", "Followed in", "Consulta-se em"),
    f("cost", Word(COSTS), "Consulta", "Query", "Consulta"),
];

const RECEIPT: &[Field] = &[
    f("given", Word(GIVEN), "Se da", "Given", "Dá-se"),
    f("says", Words(ITEMS), "Contiene", "Contains", "Contém"),
    f("durable", Yes, "En soporte duradero", "In a durable medium", "Em suporte duradouro"),
    f("by", Word(ROUTES), "Vía", "Way", "Via"),
    f(
        "asks_contact",
        Yes,
        "Se piden los datos de contacto que falten",
        "Missing contact data are asked for",
        "Pedem-se os dados de contato que faltem",
    ),
    f("within", Duration, "Plazo", "Within", "Prazo"),
];

const RECORDING: &[Field] = &[
    f("consent", Word(CONSENT), "Consentimiento", "Consent", "Consentimento"),
    f("kept_until", Word(KEPT_UNTIL), "Se conserva", "Kept", "Conserva-se"),
    f("kept_for", Duration, "Se conserva durante", "Kept for", "Conserva-se por"),
];

const REGISTER: &[Field] = &[
    f("fields", Words(FIELDS), "Campos", "Fields", "Campos"),
    f("kept_for", Duration, "Se conserva durante", "Kept for", "Conserva-se por"),
    f("from", Word(STARTS), "Contado", "Counted", "Contado"),
    f("classes", Texts, "Clases", "Classes", "Classes"),
];

const CORRECTION: &[Field] = &[
    f("period", Duration, "Plazo para subsanar", "Time to complete", "Prazo para corrigir"),
    f("asked_within", Duration, "Se pide en", "Asked for within", "Pede-se em"),
    f("clock", Word(CLOCK_EFFECTS), "El plazo de resolución", "The time to resolve", "O prazo de resolução"),
    f(
        "warns",
        Yes,
        "Se advierte de las consecuencias",
        "With a warning of the consequences",
        "Adverte-se das consequências",
    ),
    f("extension", Duration, "Prórroga de ese plazo", "Extension of that time", "Prorrogação desse prazo"),
    f(
        "clarification",
        Duration,
        "Plazo para aclarar lo que no se entiende",
        "Time to clarify what cannot be understood",
        "Prazo para esclarecer o que não se entende",
    ),
];

const EXTENSION: &[Field] = &[
    f("times", Number, "Veces", "Times", "Vezes"),
    f("length", Duration, "Duración de la prórroga", "Length of the extension", "Duração da prorrogação"),
    f("total", Duration, "Plazo total", "Total time", "Prazo total"),
    f("notice", Word(NOTICES), "Aviso", "Notice", "Aviso"),
    f("says", Words(ITEMS), "El aviso dice", "The notice says", "O aviso diz"),
];

const REPLY: &[Field] = &[
    f("by", Word(ROUTES), "Vía", "Way", "Via"),
    f("language", Word(REPLY_LANGUAGES), "Lengua", "Language", "Língua"),
    f("templates_in", Codes, "Plantillas en", "Templates in", "Modelos em"),
    f("says", Words(ITEMS), "Contiene", "Contains", "Contém"),
    f("refusal_says", Words(ITEMS), "La denegación añade", "A refusal adds", "A negativa acrescenta"),
    f("within", Duration, "Se notifica en", "Notified within", "Notifica-se em"),
];

const REJECTION: &[Field] = &[
    f("reasons", Words(REJECTIONS), "Causas", "Reasons", "Causas"),
    f("hearing", Duration, "Plazo para alegar", "Time to reply", "Prazo para alegar"),
    f("at_reception", Yes, "Se puede rechazar al recibir", "May be refused at reception", "Pode-se recusar ao receber"),
];

const EFFECTS: &[Field] = &[
    f("supply", Word(SUPPLY_EFFECTS), "Suministro", "Supply", "Fornecimento"),
    f("collection", Word(COLLECTION_EFFECTS), "Cobro", "Collection", "Cobrança"),
    f(
        "external",
        Yes,
        "También ante organismos externos",
        "Before external bodies too",
        "Também perante órgãos externos",
    ),
    f("exceptions", Words(EXCEPTIONS), "Excepciones", "Exceptions", "Exceções"),
    f(
        "suspension_after",
        Duration,
        "Suspensión por impago tras",
        "Suspension for non-payment after",
        "Suspensão por falta de pagamento após",
    ),
    f(
        "ending_after",
        Duration,
        "Baja por impago tras",
        "Ending for non-payment after",
        "Encerramento por falta de pagamento após",
    ),
    f("notice", Yes, "Con aviso previo", "With prior notice", "Com aviso prévio"),
];

const SUPERVISOR: &[Field] = &[
    f("role", References("roles"), "Responsable", "Responsible", "Responsável"),
    f("within", Duration, "Plazo", "Within", "Prazo"),
    f(
        "call_back",
        Word(CALL_BACK),
        "Si no es posible, se llama",
        "Otherwise the customer is called",
        "Se não for possível, liga-se",
    ),
];

const VULNERABLE: &[Field] = &[
    f("proof", Word(PROOFS), "Cómo se acredita", "How it is shown", "Como se comprova"),
    f("formats", Words(MODES), "Formatos que se ofrecen", "Formats offered", "Formatos oferecidos"),
    f("chosen_by", Word(CHOSEN_BY), "El formato lo elige", "The format is chosen by", "O formato é escolhido por"),
    f("in_person", Word(COUNTER_HELP), "Ayuda en persona", "Help at the counter", "Ajuda presencial"),
    f("in_person_help", Text, "Apoyo presencial", "Help in person", "Apoio presencial"),
    f("helper", References("roles"), "Presta el apoyo", "Helper", "Presta o apoio"),
];

const OMBUDSMAN: &[Field] = &[
    f("name", Text, "Nombre", "Name", "Nome"),
    f("cost", Word(COSTS), "Coste", "Cost", "Custo"),
    f("binding", Yes, "Vincula a la empresa", "Binding on the company", "Vincula a empresa"),
    f("within", Duration, "Plazo", "Within", "Prazo"),
];

const POLICY: &[Field] = &[
    f("approved_by", References("roles"), "La aprueba", "Approved by", "Aprovada por"),
    f("on", Date, "Fecha", "Date", "Data"),
    f("told_to", Words(TELLS), "La conocen", "Known to", "É conhecida por"),
];

const FILING: &[Field] = &[
    f("signature", Word(SIGNATURES), "Por medios electrónicos", "By electronic means", "Por meios eletrônicos"),
    f(
        "help",
        Yes,
        "Se ayuda a rellenar el formulario",
        "With help to fill in the form",
        "Com ajuda para preencher o formulário",
    ),
    f("requires", Words(ASKED_FIRST), "Se exige", "Required", "Exige-se"),
    f(
        "written_down",
        Yes,
        "Lo verbal se pone por escrito",
        "What is spoken is written down",
        "O que é verbal é reduzido a termo",
    ),
    f("lawyer", Yes, "Hace falta abogado", "A lawyer is needed", "É preciso advogado"),
];

const FORWARDING: &[Field] = &[
    f("within", Duration, "Plazo", "Within", "Prazo"),
    f(
        "told_at_once",
        Yes,
        "Si es verbal, se dice en el acto",
        "Where spoken, it is told at once",
        "Se for verbal, informa-se na hora",
    ),
    f(
        "copy",
        Yes,
        "Con copia a quien lo presentó",
        "With a copy to the person who filed",
        "Com cópia a quem registrou",
    ),
];

const URGENT: &[Field] = &[
    f(
        "at_once",
        Words(RISKS),
        "Se actúa de inmediato si peligra",
        "Acted on at once where at risk is",
        "Age-se de imediato se corre perigo",
    ),
    f(
        "first",
        Words(RISKS),
        "Tiene preferencia lo que afecta a",
        "Priority for what affects",
        "Têm preferência os que afetam",
    ),
];

const BULK: &[Field] = &[
    f("above", Number, "A partir de más de", "For more than", "Acima de"),
    f("public_in", Words(PLACES), "Se publica en", "Public in", "Publica-se em"),
];

const SUMMARY: &[Field] = &[
    f("within", Duration, "Plazo", "Within", "Prazo"),
    f(
        "accepted",
        Yes,
        "Se registra la conformidad del cliente",
        "The customer’s acceptance is recorded",
        "Registra-se a concordância do cliente",
    ),
    f("says", Words(ITEMS), "La comunicación dice", "The communication says", "A comunicação diz"),
];

const REPORT: &[Field] = &[
    f("every", Recurrence, "Periodicidad", "Period", "Periodicidade"),
    f("by", DayOfYear, "Antes del", "By", "Até"),
    f("sections", Words(ITEMS), "Apartados", "Sections", "Seções"),
    f("public_in", Words(PLACES), "Se publica en", "Public in", "Publica-se em"),
];
