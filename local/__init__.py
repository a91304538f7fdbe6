"""A small Bot API server on loopback and its chat: what runs without a token, and what the tests run the bot against.

`start_local_server` (server.py) is the way in; people, groups and faults are handled through what it returns.
"""
