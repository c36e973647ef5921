#include "document/source.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the caller's message buffer holds at least, see source.h. */
#define MESSAGE_SIZE 256

/* A first block for a stream whose length nobody knows: a pipe's usual capacity. */
#define FIRST_BLOCK 65536

static gisa_status fail_errno(int number, char *message) {
  char words[128];
  snprintf(message, MESSAGE_SIZE, "%s", strerror_r(number, words, sizeof words));
  return number == ENOMEM ? GISA_NO_MEMORY : GISA_IO;
}

static gisa_status fail_memory(char *message) {
  snprintf(message, MESSAGE_SIZE, "out of memory");
  return GISA_NO_MEMORY;
}

static gisa_status fail_large(char *message, size_t limit) {
  snprintf(message, MESSAGE_SIZE, "has more than the limit of %zu bytes (--max-bytes)", limit);
  return GISA_TOO_LARGE;
}

/* Waits for a stream that was opened elsewhere with O_NONBLOCK. false with errno set where that fails. */
static bool await(int descriptor) {
  struct pollfd wanted = {.fd = descriptor, .events = POLLIN};
  return poll(&wanted, 1, -1) >= 0 || errno == EINTR;
}

/* Reads until the end into a block of room bytes that grows by doubling. One byte over the limit is asked for, so that
 * a stream of exactly limit bytes is told from a longer one. */
static gisa_status drain(gs_arena *arena, int descriptor, size_t room, size_t limit, const char **bytes, size_t *length,
                         char *message) {
  size_t most = limit < SIZE_MAX - 1 ? limit + 1 : limit;
  if (room > most) room = most;
  char *block = gs_arena_alloc(arena, room + 1);
  if (!block) return fail_memory(message);
  size_t filled = 0;
  for (;;) {
    if (filled == room) {
      if (room == most) return fail_large(message, limit);
      size_t wider = room > most / 2 ? most : room * 2;
      block = gs_arena_grow(arena, block, room + 1, wider + 1);
      if (!block) return fail_memory(message);
      room = wider;
    }
    ssize_t got = read(descriptor, block + filled, room - filled);
    if (got < 0 && (errno == EINTR || (errno == EAGAIN && await(descriptor)))) continue;
    if (got < 0) return fail_errno(errno, message);
    if (got == 0) break;
    filled += (size_t)got;
  }
  block[filled] = '\0';
  *bytes = block;
  *length = filled;
  return GISA_OK;
}

static const char *name_of_type(mode_t mode) {
  switch (mode & S_IFMT) {
  case S_IFDIR:
    return "is a folder";
  case S_IFIFO:
    return "is a FIFO, not a regular file";
  case S_IFSOCK:
    return "is a socket, not a regular file";
  case S_IFCHR:
  case S_IFBLK:
    return "is a device, not a regular file";
  default:
    return "is not a regular file";
  }
}

static gisa_status read_regular(gs_arena *arena, int descriptor, size_t limit, const char **bytes, size_t *length,
                                char *message) {
  struct stat facts;
  if (fstat(descriptor, &facts) != 0) return fail_errno(errno, message);
  if (!S_ISREG(facts.st_mode)) {
    snprintf(message, MESSAGE_SIZE, "%s", name_of_type(facts.st_mode));
    return GISA_IO;
  }
  size_t size = facts.st_size > 0 ? (size_t)facts.st_size : 0;
  if (size > limit) {
    snprintf(message, MESSAGE_SIZE, "has %zu bytes, over the limit of %zu (--max-bytes)", size, limit);
    return GISA_TOO_LARGE;
  }
  /* One byte more than the file has: a file that did not grow ends in one read and its end-of-file. Files that say 0
   * (as in /proc) and files that grow meanwhile are read on. */
  return drain(arena, descriptor, size ? size + 1 : FIRST_BLOCK, limit, bytes, length, message);
}

gisa_status gs_source_read(gs_arena *arena, const char *path, size_t limit, const char **bytes, size_t *length,
                           char *message) {
  int descriptor;
  /* O_NONBLOCK: opening a FIFO without a writer, or some devices, would wait for ever. */
  do {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  } while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0 && errno == ENXIO) {
    snprintf(message, MESSAGE_SIZE, "is not a regular file");
    return GISA_IO;
  }
  if (descriptor < 0) return fail_errno(errno, message);
  gisa_status status = read_regular(arena, descriptor, limit, bytes, length, message);
  close(descriptor);
  return status;
}

gisa_status gs_source_drain(gs_arena *arena, int descriptor, size_t limit, const char **bytes, size_t *length,
                            char *message) {
  return drain(arena, descriptor, FIRST_BLOCK, limit, bytes, length, message);
}
