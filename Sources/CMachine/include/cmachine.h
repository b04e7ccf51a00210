#ifndef CMACHINE_H
#define CMACHINE_H

#include <stdint.h>

/// How many cores the process was given; 0 where that is not known.
int cmachine_cores(void);

/// Has the core fetch what is at `place`, wherever that is, without waiting for it: it will be read soon.
static inline void cmachine_fetch(const void *_Nullable place) { __builtin_prefetch(place); }

/// Lets blocks of at least so many bytes go back to the system as soon as they are freed, where the C library keeps them.
void cmachine_return_blocks(int32_t bytes);

#endif
