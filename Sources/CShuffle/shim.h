#pragma once

// Swift has no operation that moves lanes between vectors.

typedef double eight_doubles __attribute__((ext_vector_type(8)));
typedef unsigned long long eight_words __attribute__((ext_vector_type(8)));

#if defined(__AVX512F__)
// The compiler would merge shuffles that follow each other into chains of permutations, twice as many and each several times
// as slow. An instruction that it cannot look into, and that is none, keeps them as they are written.
#define KEEP(vector) __asm__("" : "+v"(vector))
#else
#define KEEP(vector)
#endif

#define SHUFFLE(name, ...)                                                                            \
  static inline __attribute__((always_inline)) eight_doubles name(eight_doubles x, eight_doubles y) { \
    eight_doubles lanes = __builtin_shufflevector(x, y, __VA_ARGS__);                                 \
    KEEP(lanes);                                                                                      \
    return lanes;                                                                                     \
  }

/// x0 y0 x2 y2 x4 y4 x6 y6.
SHUFFLE(even_lanes, 0, 8, 2, 10, 4, 12, 6, 14)

/// x1 y1 x3 y3 x5 y5 x7 y7.
SHUFFLE(odd_lanes, 1, 9, 3, 11, 5, 13, 7, 15)

/// x0 x1 x4 x5 y0 y1 y4 y5.
SHUFFLE(even_pairs, 0, 1, 4, 5, 8, 9, 12, 13)

/// x2 x3 x6 x7 y2 y3 y6 y7.
SHUFFLE(odd_pairs, 2, 3, 6, 7, 10, 11, 14, 15)

#undef SHUFFLE
#undef KEEP

#if defined(__AVX512F__)
#include <immintrin.h>

/// For each place the entry of a table of sixteen that its low four bits number; the other bits do not matter.
static inline __attribute__((always_inline)) eight_doubles look_up_in_sixteen(
    eight_doubles first, eight_doubles second, eight_words place) {
  return (eight_doubles)_mm512_permutex2var_pd((__m512d)first, (__m512i)place, (__m512d)second);
}
#endif
