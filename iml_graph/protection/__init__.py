"""Which rights a party has undertaken to protect on a day, what is missing, and what an instrument would add."""
