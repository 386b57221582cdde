"""Mistakes in the functions of the first network, grouped as the lesson is."""
