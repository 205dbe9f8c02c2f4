//! Held to published figures. The precision is that of the source: half a unit of its last digit, or what the test says.

use super::*;

fn near(found: f64, published: f64, tolerance: f64, what: &str) {
    assert!((found - published).abs() <= tolerance, "{what}: found {found}, published {published}");
}

fn wait(load: f64, servers: u32) -> Wait {
    Queue::patient(load, servers).solve().expect("a steady state")
}

/// The share not served when a time has passed.
fn later(load: f64, servers: u32, time: f64) -> f64 {
    1.0 - Queue::patient(load, servers).in_time(time).expect("a steady state").served
}

#[test]
fn erlang_b_of_the_traffic_tables() {
    // T. S. Rappaport, Wireless Communications (2nd ed., 2002), table 3.4, capacity of an Erlang B system: the offered traffic
    // that a number of channels carries at a blocking probability. The load has three digits, so that the probability lies
    // between those of the loads around it.
    let table: [(u32, [(f64, f64, f64); 4]); 8] = [
        (2, [(0.01, 0.153, 0.0005), (0.005, 0.105, 0.0005), (0.002, 0.065, 0.0005), (0.001, 0.046, 0.0005)]),
        (4, [(0.01, 0.869, 0.0005), (0.005, 0.701, 0.0005), (0.002, 0.535, 0.0005), (0.001, 0.439, 0.0005)]),
        (5, [(0.01, 1.36, 0.005), (0.005, 1.13, 0.005), (0.002, 0.900, 0.0005), (0.001, 0.762, 0.0005)]),
        (10, [(0.01, 4.46, 0.005), (0.005, 3.96, 0.005), (0.002, 3.43, 0.005), (0.001, 3.09, 0.005)]),
        (20, [(0.01, 12.0, 0.05), (0.005, 11.1, 0.05), (0.002, 10.1, 0.05), (0.001, 9.41, 0.005)]),
        (24, [(0.01, 15.3, 0.05), (0.005, 14.2, 0.05), (0.002, 13.0, 0.05), (0.001, 12.2, 0.05)]),
        (70, [(0.01, 56.1, 0.05), (0.005, 53.7, 0.05), (0.002, 51.0, 0.05), (0.001, 49.2, 0.05)]),
        (100, [(0.01, 84.1, 0.05), (0.005, 80.9, 0.05), (0.002, 77.4, 0.05), (0.001, 75.2, 0.05)]),
    ];
    for (channels, columns) in table {
        for (blocking, load, half) in columns {
            let at = |load: f64| erlang_b(channels, load).expect("a load");
            // A whole digit to the upper side, since the book cuts some figures and rounds others.
            let (low, high) = (at(load - half), at(load + 2.0 * half));
            assert!(low <= blocking && blocking <= high, "{channels} at {blocking}: {low}..{high}");
        }
    }
}

#[test]
fn erlang_c_of_the_emergency_room() {
    // F. Hillier and G. Lieberman, Introduction to Operations Research, chapter “Queueing theory”, the County Hospital example:
    // two patients arrive and three can be treated in an hour; one doctor or two.
    let one = wait(2.0 / 3.0, 1);
    near(one.delayed, 0.667, 0.0005, "P(wait), one doctor");
    near(one.waiting, 4.0 / 3.0, 1e-9, "waiting, one doctor");
    near(one.mean / 3.0, 2.0 / 3.0, 1e-9, "hours of wait, one doctor");
    near(later(2.0 / 3.0, 1, 1.5), 0.404, 0.0005, "P(wait > ½ hour), one doctor");
    near(later(2.0 / 3.0, 1, 3.0), 0.245, 0.0005, "P(wait > 1 hour), one doctor");
    let two = wait(2.0 / 3.0, 2);
    near(two.delayed, 0.167, 0.0005, "P(wait), two doctors");
    near(two.waiting, 1.0 / 12.0, 1e-9, "waiting, two doctors");
    near(two.mean / 3.0, 1.0 / 24.0, 1e-9, "hours of wait, two doctors");
    near(two.occupancy, 1.0 / 3.0, 1e-9, "occupancy, two doctors");
    // Printed as 0.022, cut rather than rounded.
    near(later(2.0 / 3.0, 2, 1.5), 0.022, 0.001, "P(wait > ½ hour), two doctors");
    near(later(2.0 / 3.0, 2, 3.0), 0.003, 0.0005, "P(wait > 1 hour), two doctors");
}

