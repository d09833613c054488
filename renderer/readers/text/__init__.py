"""Running text as every format has it: runs, signs, marks and lists on their way to `Prose`."""
