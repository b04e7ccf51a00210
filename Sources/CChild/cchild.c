#define _GNU_SOURCE
#include "cchild.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int32_t cchild_find(const char *name, char *buffer, size_t size) {
  const char *path = getenv("PATH");
  if (path == NULL) path = "/usr/local/bin:/usr/bin:/bin";
  while (*path != '\0') {
    size_t length = strcspn(path, ":");
    if (length > 0 && path[0] == '/') {
      int written = snprintf(buffer, size, "%.*s/%s", (int)length, path, name);
      if (written > 0 && (size_t)written < size && access(buffer, X_OK) == 0) return 1;
    }
    path += length + (path[length] == ':');
  }
  return 0;
}

static int input_file(const uint8_t *bytes, size_t length) {
#ifdef __linux__
  int file = memfd_create("input", MFD_CLOEXEC);
#else
  char name[] = "/tmp/phuchoi-XXXXXX";
  int file = mkstemp(name);
  if (file >= 0) unlink(name);
#endif
  size_t offset = 0;
  while (file >= 0 && offset < length) {
    ssize_t count = write(file, bytes + offset, length - offset);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      close(file);
      return -1;
    }
    offset += (size_t)count;
  }
  if (file >= 0) lseek(file, 0, SEEK_SET);
  return file;
}

static void limit(int resource, rlim_t most) {
  struct rlimit value = {most, most};
  setrlimit(resource, &value);
}

/* Only calls that are safe between fork and exec. */
static void become(const char *path, char *const *arguments, int input, int output, cchild_limits limits,
                   pid_t parent) {
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
#endif
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, (rlim_t)limits.memory);
  limit(RLIMIT_CPU, (rlim_t)(limits.milliseconds * 3 / 2000 + 1));
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  int silence = open("/dev/null", O_WRONLY);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(silence, 2) < 0) _exit(127);
  execv(path, arguments);
  _exit(127);
}

static int32_t collect(int file, int64_t deadline, cchild_limits limits, cchild_result *result) {
  size_t room = 0;
  while (1) {
    int64_t left = deadline - now();
    if (left <= 0) return CCHILD_TOO_SLOW;
    struct pollfd waiting = {file, POLLIN, 0};
    int ready = poll(&waiting, 1, left > 60000 ? 60000 : (int)left);
    if (ready < 0 && errno != EINTR) return CCHILD_KILLED;
    if (ready <= 0) continue;
    if (room - result->length < 65536) {
      room = room == 0 ? 1 << 20 : room * 2;
      uint8_t *more = realloc(result->output, room);
      if (more == NULL) return CCHILD_TOO_MUCH;
      result->output = more;
    }
    ssize_t count = read(file, result->output + result->length, room - result->length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return CCHILD_DONE;
    result->length += (size_t)count;
    if (result->length > limits.output) return CCHILD_TOO_MUCH;
  }
}

static int32_t await(pid_t child, int64_t deadline, int32_t end, cchild_result *result) {
  int status = 0;
  while (end == CCHILD_DONE) {
    pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) break;
    if (now() >= deadline) {
      end = CCHILD_TOO_SLOW;
      break;
    }
    struct timespec pause = {0, 1000000};
    nanosleep(&pause, NULL);
  }
  /* Whoever it has started goes too, however it takes it. */
  kill(-child, SIGKILL);
  if (end != CCHILD_DONE) {
    kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return end;
  }
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXCPU ? CCHILD_TOO_SLOW : CCHILD_KILLED;
  result->status = WEXITSTATUS(status);
  return CCHILD_DONE;
}

cchild_result cchild_run(const char *path, char *const *arguments, const uint8_t *input, size_t input_length,
                         cchild_limits limits) {
  cchild_result result = {CCHILD_NO_START, 0, NULL, 0};
  int64_t deadline = now() + limits.milliseconds;
  int file = input_file(input, input_length);
  if (file < 0) return result;
  int ends[2];
  if (pipe(ends) != 0) {
    close(file);
    return result;
  }
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) become(path, arguments, file, ends[1], limits, parent);
  close(file);
  close(ends[1]);
  if (child > 0) {
    setpgid(child, child);
    int32_t end = collect(ends[0], deadline, limits, &result);
    result.end = await(child, deadline, end, &result);
  }
  close(ends[0]);
  return result;
}

void cchild_free(uint8_t *output) { free(output); }

int32_t cchild_sync(int32_t file) {
#ifdef __linux__
  return syncfs(file);
#else
  return fsync(file);
#endif
}
