//! Words of `cartilla serve`: what the terminal says of each save, and what stands around the pages of the preview.

use super::Text;

/// Slots: `{address}`.
pub const STARTED: Text = Text {
    es: "Vista previa en {address} (termínela con Ctrl-C)",
    en: "Preview at {address} (stop it with Ctrl-C)",
    pt: "Pré-visualização em {address} (encerre com Ctrl-C)",
};
/// One line for each save. Slots: `{clock}`, `{counts}`, `{seconds}`.
pub const BUILT: Text = Text {
    es: "{clock} {counts} · {seconds} s",
    en: "{clock} {counts} · {seconds} s",
    pt: "{clock} {counts} · {seconds} s",
};
/// Said behind it where the save cannot be shown.
pub const STAYS: Text = Text {
    es: "sigue a la vista la versión anterior",
    en: "the previous version stays in view",
    pt: "a versão anterior continua à vista",
};
pub const NOTHING_SHOWN: Text = Text {
    es: "todavía no hay páginas que mostrar",
    en: "there are no pages to show yet",
    pt: "ainda não há páginas para mostrar",
};
pub const DEAF: Text = Text {
    es: "El sistema no avisa de los cambios de esta carpeta: Cartilla la mira cada medio segundo.",
    en: "The system does not report changes in this folder: Cartilla looks for them every half second.",
    pt: "O sistema não avisa das alterações desta pasta: o Cartilla olha para ela a cada meio segundo.",
};
pub const HEARS_AGAIN: Text = Text {
    es: "El sistema vuelve a avisar de los cambios de la carpeta.",
    en: "The system reports changes in the folder again.",
    pt: "O sistema voltou a avisar das alterações da pasta.",
};
pub const ENDED_HERE: Text =
    Text { es: "Vista previa terminada.", en: "The preview has ended.", pt: "Pré-visualização encerrada." };
/// Slots: `{address}`.
pub const NOT_OPENED: Text = Text {
    es: "No se pudo abrir el navegador; abra usted {address}",
    en: "The browser could not be opened; open {address} yourself",
    pt: "Não foi possível abrir o navegador; abra você mesmo {address}",
};

/// Why nothing is shown, in a line of its own.
pub const BAD_REQUEST: Text = Text {
    es: "La petición no se entiende.",
    en: "The request cannot be understood.",
    pt: "A requisição não pode ser entendida.",
};
pub const FORBIDDEN: Text = Text {
    es: "La vista previa solo responde en este equipo, a la dirección que muestra la terminal.",
    en: "The preview only answers on this machine, at the address that the terminal shows.",
    pt: "A pré-visualização só responde neste computador, no endereço que o terminal mostra.",
};
pub const READ_ONLY: Text = Text {
    es: "La vista previa solo se puede leer (GET y HEAD).",
    en: "The preview can only be read (GET and HEAD).",
    pt: "A pré-visualização só pode ser lida (GET e HEAD).",
};

/// Slots: `{port}`.
pub const PORT_TAKEN: Text = Text {
    es: "el puerto {port} está ocupado por otro programa",
    en: "port {port} is in use by another program",
    pt: "a porta {port} está em uso por outro programa",
};
pub const PORTS_TAKEN: Text = Text {
    es: "los puertos habituales, de {first} a {last}, están ocupados",
    en: "the usual ports, from {first} to {last}, are in use",
    pt: "as portas habituais, de {first} a {last}, estão em uso",
};
pub const PORT_HELP: Text = Text {
    es: "elija otro con --port, o --port 0 para uno que esté libre",
    en: "choose another with --port, or --port 0 for one that is free",
    pt: "escolha outra com --port, ou --port 0 para uma que esteja livre",
};
/// Slots: `{port}`, `{reason}`.
pub const PORT_FAILED: Text = Text {
    es: "no se puede atender en el puerto {port}: {reason}",
    en: "cannot listen on port {port}: {reason}",
    pt: "não é possível atender na porta {port}: {reason}",
};
/// Slots: `{editor}`.
pub const NO_EDITOR: Text = Text {
    es: "`{editor}` no es un editor que se abra por una dirección",
    en: "`{editor}` is not an editor that an address can open",
    pt: "`{editor}` não é um editor que se abra por um endereço",
};
/// Slots: `{editors}`.
pub const NO_EDITOR_HELP: Text = Text {
    es: "escriba uno de estos: {editors}; o la dirección del suyo con {path}, {line} y {column}",
    en: "write one of these: {editors}; or the address of your own with {path}, {line} and {column}",
    pt: "escreva um destes: {editors}; ou o endereço do seu com {path}, {line} e {column}",
};
/// Slots: `{reason}`.
pub const SYSTEM: Text = Text {
    es: "el sistema no deja trabajar a la vista previa: {reason}",
    en: "the system does not allow the preview to work: {reason}",
    pt: "o sistema não deixa a pré-visualização trabalhar: {reason}",
};

