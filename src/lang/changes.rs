//! The words of what changed between two editions, and the labels of the keys that changes are told by.
//!
//! One long file, since most of it is a table: each label is looked up by its key.

use super::{Lang, Text, details};

const fn t(es: &'static str, en: &'static str, pt: &'static str) -> Text {
    Text { es, en, pt }
}

pub const ADDED: Text = t("nuevo", "new", "novo");
pub const REMOVED: Text = t("retirado", "removed", "removido");
pub const TIGHTENED: Text = t("más exigente", "stricter", "mais exigente");
pub const RELAXED: Text = t("menos exigente", "less strict", "menos exigente");
pub const DEARER: Text =
    t("menos favorable para el cliente", "less favourable to the customer", "menos favorável ao cliente");
pub const CHEAPER: Text =
    t("más favorable para el cliente", "more favourable to the customer", "mais favorável ao cliente");
pub const WIDENED: Text = t("más amplio", "wider", "mais amplo");
pub const NARROWED: Text = t("más reducido", "narrower", "mais reduzido");
pub const RENAMED: Text = t("cambia de nombre", "renamed", "muda de nome");
pub const MOVED: Text = t("cambia de lugar", "moved", "muda de lugar");
pub const REWORDED: Text = t("otra redacción", "reworded", "outra redação");
pub const CHANGED: Text = t("modificado", "changed", "modificado");
pub const EDITORIAL: Text = t("solo de redacción", "editorial only", "só de redação");
pub const BEFORE: Text = t("antes", "before", "antes");
pub const NOW: Text = t("ahora", "now", "agora");
pub const PREVIOUS_ID: Text = t("antes `{id}`", "formerly `{id}`", "antes `{id}`");
pub const HEADING: Text = t("Cambios: {old} → {new}", "Changes: {old} → {new}", "Mudanças: {old} → {new}");
pub const NOTHING: Text = t("No hay cambios.", "There are no changes.", "Não há mudanças.");
pub const COUNTS: Text = t(
    "Nuevos: {added}. Retirados: {removed}. Con otro nombre: {renamed}. Modificados: {changed}.",
    "Added: {added}. Removed: {removed}. Renamed: {renamed}. Changed: {changed}.",
    "Novos: {added}. Removidos: {removed}. Renomeados: {renamed}. Modificados: {changed}.",
);
pub const DEGREES: Text = t(
    "Valores más exigentes: {tightened}; menos exigentes: {relaxed}. Cambios de fondo: {material}; solo de redacción: {editorial}.",
    "Stricter values: {tightened}; less strict: {relaxed}. Changes of substance: {material}; editorial only: {editorial}.",
    "Valores mais exigentes: {tightened}; menos exigentes: {relaxed}. Mudanças de fundo: {material}; só de redação: {editorial}.",
);
pub const TRANSLATIONS: Text = t("Traducciones", "Translations", "Traduções");
pub const TRANSLATION_ADDED: Text = t(
    "Traducción al {language}: {n} elementos más",
    "Translation into {language}: {n} more entries",
    "Tradução para o {language}: mais {n} elementos",
);
pub const TRANSLATION_REMOVED: Text = t(
    "Traducción al {language}: {n} elementos menos",
    "Translation into {language}: {n} fewer entries",
    "Tradução para o {language}: menos {n} elementos",
);
pub const TRANSLATION_REWORDED: Text = t(
    "Elementos de la traducción al {language} que dicen lo mismo con otras palabras: {n}",
    "Entries of the translation into {language} that say the same in other words: {n}",
    "Elementos da tradução para o {language} que dizem o mesmo com outras palavras: {n}",
);
pub const UNREAD: Text = t(
    "Elementos que no se compararon porque no se pudieron leer en una de las ediciones: {n}",
    "Entries not compared because they could not be read in one of the editions: {n}",
    "Elementos que não foram comparados porque não puderam ser lidos em uma das edições: {n}",
);
pub const DRAFT: Text = t("borrador", "draft", "rascunho");
pub const EDITION: Text = t("edición {edition} ({name})", "edition {edition} ({name})", "edição {edition} ({name})");
pub const EDITION_ALONE: Text = t("edición {edition}", "edition {edition}", "edição {edition}");
pub const BRIEF: Text = t("Lo que cambia para: {role}", "What changes for: {role}", "O que muda para: {role}");
pub const FROM: Text = t("Rige desde el {date}.", "In force from {date}.", "Vigora a partir de {date}.");
pub const BRIEF_NEW: Text =
    t("Nuevo: conózcalo y aplíquelo", "New: get to know it and apply it", "Novo: conheça e aplique");
