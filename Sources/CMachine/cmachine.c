#define _GNU_SOURCE
#include "cmachine.h"

#ifdef __linux__
#include <sched.h>

int cmachine_cores(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
}
#else
int cmachine_cores(void) { return 0; }
#endif

#ifdef __GLIBC__
#include <malloc.h>

void cmachine_return_blocks(int32_t bytes) { mallopt(M_MMAP_THRESHOLD, bytes); }
#else
void cmachine_return_blocks(int32_t bytes) { (void)bytes; }
#endif
