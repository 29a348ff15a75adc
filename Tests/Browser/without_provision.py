"""A demonstration trust whose provision is taken out, for journeys that count their own."""

TABLES = ("session_pupil", "session", "owed_line_run", "owed_line", "provision_outcome", "provision_cost", "provision_member", "provision_time", "provision_pattern",
          "run_measure", "chosen_result", "impact_decision", "provision_run", "staff_rate", "funding_line", "variance_justification", "cost_setting")


def take_out_provision(store):
    for table in TABLES:
        store.execute(f"DELETE FROM {table}")