pub const BRIEF_STRICTER: Text =
    t("Más exigente: cumpla el nuevo valor", "Stricter: keep to the new value", "Mais exigente: cumpra o novo valor");
pub const BRIEF_LOOSER: Text =
    t("Menos exigente: rige el nuevo valor", "Less strict: the new value holds", "Menos exigente: vale o novo valor");
pub const BRIEF_GONE: Text = t("Retirado: deje de aplicarlo", "Gone: stop applying it", "Removido: deixe de aplicar");
pub const BRIEF_OTHER: Text = t("Otros cambios: léalos", "Other changes: read them", "Outras mudanças: leia-as");
pub const BRIEF_EDITORIAL: Text = t(
    "Elementos con cambios solo de redacción, que no piden nada: {n}",
    "Entries with editorial changes only, which ask nothing: {n}",
    "Elementos com mudanças só de redação, que nada pedem: {n}",
);
pub const BRIEF_NOTHING: Text =
    t("Nada cambia para este puesto.", "Nothing changes for this role.", "Nada muda para este cargo.");
pub const SINCE: Text = t("desde el {date}", "from {date}", "a partir de {date}");
pub const SIGN: Text = t(
    "Sus obligaciones cambiaron: lea la edición y firme de nuevo la constancia.",
    "Your obligations have changed: read the edition and sign the acknowledgement again.",
    "Suas obrigações mudaram: leia a edição e assine o termo novamente.",
);
pub const NO_SIGN: Text = t(
    "Sus obligaciones son las mismas: la constancia que firmó sigue vigente.",
    "Your obligations are the same: the acknowledgement you signed still holds.",
    "Suas obrigações são as mesmas: o termo que assinou continua válido.",
);
pub const NO_ROLE: Text = t(
    "el puesto `{role}` no existe en la edición nueva ({side})",
    "there is no role `{role}` in the new edition ({side})",
    "o cargo `{role}` não existe na edição nova ({side})",
);
pub const NO_ROLE_HELP: Text = t(
    "use el id de uno de estos puestos: {roles}",
    "use the id of one of these roles: {roles}",
    "use o id de um destes cargos: {roles}",
);
pub const UNREADABLE: Text = t(
    "no se puede leer el manual de una de las dos ediciones: {side}",
    "the manual of one of the two editions cannot be read: {side}",
    "não é possível ler o manual de uma das duas edições: {side}",
);
pub const LOST: Text = t(
    "no se comparan las ediciones: falta lo que no se puede leer de {side}, y parecería cambiado",
    "the editions are not compared: what cannot be read of {side} is missing and would seem changed",
    "as edições não são comparadas: falta o que não se pode ler de {side}, e pareceria mudado",
);
pub const LOST_HELP: Text = t(
    "corrija antes esos archivos, o compare otra edición",
    "correct those files first, or compare another edition",
    "corrija antes esses arquivos, ou compare outra edição",
);
pub const UNREADABLE_HELP: Text = t(
    "en esa edición corrija lo que dice `cartilla check`, o compare otra",
    "correct what `cartilla check` finds in that edition, or compare another",
    "corrija nessa edição o que diz `cartilla check`, ou compare outra",
);
pub const NO_REPOSITORY: Text = t(
    "`{name}` no es una carpeta con un manual, y `{path}` no está en un repositorio git donde buscar la etiqueta",
    "`{name}` is not a folder with a manual, and `{path}` is not in a git repository where such a tag could be",
    "`{name}` não é uma pasta com um manual, e `{path}` não está em um repositório git onde procurar a tag",
);
pub const NO_REPOSITORY_HELP: Text = t(
    "escriba la carpeta de un manual, o añada detrás la carpeta del manual que está en el repositorio",
    "give the folder of a manual, or add behind it the folder of the manual that is in the repository",
    "escreva a pasta de um manual, ou acrescente depois a pasta do manual que está no repositório",
);
pub const OWNER: Text = t(
    "el repositorio de `{path}` es de otro usuario y git no permite leerlo",
    "the repository of `{path}` belongs to another user and git does not let it be read",
    "o repositório de `{path}` é de outro usuário e o git não permite lê-lo",
);
pub const OWNER_HELP: Text = t(
    "si confía en él, ejecute `git config --global --add safe.directory` con su ruta",
    "if you trust it, run `git config --global --add safe.directory` with its path",
    "se confia nele, execute `git config --global --add safe.directory` com o caminho dele",
);
pub const UNBORN: Text = t(
    "el repositorio todavía no tiene ningún commit",
    "the repository has no commit yet",
    "o repositório ainda não tem nenhum commit",
);
pub const NO_TAG: Text = t("no existe la etiqueta `{tag}`", "there is no tag `{tag}`", "não existe a tag `{tag}`");
pub const NO_TAG_HELP: Text = t(
    "vea las etiquetas con `git tag`; `draft` es la copia de trabajo",
    "see the tags with `git tag`; `draft` is the working copy",
    "veja as tags com `git tag`; `draft` é a cópia de trabalho",
);
pub const NOT_A_COMMIT: Text = t(
    "la etiqueta `{tag}` no lleva a un commit",
    "the tag `{tag}` leads to no commit",
    "a tag `{tag}` não leva a um commit",
);
pub const NO_MANUAL: Text = t(
    "la edición `{tag}` no tiene un `manual.yaml` donde está el manual",
    "the edition `{tag}` has no `manual.yaml` where the manual lies",
    "a edição `{tag}` não tem um `manual.yaml` onde está o manual",
);
pub const NO_MANUAL_HELP: Text = t(
    "el manual se busca en su carpeta de ahora y, si no está allí, por su `document.code`: escriba en manual.yaml el que tenía entonces",
    "the manual is looked for in its folder of today and, if it is not there, by its `document.code`: write in manual.yaml the one that it had then",
    "o manual é buscado em sua pasta de agora e, se não estiver ali, por seu `document.code`: escreva em manual.yaml o que tinha então",
);
pub const SHALLOW: Text = t(
    "la copia del repositorio es parcial y le falta la edición `{tag}`",
    "the clone is shallow and lacks the edition `{tag}`",
    "a cópia do repositório é parcial e lhe falta a edição `{tag}`",
);
pub const SHALLOW_HELP: Text = t(
    "ejecute `git fetch --unshallow --tags`",
    "run `git fetch --unshallow --tags`",
    "execute `git fetch --unshallow --tags`",
);
pub const CORRUPT: Text = t(
    "la edición `{tag}` está dañada en el repositorio (git dice «{detail}»)",
    "the edition `{tag}` is damaged in the repository (git says “{detail}”)",
    "a edição `{tag}` está danificada no repositório (o git diz “{detail}”)",
);
pub const CORRUPT_HELP: Text = t(
    "ejecute `git fsck`, y traiga los objetos que faltan con `git fetch`",
    "run `git fsck`, and fetch the objects that are missing with `git fetch`",
    "execute `git fsck`, e traga os objetos que faltam com `git fetch`",
);
pub const OTHER: Text = t(
    "el repositorio no se puede leer (git dice «{detail}»)",
    "the repository cannot be read (git says “{detail}”)",
    "o repositório não pode ser lido (o git diz “{detail}”)",
);

