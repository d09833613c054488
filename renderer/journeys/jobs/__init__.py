"""Long work: rounds that were ordered are issued by workers, on this machine or on many."""
