"""The student's code and the line to it: whatever runs here is untrusted, and only plain data comes back."""
