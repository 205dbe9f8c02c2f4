//! Held to published figures, each read at the address beside it. The tolerance is half a unit of the last digit that the source
//! prints, or that of the test it was taken from.

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
fn erlang_b_of_tables() {
    // A. Herzog (TU Clausthal), QueueSim, example_analytic_erlang_b.ipynb, github.com/A-Herzog/QueueSim: ten servers.
    for (load, blocked) in [
        (1.0, 1.013_777e-7),
        (2.0, 3.819_017e-5),
        (3.0, 8.103_881e-4),
        (4.0, 5.307_549e-3),
        (5.0, 1.838_457e-2),
        (6.0, 4.314_184e-2),
        (8.0, 1.216_611e-1),
        (10.0, 2.145_823e-1),
        (12.0, 3.019_250e-1),
        (15.0, 4.103_405e-1),
        (20.0, 5.379_632e-1),
        (25.0, 6.223_510e-1),
    ] {
        near(erlang_b(10, load).expect("a load"), blocked, blocked * 5e-7, "ten servers");
    }
    // F. Kleine Bösing, queuingSystem, tests/modelling/capacity_planning/test_erlangb.py,
    // github.com/FelixKleineBoesing/queuingSystem.
    for (servers, load, blocked) in [
        (1, 5.0, 0.833_333_333_333_333_4),
        (10, 20.0, 0.537_963_168_632_072_9),
        (190, 200.0, 0.088_696_843_869_235_61),
        (200, 5.0, 5.316_671_379_546_74e-238),
        (1_000, 500.0, 1.652_415_127_751_335_5e-86),
    ] {
        near(erlang_b(servers, load).expect("a load"), blocked, blocked * 1e-11, "a queuing system");
    }
    // R. Arenas, pyworkforce, pyworkforce/queuing/tests/test_erlang_b.py, github.com/rodrigo-arenas/pyworkforce: 0.5 and 0.2
    // exactly; for 10 erlangs 17 servers are the fewest that block at most 2 %.
    near(erlang_b(1, 1.0).expect("a load"), 0.5, 1e-12, "one server");
    near(erlang_b(2, 1.0).expect("a load"), 0.2, 1e-12, "two servers");
    assert!(erlang_b(16, 10.0).expect("a load") > 0.02 && erlang_b(17, 10.0).expect("a load") <= 0.02);
}

#[test]
fn erlang_c_of_a_table_of_queues() {
    // A. Herzog (TU Clausthal), QueueSim, example_analytic_erlang_c.ipynb, github.com/A-Herzog/QueueSim: ten servers, calls of 600
    // seconds; seconds between calls, mean queue, mean wait in seconds.
    for (between, waiting, mean) in [
        (61.0, 56.454_792, 3_443.742_325),
        (62.0, 26.564_755, 1_647.014_815),
        (63.0, 16.669_938, 1_050.206_120),
        (64.0, 11.770_591, 753.317_839),
        (65.0, 8.866_947, 576.351_580),
        (66.0, 6.959_227, 459.308_957),
        (67.0, 5.619_064, 376.477_299),
        (68.0, 4.632_369, 315.001_078),
        (70.0, 3.291_530, 230.407_098),
        (72.0, 2.438_053, 175.539_819),
        (74.0, 1.858_848, 137.554_734),
        (75.0, 1.636_721, 122.754_045),
        (78.0, 1.146_453, 89.423_350),
        (80.0, 0.919_834, 73.586_688),
        (82.0, 0.746_018, 61.173_496),
        (84.0, 0.610_544, 51.285_732),
    ] {
        let found = wait(600.0 / between, 10);
        near(found.waiting, waiting, 6e-7, "queue");
        near(found.mean * 600.0, mean, 6e-7, "mean wait");
    }
}

