#include "batch/worker_process.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/child.h"
#include "batch/worker.h"

/* The child's whole life. */
static _Noreturn void live(const batch_job *job, int socket, batch_slot *slot, unsigned number, pid_t parent) {
  batch_child_begin(parent);
  _exit(batch_worker_serve(job, socket, slot, number));
}

bool batch_worker_start(batch_worker *worker, const batch_job *job, const batch_worker *others, unsigned other_count,
                        unsigned number) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  *worker = (batch_worker){.slot = worker->slot, .socket = ends[0]};
  *worker->slot = (batch_slot){.extractor = BATCH_WHOLE};
  pid_t parent = getpid();
  worker->pid = fork();
  if (worker->pid == 0) {
    close(ends[0]);
    for (unsigned i = 0; i < other_count; i++)
      if (others[i].pid > 0) close(others[i].socket);
    live(job, ends[1], worker->slot, number, parent);
  }
  int error = errno;
  close(ends[1]);
  if (worker->pid > 0) return true;
  close(ends[0]);
  worker->pid = 0;
  return errno = error, false;
}

bool batch_worker_give(batch_worker *worker, batch_chunk *chunk) {
  if (worker->sent == worker->requests.length) worker->sent = worker->requests.length = 0;
  batch_chunk_request(chunk, &worker->requests);
  if (worker->requests.failed) return false;
  worker->chunks[worker->chunk_count++] = chunk;
  chunk->state = BATCH_DEALT;
  return true;
}

/* 1: there may be more; 0: would wait; -1: gone. */
static int transferred(ssize_t count) {
  if (count > 0) return 1;
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return 0;
  return count < 0 && errno == EINTR ? 1 : -1;
}

static int send_some(batch_worker *worker) {
  size_t left = worker->requests.length - worker->sent;
  if (left == 0) return 0;
  ssize_t count = send(worker->socket, worker->requests.data + worker->sent, left, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (count > 0) worker->sent += (size_t)count;
  return transferred(count);
}

static void finish_chunk(batch_worker *worker) {
  batch_chunk *chunk = worker->chunks[0];
  chunk->state = BATCH_DONE;
  worker->served += chunk->count;
  worker->chunk_count--;
  memmove(worker->chunks, worker->chunks + 1, worker->chunk_count * sizeof *worker->chunks);
  worker->received = 0;
}

static int receive_some(batch_worker *worker) {
  char *to;
  size_t wanted;
  if (worker->chunk_count == 0) {
    /* Nothing is to come but the end. */
    char byte;
    ssize_t count = recv(worker->socket, &byte, 1, MSG_DONTWAIT);
    return count > 0 ? -1 : transferred(count);
  }
  batch_bytes *reply = &worker->chunks[0]->reply;
  const size_t head = sizeof worker->reply_length;
  bool in_head = worker->received < head;
  if (in_head) {
    to = (char *)&worker->reply_length + worker->received;
    wanted = head - worker->received;
  } else {
    to = reply->data + (worker->received - head);
    wanted = worker->reply_length - (worker->received - head);
  }
  ssize_t count = recv(worker->socket, to, wanted, MSG_DONTWAIT);
  if (count > 0) worker->received += (size_t)count;
  if (count == (ssize_t)wanted && in_head) {
    reply->length = 0;
    worker->unheard = batch_bytes_extend(reply, worker->reply_length) == NULL;
    if (worker->unheard) return -1;
  } else if (count == (ssize_t)wanted) {
    finish_chunk(worker);
  }
  return transferred(count);
}

void batch_worker_send(batch_worker *worker) {
  while (send_some(worker) > 0) {}
}

bool batch_worker_exchange(batch_worker *worker) {
  int more;
  while ((more = send_some(worker)) > 0) {}
  if (more < 0) return false;
  while ((more = receive_some(worker)) > 0) {}
  return more == 0;
}

batch_ending batch_worker_reap(batch_worker *worker) {
  batch_ending ending = {0};
  struct rusage used = {0};
  pid_t got;
  do got = wait4(worker->pid, &ending.status, 0, &used);
  while (got < 0 && errno == EINTR);
  ending.resident = used.ru_maxrss;
  close(worker->socket);
  batch_bytes_free(&worker->requests);
  worker->pid = 0;
  worker->chunk_count = 0;
  return ending;
}
