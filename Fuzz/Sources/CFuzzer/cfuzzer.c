#include "cfuzzer.h"

/* libFuzzer's own way in for programs that bring a main. */
extern int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*callback)(const uint8_t *, size_t));

int cfuzzer_run(int count, char **arguments, int (*callback)(const uint8_t *, size_t)) {
  return LLVMFuzzerRunDriver(&count, &arguments, callback);
}
