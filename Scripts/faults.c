/* Makes one call of a process fail: see fault-injection. Of the system calls only those count that concern files below
 * FAULT_BELOW, so that the same call fails whatever the program reads before; of the allocations all by malloc, calloc, realloc,
 * aligned_alloc, posix_memalign and mmap. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;

/* Writes to FAULT_COUNT how many calls there were: at once, since a server may be killed. */
static void tell(int number) {
  const char *place = getenv("FAULT_COUNT");
  char digits[16];
  int length = snprintf(digits, sizeof digits, "%-12d\n", number);
  int file = place ? (int)syscall(SYS_openat, AT_FDCWD, place, O_WRONLY | O_CREAT, 0600) : -1;
  if (file < 0) return;
  syscall(SYS_pwrite64, file, digits, (size_t)length, (off_t)0);
  syscall(SYS_close, file);
}

/* Whether calls of this name are to fail. */
static int is_wanted(const char *call) {
  const char *wanted = getenv("FAULT_CALL");
  return wanted && !strcmp(wanted, call);
}

/* Whether this is the call that fails; counts it. */
static int is_next(void) {
  int number = atomic_fetch_add(&calls, 1) + 1;
  tell(number);
  const char *at = getenv("FAULT_AT");
  return at && atoi(at) == number;
}

static int fails(const char *call, const char *path) {
  const char *below = getenv("FAULT_BELOW");
  return below && path && is_wanted(call) && !strncmp(path, below, strlen(below)) && is_next();
}

/* glibc's own allocations, by names that no shim stands before. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static int fails_to_allocate(void) {
  if (!environ || !is_wanted("malloc") || !is_next()) return 0;
  errno = ENOMEM;
  return 1;
}

void *malloc(size_t size) { return fails_to_allocate() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails_to_allocate() ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return fails_to_allocate() ? NULL : __libc_realloc(old, size); }
void *aligned_alloc(size_t alignment, size_t size) { return fails_to_allocate() ? NULL : __libc_memalign(alignment, size); }
int posix_memalign(void **result, size_t alignment, size_t size) {
  if (fails_to_allocate()) return ENOMEM;
  *result = __libc_memalign(alignment, size);
  return *result ? 0 : ENOMEM;
}

void *mmap(void *place, size_t length, int protection, int flags, int file, off_t offset) {
  if (is_wanted("mmap") && is_next()) {
    errno = ENOMEM;
    return MAP_FAILED;
  }
  return (void *)syscall(SYS_mmap, place, length, protection, flags, file, offset);
}
void *mmap64(void *place, size_t length, int protection, int flags, int file, off64_t offset) {
  return mmap(place, length, protection, flags, file, offset);
}

static const char *path_of(int file, char *buffer) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, buffer, PATH_MAX - 1);
  if (length < 0) return NULL;
  buffer[length] = 0;
  return buffer;
}

/* A path below a folder that is open. */
static const char *path_at(int folder, const char *name, char *buffer) {
  if (folder == AT_FDCWD || name[0] == '/') return name;
  if (!path_of(folder, buffer)) return NULL;
  size_t length = strlen(buffer);
  snprintf(buffer + length, PATH_MAX - length, "/%s", name);
  return buffer;
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define FAIL(number) \
  do { \
    errno = number; \
    return -1; \
  } while (0)

#define OVER_FILE(type, name, call, parameters, arguments) \
  type name parameters { \
    char path[PATH_MAX]; \
    REAL(name); \
    if (fails(call, path_of(file, path))) FAIL(EIO); \
    return real arguments; \
  }

OVER_FILE(ssize_t, read, "read", (int file, void *bytes, size_t count), (file, bytes, count))
OVER_FILE(ssize_t, pread, "pread", (int file, void *bytes, size_t count, off_t at), (file, bytes, count, at))
OVER_FILE(ssize_t, pread64, "pread", (int file, void *bytes, size_t count, off64_t at), (file, bytes, count, at))
OVER_FILE(ssize_t, write, "write", (int file, const void *bytes, size_t count), (file, bytes, count))
OVER_FILE(ssize_t, pwrite, "pwrite", (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at))
OVER_FILE(ssize_t, pwrite64, "pwrite", (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at))
OVER_FILE(int, fsync, "fsync", (int file), (file))
OVER_FILE(int, fdatasync, "fsync", (int file), (file))
OVER_FILE(int, syncfs, "fsync", (int file), (file))
OVER_FILE(int, ftruncate, "ftruncate", (int file, off_t length), (file, length))
OVER_FILE(int, ftruncate64, "ftruncate", (int file, off64_t length), (file, length))

int rename(const char *from, const char *to) {
  REAL(rename);
  if (fails("rename", to)) FAIL(EIO);
  return real(from, to);
}

int renameat(int a, const char *from, int b, const char *to) {
  char path[PATH_MAX * 2];
  REAL(renameat);
  if (fails("rename", path_at(b, to, path))) FAIL(EIO);
  return real(a, from, b, to);
}

int link(const char *from, const char *to) {
  REAL(link);
  if (fails("link", to)) FAIL(EIO);
  return real(from, to);
}

int linkat(int a, const char *from, int b, const char *to, int flags) {
  char path[PATH_MAX * 2];
  REAL(linkat);
  if (fails("link", path_at(b, to, path))) FAIL(EIO);
  return real(a, from, b, to, flags);
}

int unlink(const char *path) {
  REAL(unlink);
  if (fails("unlink", path)) FAIL(EIO);
  return real(path);
}

int unlinkat(int folder, const char *name, int flags) {
  char path[PATH_MAX * 2];
  REAL(unlinkat);
  if (fails("unlink", path_at(folder, name, path))) FAIL(EIO);
  return real(folder, name, flags);
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  if (fails("mkdir", path)) FAIL(ENOSPC);
  return real(path, mode);
}

int mkdirat(int folder, const char *name, mode_t mode) {
  char path[PATH_MAX * 2];
  REAL(mkdirat);
  if (fails("mkdir", path_at(folder, name, path))) FAIL(ENOSPC);
  return real(folder, name, mode);
}

static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = mode_of(flags, rest); \
    va_end(rest); \
    REAL(name); \
    if (fails("open", path)) FAIL(EMFILE); \
    return real(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    char whole[PATH_MAX * 2]; \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = mode_of(flags, rest); \
    va_end(rest); \
    REAL(name); \
    if (fails("open", path_at(folder, path, whole))) FAIL(EMFILE); \
    return real(folder, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)