#[test]
fn erlang_c_of_the_eye_clinic_and_the_information_desk() {
    // D. Gross and C. Harris, Fundamentals of Queueing Theory, the ophthalmology clinic: six patients an hour, twenty minutes
    // each, three doctors. 8/9 wait on average, and the time in the clinic is 28.9 minutes.
    let clinic = wait(2.0, 3);
    near(clinic.waiting, 0.889, 0.0005, "patients waiting");
    near((clinic.mean + 1.0) * 20.0, 28.89, 0.01, "minutes in the clinic");
    // B. Render, R. Stair and M. Hanna, Quantitative Analysis for Management, alternative example 14.3: twenty an hour, two
    // minutes each, two employees: 3/4 of a person in the system on average.
    let desk = wait(2.0 / 3.0, 2);
    near(desk.waiting + 2.0 / 3.0, 0.75, 1e-9, "people at the desk");
    // Operations Research Models and Methods (P. Jensen, University of Texas), M/M/2 with five and three an hour.
    near(wait(5.0 / 3.0, 2).mean / 3.0, 0.758, 0.0005, "hours in queue");
}

#[test]
fn erlang_c_of_the_call_centre() {
    // Call Centre Helper, “Erlang C formula, made simple”: 100 calls of 3 minutes in half an hour, target of 20 seconds. The same
    // figures to more digits in the reference manual of the R package ErlangC 0.1.0 (Damonsoul, CRAN, 2024).
    for (agents, delayed, level, seconds) in [
        (11, 0.6821182, 0.3896138, 122.78127684),
        (12, 0.4493882, 0.640158, 40.44494019),
        (13, 0.2852705, 0.7955948, 17.11622718),
        (14, 0.1741319, 0.88835, 7.83593701),
    ] {
        let found = wait(10.0, agents);
        near(found.delayed, delayed, 1e-7, "P(wait)");
        near(found.mean * 180.0, seconds, 1e-6, "mean wait");
        near(1.0 - later(10.0, agents, 20.0 / 180.0), level, 1e-6, "service level");
    }
    near(wait(10.0, 14).occupancy, 0.7142857, 1e-7, "occupancy");
    // README of pyworkforce 1.0 (R. Arenas): with 15 agents, 94.15 % and an occupancy of 66.67 %.
    near(1.0 - later(10.0, 15, 20.0 / 180.0), 0.9415, 0.00005, "service level of 15");
    near(wait(10.0, 15).occupancy, 0.6667, 0.00005, "occupancy of 15");
}

#[test]
fn erlang_c_of_trunked_radio() {
    // J. Dunlop, D. Girma and J. Irvine, Digital Mobile Communications and the TETRA System (1999), appendix A.4: 8 channels
    // queue 5 % of the calls at 3.87 erlangs, 10 channels 1 % at 4.08; of the queued calls 1.6 % and 0.22–0.27 % wait longer than
    // one holding time.
    near(wait(3.87, 8).delayed, 0.05, 0.0005, "8 channels");
    near(wait(4.08, 10).delayed, 0.01, 0.0005, "10 channels");
    near(later(3.87, 8, 1.0) / wait(3.87, 8).delayed, 0.016, 0.0005, "8 channels, longer than a call");
    // T. S. Rappaport, Wireless Communications, example 3.7: 15 channels, 9 erlangs, calls of 104.4 seconds: 56.29 % of the
    // delayed calls wait more than 10 seconds. The book reads P(wait) = 5 % off a chart.
    let time = 10.0 / 104.4;
    near(later(9.0, 15, time) / wait(9.0, 15).delayed, 0.5629, 0.00005, "delayed calls over 10 s");
    near(wait(9.0, 15).delayed, 0.05, 0.01, "P(wait) off the chart");
}

