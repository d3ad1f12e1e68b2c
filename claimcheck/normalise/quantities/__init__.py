"""What stands around a number and makes it a quantity."""
