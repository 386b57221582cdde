"""The judgement: a submission's answers held against the right ones, and the difference named."""
