"""How fast each room is, beside the library that it stands on, measured in one run. `make bench` runs them all."""