/// O. Garnett, A. Mandelbaum and M. Reiman, “Designing a call center with impatient customers” (2002), table 1: 50 agents, 48 calls
/// a minute of one minute, patience of two minutes; without abandonment, with it, and without it at 3.1 % fewer calls.
#[test]
fn erlang_c_and_a_of_the_large_call_centre() {
    let patient = wait(48.0, 50);
    near(patient.mean * 60.0, 20.8, 0.05, "C: mean wait");
    near(later(48.0, 50, 58.1 / 60.0), 0.1, 0.0005, "C: ninth decile at 58.1 s");
    near(patient.waiting, 17.0, 0.5, "C: queue");
    near(patient.occupancy, 0.96, 0.005, "C: utilisation");
    let fewer = wait(48.0 * 0.969, 50);
    near(fewer.mean * 60.0, 8.8, 0.05, "C, fewer calls: mean wait");
    // The 3.1 % are rounded, and the decile with them.
    near(later(48.0 * 0.969, 50, 28.2 / 60.0), 0.1, 0.001, "C, fewer calls: ninth decile at 28.2 s");
    near(fewer.waiting, 7.0, 0.5, "C, fewer calls: queue");
    near(fewer.occupancy, 0.93, 0.005, "C, fewer calls: utilisation");
    let queue = Queue { patience: Some(2.0), ..Queue::patient(48.0, 50) };
    let impatient = queue.solve().expect("a steady state");
    near(impatient.abandoned, 0.031, 0.0005, "A: abandoning");
    near(impatient.mean * 60.0, 3.7, 0.05, "A: mean wait");
    near(impatient.waiting, 3.0, 0.5, "A: queue");
    near(impatient.occupancy, 0.93, 0.005, "A: utilisation");
    // The ninth decile of the wait, 12.5 s: by then nine in ten are served or gone.
    let then = queue.in_time(12.5 / 60.0).expect("a steady state");
    near(then.served + then.left, 0.9, 0.002, "A: ninth decile at 12.5 s");
}

#[test]
fn erlang_a_of_the_planners_handbook() {
    // Guide of pyworkforce (R. Arenas), “Erlang A”: 100 calls of 3 minutes in half an hour, patience of 5 minutes, target of 20
    // seconds, 13 agents. Computed there from the birth-and-death chain, and shown to three digits.
    let queue = Queue { patience: Some(5.0 / 3.0), ..Queue::patient(10.0, 13) };
    let found = queue.solve().expect("a steady state");
    near(found.delayed, 0.226, 0.0005, "P(wait)");
    near(found.abandoned, 0.025, 0.0005, "abandoning");
    near(found.occupancy, 0.750, 0.0005, "occupancy");
    near(found.mean * 3.0, 0.125, 0.0005, "mean wait in minutes");
    let then = queue.in_time(1.0 / 9.0).expect("a steady state");
    near(then.served, 0.858, 0.0007, "served in 20 seconds");
}

