//! The closed lists of words, each with its meaning for readers.
//!
//! One long file, since it is a table: lists are looked up by their names and none refers to another.

use super::{Word, w};

pub const SECTORS: &[Word] = &[
    w("water", "agua", "water", "água"),
    w("gas", "gas", "gas", "gás"),
    w("electricity", "electricidad", "electricity", "eletricidade"),
    w(
        "air_transport",
        "transporte aéreo de viajeros",
        "air transport of passengers",
        "transporte aéreo de passageiros",
    ),
    w(
        "rail_transport",
        "transporte de viajeros por ferrocarril",
        "rail transport of passengers",
        "transporte ferroviário de passageiros",
    ),
    w(
        "sea_transport",
        "transporte de viajeros por mar o vías navegables",
        "transport of passengers by water",
        "transporte aquaviário de passageiros",
    ),
    w(
        "coach_transport",
        "transporte de viajeros en autobús o autocar",
        "bus and coach transport of passengers",
        "transporte rodoviário de passageiros",
    ),
    w("postal", "servicios postales", "postal services", "serviços postais"),
    w("telecom", "comunicaciones electrónicas", "electronic communications", "telecomunicações"),
    w("financial", "servicios financieros", "financial services", "serviços financeiros"),
    w("payments", "servicios de pago", "payment services", "serviços de pagamento"),
    w("insurance", "seguros", "insurance", "seguros"),
    w("health", "sanidad", "health care", "saúde"),
    w("retail", "comercio", "retail", "comércio"),
    w("tourism", "turismo", "tourism", "turismo"),
    w("public_administration", "administración pública", "public administration", "administração pública"),
    w("other", "otro", "other", "outro"),
];

pub const ACTIVITIES: &[Word] = &[
    w("supply", "comercialización o suministro", "supply", "comercialização ou fornecimento"),
    w("distribution", "distribución", "distribution", "distribuição"),
    w("aggregation", "agregación", "aggregation", "agregação"),
    w(
        "operation",
        "explotación de redes o servicios",
        "operation of networks or services",
        "operação de redes ou serviços",
    ),
    w(
        "delegated_public_functions",
        "funciones o servicios públicos por delegación",
        "public functions or services by delegation",
        "funções ou serviços públicos por delegação",
    ),
    w("ucits", "gestión de fondos UCITS", "management of UCITS funds", "gestão de fundos UCITS"),
];

pub const CONSUMERS: &[Word] = &[
    w("mainly", "principalmente a consumidores", "mainly to consumers", "principalmente a consumidores"),
    w("also", "también a consumidores", "to consumers among others", "também a consumidores"),
    w("not", "no a consumidores", "not to consumers", "não a consumidores"),
];

pub const LEGAL_FORMS: &[Word] = &[
    w("company", "sociedad mercantil", "company", "sociedade empresária"),
    w("cooperative", "cooperativa", "cooperative", "cooperativa"),
    w("non_profit", "entidad sin ánimo de lucro", "non-profit body", "entidade sem fins lucrativos"),
    w("public_body", "organismo público", "public body", "órgão público"),
    w("self_employed", "empresario individual", "sole trader", "empresário individual"),
];

pub const PUBLIC_LEVELS: &[Word] = &[
    w("state", "del Estado", "national", "federal"),
    w("regional", "regional", "regional", "estadual"),
    w("local", "local", "local", "municipal"),
];

pub const SUPPLY: &[Word] = &[
    w("continuous", "de tracto continuado", "continuous", "continuado"),
    w("occasional", "ocasional", "occasional", "ocasional"),
];

pub const DOCUMENTS: &[Word] = &[
    w("contract", "contrato", "contract", "contrato"),
    w("invoice", "factura", "invoice", "fatura"),
    w("ticket", "título o entrada", "ticket", "bilhete"),
    w("small_ticket", "título de pequeño tamaño", "small ticket", "bilhete pequeno"),
];

pub const PLACES: &[Word] = &[
    w("contract", "contrato", "contract", "contrato"),
    w("invoice", "factura", "invoice", "fatura"),
    w("website", "sitio web", "website", "site"),
    w("home_page", "portada del sitio web", "home page", "página inicial"),
    w("office", "oficinas", "offices", "agências"),
    w("point_of_sale", "puntos de venta", "points of sale", "pontos de venda"),
    w("vehicle", "medio de transporte", "vehicle", "meio de transporte"),
    w("app", "aplicación", "app", "aplicativo"),
    w("gazette", "boletín oficial", "official gazette", "diário oficial"),
    w("information_service", "servicio de información", "information service", "serviço de informação"),
    w("print", "impreso", "print", "impresso"),
    w("staff", "personal", "staff", "equipe"),
];

