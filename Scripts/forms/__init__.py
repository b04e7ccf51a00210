"""A grammar of the forms of Vietnamese official documents, from which labelled documents are drawn."""