#[test]
fn erlang_a_with_limited_room() {
    // A. Herzog (TU Clausthal), QueueSim, “Extended Erlang C (M/M/c/K+M model)”: calls of 600 seconds, patience of 900, 10 servers,
    // 20 places in the system; mean time between calls from 40 to 74 seconds. Blocked, abandoning of those admitted, queue.
    for (seconds, blocked, abandoned, waiting, occupancy) in [
        (40.0, 0.093936, 0.271157, 5.527938, 0.990567),
        (44.0, 0.057849, 0.236889, 4.565157, 0.980407),
        (48.0, 0.033838, 0.201283, 3.646344, 0.964613),
        (52.0, 0.018984, 0.166850, 2.832960, 0.943078),
        (56.0, 0.010332, 0.135561, 2.156156, 0.916615),
        (60.0, 0.005514, 0.108511, 1.618693, 0.886573),
        (64.0, 0.002913, 0.085980, 1.205566, 0.854398),
        (68.0, 0.001534, 0.067700, 0.894651, 0.821356),
        (72.0, 0.000810, 0.053130, 0.663590, 0.788419),
        (74.0, 0.000590, 0.047042, 0.571797, 0.772213),
    ] {
        let queue = Queue { load: 600.0 / seconds, servers: 10, patience: Some(1.5), room: Some(10) };
        let found = queue.solve().expect("a steady state");
        near(found.blocked, blocked, 6e-7, "blocked");
        near(found.abandoned, abandoned, 6e-7, "abandoning");
        near(found.waiting, waiting, 6e-7, "queue");
        near(found.occupancy, occupancy, 6e-7, "occupancy");
        near(found.mean * 600.0, waiting * seconds, 1e-3, "mean wait, by Little's law");
    }
}

#[test]
fn erlang_a_where_patience_equals_handling_is_a_poisson_table() {
    // Then everybody present leaves at the same rate, so that the number present has a Poisson distribution (C. Palm). Cumulative
    // probabilities of the common tables, such as R. Walpole and R. Myers, Probability and Statistics, table A.2: P(X ≤ n − 1).
    for (load, servers, below) in [
        (5.0, 5, 0.4405),
        (5.0, 6, 0.6160),
        (5.0, 8, 0.8666),
        (5.0, 10, 0.9682),
        (10.0, 10, 0.4579),
        (10.0, 12, 0.6968),
        (10.0, 13, 0.7916),
        (10.0, 15, 0.9165),
        (15.0, 15, 0.4657),
        (15.0, 20, 0.8752),
    ] {
        let queue = Queue { patience: Some(1.0), ..Queue::patient(load, servers) };
        near(1.0 - queue.solve().expect("a steady state").delayed, below, 0.00005, "P(no wait)");
    }
}

#[test]
fn the_models_meet_at_their_ends() {
    // Without patience, A is B (Garnett, Mandelbaum and Reiman, theorem 1); with endless patience it is C.
    for (load, servers) in [(0.5, 1), (8.0, 10), (95.0, 100), (980.0, 1000)] {
        let lost = Queue { patience: Some(1e-9), ..Queue::patient(load, servers) }.solve().expect("a steady state");
        near(lost.abandoned, erlang_b(servers, load).expect("a load"), 1e-6, "A → B");
        let kept = Queue { patience: Some(1e9), ..Queue::patient(load, servers) };
        near(kept.solve().expect("a steady state").delayed, erlang_c(servers, load).expect("steady"), 1e-6, "A → C");
        let patient = Queue::patient(load, servers);
        let share = |queue: &Queue| queue.in_time(0.2).expect("a steady state").share();
        near(share(&kept), share(&patient), 1e-6, "A → C in time");
    }
    // A queue with much room is one with room for all.
    let roomy = Queue { room: Some(5_000), ..Queue::patient(48.0, 50) };
    near(roomy.solve().expect("a steady state").mean, wait(48.0, 50).mean, 1e-9, "room");
    near(roomy.in_time(0.5).expect("steady").served, 1.0 - later(48.0, 50, 0.5), 1e-9, "room in time");
}

