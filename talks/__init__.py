"""What the bot knows: sources, reading, news, store and lexicon. No Telegram, no scheduler, no asyncio outside `sources.fetch`."""
