#include "czip.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

/* A file in memory, as minizip asks for it. */
typedef struct {
  const uint8_t *bytes;
  uint64_t length;
  uint64_t place;
} memory;

static voidpf on_open(voidpf file, const void *name, int mode) {
  (void)name, (void)mode;
  return file;
}

static uLong on_read(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)opaque;
  memory *file = stream;
  uint64_t left = file->length - file->place;
  uint64_t count = size < left ? size : left;
  memcpy(buffer, file->bytes + file->place, count);
  file->place += count;
  return (uLong)count;
}

static uLong on_write(voidpf opaque, voidpf stream, const void *buffer, uLong size) {
  (void)opaque, (void)stream, (void)buffer, (void)size;
  return 0;
}

static ZPOS64_T on_tell(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((memory *)stream)->place;
}

static long on_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)opaque;
  memory *file = stream;
  uint64_t base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? file->place : file->length;
  if (offset > file->length - base) return -1;
  file->place = base + offset;
  return 0;
}

static int on_close(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}

static int on_error(voidpf opaque, voidpf stream) {
  (void)opaque, (void)stream;
  return 0;
}

static int32_t read_member(unzFile zip, size_t limit, uint8_t **output, size_t *output_length) {
  unz_file_info64 info;
  if (unzGetCurrentFileInfo64(zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK) return CZIP_DAMAGED;
  if (info.uncompressed_size > limit) return CZIP_TOO_LARGE;
  if (unzOpenCurrentFile(zip) != UNZ_OK) return CZIP_DAMAGED;
  /* The size that the file states is not believed: what comes out counts. */
  size_t room = (size_t)info.uncompressed_size + 1;
  uint8_t *bytes = malloc(room);
  size_t count = 0;
  int32_t status = bytes == NULL ? CZIP_TOO_LARGE : CZIP_OK;
  while (status == CZIP_OK) {
    int got = unzReadCurrentFile(zip, bytes + count, (unsigned)(room - count < 1 << 20 ? room - count : 1 << 20));
    if (got < 0) status = CZIP_DAMAGED;
    if (got <= 0) break;
    count += (size_t)got;
    if (count == room) status = CZIP_DAMAGED;
  }
  if (unzCloseCurrentFile(zip) != UNZ_OK) status = CZIP_DAMAGED;
  if (status != CZIP_OK) {
    free(bytes);
    return status;
  }
  *output = bytes;
  *output_length = count;
  return CZIP_OK;
}

int32_t czip_read(const uint8_t *bytes, size_t length, const char *name, size_t limit, uint8_t **output,
                  size_t *output_length) {
  memory file = {bytes, length, 0};
  zlib_filefunc64_def functions = {on_open, on_read, on_write, on_tell, on_seek, on_close, on_error, &file};
  unzFile zip = unzOpen2_64(NULL, &functions);
  if (zip == NULL) return CZIP_DAMAGED;
  int32_t status = CZIP_MISSING;
  if (unzLocateFile(zip, name, 1) == UNZ_OK) status = read_member(zip, limit, output, output_length);
  unzClose(zip);
  return status;
}

void czip_free(uint8_t *output) { free(output); }
