"""What the bot knows: sources, reading, news, store, lexicon. No Telegram, no scheduler, no SQL outside `store/`."""
