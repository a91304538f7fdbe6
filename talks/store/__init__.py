"""The only room that speaks SQL. Each function is one named operation on a `Store`."""
