"""Units of measure and money."""
