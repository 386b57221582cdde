"""Mistakes in the functions of the network of any depth, grouped as the lesson is."""
