#include "cbundle.h"

#include <stddef.h>
#include <sys/random.h>

/* ICU's data of locales and converters is 30 MB, and nothing here asks for it: normal forms are compiled into the
 * library. Both ICUs, Foundation's and the system's, find an empty package under the names that they ask for. */
struct package {
  uint16_t header_size;
  uint8_t magic[2];
  uint16_t info_size, reserved;
  uint8_t is_big_endian, charset, unit_size, padding, format[4], format_version[4], data_version[4];
  uint8_t fill[8];
  uint32_t count, end;
};

#define EMPTY_PACKAGE \
  { 32, {0xda, 0x27}, 20, 0, 0, 0, 2, 0, {'C', 'm', 'n', 'D'}, {1, 0, 0, 0}, {0, 0, 0, 0}, {0}, 0, 0 }

#define EMPTY(name) _Alignas(16) __attribute__((visibility("hidden"))) const struct package name = EMPTY_PACKAGE
EMPTY(icudt70_dat);
EMPTY(icudt71_dat);
EMPTY(icudt72_dat);
EMPTY(icudt73_dat);
EMPTY(icudt74_dat);
EMPTY(icudt75_dat);
EMPTY(icudt76_dat);
EMPTY(icudt77_dat);
EMPTY(icudt78_dat);

/* glibc 2.36 has this function; the command shall run from 2.34 on. */
uint32_t arc4random(void) {
  uint32_t value = 0;
  for (size_t filled = 0; filled < sizeof value;) {
    ssize_t count = getrandom((char *)&value + filled, sizeof value - filled, 0);
    if (count > 0) filled += (size_t)count;
  }
  return value;
}

/* glibc 2.35 gave these a new version that sets no errno; the first one computes the same. */
double first_hypot(double, double);
float first_hypotf(float, float);
__asm__(".symver first_hypot, hypot@GLIBC_2.2.5");
__asm__(".symver first_hypotf, hypotf@GLIBC_2.2.5");
double hypot(double x, double y) { return first_hypot(x, y); }
float hypotf(float x, float y) { return first_hypotf(x, y); }

int32_t cbundle_is_linked(void) { return 1; }
