//! Waiting where several servers share one queue: Erlang B, Erlang C, and Erlang A for customers who may leave.
//!
//! All assume that customers arrive at random (a Poisson process), that handling times vary as much as exponential ones do, and that
//! who comes first is served first. Times are in handling times and loads in erlangs (arrivals in one handling time), so that
//! nothing here has a unit.
//!
//! Sources: A. K. Erlang, “Solution of some problems in the theory of probabilities of significance in automatic telephone
//! exchanges” (1917) for B and C; C. Palm, “Research on telephone traffic carried by full availability groups”, Tele (1957), and
//! A. Mandelbaum and S. Zeltyn, “Service engineering in action: the Palm/Erlang-A queue” (2007) for A.

#[cfg(test)]
mod published;
#[cfg(test)]
mod tests;

/// Servers beyond which nothing is computed: more than any organisation has at one queue.
pub const MOST_SERVERS: u32 = 100_000;

/// How many waiting customers are followed. A queue that is longer with some probability is none that a manual plans.
const MOST_WAITING: u32 = 200_000;

/// What may be left out of a sum.
const NEGLIGIBLE: f64 = 1e-13;

/// Weights are brought down before they leave the range of numbers.
const LARGE: f64 = 1e200;

/// A queue in front of servers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Queue {
    /// Arrivals in one handling time, in erlangs.
    pub load: f64,
    pub servers: u32,
    /// Mean patience in handling times; none where nobody leaves.
    pub patience: Option<f64>,
    /// How many can wait; none where there is room for all.
    pub room: Option<u32>,
}

/// How a queue fares in the long run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wait {
    /// The share of those admitted who have to wait at all.
    pub delayed: f64,
    /// Mean wait of all who arrive, in handling times.
    pub mean: f64,
    /// Mean number of customers waiting.
    pub waiting: f64,
    /// The share of those admitted who leave before they are served.
    pub abandoned: f64,
    /// The share of arrivals that find no room.
    pub blocked: f64,
    /// The share of their time that servers are busy.
    pub occupancy: f64,
}

/// What has become of those admitted when a time has passed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InTime {
    /// The share who came to a server by then.
    pub served: f64,
    /// The share who had left by then.
    pub left: f64,
}