pub const FORMATS: &[Word] = &[
    w("easy_read", "lectura fácil", "easy read", "leitura fácil"),
    w("pictograms", "pictogramas", "pictograms", "pictogramas"),
    w("large_print", "letra grande", "large print", "letra ampliada"),
    w("braille", "braille", "braille", "braille"),
    w("audio", "audio", "audio", "áudio"),
    w("electronic", "formato electrónico", "electronic", "formato eletrônico"),
    w("print", "impreso", "print", "impresso"),
    w("website", "sitio web", "website", "site"),
];

/// What is told: in a publication, a message, a receipt, an answer.
pub const ITEMS: &[Word] = &[
    w("channels", "canales de atención", "channels", "canais de atendimento"),
    w(
        "proof_of_filing",
        "cómo obtener constancia duradera de lo presentado",
        "how to get durable proof of filing",
        "como obter comprovante duradouro",
    ),
    w("tracking", "cómo seguir el caso", "how to follow the case", "como acompanhar o caso"),
    w("reply_channels", "medios por los que se responde", "means of reply", "meios de resposta"),
    w(
        "dispute_resolution",
        "acceso a la resolución extrajudicial de conflictos",
        "access to dispute resolution",
        "acesso à resolução extrajudicial de conflitos",
    ),
    w("hours", "horario", "hours", "horário"),
    w("time_limits", "plazos máximos", "maximum times", "prazos máximos"),
    w("legal_address", "domicilio legal", "registered address", "endereço legal"),
    w("caller_cost", "coste de la llamada", "cost of the call", "custo da chamada"),
    w("ordinary_number", "número ordinario alternativo", "alternative ordinary number", "número comum alternativo"),
    w(
        "existence",
        "existencia y direcciones del servicio",
        "existence and addresses of the service",
        "existência e endereços do serviço",
    ),
    w(
        "duty",
        "obligación de atender y resolver en plazo",
        "duty to attend and decide in time",
        "dever de atender e decidir no prazo",
    ),
    w("procedure_rules", "reglamento de funcionamiento", "rules of procedure", "regulamento de funcionamento"),
    w(
        "transparency_rules",
        "normativa de transparencia y protección del cliente",
        "rules on transparency and customer protection",
        "normas de transparência e proteção do cliente",
    ),
    w("rights", "derechos", "rights", "direitos"),
    w("participation", "formas de participación", "ways to take part", "formas de participação"),
    w("services", "servicios", "services", "serviços"),
    w("requirements", "requisitos y documentos", "requirements and documents", "requisitos e documentos"),
    w("main_steps", "pasos principales", "main steps", "etapas principais"),
    w(
        "options",
        "opciones de reparación y de recurso",
        "options of redress and appeal",
        "opções de reparação e recurso",
    ),
    w("commitments", "compromisos", "commitments", "compromissos"),
    w("quality_levels", "niveles de calidad", "quality levels", "níveis de qualidade"),
    w("results", "resultados", "results", "resultados"),
    w("evaluation", "evaluación de la calidad", "quality evaluation", "avaliação da qualidade"),
    w("audit", "auditoría", "audit", "auditoria"),
    w("waiting_time", "espera prevista", "expected wait", "espera prevista"),
    w("priority_groups", "prioridades de atención", "priorities", "prioridades de atendimento"),
    w("complaints_policy", "política de quejas", "complaints policy", "política de reclamações"),
    w("privacy", "protección de datos", "privacy", "proteção de dados"),
    w("complaints_unit", "unidad que atiende las quejas", "unit for complaints", "unidade que trata reclamações"),
    w("content", "contenido de lo presentado", "content of the filing", "conteúdo do registro"),
    w("date", "fecha", "date", "data"),
    w("time", "hora", "time of day", "hora"),
    w("reference", "clave o número de referencia", "reference number", "protocolo"),
    w("maximum_time", "plazo máximo de respuesta", "maximum time for the answer", "prazo máximo de resposta"),
    w("recording_access", "cómo obtener la grabación", "how to get the recording", "como obter a gravação"),
    w("received", "que se ha recibido", "that it was received", "que foi recebido"),
    w("being_handled", "que está en trámite", "that it is being handled", "que está em tratamento"),
    w("cause", "causa", "cause", "causa"),
    w("effect", "efectos", "effects", "efeitos"),
    w("measures", "medidas adoptadas", "measures taken", "medidas adotadas"),
    w(
        "restoration_estimate",
        "plazo estimado de restablecimiento",
        "estimated restoration",
        "prazo estimado de restabelecimento",
    ),
    w("start", "día y hora de inicio", "start, date and hour", "dia e hora de início"),
    w("end", "día y hora de fin", "end, date and hour", "dia e hora de fim"),
    w("each_point", "respuesta a cada cuestión planteada", "answer to each point raised", "resposta a cada questão"),
    w("decision", "decisión", "decision", "decisão"),
    w("reasons", "motivos", "reasons", "motivos"),
    w("bodies", "organismos a los que acudir", "bodies to turn to", "órgãos a que recorrer"),
    w("contacts", "datos de contacto", "contact data", "dados de contato"),
    w(
        "adhered_body",
        "entidad a la que está adherida la empresa",
        "body that the company has joined",
        "entidade a que a empresa aderiu",
    ),
    w(
        "supervisor_service",
        "servicio de reclamaciones del supervisor",
        "complaint service of the supervisor",
        "serviço de reclamações do supervisor",
    ),
    w(
        "ombudsman_right",
        "derecho a acudir al defensor",
        "right to go to the ombudsman",
        "direito de recorrer ao ouvidor",
    ),
    w("referral_time", "tiempo para acudir a él", "time allowed to go there", "prazo para recorrer"),
    w("leaflet", "folleto del defensor", "the ombudsman’s leaflet", "folheto do ouvidor"),
    w("web_address", "dirección web", "web address", "endereço na internet"),
    w("waiver_statement", "si se renuncia a los plazos", "whether time limits are waived", "se renuncia aos prazos"),
    w(
        "considered_resolved",
        "que la queja se da por resuelta",
        "that it is considered resolved",
        "que se considera resolvida",
    ),
    w("new_date", "nueva fecha de respuesta", "new date of the answer", "nova data de resposta"),
    w(
        "inspectorate_route",
        "vía ante la inspección de servicios",
        "route to the services inspectorate",
        "via perante a inspeção de serviços",
    ),
    w(
        "not_an_appeal",
        "que no es un recurso ni interrumpe plazos",
        "that it is no appeal and stops no time limit",
        "que não é recurso nem interrompe prazos",
    ),
    w("remedy", "reparación", "remedy", "reparação"),
    w(
        "right_to_proof",
        "derecho a un documento que acredite lo presentado",
        "right to a document that proves the filing",
        "direito a um documento que comprove o registro",
    ),
    w(
        "agent_identification",
        "identificación de quien atiende",
        "identification of the agent",
        "identificação de quem atende",
    ),
    w("company_name", "nombre de la empresa", "name of the company", "nome da empresa"),
    w("offer", "oferta comercial", "commercial offer", "oferta comercial"),
    w("survey", "encuesta", "survey", "pesquisa"),
    w("charter", "carta de servicios", "service charter", "carta de serviços"),
    w(
        "technical_specifications",
        "especificaciones técnicas de uso",
        "technical specifications of use",
        "especificações técnicas de uso",
    ),
    w(
        "no_liability",
        "que la subsanación no da lugar a responsabilidad patrimonial",
        "that the remedy implies no financial liability",
        "que a reparação não implica responsabilidade patrimonial",
    ),
    w("compliance", "grado de cumplimiento", "degree of fulfilment", "grau de cumprimento"),
    w("deviations", "desviaciones", "deviations", "desvios"),
    w("corrective_measures", "medidas correctoras", "corrective measures", "medidas corretivas"),
    w("remedial_measures", "medidas de subsanación", "remedial measures", "medidas de reparação"),
    w("number_of_cases", "número de casos", "number of cases", "número de casos"),
    w("recurring_points", "cuestiones recurrentes", "recurring points", "pontos recorrentes"),
    w("by_class", "desglose por clases", "breakdown by class", "detalhamento por classe"),
];