/// What a value is called, by the last of its keys.
const LABELS: &[(&str, Text)] = &[
    ("first_response", t("Meta de primera respuesta", "First response target", "Meta de primeira resposta")),
    ("target", t("Meta", "Target", "Meta")),
    ("targets", t("Metas", "Targets", "Metas")),
    ("within", t("Plazo", "Time limit", "Prazo")),
    ("by", t("Plazo", "Time limit", "Prazo")),
    ("answer_within", t("Plazo de respuesta", "Time to answer", "Prazo de resposta")),
    ("first_answer", t("Primera respuesta", "First answer", "Primeira resposta")),
    ("lead_time", t("Plazo de entrega", "Lead time", "Prazo de entrega")),
    ("response", t("Respuesta", "Response", "Resposta")),
    ("resolution", t("Solución", "Resolution", "Solução")),
    ("promise", t("Promesa", "Promise", "Promessa")),
    ("name", t("Nombre", "Name", "Nome")),
    ("term", t("Término", "Term", "Termo")),
    ("title", t("Título", "Title", "Título")),
    ("code", t("Código", "Code", "Código")),
    ("short_name", t("Nombre corto", "Short name", "Nome curto")),
    ("synonyms", t("Sinónimos", "Synonyms", "Sinônimos")),
    ("avoid", t("Lo que se evita", "What is avoided", "O que se evita")),
    ("family", t("Familia", "Family", "Família")),
    ("service", t("Servicio", "Service", "Serviço")),
    ("status", t("Estado", "Status", "Situação")),
    ("owner", t("Responsable", "Owner", "Responsável")),
    ("laws", t("Normas legales", "Laws", "Normas legais")),
    ("law", t("Norma legal", "Law", "Norma legal")),
    ("article", t("Artículo", "Article", "Artigo")),
    ("note", t("Nota", "Note", "Nota")),
    ("prose", t("Texto", "Prose", "Texto")),
    ("offering", t("Oferta", "Offering", "Oferta")),
    ("summary", t("Resumen", "Summary", "Resumo")),
    ("segments", t("Segmentos", "Segments", "Segmentos")),
    ("needs", t("Necesidades", "Needs", "Necessidades")),
    ("includes", t("Incluye", "Includes", "Inclui")),
    ("excludes", t("No incluye", "Excludes", "Não inclui")),
    ("requirements", t("Requisitos", "Requirements", "Requisitos")),
    ("evidence", t("Prueba", "Evidence", "Comprovante")),
    ("steps", t("Pasos", "Steps", "Passos")),
    ("does", t("Qué se hace", "What is done", "O que se faz")),
    ("role", t("Puesto", "Role", "Cargo")),
    ("roles", t("Puestos", "Roles", "Cargos")),
    ("channel", t("Canal", "Channel", "Canal")),
    ("channels", t("Canales", "Channels", "Canais")),
    ("sites", t("Sedes", "Sites", "Unidades")),
    ("parts", t("Partes", "Parts", "Partes")),
    ("price", t("Precio", "Price", "Preço")),
    ("amount", t("Importe", "Amount", "Valor")),
    ("fee", t("Comisión", "Fee", "Tarifa")),
    ("hours", t("Horario", "Hours", "Horário")),
    ("commitment", t("Compromiso", "Commitment", "Compromisso")),
    ("commitments", t("Compromisos", "Commitments", "Compromissos")),
    ("indicator", t("Indicador", "Indicator", "Indicador")),
    ("indicators", t("Indicadores", "Indicators", "Indicadores")),
    ("resources", t("Recursos", "Resources", "Recursos")),
    ("inventory", t("Existencias", "Inventory", "Estoques")),
    ("supplier", t("Proveedor", "Supplier", "Fornecedor")),
    ("suppliers", t("Proveedores", "Suppliers", "Fornecedores")),
    ("alliances", t("Alianzas", "Alliances", "Parcerias")),
    ("capacity", t("Capacidad", "Capacity", "Capacidade")),
    ("cost", t("Costo", "Cost", "Custo")),
    ("communication", t("Comunicación", "Communication", "Comunicação")),
    ("before", t("Antes", "Before", "Antes")),
    ("during", t("Durante", "During", "Durante")),
    ("after", t("Después", "After", "Depois")),
    ("trigger", t("Cuándo", "Trigger", "Quando")),
    ("technique", t("Técnica", "Technique", "Técnica")),
    ("medium", t("Medio", "Medium", "Meio")),
    ("audience", t("A quién", "Audience", "A quem")),
    ("content", t("Contenido", "Content", "Conteúdo")),
    ("form", t("Forma", "Form", "Forma")),
    ("say", t("Qué se dice", "What is said", "O que se diz")),
    ("avoid_saying", t("Qué no se dice", "What is not said", "O que não se diz")),
    ("cycle", t("Ciclo", "Cycle", "Ciclo")),
    ("moment", t("Momento", "Moment", "Momento")),
    ("moments", t("Momentos", "Moments", "Momentos")),
    ("checklist", t("Lista de verificación", "Checklist", "Lista de verificação")),
    ("plan", t("Plan de acción", "Action plan", "Plano de ação")),
    ("priority", t("Prioridad", "Priority", "Prioridade")),
    ("authority", t("Atribuciones", "Authority", "Atribuições")),
    ("decides", t("Qué decide", "What it decides", "O que decide")),
    ("decision", t("Qué decide", "Decision", "O que decide")),
    ("up_to", t("Hasta", "Up to", "Até")),
    ("per", t("Por", "Per", "Por")),
    ("escalation", t("Escalamiento", "Escalation", "Escalonamento")),
    ("escalates_to", t("Escala a", "Escalates to", "Escalona para")),
    ("when", t("Cuándo", "When", "Quando")),
    ("to", t("A quién", "To", "A quem")),
    ("redress", t("Reparación", "Redress", "Reparação")),
    ("gives", t("Qué recibe el cliente", "What the customer gets", "O que o cliente recebe")),
    ("how", t("Cómo", "How", "Como")),
    ("clock", t("Reloj", "Clock", "Relógio")),
    ("starts", t("Empieza", "Starts", "Começa")),
    ("stops", t("Termina", "Stops", "Termina")),
    ("pauses", t("Se detiene", "Pauses", "Pausa")),
    ("restarts", t("Se reanuda", "Restarts", "Recomeça")),
    ("silence", t("Silencio", "Silence", "Silêncio")),
    ("conditions", t("Condiciones", "Conditions", "Condições")),
    ("applies_to", t("Se aplica a", "Applies to", "Aplica-se a")),
    ("definition", t("Definición", "Definition", "Definição")),
    ("formula", t("Fórmula", "Formula", "Fórmula")),
    ("unit", t("Unidad", "Unit", "Unidade")),
    ("tolerance", t("Tolerancia", "Tolerance", "Tolerância")),
    ("direction", t("Sentido", "Direction", "Sentido")),
    ("window", t("Ventana", "Window", "Janela")),
    ("frequency", t("Frecuencia", "Frequency", "Frequência")),
    ("source", t("Fuente", "Source", "Fonte")),
    ("baseline", t("Punto de partida", "Baseline", "Linha de base")),
    ("objectives", t("Objetivos", "Objectives", "Objetivos")),
    ("dimension", t("Característica de calidad", "Quality characteristic", "Característica de qualidade")),
    ("statement", t("Norma", "Statement", "Norma")),
    ("observed_by", t("Cómo se observa", "How it is observed", "Como se observa")),
    ("contact", t("Contacto", "Contact", "Contato")),
    ("address", t("Dirección", "Address", "Endereço")),
    ("phone", t("Teléfono", "Phone", "Telefone")),
    ("kind", t("Clase", "Kind", "Tipo")),
    ("standards", t("Normas de trato", "Standards", "Normas de atendimento")),
    ("training", t("Capacitación", "Training", "Capacitação")),
    ("responsibilities", t("Responsabilidades", "Responsibilities", "Responsabilidades")),
    ("competencies", t("Competencias", "Competencies", "Competências")),
    ("profile", t("Perfil", "Profile", "Perfil")),
    ("headcount", t("Personas", "Headcount", "Pessoas")),
    ("reports_to", t("Depende de", "Reports to", "Reporta-se a")),
    ("risks", t("Riesgos", "Risks", "Riscos")),
    ("response_plan", t("Respuesta", "Response", "Resposta")),
    ("anticipation", t("Anticipación", "Anticipation", "Antecipação")),
    ("description", t("Descripción", "Description", "Descrição")),
    ("acknowledgement", t("Acuse de recibo", "Acknowledgement", "Aviso de recebimento")),
    ("severity", t("Gravedad", "Severity", "Gravidade")),
    ("investigation", t("Investigación", "Investigation", "Investigação")),
    ("prevention", t("Prevención", "Prevention", "Prevenção")),
    ("corrective_action", t("Acción correctiva", "Corrective action", "Ação corretiva")),
    ("improvement_request", t("Solicitud de mejora", "Improvement request", "Solicitação de melhoria")),
    ("closing", t("Cierre", "Closing", "Encerramento")),
    ("intake", t("Recepción", "Intake", "Recebimento")),
    ("effective", t("Vigente desde", "Effective from", "Vigente desde")),
    ("approved", t("Aprobado", "Approved", "Aprovado")),
    ("review_by", t("Revisar antes de", "Review by", "Revisar até")),
    ("expires", t("Vence", "Expires", "Vence")),
    ("since", t("Desde", "Since", "Desde")),
    ("reason", t("Motivo", "Reason", "Motivo")),
    ("share", t("Proporción", "Share", "Proporção")),
    ("time", t("Tiempo", "Time", "Tempo")),
    ("stock", t("Existencia", "Stock", "Estoque")),
    ("minimum", t("Mínimo", "Minimum", "Mínimo")),
    ("maximum", t("Máximo", "Maximum", "Máximo")),
    ("reorder_point", t("Punto de pedido", "Reorder point", "Ponto de pedido")),
    ("demand", t("Demanda", "Demand", "Demanda")),
    ("handling_time", t("Tiempo de atención", "Handling time", "Tempo de atendimento")),
    ("organization", t("Organización", "Organization", "Organização")),
    ("document", t("Documento", "Document", "Documento")),
    ("calendar", t("Calendario", "Calendar", "Calendário")),
    ("business_days", t("Días hábiles", "Business days", "Dias úteis")),
    ("business_hours", t("Horas hábiles", "Business hours", "Horas úteis")),
    ("holidays", t("Feriados", "Holidays", "Feriados")),
    ("distribution", t("Distribución", "Distribution", "Distribuição")),
    ("mission", t("Misión", "Mission", "Missão")),
    ("vision", t("Visión", "Vision", "Visão")),
    ("values", t("Valores", "Values", "Valores")),
    ("currency", t("Moneda", "Currency", "Moeda")),
    ("families", t("Familias", "Families", "Famílias")),
    ("else", t("En los demás casos", "Otherwise", "Nos demais casos")),
    ("servers", t("Puestos abiertos", "Posts open", "Postos abertos")),
    ("count", t("Número", "Number", "Número")),
    ("rights", t("Derechos", "Rights", "Direitos")),
    ("brackets", t("Tramos", "Brackets", "Faixas")),
    ("types", t("Tipos", "Types", "Tipos")),
    ("severities", t("Gravedades", "Severities", "Gravidades")),
    ("agreed", t("Nivel acordado", "Agreed level", "Nível acordado")),
    ("suspended", t("Suspendido", "Suspended", "Suspenso")),
    ("wait_message", t("Mensaje de espera", "Waiting message", "Mensagem de espera")),
    ("rate", t("Tasa", "Rate", "Taxa")),
    ("above", t("Desde", "Above", "Acima de")),
    ("closed", t("Cerrado", "Closed", "Fechado")),
    ("availability", t("Disponibilidad", "Availability", "Disponibilidade")),
    ("coverage", t("Cobertura", "Coverage", "Cobertura")),
    ("results", t("Resultados", "Results", "Resultados")),
    ("better_than", t("Mejor que", "Better than", "Melhor que")),
    ("requires", t("Requiere", "Requires", "Requer")),
    ("questions", t("Preguntas", "Questions", "Perguntas")),
    ("items", t("Elementos", "Items", "Itens")),
    ("contract", t("Contrato", "Contract", "Contrato")),
    ("from", t("Desde", "From", "Desde")),
    ("until", t("Hasta", "Until", "Até")),
    ("until_resolved", t("Hasta la solución", "Until resolved", "Até a solução")),
    ("daily_use", t("Consumo diario", "Daily use", "Consumo diário")),
    ("safety_stock", t("Existencia de seguridad", "Safety stock", "Estoque de segurança")),
    ("backlog_limit", t("Límite de pendientes", "Backlog limit", "Limite de pendências")),
];

