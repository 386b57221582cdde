"""The judgement: checks run on a submission, its answers held against the right ones, marks given."""
