"""Which mistake is it? Wrong answers read as evidence, and what is found put into words."""
