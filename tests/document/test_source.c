#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "document/source.h"

static char folder[] = "/tmp/gisa-source-XXXXXX";
static gs_arena arena;
static char message[256];
static const char *bytes;
static size_t length;

static const char *in_folder(const char *name) {
  static char path[128];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static void write_file(const char *name, const char *content, size_t size) {
  FILE *file = fopen(in_folder(name), "wb");
  cr_assert(file != NULL);
  cr_assert(eq(sz, fwrite(content, 1, size, file), size));
  cr_assert(eq(int, fclose(file), 0));
}

static void set_up(void) {
  cr_assert(mkdtemp(folder) != NULL);
  gs_arena_init(&arena, gs_heap);
  write_file("ten", "0123456789", 10);
  write_file("empty", "", 0);
  cr_assert(eq(int, mkfifo(in_folder("fifo"), 0600), 0));
  cr_assert(eq(int, symlink("loop", in_folder("loop")), 0));
}

static void tear_down(void) {
  static const char *const names[] = {"ten", "empty", "fifo", "loop"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) unlink(in_folder(names[i]));
  rmdir(folder);
  gs_arena_free(&arena);
}

TestSuite(source, .init = set_up, .fini = tear_down, .timeout = 10);

Test(source, regular_files_come_whole) {
  cr_assert(eq(int, gs_source_read(&arena, in_folder("ten"), 10, &bytes, &length, message), GISA_OK));
  cr_assert(eq(sz, length, 10));
  cr_assert(eq(str, (char *)bytes, "0123456789"), "a NUL stands behind the last byte");
  cr_assert(eq(int, gs_source_read(&arena, in_folder("empty"), 10, &bytes, &length, message), GISA_OK));
  cr_assert(eq(sz, length, 0));
}

Test(source, what_is_no_file_is_told) {
  static const struct {
    const char *name, *message;
    gisa_status status;
  } cases[] = {
      {"", "is a folder", GISA_IO},
      {"fifo", "is a FIFO, not a regular file", GISA_IO},
      {"missing", "No such file or directory", GISA_IO},
      {"ten/below", "Not a directory", GISA_IO},
      {"loop", "Too many levels of symbolic links", GISA_IO},
      {"../../dev/zero", "is a device, not a regular file", GISA_IO},
      {"ten", "has 10 bytes, over the limit of 9 (--max-bytes)", GISA_TOO_LARGE},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    gisa_status status = gs_source_read(&arena, in_folder(cases[i].name), 9, &bytes, &length, message);
    cr_expect(eq(int, status, cases[i].status), "%s", cases[i].name);
    cr_expect(eq(str, message, (char *)cases[i].message));
  }
}

/* Files in /proc say that they have no bytes. */
Test(source, a_file_with_more_than_it_says_is_read_on) {
  cr_assert(eq(int, gs_source_read(&arena, "/proc/self/status", 1 << 20, &bytes, &length, message), GISA_OK));
  cr_assert(strstr(bytes, "Pid:") != NULL);
  cr_assert(eq(int, gs_source_read(&arena, "/proc/self/status", 20, &bytes, &length, message), GISA_TOO_LARGE));
}

static void write_all(int descriptor, size_t size) {
  char block[4096];
  memset(block, 'x', sizeof block);
  for (size_t done = 0; done < size;) {
    ssize_t wrote = write(descriptor, block, size - done < sizeof block ? size - done : sizeof block);
    if (wrote <= 0) _exit(1);
    done += (size_t)wrote;
  }
}

/* A stream of size bytes from another process, whose reading end may be non-blocking. */
static gisa_status drain_stream(size_t size, size_t limit, int flags) {
  int ends[2];
  cr_assert(eq(int, pipe2(ends, 0), 0));
  pid_t writer = fork();
  cr_assert(writer >= 0);
  if (writer == 0) {
    close(ends[0]);
    usleep(20000);
    write_all(ends[1], size);
    _exit(0);
  }
  close(ends[1]);
  cr_assert(fcntl(ends[0], F_SETFL, flags) == 0);
  gisa_status status = gs_source_drain(&arena, ends[0], limit, &bytes, &length, message);
  close(ends[0]);
  return status;
}

Test(source, streams_come_whole_up_to_the_limit) {
  static const size_t sizes[] = {0, 1, 65535, 65536, 65537, 200000};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
    for (int flags = 0; flags <= O_NONBLOCK; flags += O_NONBLOCK) {
      cr_assert(eq(int, drain_stream(sizes[i], 200000, flags), GISA_OK), "%s", message);
      cr_assert(eq(sz, length, sizes[i]));
      cr_assert(bytes[length] == '\0' && (length == 0 || bytes[length - 1] == 'x'));
    }
  cr_assert(eq(int, drain_stream(200001, 200000, 0), GISA_TOO_LARGE));
  cr_assert(eq(str, message, "has more than the limit of 200000 bytes (--max-bytes)"));
}

static void *refuse_large(void *context, void *block, size_t size) {
  (void)context;
  return size > 1 << 16 ? NULL : gs_heap.resize(NULL, block, size);
}

Test(source, memory_may_be_out) {
  gs_arena small;
  gs_arena_init(&small, (gs_allocator){refuse_large, NULL});
  int zeros = open("/dev/zero", O_RDONLY);
  cr_assert(eq(int, gs_source_drain(&small, zeros, 1 << 24, &bytes, &length, message), GISA_NO_MEMORY));
  cr_assert(eq(str, message, "out of memory"));
  close(zeros);
  gs_arena_free(&small);
}
