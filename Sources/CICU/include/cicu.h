#ifndef PHUCHOI_CICU_H
#define PHUCHOI_CICU_H
#include <stdint.h>

/// The version of the ICU library in use, major number.
int32_t cicu_version(void);

#endif
