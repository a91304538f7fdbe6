"""All the Spanish that is said, in one place. HTML where a name ends in nothing, plain where Telegram takes no HTML."""
