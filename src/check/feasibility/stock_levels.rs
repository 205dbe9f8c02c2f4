//! C345: the levels of a stock stand in their order: safety stock ≤ minimum ≤ reorder point ≤ stock (A5).

use super::{count, exact, head, items};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C345",
        name: "stock-levels-out-of-order",
        severity: Severity::Warning,
        message: Text {
            es: "en «{item}», {lower} ({low}) está por debajo {upper} ({high})",
            en: "in “{item}”, {lower} ({low}) is below {upper} ({high})",
            pt: "em “{item}”, {lower} ({low}) está abaixo {upper} ({high})",
        },
        why: Text {
            es: "La reserva es lo último que se toca; el mínimo avisa antes de llegar a ella, y el pedido se hace antes del mínimo. En otro orden, el aviso llega cuando ya falta.",
            en: "The safety stock is the last to be touched; the minimum warns before it, and the order goes out before the minimum. In another order the warning comes when things are already missing.",
            pt: "A reserva é a última coisa em que se toca; o mínimo avisa antes de chegar a ela, e o pedido se faz antes do mínimo. Em outra ordem, o aviso chega quando já falta.",
        },
        fix: Text {
            es: "ponga los niveles en su orden: `safety_stock` ≤ `minimum` ≤ `reorder_point` ≤ `stock`",
            en: "put the levels in their order: `safety_stock` ≤ `minimum` ≤ `reorder_point` ≤ `stock`",
            pt: "ponha os níveis em sua ordem: `safety_stock` ≤ `minimum` ≤ `reorder_point` ≤ `stock`",
        },
        bad: r#"=== inventory.yaml
libretas: { name: Libretas, stock: 420, minimum: 60, safety_stock: 80, reorder_point: 170 }
#                                                ^^
folletos: { name: Folletos, stock: 90, minimum: 40, safety_stock: 40, reorder_point: 120 }
#                                  ^^
"#,
        good: r#"=== inventory.yaml
libretas: { name: Libretas, stock: 420, minimum: 80, safety_stock: 80, reorder_point: 170 }
folletos: { name: Folletos, stock: 190, minimum: 40, safety_stock: 40, reorder_point: 120 }
"#,
    },
    check,
};

/// What a level is below, with the preposition that some languages melt into the article.
const BELOW_MINIMUM: Text = Text { es: "del mínimo", en: "the minimum", pt: "do mínimo" };
const BELOW_SAFETY: Text =
    Text { es: "de la reserva de seguridad", en: "the safety stock", pt: "da reserva de segurança" };
const BELOW_POINT: Text = Text { es: "del punto de pedido", en: "the reorder point", pt: "do ponto de pedido" };

const STOCK: Text = Text { es: "la existencia", en: "the stock", pt: "o estoque" };
const MINIMUM: Text = Text { es: "el mínimo", en: "the minimum", pt: "o mínimo" };
const POINT: Text = Text { es: "el punto de pedido", en: "the reorder point", pt: "o ponto de pedido" };

const RAISE_MINIMUM: Text = Text {
    es: "suba el mínimo hasta la reserva de seguridad, `minimum: {high}`, o baje la reserva",
    en: "raise the minimum to the safety stock, `minimum: {high}`, or lower the safety stock",
    pt: "eleve o mínimo até a reserva de segurança, `minimum: {high}`, ou baixe a reserva",
};
const RAISE_POINT: Text = Text {
    es: "suba el punto de pedido por encima del mínimo, o baje el mínimo: `minimum: {low}`",
    en: "raise the reorder point above the minimum, or lower the minimum: `minimum: {low}`",
    pt: "eleve o ponto de pedido acima do mínimo, ou baixe o mínimo: `minimum: {low}`",
};
const ORDER: Text = Text {
    es: "haga ya el pedido y escriba la existencia cuando llegue, o corrija la cifra que no es cierta",
    en: "order now and write the stock when it has come, or correct the figure that is not true",
    pt: "faça já o pedido e escreva o estoque quando chegar, ou corrija o número que não é certo",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for item in items(manual) {
        let own = item.own;
        let (stock, minimum) = (count(&own.stock), count(&own.minimum));
        let (safety, point) = (count(&own.safety_stock), count(&own.reorder_point));
        // Of the levels above it, the stock is told about the highest that it misses.
        let target = if point.is_some() { (point, BELOW_POINT) } else { (minimum, BELOW_MINIMUM) };
        for (lower, what, upper, than, remedy) in [
            (minimum, MINIMUM, safety, BELOW_SAFETY, RAISE_MINIMUM),
            (point, POINT, minimum, BELOW_MINIMUM, RAISE_POINT),
            (stock, STOCK, target.0, target.1, ORDER),
        ] {
            let (Some((low, span)), Some((high, _))) = (lower, upper) else { continue };
            if low >= high || low.is_sign_negative() {
                continue;
            }
            report.at(head(manual, span), &item.subject, |finding| {
                finding
                    .arg("item", Arg::from(item.name.as_str()))
                    .arg("lower", Arg::Words(what))
                    .arg("low", exact(low))
                    .arg("upper", Arg::Words(than))
                    .arg("high", exact(high))
                    .help(remedy)
            });
        }
    }
}
