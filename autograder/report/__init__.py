"""What people see: words and pictures made of results, for a terminal, a notebook or a browser."""
