#include "cicu.h"
#include <unicode/unorm2.h>
#include <unicode/uversion.h>

int32_t cicu_version(void) {
  UVersionInfo version;
  u_getVersion(version);
  return version[0];
}

int32_t cicu_normalize(
    int32_t decompose, const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = decompose ? unorm2_getNFDInstance(&status) : unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(form, text, length, result, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return needed;
  return U_FAILURE(status) ? -1 : needed;
}

int32_t cicu_begins_piece(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  return unorm2_hasBoundaryBefore(form, (UChar32)scalar) != 0;
}
