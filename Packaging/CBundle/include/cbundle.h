#ifndef PHUCHOI_CBUNDLE_H
#define PHUCHOI_CBUNDLE_H
#include <stdint.h>

/// 1; linked into the command of the packages only (see `Packaging/README.md`).
int32_t cbundle_is_linked(void);

#endif
