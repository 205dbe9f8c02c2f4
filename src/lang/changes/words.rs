//! The words of the language in those of readers, where neither the words of the manual nor a table of details has them.

use super::{Text, t};

/// Each with the key under which it stands; any key where it is empty.
const WORDS: &[(&str, &str, Text)] = &[
    ("direction", "higher", t("cuanto más, mejor", "higher is better", "quanto maior, melhor")),
    ("direction", "lower", t("cuanto menos, mejor", "lower is better", "quanto menor, melhor")),
    ("direction", "range", t("dentro de un rango", "within a range", "dentro de uma faixa")),
    ("status", "active", t("activo", "active", "ativo")),
    ("status", "suspended", t("suspendido", "suspended", "suspenso")),
    ("status", "retired", t("retirado", "retired", "desativado")),
    ("status", "final", t("definitivo", "final", "definitivo")),
    ("how", "automatic", t("automática", "automatic", "automática")),
    ("how", "on_request", t("a petición", "on request", "a pedido")),
    ("metric", "speed", t("rapidez", "speed", "rapidez")),
    ("metric", "abandonment", t("abandono", "abandonment", "abandono")),
    (
        "metric",
        "first_contact",
        t("solución al primer contacto", "first contact resolution", "solução no primeiro contato"),
    ),
    ("metric", "satisfaction", t("satisfacción", "satisfaction", "satisfação")),
    ("metric", "quality", t("calidad", "quality", "qualidade")),
    ("metric", "complaints", t("reclamos", "complaints", "reclamações")),
    (
        "kind",
        "price",
        t("el precio aleja a los clientes", "the price drives customers away", "o preço afasta os clientes"),
    ),
    ("kind", "demand", t("demanda superior a la capacidad", "demand above capacity", "demanda acima da capacidade")),
    ("kind", "data_loss", t("pérdida de datos de clientes", "loss of customer data", "perda de dados de clientes")),
    (
        "kind",
        "unpreparedness",
        t(
            "falta de preparación ante reclamos y fallas",
            "unprepared for complaints and outages",
            "falta de preparo para reclamações e falhas",
        ),
    ),
    ("kind", "third_party", t("falla de un tercero", "fault of a third party", "falha de terceiro")),
    (
        "kind",
        "reputation",
        t("imagen negativa en internet", "negative image on the internet", "imagem negativa na internet"),
    ),
    ("kind", "harm", t("daño físico o emocional", "physical or emotional harm", "dano físico ou emocional")),
    ("kind", "other", t("otro", "other", "outro")),
    ("place", "guide", t("en la guía de uso", "in the guide", "no guia de uso")),
    ("place", "front", t("al principio", "at the front", "no início")),
    ("place", "back", t("al final", "at the back", "no final")),
    ("raw_html", "text", t("como texto", "as text", "como texto")),
    ("raw_html", "sanitized", t("permitido y depurado", "allowed and sanitised", "permitido e depurado")),
    ("coverage", "internal", t("interna", "internal", "interna")),
    ("coverage", "published", t("publicada", "published", "publicada")),
    ("", "never", t("nunca", "never", "nunca")),
    ("", "free", t("gratis", "free", "gratuito")),
    ("", "error", t("error", "error", "erro")),
    ("", "warning", t("advertencia", "warning", "advertência")),
    ("", "note", t("nota", "note", "nota")),
    ("", "off", t("desactivado", "off", "desativado")),
];

/// A word of the language in the reader's, where it has one here.
pub fn plain_word(key: &str, word: &str) -> Option<Text> {
    let found = WORDS.iter().find(|(under, own, _)| *own == word && (under.is_empty() || *under == key));
    found.map(|(.., text)| *text)
}