pub const PURPOSES: &[Word] = &[
    w("support", "atención e información", "support and information", "atendimento e informação"),
    w("complaint", "quejas y reclamaciones", "complaints", "reclamações"),
    w("continuity", "incidencias de continuidad", "supply incidents", "incidentes de continuidade"),
    w("billing", "facturación", "billing", "faturamento"),
    w("sales", "venta y contratación", "sales", "vendas"),
    w("procedures", "trámites y servicios en línea", "online procedures and services", "serviços on-line"),
];

/// The classes of what a caller pays; an amount of money may stand instead.
pub const CALLER_COSTS: &[Word] = &[
    w("free", "gratuita", "free of charge", "gratuita"),
    w("standard", "la de una llamada ordinaria", "that of a standard call", "a de uma chamada comum"),
    w("premium", "tarificación especial", "premium rate", "tarifa especial"),
];

pub const AUTOMATION: &[Word] = &[
    w("none", "ninguna", "none", "nenhuma"),
    w("menu", "menú de voz", "voice menu", "menu de voz"),
    w("bot", "asistente automático", "automated assistant", "assistente automático"),
    w("answering_machine", "contestador", "answering machine", "secretária eletrônica"),
];

pub const FALLBACK: &[Word] = &[
    w("first_menu", "desde el menú principal", "from the main menu", "desde o menu principal"),
    w("any_time", "en cualquier momento", "at any time", "a qualquer momento"),
    w("live", "en directo", "live", "ao vivo"),
    w("at_the_end", "al final del proceso", "at the end", "ao final do processo"),
    w("none", "ninguna", "none", "nenhuma"),
];

