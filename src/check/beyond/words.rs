//! The words by which what a sentence says beyond a promise is told, in the three languages. Closed lists: what stands in none of them is
//! asked about and not decided.

/// Words that say nothing of their own: articles, pronouns, prepositions, auxiliaries, adverbs of always and all, words for us and for
/// those who are served, and verbs by which anything is given, had or takes its time.
pub(super) const EMPTY: &str = "
el la los las un una unos unas lo le les se me te nos su sus mi tu nuestro nuestra nuestros nuestras suyo suya este esta estos estas ese
esa esos esas esto eso al del de a en con por para sin sobre entre hasta desde hacia dentro excepción excepciones según y e o u ni que
quien quienes cual cuyo como más menos máximo máxima tardar siempre todo toda todos todas cada cualquier cualquiera no nunca jamás ningún
ninguna ninguno ya también además así aquí allí muy bien sólo solo solamente únicamente total próximos próximas siguiente siguientes
posterior posteriores contado contados partir plazo plazos límite tiempo tiempos término términos alrededor aproximadamente casi cerca
fecha momento forma manera caso casos vez veces parte general normalmente habitualmente puntualmente claramente rápidamente puntual usted
ustedes cliente clienta clientes usuario usuaria usuarios socio socia socios paciente pacientes persona personas gente ciudadano
ciudadanos ciudadanía vecino vecinos público solicitante reclamante interesado interesados consumidor consumidores alumno alumnos huésped
huéspedes familia familias yo nosotros equipo personal empresa compañía oficina oficinas área servicio servicios atención trámite trámites
solicitud solicitudes gestión gestiones petición peticiones pedido pedidos asesor asesores asesora agente agentes es son sea sean será
serán ser está están estar hay haber ha han puede pueden podrá podemos debe deben tiene tienen tendrá tenemos tener recibe reciben
recibirá recibir recibimos recibido recibida recepción obtiene obtendrá obtener obtienen da dan dará damos dar daremos dado hace hacen
hacemos hacer llega llegan llegará llegar llegamos sale salen saldrá salir tarda tardan tardará tardamos tardaremos demora demoran
demorará demoramos demorar toma toman tomará tomamos tomar lleva llevan llevará llevamos va van irá ir vamos queda quedan compromiso
compromisos promesa promesas comprometemos compromete comprometido prometemos promete garantizamos garantiza aseguramos asegura cumplimos
cumple ofrecemos ofrece procuramos intentamos solemos suele suelen cuenta corren corre mismo misma mismos igual directa directo escrito
escrita gusto amabilidad calidez respeto rapidez cuidado completa completo detallada fundada motivada personalmente definitiva oportuna
casa hogar algo técnico técnica técnicos hecho hecha hechos hechas realiza realizan efectúa hábil hábiles natural naturales calendario
laborable laborables corrido corridos día días hora horas minuto minutos segundo segundos semana semanas mes meses año años
the an my your our ours their his her its this that these those of to in on at with by for from within without about over under between up
and or nor than as so not never always all every each any both most more less maximum max latest only just also even too very well then
next following coming counted around approximately nearly almost roughly time times limit deadline term period date moment way case cases
part you i we us it they he she who whom whose which what customer customers client clients user users member members patient patients
people person everybody everyone anyone anybody guest guests citizen citizens consumer consumers applicant family families student
students team staff company office offices department service services request requests application applications procedure order orders
agent agents adviser advisers advisor advisors desk is are be been being was were am will shall would can could may might must should do
does did done has have had get gets got getting receive receives received receiving receipt give gives given giving take takes taken
taking arrive arrives reach reaches come comes go goes need needs promise promises promised commit commits committed commitment guarantee
guarantees guaranteed ensure ensures aim aims try offer offers keep make makes same writing written exception exceptions usually normally
full complete care business working calendar day days hour hours home everything anything nothing made technician technicians driver
drivers minute minutes second seconds week weeks month months year years later
o os as um uma uns umas lhe lhes seu sua seus suas nosso nossa nossos nossas meu minha isto isso ao aos à às do da dos das no na nos nas
num numa pelo pela pelos pelas em com por para sem sobre entre até desde e ou nem quem qual mais menos máximo máxima sempre todo toda
todos todas cada qualquer não nunca jamais nenhum nenhuma já também além assim aqui muito bem só apenas somente prazo prazos limite tempo
data momento caso casos vez vezes você vocês cliente clientes usuário usuários associado associados cooperado cooperados cidadão cidadãos
consumidor paciente pacientes pessoa pessoas hóspede hóspedes aluno alunos família famílias nós equipe pessoal empresa escritório setor
serviço serviços atendimento pedido pedidos solicitação solicitações é são ser será serão está estão há pode podem podemos deve tem têm
temos ter terá recebe recebem receberá receber recebida recebido recebimento dá dão damos dar daremos faz fazem fazemos fazer chega chegam
chegará chegar sai saem sair leva levam levamos levará levar demora demoram demoramos demorar tarda fica ficam vai vão ir vamos
compromisso promessa comprometemos prometemos garantimos asseguramos cumprimos oferecemos costuma próximos próximas seguintes contados
partir cerca aproximadamente quase mesma mesmo dentro exceção exceções escrito escrita completa casa tudo algo técnico técnicos feito
feita feitos feitas realizada realizado útil úteis corrido corridos dia dias hora horas minuto minutos segundo segundos semana semanas mês
meses ano anos";

