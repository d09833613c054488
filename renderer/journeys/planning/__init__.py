"""Planning: from the signed agreement to its plan, and from one follow-up to the next."""