/// Accessible modes and formats of communication.
pub const MODES: &[Word] = &[
    w("instant_text", "mensajería escrita instantánea", "instant text messages", "mensagens escritas instantâneas"),
    w(
        "sign_video",
        "videointerpretación en lengua de signos",
        "sign language by video",
        "videointerpretação em língua de sinais",
    ),
    w("video_call", "videollamada", "video call", "videochamada"),
    w("voice", "voz", "voice", "voz"),
    w("in_person", "presencial", "in person", "presencial"),
    w("easy_read", "lectura fácil", "easy read", "leitura fácil"),
    w("pictograms", "pictogramas", "pictograms", "pictogramas"),
    w("large_print", "letra grande", "large print", "letra ampliada"),
    w("braille", "braille", "braille", "braille"),
    w("audio", "audio", "audio", "áudio"),
    w("screen_reader", "lector de pantalla", "screen reader", "leitor de tela"),
    w("hearing_loop", "bucle magnético", "hearing loop", "aro magnético"),
    w("step_free", "acceso sin escalones", "step-free access", "acesso sem degraus"),
    w("paper", "papel", "paper", "papel"),
];

/// Help at a counter, for who is vulnerable.
pub const COUNTER_HELP: &[Word] = &[
    w("individual", "ayuda individual", "individual help", "ajuda individual"),
    w("shared", "la misma que reciben los demás", "the same that others get", "a mesma que recebem os demais"),
    w("none", "ninguna", "none", "nenhuma"),
];

pub const CHOSEN_BY: &[Word] =
    &[w("customer", "el cliente", "the customer", "o cliente"), w("company", "la empresa", "the company", "a empresa")];

pub const GROUPS: &[Word] = &[
    w("age_65_plus", "personas de 65 años o más", "people of 65 or more", "pessoas de 65 anos ou mais"),
    w("age_60_plus", "personas de 60 años o más", "people of 60 or more", "pessoas de 60 anos ou mais"),
    w("disability", "personas con discapacidad", "people with a disability", "pessoas com deficiência"),
    w("pregnant", "gestantes", "pregnant women", "gestantes"),
    w("nursing", "lactantes", "nursing mothers", "lactantes"),
    w("infants", "personas con niños en brazos", "people with infants in arms", "pessoas com crianças de colo"),
    w("children", "niños y adolescentes", "children", "crianças e adolescentes"),
    w("vulnerable", "personas vulnerables", "vulnerable people", "pessoas vulneráveis"),
];

pub const ASKED_FIRST: &[Word] = &[
    w("nothing", "nada", "nothing", "nada"),
    w("name", "nombre", "name", "nome"),
    w("identity", "documento de identidad", "identity document", "documento de identidade"),
    w("contract", "contrato", "contract", "contrato"),
    w("phone", "teléfono", "telephone", "telefone"),
    w("reason_for_filing", "motivo", "reason for filing", "motivo"),
];

pub const WAIT_CONTENT: &[Word] = &[
    w(
        "information",
        "información sobre derechos y canales",
        "information on rights and channels",
        "informação sobre direitos e canais",
    ),
    w("music", "música", "music", "música"),
    w("advertising", "publicidad", "advertising", "publicidade"),
    w("advertising_on_consent", "publicidad consentida", "advertising with consent", "publicidade consentida"),
];

pub const ANNOUNCED: &[Word] = &[
    w("optional", "voluntaria y sin coste", "optional, at no cost", "voluntária e sem custo"),
    w("always", "siempre", "always", "sempre"),
    w("never", "nunca", "never", "nunca"),
];

pub const PREMISES: &[Word] = &[
    w(
        "files",
        "admite consultas, quejas e incidencias",
        "files queries, complaints and incidents",
        "registra consultas, reclamações e incidentes",
    ),
    w(
        "leads_to_free_channel",
        "da acceso a un canal central gratuito",
        "leads to a free central channel",
        "dá acesso a um canal central gratuito",
    ),
    w("gives_key", "entrega la clave del caso", "gives the key of the case", "entrega o protocolo"),
];

pub const MENU: &[Word] = &[
    w("complaint", "quejas y reclamaciones", "complaints", "reclamações"),
    w("cancellation", "cancelación", "cancellation", "cancelamento"),
    w("person", "hablar con una persona", "speak to a person", "falar com uma pessoa"),
];