/// Nouns that end like a verb of ours.
pub(super) const NO_VERBS: [&str; 12] = [
    "reclamos",
    "préstamos",
    "próximos",
    "últimos",
    "mínimos",
    "máximos",
    "mismos",
    "mesmos",
    "términos",
    "trámos",
    "insumos",
    "tramos",
];

/// What is done with things that are had, and how long something holds good. Stems.
pub(super) const KEEPING: [&str; 30] = [
    "guard",
    "conserv",
    "archiv",
    "almacen",
    "arquiv",
    "armazen",
    "retien",
    "retain",
    "stored",
    "storage",
    "valid",
    "válid",
    "vigen",
    "caduc",
    "expir",
    "vence",
    "garantía",
    "garantia",
    "warrant",
    "dura",
    "duran",
    "lasts",
    "borra",
    "borran",
    "elimin",
    "delet",
    "apaga",
    "apagad",
    "reserv",
    "válido",
];

/// What makes a sentence a wish, or a plan for later.
pub(super) const WISHES: [&str; 27] = [
    "queremos",
    "quisiéramos",
    "aspiramos",
    "aspiración",
    "pretendemos",
    "desearíamos",
    "nos gustaría",
    "soñamos",
    "próximo año",
    "año próximo",
    "año que viene",
    "en el futuro",
    "algún día",
    "más adelante",
    "we want",
    "we wish",
    "we hope",
    "we plan",
    "would like",
    "next year",
    "in the future",
    "some day",
    "ano que vem",
    "próximo ano",
    "gostaríamos",
    "desejamos",
    "no futuro",
];

/// What was done until now, or is done on average, without being promised.
pub(super) const UNTIL_NOW: [&str; 26] = [
    "hemos",
    "habíamos",
    "han tardado",
    "ha tardado",
    "ha demorado",
    "hubo",
    "solía",
    "have never",
    "has never",
    "have always",
    "have taken",
    "has taken",
    "had",
    "temos respondido",
    "temos atendido",
    "já levamos",
    "havia",
    "levávamos",
    "costumava",
    "average",
    "promedio",
    "de media",
    "medio",
    "media",
    "em média",
    "typical",
];

/// What happens once more, or beforehand, and not for the first time. Phrases.
pub(super) const AGAIN: [&str; 20] = [
    "volvemos",
    "vuelve",
    "vuelven",
    "de nuevo",
    "otra vez",
    "nuevamente",
    "repite",
    "segunda",
    "para saber",
    "para comprobar",
    "again",
    "once more",
    "second",
    "de novo",
    "outra vez",
    "novamente",
    "voltamos",
    "volta",
    "voltam",
    "para recordar",
];

/// What opens an exception, a condition or an order of precedence.
pub(super) const CONDITIONS: [&str; 44] = [
    "si",
    "cuando",
    "salvo",
    "excepto",
    "fuera",
    "solo",
    "sólo",
    "solamente",
    "únicamente",
    "mientras",
    "donde",
    "que",
    "quien",
    "quienes",
    "primero",
    "urgente",
    "urgentes",
    "urgencia",
    "urgencias",
    "porque",
    "aunque",
    "if",
    "when",
    "unless",
    "except",
    "outside",
    "only",
    "while",
    "where",
    "which",
    "who",
    "first",
    "urgent",
    "because",
    "quando",
    "exceto",
    "fora",
    "somente",
    "apenas",
    "enquanto",
    "quem",
    "primeiro",
    "caso",
    "embora",
];

