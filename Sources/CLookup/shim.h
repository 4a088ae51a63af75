#pragma once

// Swift has no operation that picks lanes of one vector by the numbers in another.

#if defined(__AVX512F__)
#include <immintrin.h>

typedef double eight_doubles __attribute__((ext_vector_type(8)));
typedef unsigned long long eight_words __attribute__((ext_vector_type(8)));

/// For each place the entry of a table of sixteen that its low four bits number; the other bits do not matter.
static inline __attribute__((always_inline)) eight_doubles look_up_in_sixteen(
    eight_doubles first, eight_doubles second, eight_words place) {
  return (eight_doubles)_mm512_permutex2var_pd((__m512d)first, (__m512i)place, (__m512d)second);
}
#endif
