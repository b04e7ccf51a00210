#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

/* Reading of single members of a zip file in memory, through minizip. */

enum czip_status {
  CZIP_OK = 0,
  CZIP_DAMAGED = 1,
  CZIP_MISSING = 2,
  CZIP_TOO_LARGE = 3,
};

/* Reads the member `name` of the zip file in `bytes`, of at most `limit` bytes; `output` is to be given to
   `czip_free`. */
int32_t czip_read(const uint8_t *bytes, size_t length, const char *name, size_t limit, uint8_t **output,
                  size_t *output_length);

void czip_free(uint8_t *output);

#endif