pub const POSTAL: &[Word] = &[
    w("registered_office", "domicilio social", "registered office", "sede social"),
    w(
        "website_address",
        "dirección que figura en la web",
        "address shown on the website",
        "endereço que consta no site",
    ),
    w("complaints_address", "dirección de reclamaciones", "address for complaints", "endereço para reclamações"),
];

pub const CASES: &[Word] = &[
    w("quick_query", "consulta que se resuelve en el acto", "query answered at once", "consulta resolvida na hora"),
    w(
        "query",
        "consulta que requiere actuación posterior",
        "query that needs follow-up",
        "consulta que exige ação posterior",
    ),
    w("complaint", "quejas y reclamaciones", "complaints", "reclamações"),
    w("incident", "incidencia", "incident", "incidente"),
    w("continuity", "incidencias de continuidad", "supply incidents", "incidentes de continuidade"),
    w("billing", "facturación", "billing", "faturamento"),
    w("suggestion", "sugerencia", "suggestion", "sugestão"),
    w("petition", "petición", "petition", "petição"),
    w(
        "document_request",
        "petición de documentos o información",
        "request for documents or information",
        "pedido de documentos ou informação",
    ),
    w("opinion_request", "consulta de criterio", "request for an opinion", "pedido de parecer"),
    w(
        "payment_complaint",
        "reclamación sobre servicios de pago",
        "complaint about payment services",
        "reclamação sobre serviços de pagamento",
    ),
];

pub const TOPICS: &[Word] = &[
    w(
        "energy_saving",
        "ahorro energético y energías renovables",
        "energy saving and renewables",
        "economia de energia e renováveis",
    ),
    w("contracts", "contratación", "contracts", "contratação"),
    w("prices", "precios", "prices", "preços"),
];

pub const KEYS: &[Word] = &[
    w("always", "siempre", "always", "sempre"),
    w(
        "follow_up",
        "a todo caso que requiera actuación posterior",
        "to every case that needs follow-up",
        "a todo caso que exija ação posterior",
    ),
    w(
        "customer_identifier",
        "el identificador del cliente sirve de clave",
        "the customer’s identifier serves as key",
        "o identificador do cliente serve de protocolo",
    ),
    w("never", "nunca", "never", "nunca"),
];

pub const KEY_TIMES: &[Word] = &[
    w("during_contact", "durante la comunicación", "during the contact", "durante o contato"),
    w("afterwards", "después", "afterwards", "depois"),
];

pub const COSTS: &[Word] =
    &[w("free", "gratuita", "free of charge", "gratuita"), w("paid", "de pago", "charged", "paga")];

pub const GIVEN: &[Word] = &[
    w("always", "siempre", "always", "sempre"),
    w("on_request", "si se pide", "on request", "se pedido"),
    w("never", "nunca", "never", "nunca"),
];

pub const ROUTES: &[Word] = &[
    w(
        "same_or_chosen",
        "la misma vía o la que elija el cliente",
        "the same way, or the one the customer chooses",
        "a mesma via ou a que o cliente escolher",
    ),
    w("preferred", "la vía preferente del cliente", "the customer’s preferred way", "a via preferida do cliente"),
    w("same", "la misma vía", "the same way", "a mesma via"),
    w("by_company", "la que decide la empresa", "as the company decides", "a que a empresa decidir"),
    w("public", "avisos públicos y medios", "public notices and media", "avisos públicos e meios"),
];

pub const CONSENT: &[Word] = &[
    w("express", "expreso", "express", "expresso"),
    w("implied", "tácito", "implied", "tácito"),
    w("none", "sin consentimiento", "none", "sem consentimento"),
];

pub const KEPT_UNTIL: &[Word] = &[
    w("filed", "hasta la presentación", "until filed", "até o registro"),
    w("answer_notified", "hasta notificar la respuesta", "until the answer is notified", "até notificar a resposta"),
    w("case_closed", "hasta cerrar el caso", "until the case is closed", "até encerrar o caso"),
];

pub const FIELDS: &[Word] = &[
    w("reference", "clave o número de referencia", "reference number", "protocolo"),
    w("filed_at", "fecha y hora de presentación", "date and time of filing", "data e hora do registro"),
    w(
        "key_given_at",
        "fecha y hora de entrega de la clave",
        "date and time at which the key was given",
        "data e hora de entrega do protocolo",
    ),
    w(
        "receipt_given_at",
        "fecha y hora del justificante",
        "date and time of the receipt",
        "data e hora do comprovante",
    ),
    w("answered_at", "fecha y hora de la respuesta", "date and time of the answer", "data e hora da resposta"),
    w("channel_of_each", "canal de cada comunicación", "channel of each communication", "canal de cada comunicação"),
    w("date", "fecha", "date", "data"),
    w("channel", "canal", "channel", "canal"),
    w("description", "relato", "description", "relato"),
    w("remedy_sought", "solución que se pide", "remedy sought", "solução pedida"),
    w("product", "producto o servicio", "product or service", "produto ou serviço"),
    w("class", "clase", "class", "classe"),
    w("cause", "causa", "cause", "causa"),
    w("acceptance", "conformidad del cliente", "acceptance by the customer", "concordância do cliente"),
    w("measures", "medidas adoptadas", "measures taken", "medidas adotadas"),
];

