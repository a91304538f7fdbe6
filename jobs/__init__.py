"""The work: plain functions, one per job, that take what they need as arguments and can be run by hand."""
