"""Mistakes in the functions of the convolutional network, grouped by what they are about."""