pub const STARTS: &[Word] = &[
    w("received", "desde la recepción", "from receipt", "desde o recebimento"),
    w("closed", "desde el cierre", "from closing", "desde o encerramento"),
];

pub const CLOCK_EFFECTS: &[Word] = &[
    w("restarts", "vuelve a empezar", "starts again", "recomeça"),
    w("pauses", "se detiene", "stops", "para"),
    w("runs", "sigue corriendo", "runs on", "continua"),
];

pub const NOTICES: &[Word] = &[
    w("before_expiry", "antes de que venza", "before it ends", "antes de vencer"),
    w("at_expiry", "al vencer", "when it ends", "ao vencer"),
    w("none", "sin aviso", "none", "sem aviso"),
];

pub const REPLY_LANGUAGES: &[Word] = &[
    w("same_as_filing", "la lengua en que se presentó", "the language of the filing", "a língua do registro"),
    w("of_company", "la de la empresa", "that of the company", "a da empresa"),
];

pub const REJECTIONS: &[Word] = &[
    w(
        "missing_essential_data",
        "faltan datos esenciales que no se han subsanado",
        "essential data are missing and were not supplied",
        "faltam dados essenciais não corrigidos",
    ),
    w(
        "matter_for_courts",
        "compete a los tribunales o a otra autoridad",
        "a matter for courts or authorities",
        "compete aos tribunais ou a outra autoridade",
    ),
    w(
        "not_specific",
        "no se refiere a una operación concreta",
        "not about a specific operation",
        "não se refere a uma operação concreta",
    ),
    w("already_resolved", "ya se resolvió una igual", "the same was decided before", "já se resolveu outra igual"),
    w(
        "late",
        "llega fuera del plazo del reglamento",
        "late under the rules of procedure",
        "fora do prazo do regulamento",
    ),
    w(
        "prescribed",
        "ha prescrito o han pasado más de cinco años",
        "prescribed, or over five years old",
        "prescrita ou com mais de cinco anos",
    ),
    w(
        "not_understood",
        "no se entiende lo que se pide",
        "what is asked cannot be understood",
        "não se entende o que se pede",
    ),
    w("disrespectful", "es irrespetuosa", "disrespectful", "é desrespeitosa"),
    w("other", "otro", "other", "outro"),
];

pub const CLOSINGS: &[Word] = &[
    w("resolved", "resuelto", "resolved", "resolvido"),
    w("customer_accepted", "aceptado por el cliente", "accepted by the customer", "aceito pelo cliente"),
    w(
        "rejected_with_options",
        "no aceptado, con las vías que quedan",
        "not accepted, with the remaining options told",
        "não aceito, com as vias que restam",
    ),
    w("refused_with_reasons", "denegado con motivos", "refused with reasons", "negado com motivos"),
    w("withdrawn", "retirado por el cliente", "withdrawn by the customer", "retirado pelo cliente"),
    w("not_completed_in_time", "no se subsanó en plazo", "not completed in time", "não corrigido no prazo"),
    w(
        "attributable_to_customer",
        "paralizado por causa del cliente",
        "stalled by the customer",
        "parado por causa do cliente",
    ),
    w("tacit_withdrawal", "desistimiento tácito", "tacit withdrawal", "desistência tácita"),
    w("deadline_lapsed", "venció el plazo", "its time ran out", "o prazo venceu"),
];

pub const SUPPLY_EFFECTS: &[Word] = &[
    w(
        "kept_until_reply",
        "se mantiene hasta la respuesta motivada",
        "kept until the reasoned reply",
        "mantém-se até a resposta motivada",
    ),
    w("may_be_cut", "puede suspenderse", "may be cut", "pode ser suspenso"),
];

pub const COLLECTION_EFFECTS: &[Word] = &[
    w(
        "halted_until_reply",
        "se detiene hasta la respuesta motivada",
        "halted until the reasoned reply",
        "para até a resposta motivada",
    ),
    w("continues", "continúa", "continues", "continua"),
];

pub const EXCEPTIONS: &[Word] = &[
    w("safety", "seguridad de personas o bienes", "safety of people or things", "segurança de pessoas ou bens"),
    w("sector_rule", "norma sectorial", "sector rule", "norma setorial"),
    w("fraud", "fraude", "fraud", "fraude"),
    w("debt", "deuda", "debt", "dívida"),
];