/// What a part of a sentence opens with that says for whom, when or where the rest holds.
pub(super) const SCENES: [&str; 40] = [
    "en", "para", "fuera", "con", "sin", "por", "durante", "tras", "desde", "los", "las", "el", "si", "cuando",
    "salvo", "excepto", "solo", "mientras", "in", "for", "outside", "with", "without", "during", "after", "on", "at",
    "if", "when", "unless", "except", "em", "fora", "com", "sem", "quando", "caso", "nos", "nas", "na",
];

/// Prepositions that bind a word to what stands before it, as what tells it from its like.
pub(super) const BINDING: [&str; 42] = [
    "de", "del", "con", "sin", "por", "para", "en", "sobre", "según", "contra", "a", "al", "desde", "como", "of",
    "with", "without", "by", "for", "in", "on", "about", "from", "at", "to", "under", "do", "da", "dos", "das", "com",
    "sem", "em", "no", "na", "nos", "nas", "pelo", "pela", "que", "quien", "who",
];
pub(super) const ARTICLES: [&str; 26] = [
    "el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "nuestro", "nuestra", "the", "an", "our",
    "your", "o", "os", "as", "um", "uma", "a", "seu", "sua", "nosso", "nossa",
];

/// What stands right before a time that is none in which something is done.
pub(super) const BEFORE_ANOTHER: [&str; 28] = [
    "durante",
    "por",
    "for",
    "during",
    "cada",
    "every",
    "hace",
    "há",
    "tras",
    "after",
    "após",
    "pasados",
    "pasadas",
    "transcurridos",
    "transcurridas",
    "passados",
    "passadas",
    "después de",
    "luego de",
    "cabo de",
    "depois de",
    "al menos",
    "at least",
    "pelo menos",
    "mínimo de",
    "faltan",
    "faltando",
    "últimos",
];
/// What says that a time is passed and, without a denial, what is over it.
pub(super) const MORE_THAN: [&str; 5] = ["más de", "more than", "mais de", "longer than", "over"];
pub(super) const DENIALS: [&str; 13] =
    ["no", "nunca", "ningún", "ninguna", "jamás", "sin", "never", "not", "não", "nenhum", "nenhuma", "jamais", "sem"];
/// What stands right after one.
pub(super) const AFTER_ANOTHER: [&str; 39] = [
    "antes",
    "before",
    "earlier",
    "ahead",
    "ago",
    "atrás",
    "más",
    "mais",
    "more",
    "seguidos",
    "seguidas",
    "consecutivos",
    "consecutivas",
    "de anticipación",
    "de antelación",
    "de antecedência",
    "de retraso",
    "de atraso",
    "de garantía",
    "de garantia",
    "de vigencia",
    "de prueba",
    "in advance",
    "in a row",
    "of notice",
    "notice",
    "al día",
    "al mes",
    "por día",
    "por dia",
    "a day",
    "per day",
    "de plazo para",
    "para reclamar",
    "para pagar",
    "to pay",
    "to complain",
    "de vida",
    "de experiencia",
];

/// What is added to a price, taken from it or a part of it. Stems.
pub(super) const EXTRAS: [&str; 44] = [
    "más",
    "mais",
    "more",
    "adicional",
    "additional",
    "extra",
    "aparte",
    "descuent",
    "discount",
    "descont",
    "recarg",
    "surcharge",
    "inclu",
    "suma",
    "añade",
    "agreg",
    "acresc",
    "sube",
    "baja",
    "rebaj",
    "ahorr",
    "saving",
    "save",
    "propina",
    "depósito",
    "deposit",
    "anticip",
    "adelant",
    "seña",
    "multa",
    "fine",
    "penal",
    "devol",
    "devuel",
    "reembols",
    "refund",
    "mitad",
    "half",
    "metade",
    "impuesto",
    "igv",
    "iva",
    "tax",
    "imposto",
];
/// Verbs of price, after the thing.
pub(super) const COST: [&str; 12] =
    ["cuesta", "cuestan", "costará", "vale", "valen", "costs", "cost", "custa", "custam", "custará", "cobra", "cobran"];
/// Nouns of price, before the thing.
pub(super) const PRICES: [&str; 16] = [
    "precio", "precios", "tarifa", "tarifas", "costo", "coste", "price", "prices", "fee", "fees", "charge", "preço",
    "preços", "custo", "taxa", "valor",
];
