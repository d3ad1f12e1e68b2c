"""Names and nouns that numbers can belong to, and who a document is about."""
