#ifndef PHUCHOI_CICU_H
#define PHUCHOI_CICU_H
#include <stdint.h>

/// The version of the ICU library in use, major number.
int32_t cicu_version(void);

/// Normalises UTF-16 text to NFC (`decompose` 0) or NFD (`decompose` 1).
///
/// Returns the length of the result in code units, which may exceed `capacity` (then call again with room for
/// it), or -1 when ICU failed. At most `capacity` units are written.
int32_t cicu_normalize(
    int32_t decompose, const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

/// Whether `scalar` always begins a new piece for NFC: what stands before it never combines with it.
int32_t cicu_begins_piece(uint32_t scalar);

#endif
