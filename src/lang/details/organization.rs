//! Details of the manifest: the organisation, what it publishes where, the evaluation and the audit.

use super::Shape::{
    Codes, Date, DayOfYear, Duration, Group, Groups, Hours, Money, Number, Percent, Recurrence, References, Text, Word,
    Words, Yes,
};
use super::words::{
    ACCREDITATIONS, ACTIVITIES, CONSUMERS, DOCUMENTS, FORMATS, ITEMS, LEGAL_FORMS, PLACES, PUBLIC_LEVELS, SECTORS,
    SUPPLY,
};
use super::{Field, f};

pub const ORGANIZATION: &[Field] = &[
    f("sectors", Words(SECTORS), "Sectores", "Sectors", "Setores"),
    f("activities", Words(ACTIVITIES), "Actividades", "Activities", "Atividades"),
    f("consumers", Word(CONSUMERS), "Vende", "Sells", "Vende"),
    f(
        "turnover",
        Money,
        "Volumen de negocio del año anterior",
        "Turnover of the previous year",
        "Faturamento do ano anterior",
    ),
    f("balance", Money, "Balance del año anterior", "Balance of the previous year", "Balanço do ano anterior"),
    f("group", Group(GROUP), "Grupo de sociedades", "Group of companies", "Grupo de empresas"),
    f(
        "market_share",
        Percent,
        "Cuota del mercado nacional",
        "Share of the national market",
        "Participação no mercado nacional",
    ),
    f("legal_form", Word(LEGAL_FORMS), "Forma jurídica", "Legal form", "Forma jurídica"),
    f(
        "public_level",
        Word(PUBLIC_LEVELS),
        "Nivel de la administración",
        "Level of government",
        "Nível da administração",
    ),
    f("operates_in", Codes, "Territorios en los que presta servicio", "Territories served", "Territórios atendidos"),
    f("supply", Word(SUPPLY), "Suministro", "Supply", "Fornecimento"),
    f("contracting", Group(CONTRACTING), "Contratación", "Contracting", "Contratação"),
    f(
        "certificates",
        Groups(CERTIFICATE),
        "Sistemas de gestión certificados",
        "Certified management systems",
        "Sistemas de gestão certificados",
    ),
    f(
        "dispute_resolution",
        Groups(BODY),
        "Resolución extrajudicial de conflictos",
        "Dispute resolution",
        "Resolução extrajudicial de conflitos",
    ),
];

const GROUP: &[Field] = &[
    f("employees", Number, "Personas empleadas", "Employees", "Pessoas empregadas"),
    f("turnover", Money, "Volumen de negocio", "Turnover", "Faturamento"),
    f("balance", Money, "Balance", "Balance", "Balanço"),
];

const CONTRACTING: &[Field] = &[
    f(
        "channels",
        References("channels"),
        "Canales en los que se contrata",
        "Channels of contracting",
        "Canais de contratação",
    ),
    f("hours", Hours, "Horario comercial", "Business hours", "Horário comercial"),
    f("documents", Words(DOCUMENTS), "Documentos que se entregan", "Documents handed over", "Documentos entregues"),
];

const BODY: &[Field] = &[
    f("name", Text, "Entidad", "Body", "Entidade"),
    f("contact", Text, "Contacto", "Contact", "Contato"),
    f("accredited", Yes, "Acreditada", "Accredited", "Credenciada"),
    f("member", Yes, "La empresa está adherida", "The company has joined it", "A empresa aderiu"),
];

const CERTIFICATE: &[Field] = &[
    f("name", Text, "Norma", "Standard", "Norma"),
    f("covers", Text, "Alcance", "Scope", "Escopo"),
    f("until", Date, "En vigor hasta", "Valid until", "Válido até"),
];

pub const PUBLICATION: &[Field] = &[
    f("before_contract", Words(ITEMS), "Antes de contratar", "Before the contract", "Antes de contratar"),
    f("contract", Words(ITEMS), "En el contrato", "In the contract", "No contrato"),
    f("website", Words(ITEMS), "En el sitio web", "On the website", "No site"),
    f("home_page", Words(ITEMS), "En la portada del sitio web", "On the home page", "Na página inicial"),
    f("invoice", Words(ITEMS), "En la factura", "On the invoice", "Na fatura"),
    f("point_of_sale", Words(ITEMS), "En los puntos de venta", "At points of sale", "Nos pontos de venda"),
    f("vehicle", Words(ITEMS), "En el medio de transporte", "In the vehicle", "No meio de transporte"),
    f("office", Words(ITEMS), "En las oficinas", "In the offices", "Nas agências"),
    f(
        "information_service",
        Words(ITEMS),
        "En el servicio de información",
        "At the information service",
        "No serviço de informação",
    ),
    f("app", Words(ITEMS), "En la aplicación", "In the app", "No aplicativo"),
    f("charter", Words(ITEMS), "En la carta de servicios", "In the service charter", "Na carta de serviços"),
    f(
        "electronic_charter",
        Words(ITEMS),
        "En la carta de servicios electrónicos",
        "In the charter of electronic services",
        "Na carta de serviços eletrônicos",
    ),
    f("gazette", Text, "En el boletín oficial", "In the official gazette", "No diário oficial"),
    f("formats", Words(FORMATS), "Formatos", "Formats", "Formatos"),
    f(
        "legal_address_differs",
        Yes,
        "El domicilio legal es distinto de la dirección de reclamaciones",
        "The registered address differs from the address for complaints",
        "A sede legal difere do endereço de reclamações",
    ),
];

/// Beside `every` and `published_in` of the document's evaluation.
pub const EVALUATION: &[Field] = &[
    f("covers", References("indicators"), "Indicadores evaluados", "Indicators evaluated", "Indicadores avaliados"),
    f("operates_in", Codes, "Territorios evaluados", "Territories evaluated", "Territórios avaliados"),
    f("kept_for", Duration, "Se conserva durante", "Kept for", "Conserva-se por"),
    f("available_by", DayOfYear, "Disponible antes del", "Available by", "Disponível até"),
    f("formats", Words(FORMATS), "Formatos", "Formats", "Formatos"),
    f("public_in", Words(PLACES), "Se publica en", "Public in", "Publica-se em"),
    f("sections", Words(ITEMS), "Apartados", "Sections", "Seções"),
];

pub const AUDIT: &[Field] = &[
    f("every", Recurrence, "Periodicidad", "Period", "Periodicidade"),
    f("auditor", Text, "Entidad auditora", "Auditor", "Auditora"),
    f("accreditation", Word(ACCREDITATIONS), "Acreditación", "Accreditation", "Acreditação"),
    f("number", Text, "Número de acreditación", "Accreditation number", "Número da acreditação"),
    f("until", Date, "Acreditada hasta", "Accredited until", "Acreditada até"),
    f("on", Date, "Última auditoría", "Last audit", "Última auditoria"),
    f(
        "maximum_error",
        Percent,
        "Error máximo de cada medición",
        "Maximum error of each measurement",
        "Erro máximo de cada medição",
    ),
    f("public_in", Words(PLACES), "Se publica en", "Public in", "Publica-se em"),
];
