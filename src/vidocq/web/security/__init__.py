"""What stands between a visitor and the record: who may ask, how much, and that a form is our own."""
