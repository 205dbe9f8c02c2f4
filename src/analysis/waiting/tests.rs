//! What must hold for any queue. Published figures are in `published.rs`.

use super::*;

fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((found - expected).abs() <= tolerance, "{what}: found {found}, expected {expected}");
}

fn wait(load: f64, servers: u32) -> Wait {
    Queue::patient(load, servers).solve().expect("a steady state")
}

/// The share not served when a time has passed.
fn later(load: f64, servers: u32, time: f64) -> f64 {
    1.0 - Queue::patient(load, servers).in_time(time).expect("a steady state").served
}

#[test]
fn small_queues_agree_with_fractions_worked_by_hand() {
    // One server: P(wait) is the load. Two servers: C(2, a) = a² / (2 + a).
    let one = wait(2.0 / 3.0, 1);
    near(one.delayed, 2.0 / 3.0, 1e-12, "P(wait), one server");
    near(one.waiting, 4.0 / 3.0, 1e-12, "waiting, one server");
    near(later(2.0 / 3.0, 1, 1.5), 2.0 / 3.0 * (-0.5_f64).exp(), 1e-12, "P(wait > 1.5), one server");
    let two = wait(2.0 / 3.0, 2);
    near(two.delayed, 1.0 / 6.0, 1e-12, "P(wait), two servers");
    near(two.waiting, 1.0 / 12.0, 1e-12, "waiting, two servers");
    near(two.occupancy, 1.0 / 3.0, 1e-12, "occupancy, two servers");
    near(later(2.0 / 3.0, 2, 1.5), (-2.0_f64).exp() / 6.0, 1e-12, "P(wait > 1.5), two servers");
    near(wait(2.0, 3).delayed, 4.0 / 9.0, 1e-12, "P(wait), three servers");
}

/// Fifty agents, 48 calls a minute of one minute, patience of two minutes; then an overloaded queue of impatient callers. Computed
/// independently in Python: the weights of the birth-and-death chain, and who is served by Runge and Kutta's method.
#[test]
fn a_large_and_an_overloaded_queue_computed_independently() {
    let patient = wait(48.0, 50);
    near(patient.delayed, 0.694_455_611_197, 1e-11, "C: P(wait)");
    near(patient.mean * 60.0, 20.833_668_335_9, 1e-9, "C: mean wait");
    near(patient.waiting, 16.666_934_668_7, 1e-9, "C: queue");
    near(later(48.0, 50, 58.138_741_782 / 60.0), 0.1, 1e-9, "C: ninth decile");
    let queue = Queue { patience: Some(2.0), ..Queue::patient(48.0, 50) };
    let impatient = queue.solve().expect("a steady state");
    near(impatient.delayed, 0.467_774_068_554, 1e-11, "A: P(wait)");
    near(impatient.abandoned, 0.030_912_249_162, 1e-11, "A: abandoning");
    near(impatient.mean, 0.061_824_498_324, 1e-11, "A: mean wait");
    near(impatient.waiting, 2.967_575_919_570, 1e-10, "A: queue");
    near(impatient.occupancy, 0.930_324_240_804, 1e-11, "A: occupancy");
    let then = queue.in_time(12.5 / 60.0).expect("a steady state");
    near(then.served, 0.874_556_909_7, 1e-8, "A: served in 12.5 s");
    near(then.left, 0.026_293_279_3, 1e-8, "A: left in 12.5 s");
    let queue = Queue { patience: Some(0.5), ..Queue::patient(13.0, 10) };
    let overloaded = queue.solve().expect("all leave at last");
    near(overloaded.delayed, 0.734_443_088_324, 1e-11, "overloaded: P(wait)");
    near(overloaded.abandoned, 0.275_275_948_393, 1e-11, "overloaded: abandoning");
    let then = queue.in_time(0.25).expect("a steady state");
    near(then.served, 0.574_855_072_6, 1e-8, "overloaded: served");
    near(then.left, 0.218_619_801_3, 1e-8, "overloaded: left");
}

#[test]
fn the_models_meet_at_their_ends() {
    // Without patience, A is B; with endless patience it is C.
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
