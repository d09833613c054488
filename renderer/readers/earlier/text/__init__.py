"""Running text of earlier documents: marks of lists, runs with a look, hyphens at line ends, signs of old fonts."""
