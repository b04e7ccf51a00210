#ifndef CCHILD_H
#define CCHILD_H

#include <stddef.h>
#include <stdint.h>

/* A child process that cannot do more than it may: bounded time, memory and output, in a process group of its own that
   is killed as a whole, and that goes with the thread that started it. */

enum cchild_end {
  CCHILD_DONE = 0,      /* It ended by itself: `status` is its exit status. */
  CCHILD_NO_START = 1,  /* It could not be started. */
  CCHILD_TOO_SLOW = 2,  /* Its time was up. */
  CCHILD_TOO_MUCH = 3,  /* It wrote more than it may. */
  CCHILD_KILLED = 4,    /* A signal ended it, as where it wanted too much memory. */
};

typedef struct {
  int64_t milliseconds; /* Time by the clock; half as much again of processor time is the second limit. */
  uint64_t memory;      /* Bytes of address space. */
  uint64_t output;      /* Bytes of standard output. */
} cchild_limits;

typedef struct {
  int32_t end;
  int32_t status;
  uint8_t *output; /* To be given to `cchild_free`. */
  size_t length;
} cchild_result;

/* Runs the program `path` with `arguments` (ended by NULL); `input` is its standard input, a file that it can seek in. */
cchild_result cchild_run(const char *path, char *const *arguments, const uint8_t *input, size_t input_length,
                         cchild_limits limits);

/* Where the program `name` is on the search path, in `buffer`; 0 where it is nowhere. */
int32_t cchild_find(const char *name, char *buffer, size_t size);

void cchild_free(uint8_t *output);

/* Puts everything that was written to the file system of `file` on its disk; 0 where that is done. */
int32_t cchild_sync(int32_t file);

#endif