pub const PREVIEW: Text = Text { es: "Vista previa", en: "Preview", pt: "Pré-visualização" };
/// Of a page, in the bar beneath it. Slots: `{counts}`.
pub const HERE: Text =
    Text { es: "En esta página: {counts}", en: "On this page: {counts}", pt: "Nesta página: {counts}" };
/// Slots: `{counts}`.
pub const UNREAD_HERE: Text = Text {
    es: "Lo guardado no se pudo leer: {counts}",
    en: "What was saved could not be read: {counts}",
    pt: "O que foi salvo não pôde ser lido: {counts}",
};
pub const TROUBLE_HERE: Text = Text {
    es: "Lo guardado no se pudo mostrar",
    en: "What was saved could not be shown",
    pt: "O que foi salvo não pôde ser mostrado",
};
/// Slots: `{clock}`.
pub const KEPT: Text = Text {
    es: "Esta página es la de las {clock}, la última que se pudo componer. Corrija lo que sigue y guarde.",
    en: "This page is from {clock}, the last one that could be composed. Correct what follows and save.",
    pt: "Esta página é a das {clock}, a última que pôde ser composta. Corrija o que segue e salve.",
};
/// The link to the list of all. Slots: `{n}`.
pub const ALL: Text =
    Text { es: "Todos los hallazgos: {n}", en: "All findings: {n}", pt: "Todas as constatações: {n}" };
pub const LIST: Text =
    Text { es: "Hallazgos de esta página", en: "Findings on this page", pt: "Constatações desta página" };
pub const OPENS: Text = Text { es: "abrir en el editor", en: "open in the editor", pt: "abrir no editor" };
pub const SEE: Text = Text { es: "Ver en la página", en: "See on the page", pt: "Ver na página" };
pub const MORE: Text = Text {
    es: "… y {n} más; corrija primero estos.",
    en: "… and {n} more; correct these first.",
    pt: "… e mais {n}; corrija primeiro estes.",
};

/// Told to who cannot see that the page has changed. Slots: `{clock}`, `{counts}`.
pub const UPDATED: Text = Text {
    es: "Página actualizada a las {clock}. {counts}",
    en: "Page updated at {clock}. {counts}",
    pt: "Página atualizada às {clock}. {counts}",
};
pub const GONE: Text = Text {
    es: "La página que usted leía ya no está en el manual; esta es la portada.",
    en: "The page that you were reading is no longer in the manual; this is the front page.",
    pt: "A página que você lia não está mais no manual; esta é a capa.",
};
pub const ENDED: Text = Text {
    es: "La vista previa no responde: la página ya no se actualiza. Se unirá de nuevo cuando usted la inicie otra vez.",
    en: "The preview does not answer: the page is no longer updated. It reconnects when you start it again.",
    pt: "A pré-visualização não responde: a página já não se atualiza. Ela se reconecta quando você a iniciar de novo.",
};

pub const FINDINGS: Text =
    Text { es: "Hallazgos del manual", en: "Findings of the manual", pt: "Constatações do manual" };
/// Slots: `{clock}`, `{counts}`.
pub const FINDINGS_LEAD: Text = Text {
    es: "A las {clock}: {counts}. La lista cambia con cada cosa que se guarda.",
    en: "At {clock}: {counts}. The list changes with each save.",
    pt: "Às {clock}: {counts}. A lista muda a cada vez que se salva.",
};
pub const NOTHING: Text = Text {
    es: "El manual todavía no se puede mostrar",
    en: "The manual cannot be shown yet",
    pt: "O manual ainda não pode ser mostrado",
};
pub const NOTHING_LEAD: Text = Text {
    es: "Falta leer lo necesario para componer sus páginas. Corrija lo que sigue y guarde: esta página se actualiza sola.",
    en: "What its pages are made from could not be read. Correct what follows and save: this page updates itself.",
    pt: "Não foi possível ler o necessário para compor suas páginas. Corrija o que segue e salve: esta página se atualiza sozinha.",
};
pub const NOT_FOUND: Text =
    Text { es: "Esta página no existe", en: "This page does not exist", pt: "Esta página não existe" };
pub const NOT_FOUND_LEAD: Text = Text {
    es: "El manual, como está guardado ahora, no tiene esta dirección.",
    en: "The manual as it is saved now has no such address.",
    pt: "O manual, como está salvo agora, não tem este endereço.",
};
pub const TO_FRONT: Text = Text { es: "Ir a la portada", en: "Go to the front page", pt: "Ir para a capa" };
pub const NO_PDF: Text =
    Text { es: "El PDF no se pudo hacer", en: "The PDF could not be made", pt: "O PDF não pôde ser feito" };
/// Why it is so, and that it is no fault of the author's.
pub const PANIC: Text = Text {
    es: "Cartilla falló al componer lo guardado; es un defecto del programa. Siga escribiendo: lo intentará de nuevo al guardar.",
    en: "Cartilla failed while composing what was saved; that is a fault in the program. Keep writing: it tries again at the next save.",
    pt: "O Cartilla falhou ao compor o que foi salvo; é um defeito do programa. Continue escrevendo: ele tenta de novo ao salvar.",
};
