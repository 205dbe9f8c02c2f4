"""Which tests of the crate and of the browser show a row, so that it is not done twice. That each stands in the tree is checked by every run."""

import re

# What the row is about, where no row of this folder does it.
WHAT = {
    18: "duplicate keys, `no`, octal, tabulators, unknown keys",
    20: "script through texts, titles, links, attributes, drawings",
    21: "escape contexts: attribute, JSON, search index, Typst, findings",
    22: "Typst code in content",
    25: "content policy, no request outside, `file://`",
    26: "fonts missing or others installed",
}

PUBLISH, REPOSITORY, SERVE = "src/publish/tests.rs", "src/load/repository/tests.rs", "tests/it/serve.rs"
PROOFS = {
    4: [(PUBLISH, "the_next_build_clears_what_a_killed_one_left")],
    5: [(PUBLISH, "a_reader_never_misses_a_page")],
    6: [(PUBLISH, "root_home_manual_and_what_holds_them_are_refused"), (PUBLISH, "files_of_others_beside_ours_stay")],
    7: [(PUBLISH, "a_generated_file_changed_by_hand_is_kept_unless_replaced")],
    8: [(PUBLISH, "builds_at_once_take_turns")],
    10: [("src/load/disk.rs", "what_changes_after_it_was_listed_or_read_is_named")],
    12: [("tests/it/reproducible.rs", "two_machines_publish_the_same_bytes"), ("src/render/pdf/tests.rs", "the_same_manual_gives_the_same_bytes")],
    14: [("src/load/disk.rs", "links_stay_within_the_manual"), (REPOSITORY, "links_lead_within_the_manual_or_nowhere")],
    15: [("src/publish/manifest.rs", "paths_that_could_leave_the_folder_or_collide_are_refused"), ("src/load/disk.rs", "reads_only_what_it_lists")],
    16: [("src/load/disk.rs", "names_and_kinds_that_cannot_be_used_are_skipped_by_name")],
    17: [("src/parse/yaml.rs", "bombs_end_in_a_message"), ("src/check/examples/unexampled.rs", "depth_is_bounded")],
    18: [
        ("src/parse/yaml.rs", "duplicate_keys_are_all_reported_and_the_first_stays"), ("src/parse/yaml.rs", "odd_input_never_panics"),
        ("src/parse/syntax/tests.rs", "what_yaml_would_swallow_is_said"), ("src/parse/syntax/tests.rs", "any_cut_of_a_text_gets_an_answer"),
    ],
    19: [("src/parse/markdown/tests.rs", "what_is_nested_without_end_is_cut_off_at_a_depth_and_its_words_stay")],
    20: [("src/render/html/tests.rs", "no_text_becomes_markup"), ("src/theme/tests.rs", "no_template_switches_escaping_off")],
    21: [
        ("src/render/html/tests.rs", "no_text_becomes_markup"), ("src/diagram/pen.rs", "text_ids_and_addresses_are_escaped"),
        ("src/cli/formats/github.rs", "each_finding_is_one_escaped_line"), ("src/theme/tests.rs", "hostile_values_reach_no_style_sheet"),
    ],
    22: [("src/render/pdf/tests.rs", "content_is_data_and_is_printed_as_it_stands")],
    23: [("src/render/pdf/tests.rs", "a_picture_that_cannot_be_read_is_named")],
    26: [("src/render/pdf/tests.rs", "a_character_without_a_glyph_is_named_with_its_text_and_section")],
    27: [(REPOSITORY, "only_the_exact_name_of_a_tag_counts"), (REPOSITORY, "filters_and_hooks_of_the_repository_are_never_run")],
    28: [
        (REPOSITORY, "without_a_repository_there_is_none"), (REPOSITORY, "a_bare_repository_has_editions_and_no_working_copy"),
        (REPOSITORY, "head_may_be_unborn_detached_or_a_branch"), (REPOSITORY, "a_damaged_object_and_a_shallow_clone_are_told_apart"),
        (REPOSITORY, "a_damaged_file_is_told_with_its_edition"), ("src/cli/diff/tests.rs", "every_fault_of_a_repository_has_its_message"),
    ],
    29: [(SERVE, "nobody_but_the_person_at_this_machine_gets_in"), (SERVE, "clients_who_never_end_keep_nobody_out")],
    30: [(SERVE, "every_way_of_saving_is_noticed"), (SERVE, "a_save_that_cannot_be_read_leaves_the_page_with_the_message_on_top")],
    31: [("src/check/examples/unexampled.rs", "names_that_another_system_cannot_hold_are_refused")],
    32: [("src/parse/source.rs", "other_encodings_are_named_with_the_byte"), ("tests/it/reproducible.rs", "a_byte_order_mark_and_windows_line_ends_change_nothing")],
    33: [("src/load/disk.rs", "a_file_beyond_the_limit_is_named")],
    34: [("src/render/html/tests.rs", "every_address_leads_to_an_id_or_a_file")],
    35: [("tests/it/robustness.rs", "no_mutation_of_the_example_makes_it_panic"), ("src/values/tests.rs", "no_text_makes_a_reader_panic")],
}
# Scripts of the test command.
SCRIPTS = {20: "`tests/web/payloads.py` with `pages.mjs`", 25: "`tests/web/pages.mjs`", 34: "`tests/web/pages.mjs`"}


def missing(tree):
    """What is named here and does not stand in the tree."""
    found = []
    for row, tests in PROOFS.items():
        for file, name in tests:
            path = tree / file
            if not path.exists() or not re.search(rf"\bfn {name}\(", path.read_text("utf-8")):
                found.append(f"row {row} is said to be shown by {file}: {name}, which is not there")
    for row, text in SCRIPTS.items():
        for name in re.findall(r"`([^`]+)`", text):
            if not (tree / name).exists() and not (tree / "tests/web" / name).exists():
                found.append(f"row {row} is said to be shown by {name}, which is not there")
    return found