pub const CALL_BACK: &[Word] = &[
    w("same_business_day", "el mismo día laborable", "the same working day", "no mesmo dia útil"),
    w("next_business_day", "el siguiente día laborable", "the next working day", "no dia útil seguinte"),
    w("none", "sin llamada", "none", "sem chamada"),
];

pub const PROOFS: &[Word] = &[
    w("self_declared", "basta que la persona lo diga", "the person’s word is enough", "basta a pessoa declarar"),
    w("documented", "con documentos", "with documents", "com documentos"),
];

pub const TELLS: &[Word] =
    &[w("staff", "personal", "staff", "equipe"), w("customers", "clientes", "customers", "clientes")];

pub const STEPS: &[Word] = &[
    w("receive", "recepción", "reception", "recepção"),
    w("register", "registro", "registration", "registro"),
    w("acknowledge", "acuse de recibo", "acknowledgement", "comprovação"),
    w("choose_format", "elección del formato", "choice of format", "escolha do formato"),
    w("classify", "clasificación", "assessment", "classificação"),
    w("investigate", "investigación", "investigation", "análise"),
    w("decide", "decisión", "decision", "decisão"),
    w("notify", "notificación", "notification", "notificação"),
    w(
        "forward",
        "traslado al órgano competente",
        "forwarding to the competent body",
        "encaminhamento ao órgão competente",
    ),
    w("redress", "ejecución de la reparación", "carrying out the redress", "execução da reparação"),
    w("close", "cierre", "closing", "encerramento"),
    w("refile", "nueva presentación", "filing again", "novo registro"),
    w(
        "internal_request",
        "petición interna de información",
        "internal request for information",
        "solicitação interna de informações",
    ),
];

pub const REDRESS_KINDS: &[Word] = &[
    w("refund_full", "devolución total", "full refund", "devolução total"),
    w("refund_partial", "devolución parcial", "partial refund", "devolução parcial"),
    w("compensation", "compensación", "compensation", "compensação"),
    w("replacement", "sustitución", "replacement", "substituição"),
    w("repair", "corrección o arreglo", "repair", "correção ou conserto"),
    w("apology", "disculpa", "apology", "desculpa"),
];

pub const EVENTS: &[Word] = &[
    w("service_incident", "incidencia del servicio", "service incident", "incidente do serviço"),
    w(
        "mass_outage",
        "avería que afecta a muchos clientes",
        "outage that affects many customers",
        "falha que afeta muitos clientes",
    ),
    w("planned_outage", "corte programado", "planned cut", "corte programado"),
    w("contracting", "contratación", "contracts", "contratação"),
    w("case_received", "caso recibido", "case received", "caso recebido"),
    w("progress", "avance del caso", "progress of the case", "andamento do caso"),
    w("delay", "demora", "delay", "demora"),
    w("resolved", "resuelto", "resolved", "resolvido"),
    w("continuity", "incidencias de continuidad", "supply incidents", "incidentes de continuidade"),
    w("complaint", "quejas y reclamaciones", "complaints", "reclamações"),
    w("retailer_notice", "aviso a las comercializadoras", "notice to retailers", "aviso às comercializadoras"),
    w("reminder", "recordatorio", "reminder", "lembrete"),
];

pub const AUDIENCES: &[Word] = &[
    w("all_affected", "todos los afectados", "all affected", "todos os afetados"),
    w("customer", "el cliente", "the customer", "o cliente"),
    w("retailers", "comercializadoras y agregadores", "retailers and aggregators", "comercializadoras e agregadores"),
    w(
        "essential_services",
        "servicios esenciales y alta tensión",
        "essential services and high voltage",
        "serviços essenciais e alta tensão",
    ),
    w("staff", "personal", "staff", "equipe"),
];

pub const OFFERS: &[Word] = &[
    w("none", "ninguna", "none", "nenhuma"),
    w("on_request", "si se pide", "on request", "se pedido"),
    w(
        "tied_and_better",
        "ligada a la solución y mejor para el cliente",
        "tied to the solution and better for the customer",
        "ligada à solução e melhor para o cliente",
    ),
    w("any", "cualquiera", "any", "qualquer"),
];

pub const NON_DIGITAL: &[Word] = &[
    w("own_form", "por el medio en que se presentó", "in the form in which it was filed", "pelo meio do registro"),
    w("sms", "mensaje SMS", "text message", "mensagem SMS"),
];

pub const SURVEY_MOMENTS: &[Word] = &[
    w("filed", "al presentar el caso", "when the case is filed", "ao registrar o caso"),
    w("contact", "tras cada contacto", "after each contact", "após cada contato"),
    w("resolved", "resuelto el caso", "once the case is resolved", "resolvido o caso"),
    w("closed", "cerrado el caso", "once the case is closed", "encerrado o caso"),
    w("periodic", "periódica", "at regular times", "periódica"),
];