#[test]
fn erlang_c_of_a_call_centre_of_ten_erlangs() {
    // README of the R package ErlangC 0.1.0 (Damonsoul, CRAN 2024), github.com/cran/ErlangC: 100 calls of 180 seconds in half an
    // hour, target of 20 seconds; agents, P(wait), service level, mean wait in seconds, occupancy.
    for (agents, delayed, level, seconds, occupancy) in [
        (11, 0.682_118_2, 0.389_613_8, 122.781_276_844_08, 0.909_090_9),
        (12, 0.449_388_2, 0.640_158, 40.444_940_186_844_4, 0.833_333_3),
        (13, 0.285_270_5, 0.795_594_8, 17.116_227_182_189_6, 0.769_230_8),
        (14, 0.174_131_9, 0.888_35, 7.835_937_011_777_24, 0.714_285_7),
    ] {
        let found = wait(10.0, agents);
        near(found.delayed, delayed, 6e-8, "P(wait)");
        near(found.mean * 180.0, seconds, 1e-9, "mean wait");
        near(found.occupancy, occupancy, 6e-8, "occupancy");
        near(1.0 - later(10.0, agents, 20.0 / 180.0), level, 6e-7, "service level");
    }
    // R. Arenas, pyworkforce, pyworkforce/queuing/tests/test_erlang.py, github.com/rodrigo-arenas/pyworkforce: the same with 15
    // agents and a target of 0.33 minutes.
    let fifteen = wait(10.0, 15);
    near(1.0 - later(10.0, 15, 0.11), 0.941, 0.0005, "service level of 15");
    near(fifteen.occupancy, 0.667, 0.0005, "occupancy of 15");
    near(fifteen.delayed, 0.102, 0.0005, "P(wait) of 15");
}

#[test]
fn erlang_c_of_a_library_for_contact_centres() {
    // F. Kleine Bösing, queuingSystem, tests/modelling/capacity_planning/test_erlangc.py,
    // github.com/FelixKleineBoesing/queuingSystem: arrivals, rate of service, agents, P(wait), to seven digits.
    for (arrivals, rate, agents, delayed) in [
        (1.0 / 36.0, 1.0 / 180.0, 10, 0.036_105_359_158_320_15),
        (0.1, 0.0033, 35, 0.312_192_501_532_849_6),
        (120.0, 5.0, 35, 0.023_521_116_861_458_607),
        (90.0, 3.0033, 35, 0.281_687_235_025_889_3),
        (0.1, 0.0033, 40, 0.062_788_346_135_357_61),
    ] {
        near(wait(arrivals / rate, agents).delayed, delayed, 1e-12, "P(wait)");
    }
    let level = |agents| 1.0 - later(0.1 / 0.0033, agents, 20.0 * 0.0033);
    near(level(35), 0.771_023_359_994_684_6, 1e-12, "served in 20 seconds of 35");
    near(level(40), 0.966_892_180_764_633_3, 1e-12, "served in 20 seconds of 40");
    let nine = wait(7.0, 9);
    near(nine.waiting, 1.347_314_829_548_690_5, 1e-12, "queue");
    near(nine.waiting + 7.0, 8.347_314_829_548_69, 1e-12, "in the system");
    let staying = wait(30.0, 35);
    near(staying.mean * 300.0, 17.074_947_744_810_45, 1e-11, "mean wait in seconds");
    near((staying.mean + 1.0) * 300.0, 317.074_947_744_810_45, 1e-11, "mean stay in seconds");
}

#[test]
fn erlang_c_of_trunked_radio() {
    // «Digital Mobile Communications and the TETRA System», appendix A.4, as shown at scribd.com/document/831962299/TABLE-C: 8
    // channels queue 5 % of the calls at 3.87 erlangs, 10 channels 1 % at 4.08; of the calls queued, 1.6 % wait longer than a call
    // lasts, and with 10 channels at the first load 0.22 %.
    near(wait(3.87, 8).delayed, 0.05, 0.0005, "8 channels");
    near(wait(4.08, 10).delayed, 0.01, 0.0005, "10 channels");
    near(later(3.87, 8, 1.0) / wait(3.87, 8).delayed, 0.016, 0.0005, "8 channels, longer than a call");
    near(later(3.87, 10, 1.0) / wait(3.87, 10).delayed, 0.0022, 0.00005, "10 channels, longer than a call");
}

