/* The floor under gisa's cost: opens and reads the same files and writes the same results through libyaml, nothing else.
 *
 * usage: floor RESULTS < PATHS > OUTPUT
 *
 * RESULTS is what `gisa run` printed as YAML for the files whose paths stand on standard input, one a line, in the same order. It is parsed before the
 * clock starts; the seconds and processor seconds of reading and writing go to standard error. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

typedef struct document {
  yaml_event_t *events;
  size_t count;
} document;

static document *documents;
static size_t document_count;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void parse(FILE *results) {
  yaml_parser_t parser;
  yaml_event_t event;
  size_t room = 0, event_room = 0;
  if (!yaml_parser_initialize(&parser)) die("libyaml");
  yaml_parser_set_input_file(&parser, results);
  for (int ended = 0; !ended;) {
    if (!yaml_parser_parse(&parser, &event)) die("RESULTS");
    ended = event.type == YAML_STREAM_END_EVENT;
    if (event.type == YAML_STREAM_START_EVENT || ended) continue;
    if (event.type == YAML_DOCUMENT_START_EVENT) {
      if (document_count == room) documents = realloc(documents, (room = 2 * room + 64) * sizeof *documents);
      documents[document_count++] = (document){0};
      event_room = 0;
    }
    document *d = &documents[document_count - 1];
    if (d->count == event_room) d->events = realloc(d->events, (event_room = 2 * event_room + 64) * sizeof *d->events);
    d->events[d->count++] = event;
  }
  yaml_parser_delete(&parser);
}

/* libyaml takes an event's memory with it, so each is emitted as a copy. */
static void emit(yaml_emitter_t *emitter, const yaml_event_t *e) {
  yaml_event_t copy;
  int made = 0;
  switch (e->type) {
  case YAML_DOCUMENT_START_EVENT: made = yaml_document_start_event_initialize(&copy, NULL, NULL, NULL, 0); break;
  case YAML_DOCUMENT_END_EVENT: made = yaml_document_end_event_initialize(&copy, 1); break;
  case YAML_SEQUENCE_START_EVENT:
    made = yaml_sequence_start_event_initialize(&copy, NULL, NULL, 1, e->data.sequence_start.style);
    break;
  case YAML_SEQUENCE_END_EVENT: made = yaml_sequence_end_event_initialize(&copy); break;
  case YAML_MAPPING_START_EVENT:
    made = yaml_mapping_start_event_initialize(&copy, NULL, NULL, 1, e->data.mapping_start.style);
    break;
  case YAML_MAPPING_END_EVENT: made = yaml_mapping_end_event_initialize(&copy); break;
  case YAML_SCALAR_EVENT:
    made = yaml_scalar_event_initialize(&copy, NULL, NULL, e->data.scalar.value, (int)e->data.scalar.length, 1, 1, e->data.scalar.style);
    break;
  default: return;
  }
  if (!made || !yaml_emitter_emit(emitter, &copy)) die("libyaml");
}

static void read_file(const char *path) {
  struct stat facts;
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 || fstat(descriptor, &facts) != 0) die(path);
  char *bytes = malloc((size_t)facts.st_size + 1);
  if (bytes == NULL || read(descriptor, bytes, (size_t)facts.st_size) != facts.st_size) die(path);
  close(descriptor);
  free(bytes);
}

int main(int count, char **arguments) {
  FILE *results = count == 2 ? fopen(arguments[1], "r") : NULL;
  if (results == NULL) die("usage: floor RESULTS < PATHS");
  parse(results);
  static char output[1 << 18];
  setvbuf(stdout, output, _IOFBF, sizeof output);
  struct timespec begun, ended;
  char path[4096];
  clock_t computed = clock();
  clock_gettime(CLOCK_MONOTONIC, &begun);
  for (size_t i = 0; fgets(path, sizeof path, stdin) != NULL; i++) {
    path[strcspn(path, "\n")] = '\0';
    read_file(path);
    yaml_emitter_t emitter;
    yaml_event_t event;
    if (!yaml_emitter_initialize(&emitter)) die("libyaml");
    yaml_emitter_set_output_file(&emitter, stdout);
    yaml_emitter_set_unicode(&emitter, 1);
    yaml_emitter_set_width(&emitter, -1);
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
    yaml_emitter_emit(&emitter, &event);
    const document *d = &documents[i % document_count];
    for (size_t e = 0; e < d->count; e++) emit(&emitter, &d->events[e]);
    yaml_stream_end_event_initialize(&event);
    yaml_emitter_emit(&emitter, &event);
    yaml_emitter_delete(&emitter);
  }
  fflush(stdout);
  clock_gettime(CLOCK_MONOTONIC, &ended);
  fprintf(stderr, "%.6f %.6f\n", (double)(ended.tv_sec - begun.tv_sec) + (double)(ended.tv_nsec - begun.tv_nsec) / 1e9,
          (double)(clock() - computed) / CLOCKS_PER_SEC);
  return 0;
}
