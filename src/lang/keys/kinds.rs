//! What each kind of entry is.

use super::KindText;
use crate::lang::Text;

const fn kind(name: &'static str, title: [&'static str; 3], text: [&'static str; 3]) -> KindText {
    let [es, en, pt] = title;
    let title = Text { es, en, pt };
    let [es, en, pt] = text;
    KindText { name, title, text: Text { es, en, pt } }
}

pub(super) const KINDS: &[KindText] = &[
    kind(
        "manual",
        ["El manual", "The manual", "O manual"],
        [
            "`manual.yaml` dice de quién es el manual, qué edición es, en qué idiomas está, qué calendario rige y qué revisión se le aplica.",
            "`manual.yaml` says whose manual it is, which edition, in which languages, by which calendar, and how it is checked.",
            "`manual.yaml` diz de quem é o manual, que edição é, em que idiomas está, que calendário vale e que verificação se aplica.",
        ],
    ),
    kind(
        "objectives",
        ["Objetivos", "Objectives", "Objetivos"],
        [
            "Lo que la dirección quiere lograr. De aquí cuelgan los indicadores.",
            "What management wants to reach. Indicators hang from here.",
            "O que a direção quer alcançar. Daqui dependem os indicadores.",
        ],
    ),
    kind(
        "principles",
        ["Principios", "Principles", "Princípios"],
        [
            "Las ideas que guían el trato y cómo se ven en el trabajo diario.",
            "The ideas that guide how customers are treated, and what they look like at work.",
            "As ideias que orientam o atendimento e como se veem no dia a dia.",
        ],
    ),
    kind(
        "segments",
        ["Segmentos", "Segments", "Segmentos"],
        [
            "Grupos de clientes a los que se atiende de distinto modo.",
            "Groups of customers who are served in different ways.",
            "Grupos de clientes atendidos de modos distintos.",
        ],
    ),
    kind(
        "needs",
        ["Necesidades", "Needs", "Necessidades"],
        [
            "Lo que los clientes necesitan, según el estudio que lo averiguó.",
            "What customers need, by the study that found it out.",
            "O que os clientes necessitam, segundo o estudo que o apurou.",
        ],
    ),
    kind(
        "customer-types",
        ["Tipos de cliente", "Customer types", "Tipos de cliente"],
        [
            "Cómo reconocer y tratar a cada tipo de cliente: el impaciente, el tímido, el indeciso.",
            "How to recognise and treat each type of customer: the impatient, the shy, the undecided.",
            "Como reconhecer e tratar cada tipo de cliente: o impaciente, o tímido, o indeciso.",
        ],
    ),
    kind(
        "surveys",
        ["Encuestas", "Surveys", "Pesquisas"],
        [
            "Cómo se mide la satisfacción, con sus preguntas y resultados.",
            "How satisfaction is measured, with questions and results.",
            "Como se mede a satisfação, com suas perguntas e resultados.",
        ],
    ),
    kind(
        "sources",
        ["Fuentes", "Sources", "Fontes"],
        [
            "Documentos y datos de clientes y de terceros en que se apoya el manual.",
            "Documents and data of customers and others on which the manual rests.",
            "Documentos e dados de clientes e de terceiros em que o manual se apoia.",
        ],
    ),
    kind(
        "channels",
        ["Canales", "Channels", "Canais"],
        [
            "Por dónde llega el cliente: ventanilla, teléfono, correo, web.",
            "How a customer reaches you: counter, telephone, e-mail, web.",
            "Por onde o cliente chega: guichê, telefone, e-mail, web.",
        ],
    ),
    kind(
        "sites",
        ["Sedes", "Sites", "Unidades"],
        ["Los lugares donde se atiende.", "The places where customers are served.", "Os lugares onde se atende."],
    ),
    kind(
        "services",
        ["Servicios", "Services", "Serviços"],
        [
            "Lo que se ofrece al cliente, con los diez puntos que todo servicio debe tener.",
            "What is offered to customers, with the ten points every service must have.",
            "O que se oferece ao cliente, com os dez pontos que todo serviço deve ter.",
        ],
    ),
    kind(
        "commitments",
        ["Compromisos", "Commitments", "Compromissos"],
        [
            "Promesas al cliente, con su medida y con lo que recibe si no se cumplen.",
            "Promises to the customer, with their measure and what the customer gets if they are broken.",
            "Promessas ao cliente, com sua medida e com o que ele recebe se não forem cumpridas.",
        ],
    ),
    kind(
        "indicators",
        ["Indicadores", "Indicators", "Indicadores"],
        [
            "Lo que se mide para saber si el servicio se presta como se prometió.",
            "What is measured to know whether the service is given as promised.",
            "O que se mede para saber se o serviço é prestado como prometido.",
        ],
    ),
    kind(
        "resources",
        ["Recursos", "Resources", "Recursos"],
        [
            "Personas, equipos, sistemas y locales que el servicio necesita.",
            "The people, equipment, systems and premises that services need.",
            "Pessoas, equipamentos, sistemas e locais de que o serviço precisa.",
        ],
    ),
    kind(
        "inventory",
        ["Existencias", "Inventory", "Estoques"],
        ["Lo que debe haber siempre a mano.", "What must always be on hand.", "O que deve haver sempre à mão."],
    ),
    kind(
        "suppliers",
        ["Proveedores", "Suppliers", "Fornecedores"],
        [
            "Quién provee los recursos y con qué nivel acordado.",
            "Who provides the resources, at which agreed level.",
            "Quem fornece os recursos e com que nível acordado.",
        ],
    ),
    kind(
        "alliances",
        ["Alianzas", "Alliances", "Parcerias"],
        [
            "Organizaciones que completan el servicio para el cliente.",
            "Organisations that complete the service for the customer.",
            "Organizações que completam o serviço para o cliente.",
        ],
    ),
    kind(
        "communications",
        ["Comunicaciones", "Communications", "Comunicações"],
        [
            "Mensajes que valen para todos los servicios: el aviso de una caída, la despedida.",
            "Messages that hold for all services: notice of an outage, the farewell.",
            "Mensagens que valem para todos os serviços: o aviso de uma queda, a despedida.",
        ],
    ),
    kind(
        "standards",
        ["Normas de trato", "Standards of conduct", "Normas de atendimento"],
        [
            "Cómo se trata al cliente, en frases que se pueden comprobar.",
            "How customers are treated, in sentences that can be checked.",
            "Como se trata o cliente, em frases que se podem verificar.",
        ],
    ),
    kind(
        "complaints",
        ["Reclamos", "Complaints", "Reclamações"],
        [
            "Qué se hace con un reclamo: desde que entra hasta que no se repite.",
            "What is done with a complaint: from its arrival until it does not recur.",
            "O que se faz com uma reclamação: desde a entrada até que não se repita.",
        ],
    ),
    kind(
        "roles",
        ["Puestos", "Roles", "Cargos"],
        [
            "Los puestos de trabajo: perfil, capacitación, lo que pueden decidir y a quién acuden.",
            "The jobs: profile, training, what they may decide and whom they turn to.",
            "Os cargos: perfil, capacitação, o que podem decidir e a quem recorrem.",
        ],
    ),
    kind(
        "trainings",
        ["Capacitaciones", "Trainings", "Capacitações"],
        [
            "Los cursos del personal y cómo se demuestra lo aprendido.",
            "The courses of the staff, and how learning is shown.",
            "Os cursos da equipe e como se demonstra o aprendido.",
        ],
    ),
    kind(
        "paths",
        ["Rutas de orientación", "Orientation paths", "Trilhas de integração"],
        [
            "Qué lee, aprende y firma quien entra en un puesto: el primer día, la primera semana y el primer mes.",
            "What a newcomer to a role reads, learns and signs: on the first day, in the first week and the first month.",
            "O que lê, aprende e assina quem entra em um cargo: no primeiro dia, na primeira semana e no primeiro mês.",
        ],
    ),
    kind(
        "quizzes",
        ["Pruebas", "Tests", "Testes"],
        [
            "Pruebas cortas con las que se comprueba que el manual se leyó y se entendió.",
            "Short tests that show whether the manual was read and understood.",
            "Testes curtos com que se comprova que o manual foi lido e entendido.",
        ],
    ),
    kind(
        "risks",
        ["Riesgos", "Risks", "Riscos"],
        [
            "Lo que puede salir mal, cómo se previene y qué se hace si ocurre.",
            "What can go wrong, how it is prevented and what is done if it happens.",
            "O que pode dar errado, como se previne e o que se faz se ocorrer.",
        ],
    ),
    kind(
        "laws",
        ["Normas legales", "Laws", "Normas legais"],
        [
            "Las leyes que obligan, con sus artículos.",
            "The laws that bind, with their articles.",
            "As leis que obrigam, com seus artigos.",
        ],
    ),
    kind(
        "glossary",
        ["Glosario", "Glossary", "Glossário"],
        [
            "Los términos del manual y lo que significan.",
            "The manual's terms and what they mean.",
            "Os termos do manual e o que significam.",
        ],
    ),
    kind(
        "results",
        ["Resultados", "Results", "Resultados"],
        [
            "Los resultados de los indicadores por período, en un archivo aparte: `results.yaml`.",
            "The indicators' results by period, in a file of their own: `results.yaml`.",
            "Os resultados dos indicadores por período, em um arquivo à parte: `results.yaml`.",
        ],
    ),
    kind(
        "chapters",
        ["Capítulos", "Chapters", "Capítulos"],
        [
            "Texto libre: la bienvenida, la historia, lo que no cabe en otra parte.",
            "Free text: the welcome, the history, whatever has no other place.",
            "Texto livre: as boas-vindas, a história, o que não cabe em outra parte.",
        ],
    ),
];