#[test]
fn erlang_c_of_worked_problems() {
    // M. Casquilho (IST Lisbon), web.ist.utl.pt/mcasquilho/compute/or/Fx-queuevars.php, after Bronson (1982), problem 24.6: three
    // servers, 300 arrivals a year, two days each.
    let office = wait(300.0 / 182.5, 3);
    near(office.waiting, 0.352, 0.0005, "queue");
    near(office.waiting + 300.0 / 182.5, 1.996, 0.0005, "in the system");
    near(office.mean * 2.0, 0.43, 0.005, "days of wait");
    near((office.mean + 1.0) * 2.0, 2.429, 0.0005, "days in the system");
    // The same, problem 23.14: one server, 30 an hour, a minute and a half each.
    near(wait(0.75, 1).waiting, 2.25, 1e-9, "queue of one");
    near(wait(0.75, 1).mean * 1.5, 4.5, 1e-9, "minutes of wait");
    // Alternative example 14.3 of the instructor's manual shown at freebooksummary.com/waiting-line-and-queuing-theory-models: an
    // information desk, 20 an hour, two minutes each, two employees: 1/12 waits, 3/4 in the system.
    let desk = wait(2.0 / 3.0, 2);
    near(desk.waiting, 1.0 / 12.0, 1e-9, "waiting at the desk");
    near(desk.waiting + 2.0 / 3.0, 0.75, 1e-9, "people at the desk");
    // AlgoGraph, Queuing-theory, tests/MMC.test.ts, github.com/AlgoGraph/Queuing-theory, slides of a course: one in 10 minutes, 20
    // minutes each, three servers (its figures cut, and held to 0.01 there); and 11 in 20 minutes, 3 minutes each, two servers.
    let clinic = wait(2.0, 3);
    near(clinic.waiting, 0.889, 0.001, "waiting in the clinic");
    near((clinic.mean + 1.0) * 20.0, 28.88, 0.01, "minutes in the clinic");
    near(wait(1.65, 2).waiting + 1.65, 5.16, 0.01, "in the system of the slides");
}

