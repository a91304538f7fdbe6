"""The commands of the terminal, by family."""
