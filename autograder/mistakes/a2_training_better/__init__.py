"""The mistakes of the second assignment, by what they go wrong in."""