/// Words of the language that no table of details has, with the key under which they stand; any key where it is empty.
const WORDS: &[(&str, &str, Text)] = &[
    ("direction", "higher", t("cuanto más, mejor", "higher is better", "quanto maior, melhor")),
    ("direction", "lower", t("cuanto menos, mejor", "lower is better", "quanto menor, melhor")),
    ("direction", "range", t("dentro de un rango", "within a range", "dentro de uma faixa")),
    ("status", "active", t("activo", "active", "ativo")),
    ("status", "suspended", t("suspendido", "suspended", "suspenso")),
    ("status", "retired", t("retirado", "retired", "desativado")),
    ("how", "automatic", t("automática", "automatic", "automática")),
    ("how", "on_request", t("a petición", "on request", "a pedido")),
    ("", "free", t("gratis", "free", "gratuito")),
];

/// A word of the language in the reader's, where it has one here.
pub fn plain_word(key: &str, word: &str) -> Option<Text> {
    let found = WORDS.iter().find(|(under, own, _)| *own == word && (under.is_empty() || *under == key));
    found.map(|(.., text)| *text)
}

/// What stands at a path is called: «Oferta › Pasos 2 › Plazo». `name` is the key by which a kind names its entries.
pub fn label(name: Option<&str>, (path, names): (&[&str], &[Option<&str>]), lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (at, key) in path.iter().enumerate() {
        match (names.get(at).copied().flatten(), key.parse::<usize>(), parts.last_mut()) {
            (Some(named), ..) => parts.push(named.to_owned()),
            (None, Ok(place), Some(last)) => *last = format!("{last} {}", place.saturating_add(1)),
            _ => parts.push(one(key, lang)),
        }
    }
    match (name, path) {
        // Whatever its key, the name is the name, but for a promise.
        (Some(name), [key]) if *key == name && name != "promise" => one("name", lang),
        _ => parts.join(" › "),
    }
}

fn one(key: &str, lang: Lang) -> String {
    if let Some((_, text)) = LABELS.iter().find(|(own, _)| *own == key) {
        return text.in_lang(lang).to_owned();
    }
    match details::TABLES.into_iter().flatten().find(|field| field.key == key) {
        Some(field) => field.label.in_lang(lang).to_owned(),
        None => format!("`{key}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_the_way_to_a_value() {
        let of = |path: &[&str]| label(Some("name"), (path, &[]), Lang::Es);
        assert_eq!(of(&["offering", "steps", "1", "within"]), "Oferta › Pasos 2 › Plazo");
        assert_eq!(of(&["first_response"]), "Meta de primera respuesta");
        assert_eq!(of(&["offering", "steps", "pagar", "within"]), "Oferta › Pasos › `pagar` › Plazo");
        assert_eq!(label(Some("title"), (&["title"], &[]), Lang::En), "Name");
    }

    #[test]
    fn no_key_has_two_labels() {
        let keys: std::collections::BTreeSet<&str> = LABELS.iter().map(|(key, _)| *key).collect();
        assert_eq!(keys.len(), LABELS.len());
    }
}
