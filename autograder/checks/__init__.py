"""The checks: ordinary pytest tests, one claim each, that talk to a student's code through a fixture."""