#[test]
fn who_is_served_or_gone_grows_with_time_up_to_all() {
    for queue in [
        Queue { patience: Some(0.5), ..Queue::patient(12.0, 8) },
        Queue { patience: Some(30.0), ..Queue::patient(3_200.0, 3_000) },
        Queue { patience: Some(2.0), room: Some(5), ..Queue::patient(4.0, 3) },
    ] {
        let end = queue.solve().expect("a steady state");
        let mut before = 0.0;
        for time in [0.0, 0.1, 0.5, 1.0, 3.0, 200.0] {
            let then = queue.in_time(time).expect("a steady state");
            assert!(then.served + then.left >= before - 1e-12, "{queue:?} at {time}");
            before = then.served + then.left;
        }
        near(before, 1.0, 1e-6, "all are served or gone");
        near(queue.in_time(200.0).expect("steady").left, end.abandoned, 1e-6, "gone");
        near(queue.in_time(0.0).expect("steady").served, 1.0 - end.delayed, 1e-9, "served at once");
    }
}

#[test]
fn the_fewest_servers_of_the_planners() {
    let level =
        |time: f64, share: f64| move |queue: &Queue| queue.in_time(time).is_some_and(|then| then.served >= share);
    // Call Centre Helper: 80 % in 20 seconds and at most 85 % of occupancy ask for 14 of 10 erlangs.
    let goal = level(1.0 / 9.0, 0.8);
    assert_eq!(fewest_servers(10.0, None, |q| goal(q) && q.solve().is_some_and(|w| w.occupancy <= 0.85)), Some(14));
    // jonesthenet.com, “Erlang uplift”: 250 calls an hour of 330 seconds, 80 % in 30 seconds: 28 advisors.
    assert_eq!(fewest_servers(250.0 * 330.0 / 3600.0, None, level(30.0 / 330.0, 0.8)), Some(28));
    // E. Elliott's erlang_c_calculator: 0.01 calls a second of 300 seconds, 80 % in 20 seconds: 6 agents.
    assert_eq!(fewest_servers(3.0, None, level(20.0 / 300.0, 0.8)), Some(6));
    // pyworkforce: with a patience of 5 minutes 13 are enough.
    assert_eq!(fewest_servers(10.0, Some(5.0 / 3.0), level(1.0 / 9.0, 0.8)), Some(13));
    assert_eq!(fewest_servers(1e12, None, level(1.0, 0.8)), None);
    assert_eq!(fewest_servers(0.0, None, level(0.0, 1.0)), Some(1));
}

#[test]
fn thousands_of_servers_and_absurd_figures_are_finite_or_nothing() {
    let large = wait(2_900.0, 3_000);
    assert!(large.delayed > 0.0 && large.delayed < 0.2 && large.mean > 0.0, "{large:?}");
    let idle = wait(1.0, 5_000);
    assert_eq!((idle.delayed, idle.mean), (0.0, 0.0));
    let overloaded =
        Queue { patience: Some(0.1), ..Queue::patient(9_000.0, 3_000) }.solve().expect("all leave at last");
    near(overloaded.abandoned, 2.0 / 3.0, 0.001, "two of three leave");
    let nan = f64::NAN;
    for load in [-1.0, 0.0, 1.0, 1e-300, 1e12, 1e308, f64::INFINITY, nan] {
        for servers in [0, 1, 3, 100_000, u32::MAX] {
            for patience in [None, Some(0.0), Some(-1.0), Some(1e-12), Some(1.0), Some(1e12), Some(nan)] {
                let queue = Queue { load, servers, patience, room: None };
                if let Some(wait) = queue.solve() {
                    let all = [wait.delayed, wait.mean, wait.waiting, wait.abandoned, wait.blocked, wait.occupancy];
                    assert!(all.iter().all(|x| x.is_finite() && *x >= 0.0), "{queue:?}: {wait:?}");
                }
                for time in [0.0, 1.0, 1e12, -1.0, nan] {
                    if let Some(then) = queue.in_time(time) {
                        assert!((0.0..=1.0).contains(&then.share()), "{queue:?} {time}: {then:?}");
                    }
                }
            }
        }
    }
    assert_eq!(wait_of_nobody(), None);
}

/// One server with exactly as much to do as it can: the queue has no steady state.
fn wait_of_nobody() -> Option<Wait> {
    Queue::patient(1.0, 1).solve()
}