impl InTime {
    /// The share served in time of those who did not leave before: the usual service level, which does not count against the
    /// house who hung up at once. See Jouini, Koole and Roubos, “Performance indicators for call centers with impatience” (2013).
    pub fn share(&self) -> f64 {
        if self.left < 1.0 { (self.served / (1.0 - self.left)).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// The probability that an arrival finds all servers busy where nobody waits (Erlang B), by the recursion
/// B(n) = a B(n−1) / (n + a B(n−1)). None for a load that is no number or negative, or for too many servers.
pub fn erlang_b(servers: u32, load: f64) -> Option<f64> {
    if !load.is_finite() || load < 0.0 || servers > MOST_SERVERS {
        return None;
    }
    let mut blocked = 1.0;
    for n in 1..=servers {
        let offered = load * blocked;
        blocked = offered / (f64::from(n) + offered);
        if blocked == 0.0 {
            break;
        }
    }
    Some(blocked)
}

/// The probability that an arrival has to wait where all do so patiently (Erlang C). None where the load is too much for the
/// servers, so that the queue grows without end.
pub fn erlang_c(servers: u32, load: f64) -> Option<f64> {
    let blocked = erlang_b(servers, load)?;
    let n = f64::from(servers);
    (load < n).then(|| blocked / (1.0 - load / n * (1.0 - blocked)))
}

impl Queue {
    /// A queue in which all wait until they are served.
    pub fn patient(load: f64, servers: u32) -> Self {
        Queue { load, servers, patience: None, room: None }
    }

    fn is_sound(&self) -> bool {
        let patience = self.patience.is_none_or(|p| p.is_finite() && p > 0.0);
        self.load.is_finite() && self.load >= 0.0 && self.servers > 0 && self.servers <= MOST_SERVERS && patience
    }

    /// Where all wait and there is room for all, the closed formulas hold.
    fn is_plain(&self) -> bool {
        self.patience.is_none() && self.room.is_none()
    }

    /// How the queue fares. None where it grows without end, or where a figure is absurd.
    pub fn solve(&self) -> Option<Wait> {
        if !self.is_sound() {
            return None;
        }
        let n = f64::from(self.servers);
        if self.is_plain() {
            let delayed = erlang_c(self.servers, self.load)?;
            let mean = delayed / (n - self.load);
            let waiting = self.load * mean;
            return Some(Wait { delayed, mean, waiting, abandoned: 0.0, blocked: 0.0, occupancy: self.load / n });
        }
        let sums = self.walk(|_| (0.0, 0.0))?;
        let total = sums.idle + sums.busy;
        let admitted = total - sums.full;
        if admitted <= 0.0 {
            return None;
        }
        let waiting = sums.waiting / total;
        let blocked = sums.full / total;
        let entering = self.load * (1.0 - blocked);
        let leaving = self.patience.map_or(0.0, |p| waiting / p);
        let abandoned = if entering > 0.0 { (leaving / entering).clamp(0.0, 1.0) } else { 0.0 };
        let mean = if self.load > 0.0 { waiting / self.load } else { 0.0 };
        let occupancy = ((entering - leaving) / n).clamp(0.0, 1.0);
        Some(Wait { delayed: (sums.busy - sums.full) / admitted, mean, waiting, abandoned, blocked, occupancy })
    }

    /// Who is served, and who has left, when a time in handling times has passed.
    ///
    /// Who finds k customers waiting is served after k + 1 departures, the next of which comes at the rate n + jr while j wait
    /// (r = 1 / patience). With V the time they take, exp(−rV) has a beta distribution with parameters n/r and k + 1, whose sums are
    /// those of a negative binomial one; without impatience they are Poisson sums.
    pub fn in_time(&self, time: f64) -> Option<InTime> {
        if !self.is_sound() || !time.is_finite() || time < 0.0 {
            return None;
        }
        let n = f64::from(self.servers);
        if self.is_plain() {
            let late = erlang_c(self.servers, self.load)? * (-(n - self.load) * time).exp();
            return Some(InTime { served: 1.0 - late, left: 0.0 });
        }
        let r = self.patience.map_or(0.0, |p| 1.0 / p);
        let stays = (-r * time).exp();
        // The share who would have left by then, over r; its limit without impatience is the time itself.
        let g = if r > 0.0 { -(-r * time).exp_m1() / r } else { time };
        let mut late = Tail::new(-n * time);
        let mut late_and_staying = Tail::new(-(n + r) * time);
        let sums = self.walk(|k| {
            let j = f64::from(k);
            if k > 0 {
                late.add(g * (n + (j - 1.0) * r) / j);
                late_and_staying.add(g * (n + j * r) / j);
            }
            let served = n / (n + (j + 1.0) * r) * (1.0 - late_and_staying.sum());
            (served, (1.0 - served - stays * late.sum()).max(0.0))
        })?;
        let admitted = sums.idle + sums.busy - sums.full;
        if admitted <= 0.0 {
            return None;
        }
        let served = ((sums.idle + sums.first) / admitted).clamp(0.0, 1.0);
        Some(InTime { served, left: (sums.second / admitted).clamp(0.0, 1.0) })
    }

    /// Sums the steady-state weights of the states, and what `of` says about each state with k customers waiting.
    ///
    /// The weight of n busy servers and nobody waiting is one; states with an idle server weigh 1/B − 1 together. None where the
    /// queue has no steady state within [`MOST_WAITING`].
    fn walk(&self, mut of: impl FnMut(u32) -> (f64, f64)) -> Option<Sums> {
        let n = f64::from(self.servers);
        let r = self.patience.map_or(0.0, |p| 1.0 / p);
        let blocked = erlang_b(self.servers, self.load)?;
        let idle = 1.0 / blocked - 1.0;
        if !idle.is_finite() {
            // So little is to do that all servers are never busy at once.
            return Some(Sums { idle: 1.0, ..Sums::default() });
        }
        let mut sums = Sums { idle, ..Sums::default() };
        let mut weight = 1.0;
        for k in 0..=MOST_WAITING {
            let (first, second) = if self.room == Some(k) { (0.0, 0.0) } else { of(k) };
            let waiting = f64::from(k);
            sums.busy += weight;
            sums.waiting += weight * waiting;
            sums.first += weight * first;
            sums.second += weight * second;
            if self.room == Some(k) {
                sums.full = weight;
                return Some(sums);
            }
            let ratio = self.load / (n + (waiting + 1.0) * r);
            // What is left out decreases at least as fast as a geometric series.
            let rest = 1.0 - ratio;
            if rest > 0.0 && weight * ratio * (waiting + 1.0) / (rest * rest) < NEGLIGIBLE * (sums.idle + sums.busy) {
                return Some(sums);
            }
            weight *= ratio;
            if weight > LARGE {
                sums.scale(1.0 / LARGE);
                weight /= LARGE;
            }
        }
        None
    }
}

/// Sums of weights over the states.
#[derive(Debug, Default)]
struct Sums {
    /// Of states with an idle server.
    idle: f64,
    /// Of states in which all servers are busy.
    busy: f64,
    /// Times the number waiting.
    waiting: f64,
    /// Of the state without room.
    full: f64,
    first: f64,
    second: f64,
}

impl Sums {
    fn scale(&mut self, by: f64) {
        for sum in
            [&mut self.idle, &mut self.busy, &mut self.waiting, &mut self.full, &mut self.first, &mut self.second]
        {
            *sum *= by;
        }
    }
}

/// A probability that grows by terms each of which is a factor times the last; kept as logarithms, since the first may be tiny.
struct Tail {
    term: f64,
    sum: f64,
}

impl Tail {
    fn new(first: f64) -> Self {
        Tail { term: first, sum: first.exp() }
    }

    fn add(&mut self, factor: f64) {
        self.term += factor.ln();
        self.sum += self.term.exp();
    }

    fn sum(&self) -> f64 {
        self.sum.clamp(0.0, 1.0)
    }
}

/// The fewest servers with which a goal holds that more servers never spoil. None if no number up to [`MOST_SERVERS`] does.
pub fn fewest_servers(load: f64, patience: Option<f64>, holds: impl Fn(&Queue) -> bool) -> Option<u32> {
    let with = |servers| holds(&Queue { load, servers, patience, room: None });
    let mut enough = 1;
    while !with(enough) {
        enough = enough.checked_mul(2).filter(|n| *n <= MOST_SERVERS)?;
    }
    let mut too_few = enough / 2;
    while enough - too_few > 1 {
        let middle = too_few + (enough - too_few) / 2;
        if with(middle) { enough = middle } else { too_few = middle }
    }
    Some(enough)
}
