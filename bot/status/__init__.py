"""How the bot is, over HTTP: /health for machines, /metrics for Prometheus, / for people."""
