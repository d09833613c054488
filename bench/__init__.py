"""Benchmarks: CPU seconds, pages and memory of whole processes, beside another tool in the same run."""
