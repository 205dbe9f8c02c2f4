//! What sentences say of targets, hours and prices, held against the model, in three languages.

use super::{BASE, compiled, parse};
use crate::lang::Lang;

const BOOKS: &str = "=== channels.yaml
central: { name: Central telefónica, kind: telephone, hours: { mon..fri: 08:00-20:00, sat: 09:00-13:00 }, first_response: { target: { share: 80 %, within: 30 seconds } } }
=== sites.yaml
ribera: { name: Agencia Ribera, hours: { mon..fri: 08:30-13:00 15:00-18:00 } }
=== indicators.yaml
web-en-pie: { name: Disponibilidad de la web, target: { share: 99.5 % } }
a-tiempo: { name: Llamadas a tiempo, target: { share: 80 %, within: 30 seconds } }
por-sede: { name: Esperas por sede, target: { by: [site], cases: [[ribera, { share: 90 % }]], else: { share: 95 % } } }
=== services/remesa.md
---
code: R-01
name: Microcrédito
owner: jefatura
offering: { price: [{ name: Evaluación y visita, amount: free }, { name: Copia del contrato, amount: 5 PEN }] }
---
=== services/afiliacion.md
---
code: R-02
name: Afiliación
owner: jefatura
offering: { price: free }
---
";

/// The findings of one code that a chapter of one sentence gets, each with its help.
fn helps(code: &str, lang: &str, sentence: &str) -> Vec<String> {
    let manifest =
        BASE.split("=== roles").next().unwrap_or_default().replace("default: es", &format!("default: {lang}"));
    let files = format!("{manifest}{BOOKS}=== chapters/uno.md\n---\ntitle: Uno\n---\n{sentence}\n");
    let found = compiled(&parse(&files).0).findings;
    found.iter().filter(|f| f.code() == code).map(|f| f.help_text(Lang::Es)).collect()
}

fn holds(code: &str, bad: &[(&str, &str)], good: &[(&str, &str)]) {
    let told = |(lang, sentence): &(&str, &str)| helps(code, lang, sentence).len();
    let unseen: Vec<_> = bad.iter().filter(|case| told(case) != 1).collect();
    let false_alarms: Vec<_> = good.iter().filter(|case| told(case) != 0).collect();
    assert!(unseen.is_empty() && false_alarms.is_empty(), "unseen: {unseen:#?}\nfalse alarms: {false_alarms:#?}");
}

#[test]
fn the_target_of_an_indicator_is_the_one_that_it_has() {
    let bad = [
        ("es", "La meta de [[web-en-pie]] es 99.9 %."),
        ("es", "La meta de [[a-tiempo]] es 95 %."),
        ("es", "La meta de [[a-tiempo|las llamadas]] es del 95 %, sin excepciones."),
        ("es", "[[a-tiempo]] tiene como meta el 95 %."),
        ("es", "Medimos [[a-tiempo]] (meta: 95 %)."),
        ("es", "El objetivo de [[a-tiempo]] es llegar al menos al 95 % en 30 segundos."),
        ("es", "La meta de [[a-tiempo]] es 80 % en 45 segundos."),
        ("es", "El 95 % es la meta de [[a-tiempo]]."),
        ("es", "La meta de disponibilidad de la web es 99 %."),
        ("en", "The target of [[web-en-pie]] is 99.9 %."),
        ("en", "[[a-tiempo]] has a goal of 95 %."),
        ("en", "We hold [[a-tiempo]] to a 95 % target."),
        ("pt", "A meta de [[a-tiempo]] é de 95 %."),
        ("pt", "O objetivo de [[a-tiempo]] é chegar a 95 %."),
    ];
    let good = [
        ("es", "La meta de [[web-en-pie]] es 99.5 %."),
        ("es", "La meta de [[a-tiempo]] es 80 % en 30 segundos."),
        ("es", "[[a-tiempo]] llegó al 91 %, por encima de la meta."),
        ("es", "En marzo, [[a-tiempo]] cerró en 71 %, lejos de la meta."),
        ("es", "Cumplimos el 95 % de la meta de [[a-tiempo]]."),
        ("es", "La meta de [[a-tiempo]] vale el 20 % del bono."),
        ("es", "La meta anterior de [[a-tiempo]] era 70 %."),
        ("es", "La meta de [[a-tiempo]] para 2028 es 90 %."),
        ("es", "La meta de [[a-tiempo]] es mejorar 5 % cada año."),
        ("es", "La meta de [[por-sede]] es 85 %."),
        ("es", "La meta de [[a-tiempo]] y la de [[web-en-pie]] es 95 %."),
        ("es", "Otras entidades fijan la meta de [[a-tiempo]] en 95 %."),
        ("es", "La meta de [[a-tiempo]] se revisa y la encuesta la responde el 45 %."),
        ("en", "[[a-tiempo]] reached 91 %, above its target."),
        ("en", "The target of [[a-tiempo]] will be 90 %."),
        ("pt", "A meta de [[a-tiempo]] é de 80 %."),
        ("pt", "A meta de [[a-tiempo]] foi de 70 %."),
    ];
    holds("C310", &bad, &good);
    for (sentence, link) in [
        ("La meta de [[web-en-pie]] es 99.9 %.", "[[web-en-pie.target.share]]"),
        ("La meta de [[a-tiempo]] es 95 %.", "[[a-tiempo.target.share]]"),
        ("Atendemos al 90 % en 30 segundos en la central telefónica.", "[[central.first_response.share]]"),
        ("La copia del contrato del microcrédito cuesta 9 soles.", "[[remesa.offering.price.1.amount]]"),
    ] {
        let help = helps("C310", "es", sentence).concat();
        assert!(help.contains(link), "{sentence}: {help}");
    }
}

