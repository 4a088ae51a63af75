#pragma once

// Swift has no operation that asks for a cache line before it is needed.

/// Asks for a line that is to be written soon.
static inline __attribute__((always_inline)) void fetch_line_to_write(const void *place) {
#if defined(__x86_64__)
  // No level of the architecture includes this instruction, so that the builtin would fetch a line to read: one that another
  // core holds too would be waited for again when it is written. Old processors pass over it.
  __asm__ volatile("prefetchw %0" : : "m"(*(const char *)place));
#else
  __builtin_prefetch(place, 1, 3);
#endif
}

/// Asks for a line that is to be read soon.
static inline __attribute__((always_inline)) void fetch_line_to_read(const void *place) {
  __builtin_prefetch(place, 0, 3);
}
