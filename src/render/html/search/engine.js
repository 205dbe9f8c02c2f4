// Reads the index that stands beside it and finds passages. It knows no page: a theme asks and shows.
//
//   cartillaSearch.find(query, goesOn) → Promise of { level, notices, total, first, rest }; of nothing once goesOn() says that nobody
//   waits any more
//     level   "all": every word was found; "some": no passage has all; "near": words that differ in a letter
//     notices [{ term, why, href, code, title }]: names that must not be used, with the place that says how it is called
//     first   { label, total, places: [{ href, page, code, title, within, passage, also }] }: the first kind, which is on the screen
//             at once; nothing where nothing was found
//     rest()  → Promise of { total, first: { total, places }, groups }: what has been counted, the places that follow the first ones,
//             and the other kinds, the best first, each as () => Promise of a group; of nothing as above
//   Where names answer a query, first results are made of names alone, which are at hand: no total is known then before the rest.
//   What is first stays first.
//   Titles and passages are lists of [text, found]: what was found is to be marked. Of a place whose texts have not come yet, only
//   the name is given at first, with `whole`: () => Promise of the same place with all that is to be shown.
//   cartillaSearch.prepared() → Promise of a first group or nothing, once names are at hand and what a browser learns by running it
//   has been run
//
// The places of a group are its first ones; cartillaSearch.more(label) gives those that follow.
(() => {
  const base = document.currentScript.src.replace(/[^/]*$/, "");
  const SHOWN = 3, KEPT = 40, EXCERPT = 190, AVOID = 4, NOTICES = 2;
  // A query is a few words; of a pasted page so many are looked for.
  const WORDS = 24;
  // Of the words that begin as a typed one, so many: the shortest.
  const LONGER = 60;
  // Of a longer word so many letters are in the index.
  const LONGEST = 40;
  // How much a word counts where it stands: in the text, in a long or a short title, as the whole title or the code.
  const WEIGHT = [1, 4, 6, 10];
  // Kinds of records from here on are no places, but other names of the place before them.
  const SYNONYM = 24, AVOIDED = 25;

  // --- loading: each file of the index is a script that hands over its data once. A piece of places or texts is one string: a
  // browser reads that in no time, and takes apart what a query needs ---

  const arrived = new Map(), asked = new Map();
  self.cartillaSearch = (name, n, data) => arrived.set(name + n, data);
  const load = (name, n, file = name + n) => {
    const key = name + n;
    if (!asked.has(key)) {
      asked.set(key, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${base}${file}.js`;
        script.onload = () => (arrived.has(key) ? resolve(arrived.get(key)) : reject(new Error(file)));
        script.onerror = () => { asked.delete(key); reject(new Error(file)); };
        document.head.append(script);
      }));
    }
    return asked.get(key);
  };

  const DIGIT = new Int8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((c, n) => { DIGIT[c.charCodeAt(0)] = n; });
  // Calls `see` for every number of a text: base 32, the least digit first, all but the last marked.
  const each = (text, see) => {
    for (let at = 0, value = 0, scale = 1; at < text.length; at += 1) {
      const digit = DIGIT[text.charCodeAt(at)];
      if (digit >= 32) { value += (digit - 32) * scale; scale *= 32; } else { see(value + digit * scale); value = 0; scale = 1; }
    }
  };
  const rising = text => { const out = []; let next = 0; each(text, n => { out.push(next + n); next += n + 1; }); return out; };
  // The last item of a sorted list that is not after the value.
  const holding = (list, value) => {
    let low = 0, high = list.length;
    while (high - low > 1) { const mid = (low + high) >> 1; if (list[mid] <= value) low = mid; else high = mid; }
    return low;
  };

  // --- words, as the index cuts them ---

  const plain = key => key.replaceAll("ñ", "n");
  const bare = text => text.toLowerCase().normalize("NFD").replace(/n\u0303/g, "ñ").replace(/[\u0300-\u036f]/g, "");
  // The same words come over and over when passages are marked.
  const folded = new Map();
  const fold = text => {
    let key = folded.get(text);
    if (key === undefined) {
      if (folded.size > 20000) folded.clear();
      folded.set(text, key = bare(text));
    }
    return key;
  };
  const code = key => key.replace(/(^|[^0-9])0+(?=[0-9])/g, "$1");
  const SIGN = "[\\p{Alphabetic}\\p{N}\\u0300-\\u036f]", JOIN = "[-\\u2011./_]";
  const COMPOUND = new RegExp(`${SIGN}+(?:${JOIN}${SIGN}+)*`, "gu"), PART = new RegExp(`${SIGN}+`, "gu");
  const isWord = key => key.length > 1 || key.codePointAt(0) >= 0x2e80;
  // [start, end, key, whether a reader means it: what only the index has is no word of a query]. From letter to letter of a query
  // much the same texts are shown: what was taken apart is kept.
  const cut = new Map();
  const words = text => {
    let list = cut.get(text);
    if (list === undefined) {
      if (cut.size > 1000) cut.clear();
      cut.set(text, list = apart(text));
    }
    return list;
  };
  const apart = text => {
    const out = [];
    const add = (start, written, key, means) => {
      if (isWord(key)) out.push([start, start + written.length, key.length > LONGEST ? [...key].slice(0, LONGEST).join("") : key, means]);
    };
    for (const { 0: whole, index } of text.matchAll(COMPOUND)) {
      const joined = /[-\u2011./_]/.test(whole);
      if (/[0-9]/.test(whole) && /\p{Alphabetic}/u.test(whole)) {
        add(index, whole, code(fold(whole.replace(/[-\u2011./_]/g, ""))), true);
        if (joined) for (const part of whole.matchAll(PART)) if (/^[0-9]{3,}$/.test(part[0])) add(index + part.index, part[0], part[0], false);
      } else if (!joined) add(index, whole, fold(whole), true);
      else {
        for (const part of whole.matchAll(PART)) add(index + part.index, part[0], fold(part[0]), true);
        if (!/[./_]/.test(whole)) add(index, whole, fold(whole.replace(/[-\u2011]/g, "")), false);
      }
    }
    return out;
  };

  // --- the vocabulary ---

  // Words are taken apart when a query meets them: a phone would need half a second for all of a large manual.
  let open;
  const ready = () => (open ??= Promise.all([load("words", 0, "words"), load("call", 0)]).then(([data]) => read(data)).catch(error => { open = undefined; throw error; }));
  const read = data => {
    const list = data.words ? data.words.split(" ") : [], size = data.kinds.length;
    // As if ñ were n; and of each word how many letters of it are its stem, or the stem that it does not begin with.
    const flats = list.slice(), stems = new Uint8Array(list.length), others = new Map();
    for (const at of rising(data.tildes ?? "")) flats[at] = plain(list[at]);
    let nth = 0;
    each(data.stems ?? "", letters => { stems[nth] = letters; nth += 1; });
    const odds = data.others ? data.others.split(" ") : [];
    rising(data.odd ?? "").forEach((at, n) => others.set(at, plain(odds[n])));
    const key = at => list[at], flat = at => flats[at];
    const stem = at => (stems[at] > 0 ? flats[at].slice(0, stems[at]) : others.get(at) ?? flats[at]);
    const pages = rising(data.pages), heads = new Uint8Array(size), pageOf = new Uint32Array(size);
    pages.forEach((head, page) => { heads[head] = 1; pageOf.fill(page, head, pages[page + 1] ?? size); });
    const kinds = new TextEncoder().encode(data.kinds).map(letter => letter - 97);
    // Words that do not begin with their stem.
    const odd = new Map();
    for (const [at, stem] of others) { if (odd.has(stem)) odd.get(stem).push(at); else odd.set(stem, [at]); }
    // All others of a stem stand together.
    const family = of => {
      const out = [...(odd.get(of) ?? [])];
      for (let at = firstFrom(list.length, flat, of); at < list.length && flats[at].startsWith(of); at += 1) if (stem(at) === of && !out.includes(at)) out.push(at);
      return out;
    };
    // Words with as many letters as these, or one more or fewer, that begin alike.
    const alike = wanted => {
      const out = [], [first, second] = wanted, most = wanted.length + 1, least = wanted.length - 1;
      for (let at = 0; at < flats.length; at += 1) {
        const word = flats[at];
        if (word.length < least || word.length > most) continue;
        const one = word[0], other = word[1];
        if (one === first || other === second || one === second || other === first) out.push(at);
      }
      return out;
    };
    return {
      words: list.length, key, flat, alike, stem, family, endings: new Set((data.endings ?? "").split(" ")), labels: data.labels, size, heads, pages, pageOf,
      kinds, stop: new Set(data.stop.split(" ")), entries: rising(data.entries), name: rising(data.name),
      at: rising(data.at), text: rising(data.text),
    };
  };

  // A tilde that was typed must be there; one that was not may be.
  const fits = (typed, key) => {
    for (let at = typed.indexOf("ñ"); at >= 0; at = typed.indexOf("ñ", at + 1)) if (at < key.length && key[at] !== "ñ") return false;
    return true;
  };
  // The first of so many sorted items that is not before the value.
  const firstFrom = (many, item, value) => {
    let low = 0, high = many;
    while (low < high) { const mid = (low + high) >> 1; if (item(mid) < value) low = mid + 1; else high = mid; }
    return low;
  };
  // One letter more, fewer, other, or two exchanged.
  const differsByOne = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    if (a.length === b.length) {
      return a.slice(at + 1) === b.slice(at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
    }
    return a.length < b.length ? a.slice(at) === b.slice(at + 1) : a.slice(at + 1) === b.slice(at);
  };

  // The words of the index that a typed word means, with how sure that is; and whether only a near one was found.
  const meant = (index, typed) => {
    const found = new Map(), wanted = plain(typed);
    const add = (at, sure) => { if (fits(typed, index.key(at)) && !(found.get(at) >= sure)) found.set(at, sure); };
    const family = (stem, sure) => { for (const at of index.family(stem)) add(at, sure); };
    const from = text => firstFrom(index.words, index.flat, text);
    // Longer ones by their length: of two thousand codes that begin alike, sorting would take longer than all the rest.
    const same = [], longer = [];
    for (let at = from(wanted); at < index.words; at += 1) {
      const word = index.flat(at);
      if (!word.startsWith(wanted)) break;
      if (word === wanted && fits(typed, index.key(at))) same.push(at); else (longer[word.length - wanted.length] ??= []).push(at);
    }
    for (const at of same) { add(at, 1); family(index.stem(at), 0.8); }
    // A word that the manual has not: an ending that it has, upon a stem that it has.
    for (let cut = wanted.length - 1; same.length === 0 && cut > 2; cut -= 1) {
      const relatives = index.endings.has(wanted.slice(cut)) ? index.family(wanted.slice(0, cut)) : [];
      if (relatives.length > 0) { for (const at of relatives) add(at, 0.7); break; }
    }
    let many = 0;
    for (let more = 0; more < longer.length && many < LONGER; more += 1) {
      const list = longer[more]?.slice(0, LONGER - many) ?? [];
      for (const at of list) add(at, 0.2 + 0.4 * wanted.length / (wanted.length + more));
      many += list.length;
    }
    if (found.size > 0 || wanted.length < 4) return { found, near: false };
    // Words of the same root: a stem that begins the typed word, or the other way round.
    for (let cut = wanted.length - 1; cut > 4 && found.size === 0; cut -= 1) {
      const root = wanted.slice(0, cut);
      family(root, 0.3);
      if (index.endings.has(wanted.slice(cut))) {
        for (let at = from(root), n = 0; n < 20 && at < index.words && index.flat(at).startsWith(root); at += 1, n += 1) add(at, 0.3);
      }
    }
    if (found.size > 0) return { found, near: false };
    for (const at of index.alike(wanted)) {
      const word = index.flat(at);
      if (word.length > 2 && Math.abs(word.length - wanted.length) < 2 && !/[0-9]/.test(word) && differsByOne(wanted, word)) add(at, 0.5);
    }
    for (const at of [...found.keys()]) family(index.stem(at), 0.3);
    return { found, near: found.size > 0 };
  };

  // What a query asks for: a list of words, each with the words of the index that it means.
  const asks = (index, query) => {
    // One figure is no word, but it may be that of a code: `COM 7`.
    let typed = words(query.replace(/\s(?=[0-9](?!\S))/g, " 0")).filter(([, , , means]) => means).map(([, , key]) => key);
    // `COM 07` is a code where the manual has such a code.
    typed = typed.reduce((out, key) => {
      const joined = out.length > 0 && /^[0-9]+$/.test(key) ? code(out.at(-1) + key) : "";
      const at = joined ? firstFrom(index.words, index.flat, plain(joined)) : index.words;
      if (at < index.words && index.flat(at) === plain(joined)) out[out.length - 1] = joined;
      else if (query.includes(key) || !/^0[0-9]$/.test(key)) out.push(key);
      return out;
    }, []);
    const full = typed.filter(key => !index.stop.has(key));
    // A word that says nothing by itself may be the beginning of one that does.
    const asked = full.length > 0 ? full : typed.slice(-1);
    return [...new Set(asked)].slice(0, WORDS).map(key => meant(index, key));
  };

  // --- ranking ---

  // Where a word stands, as records and fields: `record * 4 + field`. Who types a word letter by letter asks for the same places
  // again and again, so that what was read is kept, up to some megabytes.
  const READ = 1 << 20;
  let lists = new Map(), listed = 0;
  const called = new Map();
  const items = new Map();
  const itemOf = (name, piece, at, text, mark) => {
    const key = name + piece;
    let list = items.get(key);
    if (!list) items.set(key, list = text.split(mark));
    return list[at];
  };
  const decode = (text, out) => {
    let n = 0, next = 0, value = 0, scale = 0;
    for (let c = 0; c < text.length; c += 1) {
      const digit = DIGIT[text.charCodeAt(c)];
      if (digit >= 32) { value += (digit - 32) << scale; scale += 5; continue; }
      value += digit << scale;
      next += value >> 2;
      out[n] = next * 4 + (value & 3);
      n += 1;
      next += 1;
      value = scale = 0;
    }
    return n;
  };
  const decoded = text => { const list = new Uint32Array(text.length); return list.subarray(0, decode(text, list)); };
  // Where a word stands in names, which are at hand; and where it stands at all, once its piece has come.
  const inNames = (index, at) => {
    let list = called.get(at);
    if (!list) called.set(at, list = decoded(itemOf("call", 0, at, arrived.get("call0"), " ")));
    return list;
  };
  const anywhere = (index, at) => {
    let list = lists.get(at);
    if (list) return list;
    const n = holding(index.at, at);
    list = decoded(itemOf("at", n, at - index.at[n], arrived.get(`at${n}`), " "));
    if (listed > READ) { lists = new Map(); listed = 0; }
    lists.set(at, list);
    listed += list.length;
    return list;
  };
  // Brings what the words of a query need, a few pieces at a time and the surest first: who types on needs others. Says whether
  // anybody still waits.
  const TOGETHER = 4;
  const bring = async (index, parts, goesOn) => {
    const found = parts.flatMap(part => [...part.found]).sort(([, one], [, other]) => other - one);
    const missing = [...new Set(found.map(([at]) => holding(index.at, at)))].filter(n => !arrived.has(`at${n}`));
    for (let n = 0; n < missing.length && goesOn(); n += TOGETHER) await Promise.all(missing.slice(n, n + TOGETHER).map(piece => load("at", piece)));
    return goesOn();
  };

  // Room for a number of each record, made once: for every query anew it would keep the browser busy with throwing it away. What the
  // last query left is taken out where it stands.
  let room;
  const roomFor = (size, pages) => {
    if (room?.size !== size) {
      room = {
        size, used: 0, total: new Float32Array(size), count: new Uint8Array(size), own: new Uint32Array(size), via: new Uint32Array(size),
        value: new Float32Array(size), having: new Uint32Array(size), touched: new Uint32Array(size), titled: new Uint8Array(pages),
      };
    }
    const { used, having, total, count, own, via } = room;
    for (let n = 0; n < used; n += 1) { const record = having[n]; total[record] = count[record] = own[record] = via[record] = 0; }
    room.used = 0;
    return room;
  };
  // What is done for each of ten thousand records stands in small functions of numbers alone: these a browser makes fast
  // after a few hundred turns.
  // The most that a word of a list counts for each record; gives how many records have been met.
  const score = (list, body, long, short, whole, index, { value, touched, titled }, met) => {
    const { heads, pageOf } = index;
    for (let k = 0; k < list.length; k += 1) {
      const record = list[k] >> 2, field = list[k] & 3;
      const worth = field === 0 ? body : field === 1 ? long : field === 2 ? short : whole;
      if (value[record] === 0) { touched[met] = record; met += 1; }
      if (worth > value[record]) value[record] = worth;
      if (field > 0 && heads[record] === 1) titled[pageOf[record]] = 1;
    }
    return met;
  };
  // What they count for the query; gives how many records have a word of it.
  const settle = (met, rare, bit, { value, touched, total, count, own, having }, held) => {
    for (let k = 0; k < met; k += 1) {
      const record = touched[k];
      total[record] += rare * value[record];
      count[record] += 1;
      if (own[record] === 0) { having[held] = record; held += 1; }
      own[record] |= bit;
      value[record] = 0;
    }
    return held;
  };
  // What stands on a page stands under its title.
  const inherit = (records, many, titles, bit, { heads, pageOf }, { total, count, own }) => {
    for (let n = 0; n < many; n += 1) {
      const record = records[n], more = titles[pageOf[record]];
      if (more === 0 || heads[record] === 1) continue;
      total[record] += more;
      if ((own[record] & bit) === 0) count[record] += 1;
    }
  };
  // Another name finds what it names: the record before it that is no name. Puts names to be avoided, the best first, into a list, and
  // gives how many records are held then.
  const adopt = (held, words, { kinds, heads }, { total, count, own, having, via }, inherits, avoided) => {
    let all = held;
    for (let n = 0; n < held; n += 1) {
      const record = having[n], kind = kinds[record];
      if (kind < SYNONYM) continue;
      let place = record - 1;
      while (kinds[place] >= SYNONYM) place -= 1;
      // A place that has none of the words itself is listed once, however many of its names have them.
      if (own[place] === 0) {
        if (heads[place] === 0) inherits(place);
        having[all] = place;
        all += 1;
        own[place] = own[record];
      }
      if (kind === AVOIDED && count[record] === words) {
        // The shorter a name, the more its words count.
        let at = avoided.length;
        while (at > 0 && (total[record] > total[avoided[at - 1][0]] || (total[record] === total[avoided[at - 1][0]] && record < avoided[at - 1][0]))) at -= 1;
        if (at < AVOID) { avoided.splice(at, 0, [record, place]); avoided.length = Math.min(avoided.length, AVOID); }
      }
      if (count[record] > count[place] || (count[record] === count[place] && total[record] > total[place])) {
        count[place] = count[record];
        total[place] = 0.9 * total[record];
        if (kind === SYNONYM) via[place] = record;
      }
    }
    return all;
  };
  // Of the records that have so many of the words: how many there are of each kind, and the best.
  const select = (held, most, labels, { kinds, heads }, { total, count, having }) => {
    const many = new Uint32Array(SYNONYM), enough = new Float32Array(SYNONYM), bests = [];
    for (let n = 0; n < labels; n += 1) bests.push([]);
    for (let n = 0; n < held; n += 1) {
      const record = having[n], kind = kinds[record];
      if (count[record] < most || kind >= SYNONYM) continue;
      many[kind] += 1;
      if (heads[record] === 1) total[record] *= 1.2;
      const worth = total[record];
      if (worth < enough[kind]) continue;
      const best = bests[kind];
      // Of two that count the same, the one that stands before.
      let at = best.length;
      while (at > 0 && (worth > total[best[at - 1]] || (worth === total[best[at - 1]] && record < best[at - 1]))) at -= 1;
      if (at === KEPT) continue;
      best.splice(at, 0, record);
      if (best.length > KEPT) best.pop();
      if (best.length === KEPT) enough[kind] = total[best[KEPT - 1]];
    }
    return bests.map((best, kind) => ({ kind, total: many[kind], best }));
  };
  const mostOf = (held, { kinds }, { count, having }) => {
    let most = 0;
    for (let n = 0; n < held; n += 1) if (count[having[n]] > most && kinds[having[n]] < SYNONYM) most = count[having[n]];
    return most;
  };

  // Nothing waits in here, so that two queries never share the room.
  const rank = (index, parts, listOf) => {
    const { size, pages } = index;
    // For every record: what it counts, how many of the words it has, and which of them itself.
    const room = roomFor(size, pages.length), { total, having, value, titled, via } = room;
    const under = [];
    let held = 0;
    parts.forEach(({ found }, part) => {
      let met = 0;
      titled.fill(0);
      for (const [at, sure] of found) {
        met = score(listOf(index, at), sure * WEIGHT[0], sure * WEIGHT[1], sure * WEIGHT[2], sure * WEIGHT[3], index, room, met);
      }
      const rare = Math.log(1 + size / (1 + met));
      for (let page = titled.indexOf(1); page >= 0; page = titled.indexOf(1, page + 1)) {
        (under[part] ??= new Float32Array(pages.length))[page] = 0.1 * rare * value[pages[page]];
      }
      held = settle(met, rare, 1 << part, room, held);
    });
    const inherits = (records, many) => under.forEach((titles, part) => inherit(records, many, titles, 1 << part, index, room));
    inherits(having, held);
    const avoided = [];
    held = adopt(held, parts.length, index, room, place => inherits([place], 1), avoided);
    room.used = held;
    const most = mostOf(held, index, room);
    const groups = select(held, most, index.labels.length, index, room).filter(({ best }) => best.length > 0);
    groups.sort((a, b) => total[b.best[0]] - total[a.best[0]] || a.kind - b.kind);
    // By which other name a place was found.
    const named = new Map();
    for (const { best } of groups) for (const place of best) if (via[place] > 0) named.set(place, via[place]);
    return { groups, most, named, avoided };
  };

  // --- what is shown ---

  const text = async (index, record) => {
    const n = holding(index.text, record), piece = await load("text", n);
    return JSON.parse(itemOf("text", n, record - index.text[n], piece, "\n"));
  };
  const marker = (index, parts) => {
    const which = new Map();
    parts.forEach(({ found }, part) => { for (const at of found.keys()) which.set(index.key(at), part); });
    // How these words begin: a text in which nothing begins so need not be taken apart. A code may stand with noughts before its figures.
    const begins = new Set([...which.keys()].map(key => (/^[0-9]/.test(key) ? "" : key.slice(0, 3).replace(/[0-9].*/, ""))));
    const hints = begins.has("") ? undefined : new RegExp([...begins].join("|"));
    const hits = text => words(text).filter(([, , key]) => which.has(key));
    const marked = (text, from = 0, to = text.length) => {
      const out = [];
      let at = from;
      for (const [start, end] of hits(text)) {
        if (start < at || end > to) continue;
        if (start > at) out.push([text.slice(at, start), false]);
        out.push([text.slice(start, end), true]);
        at = end;
      }
      if (at < to) out.push([text.slice(at, to), false]);
      return out;
    };
    const asked = text => (hints && !hints.test(bare(text).replace(/[-\u2011./_]/g, "")) ? 0 : new Set(hits(text).map(([, , key]) => which.get(key))).size);
    // The passage with most of the words, and of a long one the sentence around the first. Where the title has them all, what
    // stands first says what it is.
    const excerpt = (title, passages) => {
      let best = asked(title) === parts.length ? parts.length : -1, chosen = passages[0] ?? "";
      for (const passage of passages) {
        if (best === parts.length) break;
        const many = asked(passage);
        if (many > best) [best, chosen] = [many, passage];
      }
      if (chosen.length <= EXCERPT) return marked(chosen);
      const first = hits(chosen)[0]?.[0] ?? 0;
      let from = Math.max(...[". ", "? ", "! ", "; ", ": ", "… "].map(end => chosen.lastIndexOf(end, Math.max(first - 2, 0)))) + 2;
      if (from === 1) from = 0;
      if (first - from > EXCERPT / 2) from = chosen.indexOf(" ", first - EXCERPT / 2) + 1;
      let to = Math.min(from + EXCERPT, chosen.length);
      if (to < chosen.length) to = Math.max(chosen.lastIndexOf(" ", to), from + 1);
      const out = marked(chosen, from, to);
      if (from > 0) out.unshift(["… ", false]);
      if (to < chosen.length) out.push([" …", false]);
      return out;
    };
    return { marked, excerpt, asked, parts: parts.length };
  };

  // A line of the names: of a page its file, code, title, what may be promised, and how its places name it, if otherwise; of another
  // place its anchor instead of the file; of another name that, and why it is to be avoided.
  const lineOf = async (index, record) => {
    const at = holding(index.entries, record), n = holding(index.name, at), piece = await load("name", n);
    return JSON.parse(itemOf("name", n, at - index.name[n], piece, "\n"));
  };
  const isEntry = (index, record) => index.entries[holding(index.entries, record)] === record;
  const alsoOf = async (record, code, title, { index, pen, named }) => (
    named.has(record) && pen.asked(`${code} ${title}`) < pen.parts ? pen.marked((await lineOf(index, named.get(record)))[0]) : "");
  const show = async (record, state) => {
    const { index, pen } = state, [file, anchor, page, code, title, within, ...passages] = await text(index, record);
    return {
      href: anchor ? `${file}#${anchor}` : file, page: anchor ? page : "", within, also: await alsoOf(record, code, title, state),
      code: code && pen.marked(code), title: pen.marked(title), passage: pen.excerpt(`${code} ${title}`, passages),
    };
  };
  // What can be said of an entry before its texts have come.
  const brief = async (record, state) => {
    const { index, pen } = state, head = index.pages[index.pageOf[record]];
    const [address, code = "", title = "", within = ""] = await lineOf(index, record);
    const [file, , name, , short = name] = await lineOf(index, head);
    return {
      href: record === head ? file : `${file}#${address}`, page: record === head ? "" : short, within, also: await alsoOf(record, code, title, state),
      code: code && pen.marked(code), title: pen.marked(title), passage: [], whole: () => show(record, state),
    };
  };
  const place = (record, state) => {
    const waits = !arrived.has(`text${holding(state.index.text, record)}`) && isEntry(state.index, record);
    return waits ? brief(record, state) : show(record, state);
  };
  const shown = async ({ kind, total, best }, state, from = 0) => (
    { label: state.index.labels[kind], total, places: await Promise.all(best.slice(from, SHOWN).map(record => place(record, state))) });
  // Names of which the query says more than half; each with its place only once it is chosen.
  const noticesOf = async (avoided, state) => {
    const { index, pen } = state, terms = await Promise.all(avoided.map(async ([record, at]) => [await lineOf(index, record), at]));
    const isMuch = term => pen.parts / Math.max(words(term).filter(([, , key, means]) => means && !index.stop.has(key)).length, 1) > 0.5;
    return Promise.all(terms.filter(([[term]]) => isMuch(term)).slice(0, NOTICES).map(async ([[term, why = ""], at]) => ({ term, why, ...await place(at, state) })));
  };

  let last;
  // All kinds of what was found, where these places of the first kind have been shown.
  const restOf = async (groups, from, state) => {
    last = { ...state, groups };
    const [first, ...others] = groups, total = groups.reduce((sum, group) => sum + group.total, 0);
    return { total, first: await shown(first, last, from), groups: others.map(group => () => shown(group, state)) };
  };
  const find = async (query, goesOn = () => true) => {
    const index = await ready();
    if (!goesOn()) return undefined;
    const parts = asks(index, query), state = { index, pen: marker(index, parts), groups: [] };
    last = state;
    const all = parts.some(part => part.near) ? "near" : "all";
    if (parts.length === 0) return { level: all, notices: [], total: 0 };
    const names = rank(index, parts, inNames);
    if (names.most === parts.length) {
      const [head] = names.groups, top = head.best.slice(0, SHOWN), early = { ...state, named: names.named };
      const rest = async () => {
        if (!await bring(index, parts, goesOn)) return undefined;
        const { groups, named } = rank(index, parts, anywhere);
        const own = groups.find(({ kind }) => kind === head.kind) ?? head;
        const best = [...top, ...own.best.filter(record => !top.includes(record))].slice(0, KEPT);
        return restOf([{ ...own, best }, ...groups.filter(group => group !== own)], top.length, { ...state, named });
      };
      return { level: all, notices: await noticesOf(names.avoided, early), total: undefined, first: await shown({ ...head, total: undefined }, early), rest };
    }
    if (!await bring(index, parts, goesOn)) return undefined;
    const { groups, most, named, avoided } = rank(index, parts, anywhere), whole = { ...state, named };
    if (groups.length === 0) return { level: all, notices: [], total: 0 };
    return {
      level: all === "all" && most < parts.length ? "some" : all,
      notices: await noticesOf(avoided, whole),
      total: groups.reduce((sum, group) => sum + group.total, 0),
      first: await shown(groups[0], whole),
      rest: () => restOf(groups, SHOWN, whole),
    };
  };
  const more = async label => {
    const group = last.groups.find(({ kind }) => last.index.labels[kind] === label);
    return Promise.all(group.best.slice(SHOWN).map(record => place(record, last)));
  };
  // Before the first word is typed: the names come, a piece whenever nothing else is to be done. A phone's browser is slow with what it
  // runs for the first time: names of some pages are looked for, whole, by their first word, and with a letter missing, until somebody
  // asks. Gives a result, for a theme that wants to draw it once. Who saves data loads only what a query needs.
  const TRIALS = 12;
  const warm = async () => {
    const index = await ready();
    if (navigator.connection?.saveData) return undefined;
    for (let n = 0; n < index.name.length; n += 1) {
      itemOf("name", n, 0, await load("name", n), "\n");
      await new Promise(idle);
    }
    let first;
    for (let n = 0; n < TRIALS && !last; n += 1) {
      const page = index.pages[Math.floor((n + 0.5) / TRIALS * index.pages.length)], [, , title = ""] = await lineOf(index, page);
      let other = page + 1;
      while (n % 4 === 2 && index.kinds[other + 1] >= SYNONYM) other += 1;
      const name = n % 2 === 0 && index.kinds[other] >= SYNONYM ? (await lineOf(index, other))[0] : title;
      const parts = asks(index, [name, name.split(" ")[0], name.slice(1)][n % 3]), { groups: [head], named } = rank(index, parts, inNames);
      if (head) first = await shown(head, { index, pen: marker(index, parts), named });
      await new Promise(idle);
    }
    return first;
  };
  let warmed;
  const idle = self.requestIdleCallback ?? (call => setTimeout(call, 100));
  const prepared = () => (warmed ??= ready().then(() => new Promise(idle)).then(warm).catch(() => undefined));
  Object.assign(self.cartillaSearch, { ready, prepared, find, more, kept: KEPT });
  prepared();
})();
