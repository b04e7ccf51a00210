#ifndef PHUCHOI_CFUZZER_H
#define PHUCHOI_CFUZZER_H
#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer over `callback` with the arguments of the command line.
int cfuzzer_run(int count, char **arguments, int (*callback)(const uint8_t *bytes, size_t count));

#endif
