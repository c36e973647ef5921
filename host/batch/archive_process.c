/* Reads an archive in a process of its own: what unpacks strangers' bytes has no more rights than a worker, and where it dies the run goes on.
 *
 * The process writes one message a member: the length of what follows (u64), a member_kind (u32), path, name, and bytes or the reason why it is
 * refused. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/archive.h"
#include "batch/child.h"
#include "batch/confine.h"
#include "batch/input.h"
#include "batch/worker_process.h"

typedef enum member_kind { MEMBER_TAKEN, MEMBER_REFUSED, MEMBERS_END } member_kind;

/* ---- the process ---- */

typedef struct sending {
  int pipe;
  batch_bytes message;
} sending;

static bool write_all(int pipe, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(pipe, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes += written;
    length -= (size_t)written;
  }
  return true;
}

static int send_member(sending *s, member_kind kind, const char *path, const char *name, const char *bytes, size_t length) {
  batch_bytes *message = &s->message;
  message->length = 0;
  batch_bytes_add_u64(message, 0);
  batch_bytes_add_u32(message, kind);
  batch_bytes_add_string(message, path, strlen(path));
  batch_bytes_add_string(message, name, strlen(name));
  batch_bytes_add_string(message, bytes, length);
  if (message->failed) return -1;
  uint64_t behind = message->length - sizeof behind;
  memcpy(message->data, &behind, sizeof behind);
  return write_all(s->pipe, message->data, message->length) ? 0 : -1;
}

static int take(void *context, const char *path, const char *name, const char *bytes, size_t length) {
  return send_member(context, MEMBER_TAKEN, path, name, bytes, length);
}

static int refuse(void *context, const char *path, const char *reason) {
  return send_member(context, MEMBER_REFUSED, path, "", reason, strlen(reason));
}

static _Noreturn void read_archive(const batch_inputs *inputs, int pipe, const char *path, const char *name, pid_t parent) {
  batch_child_begin(parent);
  const batch_supervisor *supervisor = &inputs->dealer->supervisor;
  for (unsigned i = 0; i < supervisor->worker_count; i++)
    if (supervisor->workers[i].pid > 0) close(supervisor->workers[i].socket);
  const char *const readable[] = {path, NULL};
  batch_job job = {.output = -1, .inputs = readable, .confined = supervisor->job->confined};
  sending s = {.pipe = pipe};
  batch_archive_taker taker = {&s, inputs->max_bytes, take, refuse};
  bool well = batch_confine(&job) && batch_archive_read(path, name, &taker) == 0 && send_member(&s, MEMBERS_END, "", "", "", 0) == 0;
  _exit(well ? 0 : 3);
}

/* ---- the parent ---- */

/* 1: read; 0: the end; -1: the run is to stop. */
static int receive(batch_inputs *inputs, int pipe, char *to, size_t length) {
  while (length > 0) {
    /* To wait means to deal what there is, so that chunks fill where the reader is ahead. */
    struct pollfd ready = {.fd = pipe, .events = POLLIN};
    if (poll(&ready, 1, 0) == 0 && batch_deal_await(inputs->dealer, pipe) != 0) return -1;
    ssize_t got = read(pipe, to, length);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return 0;
    to += got;
    length -= (size_t)got;
  }
  return 1;
}

/* A message that is larger than a member and its names can be is none. */
static int receive_message(batch_inputs *inputs, int pipe, batch_bytes *message) {
  uint64_t length;
  int got = receive(inputs, pipe, (char *)&length, sizeof length);
  if (got <= 0) return got;
  message->length = 0;
  if (length > inputs->max_bytes + 8 * BATCH_NAME_ROOM) return 0;
  char *to = batch_bytes_extend(message, length);
  return to == NULL ? 0 : receive(inputs, pipe, to, length);
}

/* Takes members until the end, *whole, or the process is gone. Not 0: the run is to stop. */
static int take_members(batch_inputs *inputs, int pipe, batch_bytes *message, unsigned long long *members, bool *whole) {
  for (;;) {
    int got = receive_message(inputs, pipe, message);
    if (got <= 0) return got;
    batch_reader reader = {.at = message->data, .end = message->data + message->length};
    uint32_t kind = batch_read_u32(&reader);
    size_t lengths[3] = {0};
    const char *words[3];
    for (int i = 0; i < 3; i++) words[i] = batch_read_string(&reader, &lengths[i]);
    *whole = kind == MEMBERS_END;
    /* A reader that was taken over by its archive may write anything. */
    for (int i = 0; i < 3; i++) reader.broken = reader.broken || words[i][lengths[i]] != '\0';
    if (reader.broken || kind > MEMBER_REFUSED) return 0;
    inputs->names.unique = true; /* an archive may hold one name twice */
    int stop = kind == MEMBER_TAKEN ? batch_input_bytes(inputs, BATCH_RECORD, words[0], words[1], NULL, words[2], lengths[2])
                                    : batch_input_refuse(inputs, words[0], words[2]);
    if (stop != 0) return stop;
    (*members)++;
  }
}

/* Why the reader's members ended before the end. */
static void name_reason(int status, bool no_memory, unsigned long long members, char reason[160]) {
  int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (no_memory)
    snprintf(reason, 160, "memory is out behind %llu members", members);
  else if (number != 0)
    snprintf(reason, 160, "its reader died of signal %d (%s) behind %llu members", number, strsignal(number), members);
  else
    snprintf(reason, 160, "its reader ended behind %llu members: memory is out, or the kernel refused its confinement", members);
}

static int bury(batch_inputs *inputs, pid_t reader, const char *path, unsigned long long members, bool whole, bool no_memory, int stop) {
  int status = 0;
  char reason[160];
  /* One that is at its end already ends as it would have. */
  if (!whole) kill(reader, SIGKILL);
  while (waitpid(reader, &status, 0) < 0 && errno == EINTR) {}
  if (whole || stop != 0) return stop;
  name_reason(status, no_memory, members, reason);
  return batch_input_refuse(inputs, path, reason);
}

int batch_input_archive(batch_inputs *inputs, const char *path, const char *name) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return batch_input_refuse(inputs, path, strerror(errno));
  pid_t parent = getpid(), reader = fork();
  if (reader == 0) {
    close(ends[0]);
    read_archive(inputs, ends[1], path, name, parent);
  }
  int error = errno;
  close(ends[1]);
  int stop;
  if (reader < 0) {
    stop = batch_input_refuse(inputs, path, strerror(error));
  } else {
    batch_bytes message = {0};
    unsigned long long members = 0;
    bool whole = false;
    stop = take_members(inputs, ends[0], &message, &members, &whole);
    stop = bury(inputs, reader, path, members, whole, message.failed, stop);
    batch_bytes_free(&message);
  }
  close(ends[0]);
  return stop;
}
