"""Records that may be of one person: found over the whole base, explained, and judged by people. Nothing merges by itself."""
