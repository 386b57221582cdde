"""A student's desk: where they are, what is remembered, starting an exercise over, and `autograder watch`."""