#[test]
fn the_hours_of_a_channel_are_the_ones_that_it_has() {
    let bad = [
        ("es", "La central telefónica abre de 8:00 a 22:00."),
        ("es", "La [[central]] atiende de 8 a 22 h."),
        ("es", "Por teléfono le atendemos de 7 a. m. a 8 p. m."),
        ("es", "La central telefónica abre de 9:00 a 18:00."),
        ("es", "La central telefónica abre los sábados de 9:00 a 18:00."),
        ("es", "El horario de la central telefónica es de lunes a sábado, de 8:00 a 20:00."),
        ("es", "La agencia Ribera abre de 8:00 a 20:00."),
        ("en", "The [[central]] is open from 8 am to 10 pm."),
        ("en", "By telephone we are available from 7:00 to 20:00."),
        ("pt", "A [[central]] funciona das 8h às 22h."),
        ("pt", "A [[central]] atende de segunda a sábado das 8h às 20h."),
    ];
    let good = [
        ("es", "La central telefónica abre de 8:00 a 20:00."),
        ("es", "La central telefónica abre de lunes a viernes de 8:00 a 20:00 y los sábados de 9:00 a 13:00."),
        ("es", "La central telefónica atiende los reclamos de 9:00 a 12:00."),
        ("es", "La central telefónica abre de 10:00 a 11:00 para los reclamos."),
        ("es", "La central telefónica atiende de 8 a 22 personas."),
        ("es", "La central telefónica no atiende de 20:00 a 22:00."),
        ("es", "Fuera del horario de la central telefónica, el chat atiende de 20:00 a 23:00."),
        ("es", "La agencia Ribera cierra de 13:00 a 15:00."),
        ("es", "La agencia Ribera abre de 8:30 a 13:00 y de 15:00 a 18:00."),
        ("es", "El mercado abre de 5:00 a 22:00."),
        ("es", "Los datos de la central telefónica se copian de 22:00 a 23:00."),
        ("es", "Hace años, la central telefónica abría de 8:00 a 22:00."),
        ("es", "Otras entidades atienden por teléfono de 8:00 a 22:00."),
        ("en", "The [[central]] is open from 8 am to 8 pm."),
        ("en", "The [[central]] was open from 8 am to 10 pm."),
        ("pt", "A [[central]] funciona das 8h às 20h."),
        ("pt", "A [[central]] fecha das 13h às 22h."),
    ];
    holds("C371", &bad, &good);
}

