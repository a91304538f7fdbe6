"""Pictures of what is answered: a sheet says what stands on it, and becomes marks with places, and those a PNG.

It runs in the worker processes: nothing here knows Telegram or the store.
"""