pub const SURVEY_QUESTIONS: &[Word] = &[
    w("cause", "causa", "cause", "causa"),
    w("service_fault", "fallo del servicio", "fault of the service", "falha do serviço"),
    w("treatment", "trato recibido", "treatment", "atendimento recebido"),
    w("handling", "trámite de la queja", "handling of the complaint", "tratamento da reclamação"),
    w("expectations", "necesidades y expectativas", "needs and expectations", "necessidades e expectativas"),
];

pub const MEASURES: &[Word] = &[
    w("call_wait", "espera de la llamada", "wait of a call", "espera da chamada"),
    w("human_wait", "espera hasta hablar con una persona", "wait for a person", "espera até falar com uma pessoa"),
    w("resolution_time", "plazo de resolución", "time to resolve", "prazo de resolução"),
    w(
        "continuity_answer",
        "plazo de respuesta en continuidad",
        "time to answer on supply",
        "prazo de resposta em continuidade",
    ),
    w(
        "billing_answer",
        "plazo de respuesta en facturación",
        "time to answer on billing",
        "prazo de resposta em faturamento",
    ),
    w("speed", "rapidez", "speed of answer", "rapidez"),
    w("abandonment", "abandono", "abandonment", "abandono"),
    w(
        "first_contact_resolution",
        "resolución al primer contacto",
        "first-contact resolution",
        "resolução no primeiro contato",
    ),
    w("satisfaction", "satisfacción", "satisfaction", "satisfação"),
    w("quality", "calidad", "quality", "qualidade"),
    w("complaint_rate", "tasa de quejas", "complaint rate", "taxa de reclamações"),
    w("complaint_handling", "tratamiento de las quejas", "complaint handling", "tratamento das reclamações"),
    w("staff_satisfaction", "satisfacción del personal", "staff satisfaction", "satisfação da equipe"),
];

pub const CLOCK_EVENTS: &[Word] = &[
    w("call_received", "entra la llamada", "the call comes in", "a chamada entra"),
    w("person_requested", "se pide una persona", "a person is asked for", "pede-se uma pessoa"),
    w("agent_live", "atiende una persona", "a person answers", "uma pessoa atende"),
    w("menu_pickup", "descuelga el menú automático", "the automated menu picks up", "o menu automático atende"),
    w("filed_at", "fecha y hora de presentación", "date and time of filing", "data e hora do registro"),
    w("answered_at", "fecha y hora de la respuesta", "date and time of the answer", "data e hora da resposta"),
];

pub const TRAINING_TOPICS: &[Word] = &[
    w("sector", "sector y servicio", "the sector and its services", "setor e serviço"),
    w("languages", "lenguas oficiales", "official languages", "línguas oficiais"),
    w("accessibility", "accesibilidad", "accessibility", "acessibilidade"),
    w("vulnerable", "personas vulnerables", "vulnerable people", "pessoas vulneráveis"),
    w("disability", "personas con discapacidad", "people with a disability", "pessoas com deficiência"),
    w("age", "personas mayores", "older people", "pessoas idosas"),
    w("complaints", "quejas", "complaints", "reclamações"),
    w("data_protection", "protección de datos personales", "protection of personal data", "proteção de dados pessoais"),
];

pub const ACCREDITATIONS: &[Word] =
    &[w("ENAC", "ENAC", "ENAC", "ENAC"), w("other", "otro", "other", "outro"), w("none", "ninguna", "none", "nenhuma")];

/// How a complaint that comes in by electronic means shows who sends it.
pub const SIGNATURES: &[Word] = &[
    w("electronic_signature", "con firma electrónica", "with an electronic signature", "com assinatura eletrônica"),
    w("account", "con la cuenta del cliente", "through the customer’s account", "com a conta do cliente"),
    w("none", "sin firma", "unsigned", "sem assinatura"),
];

/// What silence means when the time to answer has run out.
pub const SILENCE: &[Word] = &[
    w("accepted", "se entiende concedido", "taken as granted", "considera-se concedido"),
    w("refused", "se entiende denegado", "taken as refused", "considera-se negado"),
    w("none", "sin efecto", "of no effect", "sem efeito"),
];

/// What is at risk in a case that cannot wait.
pub const RISKS: &[Word] = &[
    w("life", "la vida", "life", "a vida"),
    w("integrity", "la integridad de las personas", "bodily integrity", "a integridade das pessoas"),
    w("fundamental_rights", "un derecho fundamental", "a fundamental right", "um direito fundamental"),
    w("safety", "la seguridad", "safety", "a segurança"),
];