#[test]
fn what_is_free_is_not_said_to_cost() {
    let bad = [
        ("es", "La evaluación del microcrédito cuesta 25 soles."),
        ("es", "Cobramos 25 soles por la evaluación del microcrédito."),
        ("es", "El precio de la visita del microcrédito es de 25 soles."),
        ("es", "La copia del contrato del microcrédito cuesta 9 soles."),
        ("es", "La afiliación cuesta 25 soles."),
        ("es", "El precio de la [[afiliacion]] es de 25 soles."),
        ("en", "The price of the [[afiliacion]] is 25 soles."),
        ("en", "The [[afiliacion]] costs 25 soles."),
        ("pt", "A [[afiliacion]] custa 25 soles."),
    ];
    let good = [
        ("es", "La evaluación del microcrédito es gratuita."),
        ("es", "La copia del contrato del microcrédito cuesta 5 soles."),
        ("es", "La afiliación no cuesta 25 soles: es gratuita."),
        ("es", "El microcrédito financia una máquina que cuesta 900 soles."),
        ("es", "Con la afiliación, el carné cuesta 10 soles."),
        ("es", "El duplicado del contrato del microcrédito cuesta 10 soles."),
        ("es", "Otras entidades cobran 25 soles por la afiliación."),
        ("es", "Antes la afiliación costaba 25 soles."),
        ("es", "En el pasado, la afiliación cuesta 25 soles."),
        ("es", "Para la afiliación, el notario cobra 25 soles."),
        ("en", "Other companies charge 25 soles for the [[afiliacion]]."),
        ("en", "The bag for the [[afiliacion]] costs 25 soles."),
        ("pt", "Outras empresas cobram 25 soles pela [[afiliacion]]."),
    ];
    holds("C310", &bad, &good);
}

#[test]
fn what_others_do_and_what_is_over_is_not_ours() {
    let bad = [
        ("es", "Contestamos el teléfono en cinco minutos."),
        ("es", "A diferencia de otras entidades, contestamos el teléfono en cinco minutos."),
        ("es", "El teléfono se contesta en cinco minutos."),
        ("en", "We answer the telephone within five minutes."),
        ("pt", "Atendemos o telefone em cinco minutos."),
    ];
    let good = [
        ("es", "Otras entidades contestan el teléfono en cinco minutos."),
        ("es", "Otros bancos contestan el teléfono en cinco minutos."),
        ("es", "La competencia contesta el teléfono en cinco minutos."),
        ("es", "Hace años el teléfono se contestaba en cinco minutos."),
        ("es", "Antes el teléfono se contestaba en cinco minutos."),
        ("es", "Antiguamente el teléfono se contesta en cinco minutos."),
        ("en", "Other companies answer the telephone within five minutes."),
        ("en", "In the past the telephone is answered within five minutes."),
        ("en", "Our competitors answer the telephone within five minutes."),
        ("pt", "Outras empresas atendem o telefone em cinco minutos."),
        ("pt", "A concorrência atende o telefone em cinco minutos."),
    ];
    holds("C310", &bad, &good);
}

#[test]
fn haste_without_a_figure_is_vague() {
    let bad = [
        ("es", "Le atenderemos con la mayor celeridad."),
        ("es", "Le responderemos con la celeridad del caso."),
        ("es", "Le contestaremos a la brevedad del caso."),
        ("es", "Le atenderemos en el menor tiempo posible."),
        ("es", "Le respondemos lo más rápido posible."),
        ("es", "Le responderemos a la mayor prontitud."),
        ("es", "Le responderemos en el más breve plazo."),
        ("en", "We will answer you with all possible speed."),
        ("en", "We will reply as quickly as we can."),
        ("en", "We will answer at the earliest possible moment."),
        ("pt", "Responderemos com a maior celeridade."),
        ("pt", "Responderemos no mais curto prazo."),
        ("pt", "Responderemos o mais depressa possível."),
    ];
    let good = [
        ("es", "Le atenderemos con cortesía."),
        ("es", "El socio debe avisar con la mayor celeridad."),
        ("es", "No diga que responderemos con la celeridad del caso."),
        ("es", "Otras entidades responden con la celeridad del caso."),
        ("es", "Quien conduce lo hace con la debida prudencia."),
        ("es", "La celeridad es un principio de la ley."),
        ("en", "We will answer you with care."),
        ("en", "Speed is a virtue."),
        ("en", "Do not say that we will reply as quickly as we can."),
        ("pt", "Responderemos com cuidado."),
        ("pt", "Não diga que responderemos com a maior celeridade."),
        ("pt", "A celeridade é um princípio da lei."),
    ];
    holds("W901", &bad, &good);
}