#[test]
fn erlang_a_with_limited_room() {
    // A. Herzog (TU Clausthal), QueueSim, example_analytic_erlang_c_ext.ipynb («Extended Erlang C, M/M/c/K+M model»),
    // github.com/A-Herzog/QueueSim: calls of 600 seconds, patience of 900, 10 servers, 20 places in the system; seconds between
    // calls, blocked, abandoning of those admitted, queue, occupancy.
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
fn erlang_a_of_two_libraries_for_contact_centres() {
    // R. Arenas, pyworkforce, pyworkforce/queuing/tests/test_abandonment.py, github.com/rodrigo-arenas/pyworkforce: 100 calls of 3
    // minutes in half an hour, patience of 5 minutes, target of 20 seconds, 14 agents. (Its guide prints figures for 13 agents that
    // this version of the library does not give any more.)
    let queue = Queue { patience: Some(5.0 / 3.0), ..Queue::patient(10.0, 14) };
    let found = queue.solve().expect("a steady state");
    near(found.delayed, 0.145_26, 6e-6, "P(wait)");
    near(found.abandoned, 0.013_984, 6e-7, "abandoning");
    near(found.occupancy, 0.704_297, 6e-7, "occupancy");
    near(found.mean * 3.0, 0.069_919, 6e-7, "mean wait in minutes");
    near(queue.in_time(1.0 / 9.0).expect("a steady state").served, 0.916_792, 6e-7, "served in 20 seconds");
    // F. Kleine Bösing, queuingSystem, tests/modelling/capacity_planning/test_erlanga.py,
    // github.com/FelixKleineBoesing/queuingSystem: one call in 10 seconds, 240 seconds each, patience of 300, 28 agents, 80 places.
    let queue = Queue { patience: Some(300.0 / 240.0), room: Some(52), ..Queue::patient(24.0, 28) };
    let found = queue.solve().expect("a steady state");
    near(found.waiting, 0.683_326_183_835_836_7, 1e-11, "queue");
    near(found.mean * 240.0, 6.833_261_838_358_366, 1e-10, "mean wait in seconds");
    let busy = found.occupancy * 28.0;
    near(found.waiting + busy, 24.136_665_236_767_172, 1e-10, "in the system");
    near((found.waiting + busy) * 10.0, 241.366_652_367_671_72, 1e-9, "mean stay in seconds");
    // The same, 25 agents, patience of 30 seconds.
    let queue = Queue { patience: Some(30.0 / 240.0), room: Some(55), ..Queue::patient(24.0, 25) };
    near(queue.solve().expect("a steady state").abandoned, 0.097_590_815_625_468_17, 1e-11, "abandoning");
}

#[test]
fn erlang_a_where_patience_equals_handling_is_a_poisson_table() {
    // Then everybody present leaves at the same rate, so that the number present has a Poisson distribution. Cumulative
    // probabilities P(X ≤ n − 1) of the table at scribd.com/document/96601458/Poisson-Table.
    for (load, servers, below) in [
        (2.0, 3, 0.6767),
        (2.0, 4, 0.8571),
        (3.0, 4, 0.6472),
        (3.0, 6, 0.9161),
        (4.0, 5, 0.6288),
        (4.0, 7, 0.8893),
        (4.5, 6, 0.7029),
        (5.0, 5, 0.4405),
        (5.0, 6, 0.6160),
        (5.0, 8, 0.8666),
        (5.0, 10, 0.9682),
    ] {
        let queue = Queue { patience: Some(1.0), ..Queue::patient(load, servers) };
        near(1.0 - queue.solve().expect("a steady state").delayed, below, 0.00005, "P(no wait)");
    }
}

#[test]
fn the_fewest_servers_of_the_planners() {
    let level =
        |time: f64, share: f64| move |queue: &Queue| queue.in_time(time).is_some_and(|then| then.served >= share);
    // README of the R package ErlangC, as above: 80 % in 20 seconds and at most 85 % of occupancy ask for 14 of 10 erlangs.
    let goal = level(1.0 / 9.0, 0.8);
    assert_eq!(fewest_servers(10.0, None, |q| goal(q) && q.solve().is_some_and(|w| w.occupancy <= 0.85)), Some(14));
    // README of the gem erlang_c_calculator (C. Tennety), ruby-toolbox.com/projects/erlang_c_calculator: 0.01 calls a second of 300
    // seconds, 80 % in 20 seconds: 3 erlangs, 6 agents.
    assert_eq!(fewest_servers(3.0, None, level(20.0 / 300.0, 0.8)), Some(6));
    // F. Poletti, Math::Telephony::ErlangC, t/Math-Telephony-ErlangC.t, metacpan.org/dist/Math-Telephony-ErlangC: 27.083 erlangs of
    // 150 seconds: 34 servers for a mean wait of 5 seconds, and 34 for 94 % within 20 seconds.
    let mean = |queue: &Queue| queue.solve().is_some_and(|wait| wait.mean * 150.0 <= 5.0);
    assert_eq!(fewest_servers(27.083, None, mean), Some(34));
    assert_eq!(fewest_servers(27.083, None, level(20.0 / 150.0, 0.94)), Some(34));
    // README of pyworkforce, github.com/rodrigo-arenas/pyworkforce: with a patience of 5 minutes 13 are enough.
    assert_eq!(fewest_servers(10.0, Some(5.0 / 3.0), level(1.0 / 9.0, 0.8)), Some(13));
    assert_eq!(fewest_servers(1e12, None, level(1.0, 0.8)), None);
    assert_eq!(fewest_servers(0.0, None, level(0.0, 1.0)), Some(1));
}
