#define _GNU_SOURCE
#include "ccores.h"

#ifdef __linux__
#include <sched.h>

int ccores_given(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
}
#else
int ccores_given(void) { return 0; }
#endif
